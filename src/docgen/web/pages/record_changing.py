"""Takes what a page sent and what is to be done to it, gives it with a row more or less, or in the other view."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from msgspec.structs import replace

from docgen.errors import DocgenError
from docgen.records.record import Path, Written
from docgen.web.forms.naming import steps_of
from docgen.web.forms.parsing import Parsed
from docgen.web.pages.record_sent import FORM, YAML, Sent, record_in
from docgen.web.service import Service

Change = Callable[[dict[str, Written], Path], frozenset[Path]]


def changed(service: Service, sent: Sent) -> tuple[Sent, frozenset[Path]]:
    """Return what was sent after `do`, and the paths for which the form shall have room."""
    verb, _, name = sent.do.partition(":")
    if verb == "view":
        return _turned(service, sent, name), frozenset()
    change = CHANGES.get(verb)
    if change is None or sent.view == YAML:
        return sent, frozenset()
    data = deepcopy(sent.parsed.data)
    opened = change(data, _in_data(sent.parsed, steps_of(name)[0]))
    return sent.with_data(data), opened


def _turned(service: Service, sent: Sent, view: str) -> Sent:
    """Return what was typed in the other view; as it is where the other cannot show it."""
    if view == YAML and sent.view == FORM:
        try:
            workspace = service.library.workspace()
            draft = service.editor.draft(workspace, sent.unit, sent.record or None, sent.content)
        except DocgenError:
            return sent
        return replace(sent, view=YAML, text=draft.text)
    record = record_in(sent.text) if sent.view == YAML else None
    return sent if record is None else sent.with_data(dict(record.data))


def _in_data(parsed: Parsed, path: Path) -> Path:
    """Return the path in the data of a path in the form: rows left empty before it do not count."""
    data_paths = {there: here for here, there in parsed.paths.items()}
    for end in range(len(path), 0, -1):
        if path[:end] in data_paths:
            return (*data_paths[path[:end]], *path[end:])
    return path


def _add(data: dict[str, Written], path: Path) -> frozenset[Path]:
    """Make room for a row after the last one, or for a group; a word that stood for the list goes."""
    if not path or not isinstance(path[-1], int):
        return frozenset({path})
    here = _at(data, path[:-1])
    if isinstance(here, str):
        _remove(data, path[:-1])
    rows = len(here) if isinstance(here, list) else 0
    at = (*path[:-1], rows)
    return frozenset(at[:end] for end in range(1, len(at) + 1))


def _remove(data: dict[str, Written], path: Path) -> frozenset[Path]:
    holder = _at(data, path[:-1])
    last = path[-1] if path else ""
    if isinstance(holder, dict) and isinstance(last, str):
        holder.pop(last, None)
    elif isinstance(holder, list) and isinstance(last, int) and last < len(holder):
        del holder[last]
    return frozenset()


def _up(data: dict[str, Written], path: Path) -> frozenset[Path]:
    return _move(data, path, -1)


def _down(data: dict[str, Written], path: Path) -> frozenset[Path]:
    return _move(data, path, 1)


def _move(data: dict[str, Written], path: Path, by: int) -> frozenset[Path]:
    holder = _at(data, path[:-1])
    last = path[-1] if path else ""
    if isinstance(holder, list) and isinstance(last, int) and last < len(holder) and 0 <= last + by < len(holder):
        holder[last], holder[last + by] = holder[last + by], holder[last]
    return frozenset()


CHANGES: dict[str, Change] = {"add": _add, "remove": _remove, "up": _up, "down": _down}


def _at(data: Written, path: Path) -> Written | None:
    here: Written | None = data
    for step in path:
        if isinstance(here, dict) and isinstance(step, str):
            here = here.get(step)
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
        else:
            return None
    return here
