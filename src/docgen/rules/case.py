"""Takes a unit's ledger, a rule and a day, gives what one test may ask, and makes its findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Generic, TypeVar

from msgspec import Struct
from pydantic import BaseModel

from docgen.findings import Finding, Place
from docgen.ledger import BranchLedger, Entry
from docgen.model.base import RecordModel, label_of
from docgen.model.meeting import Gathering
from docgen.model.period import Period
from docgen.rules.obligation import Obligation, State, Why
from docgen.rules.provision import Applied, P_co

M = TypeVar("M", bound=RecordModel)
G = TypeVar("G", bound=Gathering)
Values = str | int


class Case(Struct, Generic[P_co], frozen=True):
    """One rule before one unit's ledger, on the day of checking.

    `first` is the first day for which anything is owed: the rule's own or the organisation's, whichever is later.
    """

    ledger: BranchLedger
    applied: Applied[P_co]
    day: date
    first: date

    @property
    def parameters(self) -> P_co:
        """The rule's parameters, as the organisation set them."""
        return self.applied.parameters

    def of(
        self, kind: type[M], period: Period | None = None, held: bool | None = None, **where: object
    ) -> list[Entry[M]]:
        """Return the entries of a kind for which the rule holds: undated, or of a day on or after its `since`."""
        since = self.applied.rule.since
        found = self.ledger.of(kind, period, held, **where)
        # Entries are ordered by day: where the first is not too early, none is.
        if not found or (found[0].day or date.max) >= since:
            return found
        return [entry for entry in found if entry.day is None or entry.day >= since]

    def held(self, kind: type[G], period: Period | None = None, **where: object) -> list[Entry[G]]:
        """Return the gatherings of a kind that took place and for which the rule holds."""
        return self.of(kind, period, held=True, **where)

    def finding(
        self, entry: Entry[RecordModel], *steps: str | int, case: str = "", value: Values = "", **values: Values
    ) -> Finding:
        """Return a finding about a place of a record; `steps` are attributes and indexes, `case` the part of its code."""
        path = labels(entry.model, *steps)
        return self._made(case, entry.place(*path), entry.id, {"value": value} | values, path)

    def roster_finding(self, *steps: str | int, case: str = "", value: Values = "", **values: Values) -> Finding:
        """Return a finding about a place of the unit's file."""
        path = labels(self.ledger.unit, *steps)
        place = self.ledger.unit_source.place(*path)
        return self._made(case, place, self.ledger.unit.short, {"value": value} | values, path)

    def obligation(  # noqa: PLR0913 - what an obligation is, each part by its name
        self,
        item: str,
        window: Period,
        records: Iterable[str],
        *,
        who: str = "",
        case: str = "",
        due: date | None = None,
        done: bool | None = None,
        why: Why | None = None,
        **values: Values,
    ) -> Obligation:
        """Return an obligation as it stands on the day of checking.

        It is done where there are records (or `done` says so), not applicable where there is a `why` or the window
        begins before the rule or the organisation's first day, and due until the day `due` (the window's last) has come.
        """
        found = tuple(records)
        last = due or window.end
        why = why or (Why.BEFORE if last < self.first else None)
        said = {"value": who or item, "item": item, "window": window.text} | values
        return Obligation(
            rule=self.applied.rule.id,
            code=self.applied.code(case),
            item=item,
            window=window,
            due=last,
            state=self._state(bool(found) if done is None else done, last, why),
            who=who,
            records=found,
            why=why,
            values=said,
        )

    def whole(self, window: Period) -> Why | None:
        """Return None where the unit existed throughout a window that the rule covers, else why nothing is owed."""
        unit = self.ledger.unit
        if window.start < self.first:
            return Why.BEFORE
        founded, dissolved = unit.founded or date.min, unit.dissolved or date.max
        if window.end < founded or dissolved <= window.start:
            return Why.NOT_THERE
        return None if unit.existed(window.start, window.end) else Why.PARTIAL

    def _state(self, done: bool, last: date, why: Why | None) -> State:
        if why is not None:
            return State.NOT_APPLICABLE
        if done:
            return State.DONE
        return State.MISSING if last <= self.day else State.DUE

    def _made(
        self, case: str, place: Place, subject: str, values: Mapping[str, Values], path: tuple[str | int, ...]
    ) -> Finding:
        return self.applied.finding(self.applied.code(case), place, subject, values, path)


def labels(model: BaseModel, *steps: str | int) -> tuple[str | int, ...]:
    """Return a path of attributes and indexes as the labels and indexes that were written."""
    here: Any = model
    path: list[str | int] = []
    for step in steps:
        if isinstance(step, int):
            path.append(step)
            here = here[step] if here is not None and step < len(here) else None
        elif here is not None:
            path.append(label_of(type(here), step))
            here = getattr(here, step)
    return tuple(path)
