"""Takes a template that was received, gives it kept in the workspace; what it takes the place of can come back."""

from __future__ import annotations

from pathlib import Path

from docgen.documents import KINDS
from docgen.errors import TemplateError, UsageError
from docgen.formats import Outlet
from docgen.outputs import unwritable, write_whole
from docgen.stationery.drawer import OUTLETS, SOURCES
from docgen.stationery.receiving.receive import Received

PREVIOUS = "_previous"
"""The folder beside those of the kinds that holds what was there before; no template is looked for in it."""


def keep(own: Path, received: Received) -> Path:
    """Write a sound template into the workspace's folder, at once or not at all; raise TemplateError for one that is not."""
    if not received.sound:
        raise TemplateError("template-unsound", {"value": received.file}, received.findings)
    target, before = _places(own, received.kind, received.file)
    if target.is_file():
        write_whole(before, target.read_bytes())
    write_whole(target, received.content)
    return target


def previous(own: Path, kind: str, file: str) -> bytes | None:
    """Return the template that was there before, None when there was none."""
    before = _places(own, kind, file)[1]
    return before.read_bytes() if before.is_file() else None


def restore(own: Path, kind: str, file: str) -> Path:
    """Put back the template that was there before, and keep the present one in its place; raise UsageError for none."""
    target, before = _places(own, kind, file)
    content = previous(own, kind, file)
    if content is None:
        raise UsageError("template-previous-missing", {"value": file})
    present = target.read_bytes() if target.is_file() else None
    write_whole(target, content)
    if present is None:
        _remove(before)
    else:
        write_whole(before, present)
    return target


def withdraw(own: Path, kind: str, file: str) -> None:
    """Take the workspace's own template away, so that the built-in one is used again; it can be restored."""
    target, before = _places(own, kind, file)
    if not target.is_file():
        raise UsageError("template-file-missing", {"value": file})
    write_whole(before, target.read_bytes())
    _remove(target)


def _places(own: Path, kind: str, file: str) -> tuple[Path, Path]:
    """Return where a template lies, and the one before it; names that are no template's become no paths."""
    if kind not in {each.name for each in KINDS} or file not in _files(kind):
        raise UsageError("template-file-missing", {"value": f"{kind}/{file}"})
    return own / kind / file, own / PREVIOUS / kind / file


def _files(kind: str) -> set[str]:
    suffixes = set(SOURCES.values())
    outlets = {OUTLETS[each] for each in Outlet if each in OUTLETS}
    return {f"{kind}.{suffix}" for suffix in suffixes} | {f"{kind}{each}.html" for each in outlets}


def _remove(path: Path) -> None:
    try:
        path.unlink()
    except OSError as fault:
        raise unwritable(path, fault) from fault
