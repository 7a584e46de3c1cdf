"""Takes a 民主评议 and the roster of its day, gives who is graded at it, and what was written of each."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.documents.part import Part
from docgen.ledger import BranchLedger, Entry
from docgen.model.meeting import Appraisal, Meeting, MeetingType
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.model.unit import Member

Graded = tuple[Member, Part[Appraisal] | None]


def appraisals(ledger: BranchLedger, period: Period, *, held: bool | None = None) -> list[Entry[Meeting]]:
    """Return the 民主评议 of a period."""
    return ledger.of(Meeting, period, held, type=MeetingType.APPRAISAL)


def meetings(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the 民主评议 of a period that were held."""
    yield from (Subject(entry.unit, record=entry.id) for entry in appraisals(ledger, period, held=True))


def graded(ledger: BranchLedger, entry: Entry[Meeting]) -> tuple[Graded, ...]:
    """Return the 正式党员 of the day in roster order, each with his entry; 预备党员 are not graded (支部条例第十八条)."""
    day = entry.model.day
    found = {id(ledger.roster.person(each.model.name, day)): each for each in Part.of(entry).each("appraisals")}
    return tuple((member, found.get(id(member))) for member in ledger.roster.full_on(day))
