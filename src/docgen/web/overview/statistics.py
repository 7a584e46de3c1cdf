"""Takes the ledgers of branches and organisations and a period, gives the sections of the page of statistics."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docgen.counted import Chart
from docgen.ledger import BranchLedger
from docgen.model.period import Period
from docgen.vocabulary import pages as words
from docgen.web.overview import attendance, completion, points, racing
from docgen.web.overview.sections import Section


def of_branches(
    branches: Sequence[BranchLedger], organisations: Iterable[BranchLedger], period: Period, above: str
) -> tuple[Section, ...]:
    """Return the statistics of several branches; `above` is the unit whose papers speak of all of them, "" for none."""
    race = racing.race(organisations, period)
    name = above or words.ALL_UNITS
    raced = (racing.ranking(race), racing.compared(race)) if race is not None else ()
    return (
        attendance.of_branches(branches, period, words.titled(name, period.text, words.ATTENDANCE), above),
        completion.of_branches(branches, period, words.titled(name, period.text, words.FIVE_ONES), above),
        points.of_branches(branches, period, words.titled(name, period.text, words.POINTS_MEAN)),
        *raced,
    )


def of_branch(
    branch: BranchLedger, organisations: Iterable[BranchLedger], period: Period, percent: int
) -> tuple[Section, ...]:
    """Return the statistics of one branch, with its members whose attendance lies below some hundredths."""
    race = racing.race(organisations, period)
    unit = branch.unit
    return (
        attendance.of_branch(branch, period, words.titled(unit.short, period.text, words.ATTENDANCE)),
        attendance.by_activity(branch, period),
        attendance.low(branch, period, percent),
        completion.of_branch(branch, period, words.titled(unit.short, period.text, words.FIVE_ONES)),
        points.of_branch(branch, period, words.titled(unit.short, period.text, words.POINTS)),
        *((racing.aspects(race, {unit.short, unit.name}),) if race is not None else ()),
    )


def chart_called(name: str, sections: Iterable[Section]) -> Chart | None:
    """Return a chart by its name in addresses, None where there is none."""
    return next((chart for each in sections for known, chart in each.charts if known == name), None)
