"""Takes an organisation's month, gives the 数说: what each branch held, who came, and how its five items stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from docgen.documents.periods import BELOW_ORGANISATIONS
from docgen.documents.statistics.activities import CAME, COUNTS, OBLIGED, THEME_DAY, VISITS, held, tally
from docgen.ledger import BranchLedger, CellState, OrganisationLedger, figures
from docgen.model.meeting import Meeting
from docgen.model.period import Period
from docgen.view import Chart, ChartKind, Figure, Plain, Series, View, charted, label

MEETINGS, THEME_DAYS, ALL, DUE, DONE = "meetings", "theme_days", "all", "due", "done"
SUM = "合计"
CHART_TITLE, DONE_NAME = "本月“五个一”完成数", "完成数"
MOST_BARS = 20
"""A chart of more branches than this takes a page and can be read less well than the table."""


class FiguresRow(View, frozen=True, kw_only=True):
    """The month of one branch in numbers."""

    unit: str = label("党支部")
    meetings: Figure = label("会议")
    theme_days: Figure = label("主题党日")
    visits: Figure = label("人次")
    rate: Figure = label("到会率")
    due: Figure = label("应完成")
    done: Figure = label("完成")


def digest(ledger: BranchLedger, month: Period) -> dict[str, Plain]:
    """Return a branch's month in numbers as plain data; nothing of a unit that has others below it."""
    if ledger.unit.type not in BELOW_ORGANISATIONS:
        return {}
    cells = [cell for cell in ledger.cells(month) if cell.state is not CellState.NOT_APPLICABLE]
    done = [cell for cell in cells if cell.state is CellState.DONE]
    whole = tally(ledger, held(ledger, month))
    return {
        MEETINGS: figures.to_plain(figures.count(ledger.of(Meeting, month, held=True))),
        THEME_DAYS: figures.to_plain(figures.count(held(ledger, month, THEME_DAY))),
        ALL: {name: figures.to_plain(getattr(whole, name)) for name in COUNTS},
        DUE: figures.to_plain(Figure(len(cells), str(len(cells)))),
        DONE: figures.to_plain(figures.number(len(done), (each for cell in done for each in cell.evidence))),
    }


def rows(ledger: OrganisationLedger, *path: str) -> Iterator[FiguresRow]:
    """Yield the branches that handed figures in, whose digest lies at a path; then their sum, where there are several."""
    units = _branches(ledger, *path)
    for unit in units:
        yield _row(unit, partial(ledger.figure, unit, *path))
    if len(units) > 1:
        yield _row(SUM, partial(ledger.total, *path))


def chart(ledger: OrganisationLedger, *path: str) -> Chart | str:
    """Return how many of the five items each branch has done, "" where none is due or there are too many branches."""
    units = _branches(ledger, *path)
    due = {unit: ledger.figure(unit, *path, DUE) for unit in units}
    if len(units) > MOST_BARS or not any(each.value for each in due.values()):
        return ""
    done = tuple(ledger.figure(unit, *path, DONE) if due[unit].value else None for unit in units)
    most = max(float(each.value) for each in due.values())
    return charted(ChartKind.BARS, CHART_TITLE, tuple(units), (Series(DONE_NAME, done),), most=most)


def _branches(ledger: OrganisationLedger, *path: str) -> list[str]:
    return [unit.short for unit in ledger.units if ledger.part(unit.short, *path)]


def _row(name: str, figure: Callable[..., Figure]) -> FiguresRow:
    return FiguresRow(
        unit=name,
        meetings=figure(MEETINGS),
        theme_days=figure(THEME_DAYS),
        visits=figure(ALL, VISITS),
        rate=figures.percent(figure(ALL, CAME), figure(ALL, OBLIGED)),
        due=figure(DUE),
        done=figure(DONE),
    )
