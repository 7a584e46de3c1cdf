"""Takes an order and the units chosen, gives the plan of an export: what is mapped over units, and what reduced from them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec import Struct
from msgspec.structs import replace

from docgen.documents import OrganisationPaper
from docgen.export.order import Order
from docgen.generation import below, papers
from docgen.workspace import Workspace

# So many units below an organisation make it worth while that one more process opens their digests.
UNITS_A_PIECE = 10


class Plan(Struct, frozen=True):
    """The units of an export.

    `chosen` have papers of their own; `needed` hand in digests, `others` among them nothing else. `pieces` are the orders
    for the papers over other units, organisation by organisation; `split` have more than one, and are closed afterwards.
    """

    chosen: tuple[str, ...]
    needed: frozenset[str]
    others: tuple[str, ...]
    pieces: tuple[tuple[str, Order], ...]
    split: tuple[str, ...]

    @property
    def above(self) -> frozenset[str]:
        """The organisations that papers are reduced for."""
        return frozenset(short for short, _ in self.pieces)

    @property
    def steps(self) -> int:
        """How many tasks there are."""
        return len(self.chosen) + len(self.others) + len(self.pieces) + len(self.split)


def planned(workspace: Workspace, order: Order, chosen: Sequence[str], reducing: Collection[str] | None = None) -> Plan:
    """Plan an export of some units; `reducing` names those whose papers over other units are asked for, by default all."""
    kinds = tuple(kind.name for kind in order.kinds_wanted if any(papers(kind, OrganisationPaper)))
    under = {short: below(workspace, short) for short in chosen if reducing is None or short in reducing}
    pieces = {short: _pieces(order, kinds, len(units)) for short, units in under.items() if kinds and units}
    needed = dict.fromkeys(branch for short in pieces for branch in under[short])
    return Plan(
        chosen=tuple(chosen),
        needed=frozenset(needed),
        others=tuple(short for short in needed if short not in chosen),
        pieces=tuple((short, piece) for short, orders in pieces.items() for piece in orders),
        split=tuple(short for short, orders in pieces.items() if len(orders) > 1 and not order.flat),
    )


def _pieces(order: Order, kinds: tuple[str, ...], units: int) -> list[Order]:
    """Return the order for an organisation's papers: as it is, or where there are many units, for a few kinds each."""
    count = min(len(kinds), units // UNITS_A_PIECE)
    return [replace(order, kinds=kinds[place::count]) for place in range(count)] if count > 1 else [order]
