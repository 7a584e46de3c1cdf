"""Takes the YAML text of a record and other data, gives the text with what changed, all else as it stood."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from docgen.records.record import Path

Order = Callable[[Path], Sequence[str]]


def revise(text: str, data: Mapping[str, Any], order: Order, line_end: str = "\n") -> str:
    """Return the text of one document that reads as `data`; comments, order and untouched lines stay."""
    from docgen.drafting.writing import entry

    keys = [key for key in order(()) if key in data] + [key for key in data if key not in order(())]
    lines = [line for key in keys if data[key] for line in entry(key, data[key])]
    return line_end.join(lines) + line_end
