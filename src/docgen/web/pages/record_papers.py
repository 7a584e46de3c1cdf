"""Takes a workspace, perhaps with a draft over it, and a record, gives which papers can be made of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from docgen.documents import KINDS, Scope, UnitPaper
from docgen.formats import Format
from docgen.generation import open_ledger
from docgen.model.period import Period
from docgen.view import Audience
from docgen.workspace import Workspace

OF_RECORDS = frozenset({Scope.RECORD, Scope.ITEM})


class Offer(Struct, frozen=True):
    """A kind of paper that can be made of a record, and its formats."""

    name: str
    label: str
    formats: tuple[Format, ...]
    confidential: bool


def offers(workspace: Workspace, unit: str, record: str, today: date) -> tuple[Offer, ...]:
    """Return the kinds of papers that a record can be made into; none for one that cannot be read, or has no day."""
    return tuple(_offers(workspace, unit, record, today))


def _offers(workspace: Workspace, unit: str, record: str, today: date) -> Iterator[Offer]:
    ledger = open_ledger(workspace, unit, today)
    entry = ledger.entry(record)
    if entry is None or entry.day is None:
        return
    period = Period.of_day(entry.day)
    for kind in KINDS:
        papers = (paper for paper in kind.papers if isinstance(paper, UnitPaper) and paper.scope in OF_RECORDS)
        if any(subject.record == entry.id for paper in papers for subject in paper.subjects(ledger, period)):
            yield Offer(kind.name, kind.label, kind.formats, kind.audience is Audience.CONFIDENTIAL)
