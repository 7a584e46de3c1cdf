"""Takes cells of the matrix, gives their counts per item, as figures and as plain data for an organisation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import fields

from docgen.documents.kind import labels_of
from docgen.house.outline import Align, Column
from docgen.ledger import BranchLedger, Cell, CellState, FiveOnesItem, OrganisationLedger, figures
from docgen.ledger.five_ones import cell_to_plain, tally
from docgen.model.five_ones import NewsItem, PolicyRevision, ProblemSolved
from docgen.model.meeting import Meeting
from docgen.model.period import Period
from docgen.model.theme_day import ThemeDay
from docgen.view import Figure, Plain, Text, View, label

DUE, DONE, MISSING, NOT_APPLICABLE, RECORDS = "due", "done", "missing", "not_applicable", "records"
COUNTS = (DUE, DONE, MISSING, NOT_APPLICABLE)
TOTAL, ITEMS, CELLS = "total", "items", "cells"
CELL_FIELDS = (
    *labels_of(Meeting, "start", "present", "agenda"),
    *labels_of(PolicyRevision, "examiner", "started", "published"),
    *labels_of(ProblemSolved, "beneficiary", "raised", "solved", "result"),
    *labels_of(NewsItem, "headline", "channels"),
)
"""The fields by which a record counts for one of the five items."""
CONTENT_FIELDS = (
    *labels_of(Meeting, "type", "due", "on_leave", "absent"),
    *labels_of(ThemeDay, "theme"),
    *labels_of(PolicyRevision, "name", "action", "serial"),
    *labels_of(ProblemSolved, "problem"),
)
"""The fields by which it says what was done."""
ITEM_CELL = "{{{{ {row}.{of}.{item} }}}}"


class ItemsView(View, frozen=True, kw_only=True):
    """Five texts, one per item."""

    study: Text = label("学习研讨")
    theme_day: Text = label("主题党日")
    policy: Text = label("制度修订")
    problem: Text = label("办实事")
    news: Text = label("宣传稿")


class CountsView(View, frozen=True, kw_only=True):
    """How many items were due and done."""

    due: Figure = label("应完成")
    done: Figure = label("完成")
    missing: Figure = label("未完成")
    not_applicable: Figure = label("不适用")


COUNTS_SENTENCE = (
    "应完成{{ 合计.应完成 }}项，完成{{ 合计.完成 }}项，未完成{{ 合计.未完成 }}项，不适用{{ 合计.不适用 }}项"
)


def items_view(*texts: Text) -> ItemsView:
    """Return five texts by their items."""
    names = (each.name for each in fields(ItemsView))
    return ItemsView(**dict(zip(names, texts, strict=True)))


def item_columns(row: str, of: str, width: int) -> tuple[Column, ...]:
    """Return a column for each item of `row`'s field `of`."""
    return tuple(
        Column(item, ITEM_CELL.format(row=row, of=of, item=item), width, Align.CENTER) for item in FiveOnesItem
    )


def cells_of(ledger: BranchLedger, period: Period) -> tuple[Cell, ...]:
    """Return the cells of a period, month after month."""
    return tuple(cell for month in period.months() for cell in ledger.cells(month))


def of_item(cells: Iterable[Cell], item: FiveOnesItem) -> tuple[Cell, ...]:
    """Return the cells of one item."""
    return tuple(cell for cell in cells if cell.item is item)


def counts(cells: Sequence[Cell]) -> CountsView:
    """Count cells."""
    done, due = tally(cells)
    return CountsView(
        due=due,
        done=done,
        missing=_in_state(cells, CellState.MISSING),
        not_applicable=_in_state(cells, CellState.NOT_APPLICABLE),
    )


def records(cells: Iterable[Cell]) -> Figure:
    """Count the records that prove cells."""
    return Figure.count(tuple(dict.fromkeys(record for cell in cells for record in cell.evidence)))


def digest(ledger: BranchLedger, period: Period) -> dict[str, Plain]:
    """Return a branch's cells of a period and their counts, in all and per item, as plain data."""
    cells = cells_of(ledger, period)
    return {CELLS: [cell_to_plain(cell) for cell in cells], **digest_counts(ledger, period)}


def digest_counts(ledger: BranchLedger, period: Period) -> dict[str, Plain]:
    """Return the counts of a branch's cells of a period, in all and per item, as plain data."""
    cells = cells_of(ledger, period)
    return {TOTAL: _plain(cells), ITEMS: {item.value: _plain(of_item(cells, item)) for item in FiveOnesItem}}


def total_counts(ledger: OrganisationLedger, *path: str | int) -> CountsView:
    """Return the sums over the units."""
    return CountsView(**{name: ledger.total(*path, name) for name in COUNTS})


def _in_state(cells: Sequence[Cell], state: CellState) -> Figure:
    return figures.things(cell.records for cell in cells if cell.state is state)


def _plain(cells: Sequence[Cell]) -> dict[str, Plain]:
    view = counts(cells)
    plain: dict[str, Plain] = {name: figures.to_plain(getattr(view, name)) for name in COUNTS}
    return plain | {RECORDS: figures.to_plain(records(cells))}
