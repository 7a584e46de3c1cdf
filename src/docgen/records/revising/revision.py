"""Takes a text, other data and an order of labels, gives the text changed in parts where that reads back, else anew."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

from docgen.errors import UsageError
from docgen.records.plain import DEPTH, plain
from docgen.records.reading import Limits, read_text
from docgen.records.record import Record, Written
from docgen.records.revising.order import Order, added
from docgen.records.revising.outline import UnfitError
from docgen.records.revising.splicing import Splice
from docgen.records.writing import entry

_LONE_RETURN = re.compile(r"\r(?!\n)")
_ENDLESS = 1 << 40


def revise(text: str, data: Mapping[str, Any], order: Order, line_end: str = "\n", depth: int = DEPTH) -> str:
    """Return the text of one document so that it reads as `data`; what did not change stays to the last blank.

    `order` gives the labels of a place in a record, by a path of labels and indexes, in the order in which new ones are
    put in. A key that has a comment stays when its value goes. A text that cannot be changed in parts is written anew
    below its first comments. Raise UsageError for data that a record cannot hold.
    """
    wanted = plain(data, depth)
    if not wanted:
        raise UsageError("record-text-empty")
    records = _read(text, depth)
    if len(records) > 1:
        raise UsageError("record-text-several", {"value": len(records)})
    if any(plain(record.data, depth * 2) == wanted for record in records):
        return text
    ways = _ways(text, wanted, order, line_end, in_parts=any(record.sound for record in records))
    revised = next((each for each in ways if _reads_as(each, wanted, depth)), None)
    if revised is None:
        raise UsageError("record-unwritable")
    return revised


def _ways(text: str, wanted: dict[str, Written], order: Order, line_end: str, *, in_parts: bool) -> Iterator[str]:
    """Yield the text in ways of changing it: in parts, in parts with the deepest comments moved, anew."""
    with suppress(UnfitError):
        for flush in (False, True) if in_parts else ():
            yield Splice(_LONE_RETURN.sub("\n", text), order, line_end, flush=flush).revised(wanted)
    yield _anew(text, wanted, order, line_end)


def _anew(text: str, wanted: dict[str, Written], order: Order, line_end: str) -> str:
    """Write a record without regard to how it was written; the comments above it stay."""
    head = []
    for line in text.splitlines():
        if not line.lstrip().startswith("#"):
            break
        head.append(line.lstrip())
    lines = [line for key in added(order(()), wanted) for line in entry(key, wanted[key])]
    return line_end.join([*head, *lines, ""])


def _read(text: str, depth: int) -> list[Record]:
    return read_text(text.encode("utf-8", "replace"), "", Limits(_ENDLESS, depth))[0]


def _reads_as(text: str, wanted: dict[str, Written], depth: int) -> bool:
    records = _read(text, depth)
    return len(records) == 1 and records[0].sound and plain(records[0].data, depth * 2) == wanted
