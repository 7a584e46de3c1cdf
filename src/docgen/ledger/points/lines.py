"""Takes a ledger and its scheme of points, gives what follows from its records: who got points when, and for what.

Who is exempt from hard requirements is never absent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct

from docgen.model.commitment import Commitment
from docgen.model.meeting import Gathering, Meeting
from docgen.model.period import Period
from docgen.model.schemes import PointsItem, PointsMeasure, PointsSource
from docgen.model.scoring import PointsEntry
from docgen.model.service import Training, VolunteerWork
from docgen.model.theme_day import ThemeDay
from docgen.model.unit import Member
from docgen.records.entry import Entry

if TYPE_CHECKING:
    from docgen.ledger.branch import BranchLedger

NOTHING = Decimal()
OWN = ""
"""The category of an entry whose item the scheme does not know."""


class PointsLine(Struct, frozen=True):
    """One entry behind a total: what it is worth, what of it counts beside the cap, and the record that it follows from."""

    member: Member
    day: date
    item: str
    category: str
    points: Decimal
    counted: Decimal
    record: str
    by_hand: bool


def derived_lines(ledger: BranchLedger, period: Period) -> tuple[PointsLine, ...]:
    """Return what records yield by themselves in a period, each line as if nothing were capped."""
    return ledger.once(("points derived", period), lambda: tuple(_derived(ledger, period)))


def written_lines(ledger: BranchLedger, period: Period) -> Iterator[PointsLine]:
    """Yield what was written by hand in a period, of whom the roster knows."""
    named = ledger.settings.points.named
    for entry in ledger.of(PointsEntry, period):
        written = entry.model
        member = ledger.roster.person(written.member, written.on)
        if member is not None:
            category = named[written.item].name if written.item in named else OWN
            points = written.points
            yield PointsLine(member, written.on, written.item, category, points, points, entry.id, by_hand=True)


def _derived(ledger: BranchLedger, period: Period) -> Iterator[PointsLine]:
    for category, item in ledger.settings.points.derived:
        for event in _EVENTS[item.source or PointsSource.MEETING](ledger, period, item):
            worth = _worth(item, event)
            for member in event.members if worth is not None else ():
                yield PointsLine(
                    member, event.day, item.name, category.name, worth or NOTHING, worth or NOTHING, event.record, False
                )


class _Event(Struct, frozen=True):
    """Something that yields points: when, for whom, with how many hours."""

    record: str
    day: date
    members: tuple[Member, ...]
    hours: Decimal | None = None


def _worth(item: PointsItem, event: _Event) -> Decimal | None:
    """Return what an event is worth, None where it is counted by hours and none are written."""
    points = item.points or NOTHING
    if item.measure is PointsMeasure.TIME:
        return points
    return None if event.hours is None else points * event.hours


def _came(ledger: BranchLedger, entries: Iterable[Entry[Gathering]]) -> Iterator[_Event]:
    for entry in entries:
        yield _Event(entry.id, entry.model.day, ledger.attendance(entry).present)


def _missed(ledger: BranchLedger, entries: Iterable[Entry[Gathering]]) -> Iterator[_Event]:
    for entry in entries:
        absent = tuple(member for member in ledger.attendance(entry).absent if not member.exempt)
        yield _Event(entry.id, entry.model.day, absent)


def _meetings(ledger: BranchLedger, period: Period, item: PointsItem) -> Iterator[Entry[Gathering]]:
    held = ledger.of(Meeting, period, held=True)
    return (entry for entry in held if not item.meetings or entry.model.type in item.meetings)


def _theme_days(ledger: BranchLedger, period: Period) -> Iterator[Entry[Gathering]]:
    return iter(ledger.of(ThemeDay, period, held=True))


def _kept(ledger: BranchLedger, period: Period, _: PointsItem) -> Iterator[_Event]:
    for entry in ledger.of(Commitment):
        for promise in entry.model.promises:
            if promise.done is not None and promise.done in period:
                yield _Event(entry.id, promise.done, _people(ledger, (entry.model.member,), promise.done))


def _reviewed(ledger: BranchLedger, period: Period, item: PointsItem) -> Iterator[_Event]:
    for entry in ledger.of(Commitment):
        review = entry.model.review
        day = review.day if review else None
        if review and day and day in period and (not item.grades or review.grade in item.grades):
            yield _Event(entry.id, day, _people(ledger, (entry.model.member,), day))


def _helped(ledger: BranchLedger, period: Period, _: PointsItem) -> Iterator[_Event]:
    for entry in ledger.of(VolunteerWork, period):
        members = _people(ledger, entry.model.members or (), entry.model.on)
        yield _Event(entry.id, entry.model.on, members, entry.model.hours)


def _trained(ledger: BranchLedger, period: Period, _: PointsItem) -> Iterator[_Event]:
    for entry in ledger.of(Training, period):
        members = _people(ledger, entry.model.members or (), entry.model.on)
        yield _Event(entry.id, entry.model.on, members, entry.model.hours)


def _people(ledger: BranchLedger, texts: Iterable[str], day: date) -> tuple[Member, ...]:
    """Return whom texts mean on a day, everyone once."""
    found = filter(None, (ledger.roster.person(text, day) for text in texts))
    return tuple({id(member): member for member in found}.values())


_EVENTS: dict[PointsSource, Callable[[BranchLedger, Period, PointsItem], Iterator[_Event]]] = {
    PointsSource.MEETING: lambda ledger, period, item: _came(ledger, _meetings(ledger, period, item)),
    PointsSource.MEETING_MISSED: lambda ledger, period, item: _missed(ledger, _meetings(ledger, period, item)),
    PointsSource.THEME_DAY: lambda ledger, period, _: _came(ledger, _theme_days(ledger, period)),
    PointsSource.THEME_DAY_MISSED: lambda ledger, period, _: _missed(ledger, _theme_days(ledger, period)),
    PointsSource.PROMISE: _kept,
    PointsSource.REVIEW: _reviewed,
    PointsSource.VOLUNTEER: _helped,
    PointsSource.TRAINING: _trained,
}
