"""Takes a branch's records of a year and a kind without a paper of its own, gives their 台账."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.documents.general.columns import cell, columns, total
from docgen.documents.general.fields import GENERAL_KINDS, REQUESTED_KINDS, attributes, general_labels
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
NUMBER, TOTAL = "序号", "合计"
_KINDS = {kind.label: kind for kind in (*GENERAL_KINDS, *REQUESTED_KINDS)}


class LedgerView(View, frozen=True, kw_only=True):
    """What a 台账 says; which columns it has follows the kind of record."""

    heading: str = label("标题")
    heads: tuple[str, ...] = label("表头")
    rows: tuple[tuple[Text, ...], ...] = label("行们")
    total: tuple[Text, ...] = label("合计行")


OUTLINE = Outline(Layout.FORM, (Title("{{ 标题 }}"), Grid("表头", "行们", total="合计行")), landscape=True)


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the year of a branch once for each kind of record that it wrote."""
    yield from _subjects(ledger, period, GENERAL_KINDS)


def requested(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the same of the kinds with papers of their own, and of confidential ones."""
    yield from _subjects(ledger, period, REQUESTED_KINDS)


def view(ledger: BranchLedger, subject: Subject) -> LedgerView:
    """Return the records of one kind in a year: what is written, and of what adds up the sum."""
    period, kind = period_of(subject), _kind(subject)
    entries = _entries(ledger, period, kind)
    names = columns(kind.model, entries)
    sums = [total(kind.model, name, entries) for name in names]
    return LedgerView(
        heading=heading(ledger, period, PAPER.format(kind=kind.label)),
        heads=(NUMBER, *(label_of(kind.model, name) for name in names)),
        rows=tuple(_row(entry, names, index) for index, entry in enumerate(entries, start=1)),
        total=(TOTAL, *sums) if any(sums) else (),
    )


def _subjects(ledger: BranchLedger, period: Period, kinds: Iterable[RecordKind]) -> Iterator[Subject]:
    for year in branch_year(ledger, period):
        for kind in kinds:
            if _entries(ledger, period, kind):
                yield Subject(year.unit, period, item=kind.label)


def _kind(subject: Subject) -> RecordKind:
    if subject.item not in _KINDS:
        raise UsageError("record-kind-unknown", {"value": subject.item})
    return _KINDS[subject.item]


def _entries(ledger: BranchLedger, period: Period, kind: RecordKind) -> list[AnyEntry]:
    """Return the records of a year, and those without a day, which hold for every year."""
    return [entry for entry in ledger.of(kind.model) if entry.day is None or entry.day in period]


def _row(entry: AnyEntry, names: list[str], index: int) -> tuple[Text, ...]:
    part = Part.of(entry)
    return Figure(index, str(index), (entry.id,)), *(cell(part, name, entry.id) for name in names)


CONTENTS = Contents(
    schema=LedgerView,
    papers=(UnitPaper(Scope.YEAR, subjects, view), UnitPaper(Scope.YEAR, requested, view, on_request=True)),
    outline=OUTLINE,
    needs=general_labels(attributes),
)
