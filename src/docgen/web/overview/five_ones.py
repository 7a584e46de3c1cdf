"""Takes branches' ledgers and a month, gives the matrix of the five items: done, lacking, or not yet due."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from msgspec import Struct

from docgen.ledger import BranchLedger, Cell, CellState, FiveOnesItem
from docgen.model.period import Period
from docgen.web.overview.owing import FIVE_ONES_RULE, Write, write_for


class Standing(StrEnum):
    """How an item stands on a day; the values are the classes of its mark."""

    DONE = "done"
    MISSING = "missing"
    DUE = "due"
    NONE = "none"


class Item(Struct, frozen=True):
    """One item of one branch: the records that prove it, else those that were begun; what to write where it lacks."""

    name: str
    standing: Standing
    records: tuple[str, ...]
    write: Write | None

    @property
    def begun(self) -> bool:
        """Whether there is a record that does not yet prove it."""
        return self.standing in {Standing.MISSING, Standing.DUE} and bool(self.records)


class Row(Struct, frozen=True):
    """The five items of one branch."""

    unit: str
    items: tuple[Item, ...]

    @property
    def done(self) -> int:
        """How many are done."""
        return self.count(Standing.DONE)

    @property
    def due(self) -> int:
        """How many were to be done in the month."""
        return len(self.items) - self.count(Standing.NONE)

    def count(self, standing: Standing) -> int:
        """Count the items that stand so."""
        return sum(each.standing is standing for each in self.items)


class Sums(Struct, frozen=True):
    """What all branches together have done, by item, and how many have all."""

    done: int
    due: int
    missing: int
    by_item: tuple[tuple[str, int, int], ...]
    complete: int


def row(ledger: BranchLedger, month: Period, day: date) -> Row:
    """Return the five items of a branch as they stand on a day."""
    return Row(ledger.unit.short, tuple(_item(ledger.unit.short, cell, day) for cell in ledger.cells(month)))


def sums(rows: Iterable[Row]) -> Sums:
    """Return the sums of branches."""
    known = [each for each in rows if each.due]
    by_item = []
    for index, item in enumerate(FiveOnesItem):
        standings = [each.items[index].standing for each in known]
        by_item.append((item.value, standings.count(Standing.DONE), len(standings) - standings.count(Standing.NONE)))
    return Sums(
        sum(each.done for each in known),
        sum(each.due for each in known),
        sum(each.count(Standing.MISSING) for each in known),
        tuple(by_item),
        sum(each.done == each.due for each in known),
    )


def _item(unit: str, cell: Cell, day: date) -> Item:
    done = cell.state is CellState.DONE
    lacks = not done and cell.state is not CellState.NOT_APPLICABLE
    write = write_for(unit, FIVE_ONES_RULE, cell.item, cell.month, day) if lacks else None
    return Item(cell.item.value, _standing(cell, day), cell.evidence if done else cell.records, write)


def _standing(cell: Cell, day: date) -> Standing:
    if cell.state is CellState.MISSING:
        return Standing.MISSING if cell.month.end <= day else Standing.DUE
    return Standing.DONE if cell.state is CellState.DONE else Standing.NONE
