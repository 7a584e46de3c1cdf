"""Takes the journal's last changes and ledgers, gives the records that were worked on last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from heapq import nlargest

from msgspec import Struct

from docgen.editing import Change, Verb
from docgen.ledger import BranchLedger
from docgen.ledger.branch import AnyEntry

MOST = 10


class Recent(Struct, frozen=True):
    """One record: what it is, and who did what to it when, where the journal knows; "" where it is gone."""

    record: str
    unit: str
    kind: str
    title: str
    day: date | None
    verb: str = ""
    by: str = ""
    at: datetime | None = None


def recent(
    changes: Iterable[Change], ledgers: Mapping[str, BranchLedger], day: date, *, confidential: frozenset[str]
) -> tuple[Recent, ...]:
    """Return the records that were changed last, then those of the last days; confidential ones of some units only."""
    found: dict[str, Recent] = {}
    for each in (*_changed(changes, ledgers, confidential), *_latest(ledgers, day, confidential)):
        if len(found) < MOST:
            found.setdefault(each.record, each)
    return tuple(found.values())


def _changed(
    changes: Iterable[Change], ledgers: Mapping[str, BranchLedger], confidential: frozenset[str]
) -> Iterator[Recent]:
    for change in changes:
        ledger = ledgers.get(change.unit)
        entry = ledger.entry(change.record) if ledger is not None and change.record else None
        if entry is None:
            if change.verb is Verb.DELETED and change.unit in ledgers:
                kind = change.kinds[0] if len(change.kinds) == 1 else ""
                yield Recent(change.record, change.unit, kind, "", None, change.verb.value, change.by, change.at)
        elif _shown(entry, confidential):
            yield _recent(entry, change)


def _latest(ledgers: Mapping[str, BranchLedger], day: date, confidential: frozenset[str]) -> Iterator[Recent]:
    """Yield the records of the last days; what somebody may not see stands in the way of nothing."""
    known = (
        entry
        for ledger in ledgers.values()
        for entry in nlargest(MOST, _past(ledger, day, confidential), key=lambda entry: entry.order)
    )
    yield from map(_recent, nlargest(MOST, known, key=lambda entry: entry.order))


def _past(ledger: BranchLedger, day: date, confidential: frozenset[str]) -> Iterator[AnyEntry]:
    return (
        entry for entry in ledger.entries if entry.day is not None and entry.day <= day and _shown(entry, confidential)
    )


def _shown(entry: AnyEntry, confidential: frozenset[str]) -> bool:
    return not entry.model.confidential or entry.unit in confidential


def _recent(entry: AnyEntry, change: Change | None = None) -> Recent:
    model = entry.model
    said = (change.verb.value, change.by, change.at) if change is not None else ("", "", None)
    return Recent(entry.id, entry.unit, model.kind, model.title, entry.day, *said)
