"""Takes who asks and which unit, gives the branches and organisations that a page of overview is about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from docgen.accounts import Action, Caller, may
from docgen.ledger import BranchLedger
from docgen.model.unit import UnitType
from docgen.web.asking import allow, visible_units
from docgen.web.overview.owing import Write
from docgen.web.overview.spans import kept_years
from docgen.web.service import Service
from docgen.workspace import Workspace


class Scope(Struct, frozen=True):
    """What is seen: all units that somebody may choose, the chosen one, what is meant by it, and its branches.

    `organisations` are all that somebody may read, `above` is the one whose papers speak of all the branches, "" for
    none.
    """

    units: tuple[str, ...]
    chosen: str
    meant: tuple[str, ...]
    branches: tuple[str, ...]
    organisations: tuple[str, ...]
    above: str

    @property
    def branch(self) -> str:
        """The branch that the page is about alone, "" where it is about several."""
        return self.branches[0] if len(self.branches) == 1 else ""

    @property
    def about(self) -> str:
        """The unit that all is about: the chosen one, or the only one; "" for several."""
        return self.chosen or (self.units[0] if len(self.units) == 1 else "")

    @property
    def seen(self) -> tuple[str, ...]:
        """The branches and the organisations."""
        return (*self.branches, *self.organisations)


def scope_of(service: Service, who: Caller, unit: str) -> Scope:
    """Return what somebody sees of a unit and those below it, or of all; raise Refusal for what may not be read."""
    if unit:
        allow(who, Action.READ, unit)
    workspace, units = service.library.workspace(), visible_units(service, who)
    short = workspace.unit(unit).short if unit else ""
    meant = {short, *workspace.tree.below(short)} if short else set(units)
    types = {each: workspace.units[each].type for each in units}
    return Scope(
        units,
        short,
        tuple(each for each in units if each in meant),
        tuple(each for each in units if types[each] is UnitType.BRANCH and each in meant),
        tuple(each for each in units if types[each] is not UnitType.BRANCH),
        _above(workspace, units, short),
    )


def ledgers(service: Service, units: tuple[str, ...], day: date) -> Mapping[str, BranchLedger]:
    """Return the ledgers of some units."""
    return {each: service.library.ledger(each, day) for each in units}


def years(service: Service, units: tuple[str, ...], day: date) -> frozenset[int]:
    """Return the years of which some units have records; plans alone make no year."""
    return service.library.once(
        ("years", units, day),
        units,
        lambda: frozenset(year for each in ledgers(service, units, day).values() for year in kept_years(each)),
    )


def cleared(who: Caller, units: tuple[str, ...]) -> frozenset[str]:
    """Return the units of which somebody may read what is confidential."""
    return frozenset(each for each in units if may(who, Action.READ, each, confidential=True))


def writable(who: Caller, write: Write) -> bool:
    """Tell whether somebody may write a record that is missing."""
    return may(who, Action.WRITE, write.unit, confidential=write.confidential)


def _above(workspace: Workspace, units: tuple[str, ...], chosen: str) -> str:
    """Return the chosen unit if it stands above others, else the first that stands above none."""
    if chosen:
        return chosen if workspace.tree.children(chosen) else ""
    return next((each for each in workspace.tree.roots if each in units and workspace.tree.children(each)), "")
