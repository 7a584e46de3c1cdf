"""Takes branches' ledgers, a month and a day, gives the desk: what was done, what is lacking, what comes next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial

from msgspec import Struct

from docgen.ledger import BranchLedger
from docgen.model.period import Period
from docgen.web.overview import five_ones
from docgen.web.overview.five_ones import Row, Standing, Sums
from docgen.web.overview.owing import Owing, count, owing

FEW = 12
"""So many branches are shown row by row, whatever they have done."""


class Desk(Struct, frozen=True):
    """The branches' five items and what they owe, the worst first, with the sums."""

    rows: tuple[Row, ...]
    sums: Sums
    owing: tuple[Owing, ...]

    @property
    def shown(self) -> tuple[Row, ...]:
        """The branches that a matrix shows row by row: of many only those that lack something."""
        if len(self.rows) <= FEW:
            return self.rows
        return tuple(each for each in self.rows if each.done < each.due)

    @property
    def complete(self) -> tuple[str, ...]:
        """The branches that have all five and are not shown row by row."""
        shown = {each.unit for each in self.shown}
        return tuple(each.unit for each in self.rows if each.unit not in shown)

    @property
    def late(self) -> int:
        """How much is overdue."""
        return sum(count(each.late) for each in self.owing)

    @property
    def soon(self) -> int:
        """How much is due soon."""
        return sum(count(each.soon) for each in self.owing)

    @property
    def asked(self) -> bool:
        """Whether the five items are asked for in the month at all."""
        return self.sums.due > 0


def desk(ledgers: Iterable[BranchLedger], month: Period, day: date) -> Desk:
    """Return the desk of some branches; each branch's part is worked out once, as long as its records stay."""
    parts = [each.once(("desk", month, day), partial(_part, each, month, day)) for each in ledgers]
    rows = [row for row, _ in parts if row.due]
    return Desk(
        tuple(sorted(rows, key=_lack, reverse=True)),
        five_ones.sums(rows),
        tuple(sorted((owed for _, owed in parts if owed.late or owed.soon), key=_weight, reverse=True)),
    )


def _part(ledger: BranchLedger, month: Period, day: date) -> tuple[Row, Owing]:
    return five_ones.row(ledger, month, day), owing(ledger, month.year, day, shown=month)


def _lack(row: Row) -> tuple[int, int]:
    return row.count(Standing.MISSING), row.count(Standing.DUE)


def _weight(owed: Owing) -> tuple[int, int]:
    return owed.weight
