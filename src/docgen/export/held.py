"""Takes an order, gives what its tasks share in this process: the workspace, its templates, the ledger read last."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from docgen.export.order import Order
from docgen.export.shelf import Tray
from docgen.generation import open_ledger, stationery_of
from docgen.ledger import BranchLedger
from docgen.stationery import Stationery
from docgen.workspace import Workspace, open_workspace


@dataclass
class Held:
    """What is opened once per process and export, however many tasks come."""

    order: Order
    workspace: Workspace
    tray: Tray | None = None
    _last: tuple[str, BranchLedger] | None = field(default=None, init=False)

    @cached_property
    def stationery(self) -> Stationery:
        """The templates: what an export wears does not change while it runs."""
        return stationery_of(self.workspace)

    def ledger(self, unit: str) -> BranchLedger:
        """Return a unit's ledger; where several tasks about one unit follow each other, its records are read once."""
        last = self._last
        if last is None or last[0] != unit:
            last = self._last = (unit, open_ledger(self.workspace, unit, self.order.day))
        return last[1]


_held: dict[str, Held] = {}


def hold(order: Order, workspace: Workspace, tray: Tray | None = None) -> None:
    """Let the tasks of one export in this process use a workspace as it is already open, and a tray for its papers."""
    _held[order.run] = Held(order, workspace, tray)


def release(order: Order) -> None:
    """Forget what an export that has ended held."""
    _held.pop(order.run, None)


def held(order: Order) -> Held:
    """Return what is held; a process of a cluster outlives many exports, and opens the workspace of the next."""
    if order.run not in _held:
        _held.clear()
        hold(order, open_workspace(order.root))
    return _held[order.run]
