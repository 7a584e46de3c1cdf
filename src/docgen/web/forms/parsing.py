"""Takes the names and values that a form sends, gives the data of the record, with the name of each thing in it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from msgspec import Struct

from docgen.errors import UsageError
from docgen.records.record import Path, Written
from docgen.web.forms.naming import JSON, WORD, name_of, steps_of

DEEPEST = 20
"""How many steps a name may have: as deep as lists and mappings may lie in each other in a file."""


class Parsed(Struct, frozen=True):
    """The data that a form means, and the path in the form of each path in the data: rows left empty do not count."""

    data: dict[str, Written]
    paths: Mapping[Path, Path]

    def name_at(self, path: Path) -> str:
        """Return the name of the field that a path in the data comes from, or would be typed in."""
        for end in range(len(path), 0, -1):
            if path[:end] in self.paths:
                return name_of((*self.paths[path[:end]], *path[end:]))
        return name_of(path)


@dataclass(slots=True)
class _Branch:
    """What stands at one place of the form, as it was sent."""

    text: str = ""
    word: str = ""
    json: str = ""
    below: dict[str | int, _Branch] = field(default_factory=dict)


def parse(pairs: Iterable[tuple[str, str]]) -> Parsed:
    """Return what was typed: rows in the order in which they were sent, whatever their numbers; nothing empty.

    Raise UsageError for names deeper than a record may be.
    """
    root = _Branch()
    for name, value in pairs:
        path, last = steps_of(name)
        if len(path) > DEEPEST:
            raise UsageError("body-invalid", {"value": name[:80]})
        branch = root
        for step in path:
            branch = branch.below.setdefault(step, _Branch())
        text = value.replace("\r\n", "\n").replace("\r", "\n")
        if last == WORD:
            branch.word = text.strip()
        elif last == JSON:
            branch.json = text
        else:
            branch.text = text
    paths: dict[Path, Path] = {}
    data = _mapping(root, (), (), paths)
    return Parsed(data, paths)


def _mapping(branch: _Branch, here: Path, there: Path, paths: dict[Path, Path]) -> dict[str, Written]:
    found: dict[str, Written] = {}
    for step, inner in branch.below.items():
        key = str(step)
        value = _value(inner, (*here, key), (*there, step), paths)
        if value is not None:
            found[key] = value
            paths[(*here, key)] = (*there, step)
    return found


def _value(branch: _Branch, here: Path, there: Path, paths: dict[Path, Path]) -> Written | None:
    """Return what one field or group says, None for nothing; `here` is its path in the data, `there` in the form."""
    if branch.word:
        return branch.word
    found: Written = ""
    if any(isinstance(step, int) for step in branch.below):
        found = _rows(branch, here, there, paths)
    elif branch.below:
        found = _mapping(branch, here, there, paths)
    if found:
        return found
    if branch.json:
        return _odd(branch.json)
    return branch.text if branch.text.strip() else None


def _rows(branch: _Branch, here: Path, there: Path, paths: dict[Path, Path]) -> list[Written]:
    rows: list[Written] = []
    for step, inner in branch.below.items():
        at = (*here, len(rows))
        value = _value(inner, at, (*there, step), paths)
        if value is not None:
            rows.append(value)
            paths[at] = (*there, step)
    return rows


def _odd(text: str) -> Written:
    """Return a value that the form only keeps; what is no JSON is a text."""
    try:
        return plain(json.loads(text))
    except (ValueError, RecursionError):
        return text


def plain(value: Any) -> Written:
    """Return a value of JSON as a record can hold it: texts in lists and mappings."""
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return "" if value is None else str(value)
