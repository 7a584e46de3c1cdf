"""Takes branches' ledgers and a period, gives how far the five monthly items are done: by branch, item and month."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docgen.counted import Chart, ChartKind, Figure, Series, charted
from docgen.documents.five_ones.items import cells_of, of_item
from docgen.ledger import BranchLedger, Cell, FiveOnesItem, figures
from docgen.ledger.five_ones import tally
from docgen.model.period import Period
from docgen.vocabulary import pages as words
from docgen.web.overview.sections import MOST_BARS, Paper, Section, Table, named

FULL = 100
MATRIX, MONTHLY = "five-ones-matrix", "five-ones-month"


def of_branches(ledgers: Sequence[BranchLedger], period: Period, title: str, above: str) -> Section:
    """Return how far branches have done the items; `above` is the unit of the paper."""
    cells = {each.unit.short: _cells(each, period) for each in ledgers}
    known = {short: own for short, own in cells.items() if tally(own)[1].value}
    rates = {short: _rate(own) for short, own in known.items()}
    lowest = sorted(rates, key=lambda short: rates[short].value)[:MOST_BARS]
    shown = lowest if len(known) > len(lowest) else list(known)
    bars = charted(
        ChartKind.BARS,
        words.lowest(title, len(shown)) if len(known) > len(shown) else title,
        tuple(shown),
        (Series(words.COMPLETION, tuple(rates[short] for short in shown)),),
        most=FULL,
    )
    every = [cell for own in known.values() for cell in own]
    table = Table(
        (words.BRANCH, *(item.value for item in FiveOnesItem), *words.FIVE_ONES_HEADS),
        tuple(_row(short, own) for short, own in known.items()),
        _row(words.SUM, every) if len(known) > 1 else (),
    )
    fits = above and (period.month or period == Period(period.year))
    paper = Paper(MATRIX, f"{above}/{period}") if fits and known else None
    return Section(words.FIVE_ONES, table, named(five_ones=bars), _note(ledgers, period), paper)


def of_branch(ledger: BranchLedger, period: Period, title: str) -> Section:
    """Return how far one branch has done each item, and drawn how many of the five it did in each month."""
    own = _cells(ledger, period)
    paper = Paper(MONTHLY, f"{ledger.unit.short}/{period}") if period.month else None
    if not tally(own)[1].value:
        return Section(words.FIVE_ONES, Table(words.ITEM_HEADS, ()))
    rows = tuple(_item_row(item.value, of_item(own, item)) for item in FiveOnesItem)
    table = Table(words.ITEM_HEADS, rows, _item_row(words.SUM, own))
    return Section(words.FIVE_ONES, table, named(five_ones=_items(own, title)), _note([ledger], period), paper)


def _cells(ledger: BranchLedger, period: Period) -> tuple[Cell, ...]:
    """Return the cells of a branch, looked at once as long as its records stay."""
    return ledger.once(("cells", period), lambda: cells_of(ledger, period))


def _items(own: Sequence[Cell], title: str) -> Chart | str:
    known = [(item.value, of_item(own, item)) for item in FiveOnesItem]
    done = tuple(tally(cells)[0] for _, cells in known)
    due = max(int(tally(cells)[1].value) for _, cells in known)
    if not any(each.value for each in done):
        return ""
    return charted(
        ChartKind.BARS, title, tuple(item for item, _ in known), (Series(words.DONE, done),), most=float(due)
    )


def _note(ledgers: Sequence[BranchLedger], period: Period) -> str:
    """Say that months count which are not over, as they do in the papers."""
    return words.NOT_OVER if any(each.day < period.end for each in ledgers) else ""


def _rate(some: Iterable[Cell]) -> Figure:
    return figures.percent(*tally(some))


def _row(name: str, own: Sequence[Cell]) -> tuple[str, ...]:
    done, due = tally(own)
    shares = (tally(of_item(own, item)) for item in FiveOnesItem)
    return (name, *(words.of(one.text, other.text) for one, other in shares), due.text, done.text, _rate(own).text)


def _item_row(name: str, own: Sequence[Cell]) -> tuple[str, ...]:
    done, due = tally(own)
    return name, due.text, done.text, _rate(own).text
