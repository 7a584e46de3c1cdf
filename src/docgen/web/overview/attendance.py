"""Takes branches' ledgers and a period, gives who came: rates by branch and month, by activity, and by person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from docgen.counted import Chart, ChartKind, Figure, Series, charted
from docgen.documents.statistics.activities import Tally, held, listed, tally
from docgen.ledger import BranchLedger, Entry, figures
from docgen.model.meeting import Gathering
from docgen.model.period import Period
from docgen.vocabulary import pages as words
from docgen.web.overview.sections import MOST_BARS, Paper, Section, Table, cells, named

FULL = 100
LEAST_POINTS = 2
PAPER = "activity-statistics"
LOW = 80
"""Below how many hundredths a person's attendance is told."""


class Person(Struct, frozen=True):
    """How often somebody was due and came; the exempt are not counted."""

    name: str
    due: Figure
    came: Figure

    @property
    def rate(self) -> Figure:
        """到会率."""
        return figures.percent(self.came, self.due)


def of_branches(ledgers: Sequence[BranchLedger], period: Period, title: str, above: str) -> Section:
    """Return the rates of branches, each in each month, and of all together; `above` is the unit of the paper."""
    known = [each for each in ledgers if held(each, period)]
    totals = {each.unit.short: _rate([each], period) for each in known}
    months = list(period.months())
    rows = tuple(
        cells((each.unit.short, *(_monthly(each, month) for month in months), totals[each.unit.short]))
        for each in known
    )
    lowest = sorted(totals, key=lambda short: totals[short].value)[:MOST_BARS]
    shown = lowest if len(known) > len(lowest) else list(totals)
    named_so = words.lowest(title, len(shown)) if len(known) > len(shown) else title
    bars = charted(
        ChartKind.BARS,
        named_so,
        tuple(shown),
        (Series(words.ATTENDANCE, tuple(totals[short] for short in shown)),),
        most=FULL,
    )
    whole = (_rate(known, month) for month in months)
    sums = cells((words.SUM, *(_or_nothing(rate) for rate in whole), _rate(known, period))) if len(known) > 1 else ()
    return Section(
        words.ATTENDANCE,
        Table((words.BRANCH, *_month_heads(months), words.SUM), rows, sums),
        named(attendance=bars, attendance_months=_lines(known, period, title)),
        paper=Paper(PAPER, f"{above}/{period}") if above and period == Period(period.year) else None,
    )


def of_branch(ledger: BranchLedger, period: Period, title: str) -> Section:
    """Return the rates of one branch, month by month."""
    months = list(period.months())
    begun = [month for month in months if month.start <= ledger.day]
    rows = tuple(_counted(words.month_head(month.month), ledger, held(ledger, month)) for month in begun)
    whole = held(ledger, period)
    table = (
        Table(words.MONTH_HEADS, rows, _counted(words.SUM, ledger, whole)) if whole else Table(words.MONTH_HEADS, ())
    )
    return Section(words.ATTENDANCE, table, named(attendance_months=_lines([ledger], period, title)))


def by_activity(ledger: BranchLedger, period: Period) -> Section:
    """Return the rates of one branch by activity, as its 组织生活统计表 has them."""
    if not held(ledger, period):
        return Section(words.ACTIVITIES, Table(words.ACTIVITY_HEADS, ()))
    rows = tuple(_counted(name, ledger, held(ledger, period, name)) for name in listed(ledger, period))
    paper = Paper(PAPER, f"{ledger.unit.short}/{period}") if period == Period(period.year) else None
    table = Table(words.ACTIVITY_HEADS, rows, _counted(words.SUM, ledger, held(ledger, period)))
    return Section(words.ACTIVITIES, table, paper=paper)


def persons(ledger: BranchLedger, period: Period) -> tuple[Person, ...]:
    """Return how often each member was due and came in a period, the lowest rate first."""
    due: dict[int, list[str]] = {}
    came: dict[int, list[str]] = {}
    for each in map(ledger.attendance, ledger.of(Gathering, period, held=True)):
        for member in each.obliged:
            due.setdefault(id(member), []).append(each.id)
        for member in each.obliged_present:
            came.setdefault(id(member), []).append(each.id)
    found = [
        Person(
            ledger.roster.display(member, period.end),
            Figure.count(tuple(due[id(member)])),
            Figure.count(tuple(came.get(id(member), ()))),
        )
        for member in ledger.roster.people
        if id(member) in due
    ]
    return tuple(sorted(found, key=lambda each: each.rate.value))


def low(ledger: BranchLedger, period: Period, percent: int) -> Section:
    """Return the members of a branch whose rate lies below some hundredths."""
    rows = tuple(
        cells((each.name, each.due, each.came, each.rate))
        for each in persons(ledger, period)
        if each.rate.value < percent
    )
    return Section(words.PERSONS, Table(words.PERSON_HEADS, rows), note=words.below(percent))


def _rate(ledgers: Iterable[BranchLedger], period: Period) -> Figure:
    """Return 到会率 over all gatherings of some branches."""
    tallies = [_tally(each, period) for each in ledgers]
    return figures.percent(
        figures.total(each.came for each in tallies), figures.total(each.obliged for each in tallies)
    )


def _tally(ledger: BranchLedger, period: Period) -> Tally:
    """Return the tally of all gatherings of a branch, counted once as long as its records stay."""
    return ledger.once(("tally", period), lambda: tally(ledger, held(ledger, period)))


def _monthly(ledger: BranchLedger, month: Period) -> Figure | str:
    return _or_nothing(_tally(ledger, month).rate)


def _or_nothing(rate: Figure) -> Figure | str:
    """Return a rate, "" where nobody was due."""
    return rate if rate.sources else ""


def _lines(ledgers: Sequence[BranchLedger], period: Period, title: str) -> Chart | str:
    months = list(period.months())
    rates = [_rate(ledgers, month) for month in months]
    known = tuple(rate if rate.sources else None for rate in rates)
    heads = _month_heads(months)
    # A line needs two points.
    if sum(rate is not None for rate in known) < LEAST_POINTS:
        return ""
    return charted(ChartKind.LINES, title, heads, (Series(words.ATTENDANCE, known),))


def _month_heads(months: Iterable[Period]) -> tuple[str, ...]:
    return tuple(words.month_head(month.month) for month in months)


def _counted(name: str, ledger: BranchLedger, gatherings: Sequence[Entry[Gathering]]) -> tuple[str, ...]:
    made = tally(ledger, gatherings)
    return cells((name, made.times, made.visits, made.rate if made.times.value else ""))
