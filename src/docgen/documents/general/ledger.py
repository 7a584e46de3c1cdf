"""Takes a branch's records of a year and a kind without a paper of its own, gives their 台账."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.documents.general.fields import GENERAL_KINDS, column_attributes, general_labels
from docgen.documents.kind import Contents, Scope, UnitPaper
from docgen.documents.part import Part
from docgen.documents.periods import branch_year, heading, period_of
from docgen.errors import UsageError
from docgen.house.outline import Grid, Layout, Outline, Title
from docgen.ledger import BranchLedger
from docgen.ledger.branch import AnyEntry
from docgen.model.base import label_of
from docgen.model.kinds import RecordKind
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.view import Figure, Text, View, label

PAPER = "{kind}台账"
NUMBER = "序号"
BRANCH = "branch"
_KINDS = {kind.label: kind for kind in GENERAL_KINDS}


@dataclass(frozen=True, kw_only=True, slots=True)
class LedgerView(View):
    """What a 台账 says; which columns it has follows the kind of record."""

    heading: str = label("标题")
    heads: tuple[str, ...] = label("表头")
    rows: tuple[tuple[Text, ...], ...] = label("行们")


OUTLINE = Outline(Layout.FORM, (Title("{{ 标题 }}"), Grid("表头", "行们")), landscape=True)


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the year of a branch once for each kind of record that it wrote."""
    for year in branch_year(ledger, period):
        for kind in GENERAL_KINDS:
            if _entries(ledger, period, kind):
                yield Subject(year.unit, period, item=kind.label)


def view(ledger: BranchLedger, subject: Subject) -> LedgerView:
    """Return the records of one kind in a year, the first flat fields of each."""
    period, kind = period_of(subject), _kind(subject)
    entries = _entries(ledger, period, kind)
    names = [name for name in column_attributes(kind.model) if name != BRANCH or _says_branch(entries)]
    return LedgerView(
        heading=heading(ledger, period, PAPER.format(kind=kind.label)),
        heads=(NUMBER, *(label_of(kind.model, name) for name in names)),
        rows=tuple(_row(entry, names, index) for index, entry in enumerate(entries, start=1)),
    )


def _kind(subject: Subject) -> RecordKind:
    if subject.item not in _KINDS:
        raise UsageError("record-kind-unknown", {"value": subject.item})
    return _KINDS[subject.item]


def _entries(ledger: BranchLedger, period: Period, kind: RecordKind) -> list[AnyEntry]:
    """Return the records of a year, and those without a day, which hold for every year."""
    return [entry for entry in ledger.of(kind.model) if entry.day is None or entry.day in period]


def _says_branch(entries: list[AnyEntry]) -> bool:
    """Tell whether any record names a branch: one that does not is of the branch in whose folder it lies."""
    return any(getattr(entry.model, BRANCH, None) for entry in entries)


def _row(entry: AnyEntry, names: list[str], index: int) -> tuple[Text, ...]:
    part = Part.of(entry)
    return Figure(index, str(index), (entry.id,)), *(part.whole(name) for name in names)


CONTENTS = Contents(
    schema=LedgerView,
    papers=(UnitPaper(Scope.YEAR, subjects, view),),
    outline=OUTLINE,
    needs=general_labels(column_attributes),
)
