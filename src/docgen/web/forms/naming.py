"""Takes a path of labels and indexes, gives the name of a form's field; takes the name, gives the path."""

from __future__ import annotations

import re

from docgen.records.record import Path

SEPARATOR = "."
WORD, JSON = "~word", "~json"
"""Last steps of names: of the word that stands for a whole list, of a value that has another shape than its field."""
ANCHOR = "f-"
_BLANK = re.compile(r"\s")
_LONGEST_INDEX = 10
_DIGITS = "~k"
_ESCAPES = (("~", "~0"), (".", "~1"))


def name_of(path: Path, last: str = "") -> str:
    """Return the name of the field at a path: 议题.0.发言.1.姓名."""
    steps = [_written(step) for step in path]
    return SEPARATOR.join([*steps, last] if last else steps)


def steps_of(name: str) -> tuple[Path, str]:
    """Return the path that a name means, and its last step where that is WORD or JSON."""
    steps = name.split(SEPARATOR)
    last = steps.pop() if steps[-1] in {WORD, JSON} else ""
    return tuple(_read(step) for step in steps), last


def anchor_of(name: str) -> str:
    """Return the id of the element of a field: f- and its name, which other pages link to."""
    return f"{ANCHOR}{_BLANK.sub('_', name)}"


def _written(step: str | int) -> str:
    if isinstance(step, int):
        return str(step)
    for sign, escape in _ESCAPES:
        step = step.replace(sign, escape)
    return f"{_DIGITS}{step}" if step.isdecimal() else step


def _read(step: str) -> str | int:
    if _is_index(step):
        return int(step)
    step = step.removeprefix(_DIGITS)
    for sign, escape in reversed(_ESCAPES):
        step = step.replace(escape, sign)
    return step


def _is_index(step: str) -> bool:
    return step.isdecimal() and len(step) < _LONGEST_INDEX
