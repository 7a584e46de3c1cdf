"""Takes a subject, gives the record that it names."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TypeVar, cast

from docgen.errors import UsageError
from docgen.ledger import BranchLedger, Entry
from docgen.model.base import RecordModel
from docgen.model.subject import Subject

M = TypeVar("M", bound=RecordModel)
SEPARATOR = "、"


def record_of(ledger: BranchLedger, subject: Subject, kind: type[M]) -> Entry[M]:
    """Return the subject's record; raise UsageError with the nearest ids where there is none of that kind."""
    entry = ledger.entry(subject.record)
    if entry is None or not isinstance(entry.model, kind):
        near = get_close_matches(subject.record, [each.id for each in ledger.of(kind)], 3)
        raise UsageError("record-unknown", {"value": subject.record, "near": SEPARATOR.join(near)})
    return cast("Entry[M]", entry)
