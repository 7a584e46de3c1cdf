"""Takes branches' ledgers and a period, gives the points of their members: standings, means, and grades."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.counted import Chart, ChartKind, Figure, Series, charted
from docgen.documents.points.rows import names_of, table
from docgen.ledger import BranchLedger, figures
from docgen.ledger.points import Standing, band, standings
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.vocabulary import pages as words
from docgen.web.overview.sections import MOST_BARS, Paper, Section, Table, cells, named

LEDGER = "points-ledger"


def of_branches(ledgers: Sequence[BranchLedger], period: Period, title: str) -> Section:
    """Return for each branch the mean of its members' points and how many reached each grade."""
    known = [(each, found) for each in ledgers if (found := scored(each, period))]
    means = {each.unit.short: mean(found) for each, found in known}
    lowest = sorted(means, key=lambda short: means[short].value)[:MOST_BARS]
    ordered = tuple(lowest if len(known) > len(lowest) else means)
    bars = charted(
        ChartKind.BARS,
        words.lowest(title, len(ordered)) if len(known) > len(ordered) else title,
        ordered,
        (Series(words.MEAN, tuple(means[short] for short in ordered)),),
    )
    grades = list(dict.fromkeys(grade for each, _ in known for grade in _grades(each, period)))
    rows = tuple(
        cells(
            (each.unit.short, people(found), means[each.unit.short], *(graded(each, period, grade) for grade in grades))
        )
        for each, found in known
    )
    return Section(
        words.POINTS,
        Table((*words.POINTS_HEADS, *grades), rows, _sums(known, period, grades) if len(known) > 1 else ()),
        named(points=bars, grades=_graded_bars([each for each, _ in known], period, grades)),
    )


def of_branch(ledger: BranchLedger, period: Period, title: str) -> Section:
    """Return the points of a branch's members, as its 积分台账 has them, drawn from the highest."""
    found = scored(ledger, period)
    if not found:
        return Section(words.POINTS, Table((words.NAME, words.TOTAL), ()))
    heads, rows = table(ledger, Subject(ledger.unit.short, period))
    names = names_of(found)
    ordered = sorted(found, key=lambda each: -each.total)[:MOST_BARS]
    bars = charted(
        ChartKind.BARS,
        title,
        tuple(names[id(each.member)] for each in ordered),
        (Series(words.TOTAL, tuple(each.figure for each in ordered)),),
    )
    grades = _grades(ledger, period)
    counts = [(grade, graded(ledger, period, grade).text) for grade in grades]
    paper = None if period.month else Paper(LEDGER, f"{ledger.unit.short}/{period}")
    printed = Table(heads, tuple(map(cells, rows)), names=2)
    charts = named(points=bars, grades=_graded_bars([ledger], period, grades))
    return Section(words.POINTS, printed, charts, words.grades(counts), paper)


def scored(ledger: BranchLedger, period: Period) -> tuple[Standing, ...]:
    """Return the standings of a branch whose members got or lost points; none where nobody did."""
    found = standings(ledger, period)
    return found if any(each.lines for each in found) else ()


def mean(found: Sequence[Standing]) -> Figure:
    """Return the mean of some members' points."""
    return figures.mean(each.figure for each in found)


def people(found: Sequence[Standing]) -> Figure:
    """Return how many have points."""
    return Figure(len(found), str(len(found)))


def graded(ledger: BranchLedger, period: Period, grade: str) -> Figure:
    """Return how many of a branch reached a grade, citing what they got points for."""
    scheme = ledger.settings.points
    reached = [each for each in scored(ledger, period) if (band(scheme, period, each) or words.NO_GRADE) == grade]
    return figures.things(each.figure.sources for each in reached)


def _sums(
    known: Sequence[tuple[BranchLedger, Sequence[Standing]]], period: Period, grades: Sequence[str]
) -> tuple[str, ...]:
    every = [each for _, found in known for each in found]
    counts = (figures.total(graded(ledger, period, grade) for ledger, _ in known) for grade in grades)
    return cells((words.SUM, people(every), mean(every), *counts))


def _grades(ledger: BranchLedger, period: Period) -> list[str]:
    """Return the grades of a scheme, the highest first, and the name for none where somebody has none."""
    scheme = ledger.settings.points
    bands = sorted(scheme.bands_of(period), key=lambda each: -each.least)
    if not bands:
        return []
    without = any(not band(scheme, period, each) for each in scored(ledger, period))
    return [*(each.name for each in bands), *([words.NO_GRADE] if without else [])]


def _graded_bars(ledgers: Sequence[BranchLedger], period: Period, grades: Sequence[str]) -> Chart | str:
    counts = tuple(figures.total(graded(each, period, grade) for each in ledgers) for grade in grades)
    if not any(each.value for each in counts):
        return ""
    return charted(ChartKind.BARS, words.GRADES, tuple(grades), (Series(words.PEOPLE, counts),))
