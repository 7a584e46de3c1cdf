"""Takes a ledger and a period, gives the subjects of year and month papers, and where their gaps point."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.errors import UsageError
from docgen.findings import Place
from docgen.house.outline import Align, Column
from docgen.ledger import BranchLedger, five_ones
from docgen.model.base import RecordModel
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.model.unit import UnitType
from docgen.view import Gap, Text, View, label, labels

HEADING = "{unit}{period}{paper}"
YEAR_HEADING = "{unit}{year}年度{paper}"
BELOW_ORGANISATIONS = frozenset({UnitType.BRANCH, UnitType.GROUP})
MONTH_HEAD, MONTH_CELL = "{}月", "{{{{ {row}.{of}.{month} }}}}"


class MonthsView(View, frozen=True, kw_only=True):
    """Twelve texts, one per month of a year."""

    january: Text = label("一月")
    february: Text = label("二月")
    march: Text = label("三月")
    april: Text = label("四月")
    may: Text = label("五月")
    june: Text = label("六月")
    july: Text = label("七月")
    august: Text = label("八月")
    september: Text = label("九月")
    october: Text = label("十月")
    november: Text = label("十一月")
    december: Text = label("十二月")


def months_view(*texts: Text) -> MonthsView:
    """Return twelve texts by their months."""
    names = (name for name, _ in labels(MonthsView))
    return MonthsView(**dict(zip(names, texts, strict=True)))


def month_columns(row: str, of: str, width: int) -> tuple[Column, ...]:
    """Return a column for each month of `row`'s field `of`."""
    names = (text for _, text in labels(MonthsView))
    return tuple(
        Column(MONTH_HEAD.format(number), MONTH_CELL.format(row=row, of=of, month=name), width, Align.CENTER)
        for number, name in enumerate(names, start=1)
    )


def branch_year(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the year of a branch that wrote anything in it."""
    if ledger.unit.type is UnitType.BRANCH and _is_year(period) and ledger.of(RecordModel, period):
        yield Subject(ledger.unit.short, period)


def unit_year(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the year of a unit that stands above none, and that wrote anything in it."""
    if ledger.unit.type in BELOW_ORGANISATIONS and _is_year(period) and ledger.of(RecordModel, period):
        yield Subject(ledger.unit.short, period)


def branch_months(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the months of a branch in which the five items are due, or something of them was done."""
    if ledger.unit.type is UnitType.BRANCH:
        for month in period.months():
            cells = ledger.cells(month)
            if any(cell.state is not five_ones.CellState.NOT_APPLICABLE or cell.records for cell in cells):
                yield Subject(ledger.unit.short, month)


def organisation_year(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the year of a unit that stands above branches, where the five items are due in it."""
    if _is_year(period) and any(organisation_months(ledger, period)):
        yield Subject(ledger.unit.short, period)


def kept_year(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the year of a unit that stands above branches, where it kept records or the five items are due in it."""
    above = ledger.unit.type not in BELOW_ORGANISATIONS
    if above and _is_year(period) and (ledger.of(RecordModel, period) or any(organisation_months(ledger, period))):
        yield Subject(ledger.unit.short, period)


def organisation_months(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the months in which the five items are due for the branches of an organisation."""
    if ledger.unit.type not in BELOW_ORGANISATIONS:
        for month in period.months():
            if five_ones.applies(ledger.unit, ledger.settings.five_ones, month):
                yield Subject(ledger.unit.short, month)


def period_of(subject: Subject) -> Period:
    """Return the subject's period; raise UsageError where it has none."""
    if subject.period is None:
        raise UsageError("subject-invalid", {"value": str(subject)})
    return subject.period


def heading(ledger: BranchLedger, period: Period, paper: str) -> str:
    """Return the title of a period's paper: 一支部2020年度…, 一支部2020年3月…."""
    form = YEAR_HEADING if _is_year(period) else HEADING
    return form.format(unit=ledger.unit.short, year=period.year, period=period.text, paper=paper)


def unit_gap(ledger: BranchLedger, name: str) -> Gap:
    """Return the Gap of what no record of a unit says; it points to the unit's file as a whole."""
    return Gap(name, Place(ledger.unit_source.file))


def _is_year(period: Period) -> bool:
    return period == Period(period.year)
