"""Takes data from outside, gives it as a record can hold it: texts in lists and mappings, nothing empty, nothing unseen."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from docgen.errors import UsageError
from docgen.records.encoding import HIDDEN
from docgen.records.record import Path, Written

DEPTH = 20
LONGEST_KEY = 200
"""libyaml finds the colon of a key within 1024 bytes."""
_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_STAND_IN = "\ufffd"


def plain(data: Any, depth: int = DEPTH) -> dict[str, Written]:
    """Return the data of a record; raise UsageError for what is neither text nor number, list nor mapping.

    What is empty counts as absent, as it does in a file. A text of several lines ends with one break, a text of one line
    with none, and what an editor does not show is left out: a clerk copies it from elsewhere without knowing.
    """
    found = _plain(data, (), depth)
    return found if isinstance(found, dict) else {}


def plain_value(value: Any) -> Written | None:
    """Return one value of a record as `plain` does, None for nothing."""
    return _plain(value, (), DEPTH * 2)


def _plain(value: Any, path: Path, depth: int) -> Written | None:
    if value is None:
        return None
    if isinstance(value, str):
        return _text(value) or None
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return str(value)
    if len(path) >= depth:
        raise UsageError("record-deep", {"value": depth})
    if isinstance(value, Mapping):
        return _mapping(value, path, depth) or None
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        below = (_plain(each, (*path, index), depth) for index, each in enumerate(value))
        return [each for each in below if each is not None] or None
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    raise UsageError("record-value-not-plain", {"key": key, "value": str(value)})


def _mapping(value: Mapping[Any, Any], path: Path, depth: int) -> dict[str, Written]:
    found: dict[str, Written] = {}
    for key, each in value.items():
        below = _plain(each, (*path, str(key)), depth)
        if below is None:
            continue
        name = _key(key)
        if not name or len(name) > LONGEST_KEY or name in found:
            raise UsageError("record-key-unwritable", {"value": str(key)})
        found[name] = below
    return found


def _key(key: Any) -> str:
    return " ".join(_text(str(key)).split())


def _text(text: str) -> str:
    seen = HIDDEN.sub("", _SURROGATE.sub(_STAND_IN, _BREAK.sub("\n", text))).strip("\n")
    return f"{seen}\n" if "\n" in seen else seen
