"""Takes a ledger and its scheme of points, gives each member's points of a period, entry by entry.

Choices, where a scheme leaves one:

- A member takes part on the days on which he belongs and is none of the scheme's 不参加; entries of other days do not
  count, and who takes part on no day is not listed. The base is given whole, also to who came in later.
- Of a category its running sum counts up to the cap. An entry counts for what it changes of that, so that what counted
  on one day does not change by later entries, and what is lost above the cap costs nothing.
- Floor and ceiling hold for each of the scheme's own periods; a longer one sums these, and its grade goes by the mean
  of those in which the member took part, so that who came in later is not judged by what he could not earn.
- A part of the scheme's own period (the quarter of a yearly scheme) shows what was added in it: no base, no bounds.
- Who is exempt from hard requirements is never absent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from docgen.ledger import figures
from docgen.model.commitment import Commitment
from docgen.model.meeting import Gathering, Meeting
from docgen.model.period import Period
from docgen.model.roster import Roster, covers
from docgen.model.schemes import PointsBand, PointsItem, PointsMeasure, PointsScheme, PointsSource
from docgen.model.schemes import Unscored as Left
from docgen.model.scoring import PointsEntry
from docgen.model.service import Training, VolunteerWork
from docgen.model.theme_day import ThemeDay
from docgen.model.unit import Member
from docgen.records.entry import Entry
from docgen.view import Figure

if TYPE_CHECKING:
    from docgen.ledger.branch import BranchLedger

NOTHING, HUNDREDTH = Decimal(), Decimal("0.01")
OWN = ""
"""The category of an entry whose item the scheme does not know."""


@dataclass(frozen=True, slots=True)
class PointsLine:
    """One entry behind a total: what it is worth, what of it counts beside the cap, and the record that it follows from."""

    member: Member
    day: date
    item: str
    category: str
    points: Decimal
    counted: Decimal
    record: str
    by_hand: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """A member's points of a period: base + what counts of the lines, within floor and ceiling, is the total."""

    member: Member
    base: Decimal
    lines: tuple[PointsLine, ...]
    total: Decimal
    periods: int = 1
    """In how many of the scheme's own periods he took part."""

    @property
    def counted(self) -> Decimal:
        """What counts of all lines."""
        return sum((line.counted for line in self.lines), NOTHING)

    @property
    def adjustment(self) -> Decimal:
        """What floor or ceiling changed."""
        return self.total - self.base - self.counted

    @property
    def average(self) -> Decimal:
        """The mean of the totals of the periods in which he took part, half up to two places."""
        return (self.total / self.periods).quantize(HUNDREDTH, ROUND_HALF_UP).normalize()

    def of(self, category: str) -> Figure:
        """Return what counts of a category, citing all its entries, those that the cap cut too."""
        lines = [line for line in self.lines if line.category == category]
        return figure_of(lines)

    @property
    def figure(self) -> Figure:
        """The total, citing every entry."""
        return figures.number(self.total, (line.record for line in self.lines))


def figure_of(lines: Iterable[PointsLine]) -> Figure:
    """Return what counts of some lines, citing their records."""
    known = list(lines)
    return figures.number(sum((line.counted for line in known), NOTHING), (line.record for line in known))


def standings(ledger: BranchLedger, period: Period) -> tuple[Standing, ...]:
    """Return the points of everyone who takes part in a period, in roster order."""
    return ledger.once(("points", period), lambda: _standings(ledger, period))


def lines_behind(ledger: BranchLedger, member: Member, period: Period) -> tuple[PointsLine, ...]:
    """Return the entries behind a member's total of a period, by day; none where he does not take part."""
    found = (each.lines for each in standings(ledger, period) if each.member is member)
    return next(found, ())


def band(scheme: PointsScheme, period: Period, standing: Standing) -> str:
    """Return the grade by the mean of the scheme's own periods, empty where the scheme names none for it."""
    reached = [each for each in scheme.bands_of(period) if each.least <= standing.average]
    return max(reached, key=_least).name if reached else ""


def takes_part(ledger: BranchLedger, member: Member, day: date) -> bool:
    """Tell whether a member takes part on a day."""
    if not any(member is each for each in ledger.roster.members_on(day)):
        return False
    return not any(_IS_LEFT_OUT[each](ledger.roster, member, day) for each in ledger.settings.points.unscored)


def derived_lines(ledger: BranchLedger, period: Period) -> tuple[PointsLine, ...]:
    """Return what records yield by themselves in a period, each line as if nothing were capped."""
    return ledger.once(("points derived", period), lambda: tuple(_derived(ledger, period)))


def _standings(ledger: BranchLedger, period: Period) -> tuple[Standing, ...]:
    scheme = ledger.settings.points
    wholes = scheme.periods_in(period)
    if not wholes:
        return tuple(_part(ledger, scheme.period_of(period.start), period))
    found: dict[int, list[Standing]] = {}
    for whole in wholes:
        for each in _whole(ledger, whole) if whole.start <= ledger.day else ():
            found.setdefault(id(each.member), []).append(each)
    people = [found[id(member)] for member in ledger.roster.people if id(member) in found]
    return tuple(map(_sum, people))


def _sum(parts: list[Standing]) -> Standing:
    return Standing(
        member=parts[0].member,
        base=sum((each.base for each in parts), NOTHING),
        lines=tuple(line for each in parts for line in each.lines),
        total=sum((each.total for each in parts), NOTHING),
        periods=len(parts),
    )


def _whole(ledger: BranchLedger, period: Period) -> Iterator[Standing]:
    """Yield the points of one of the scheme's own periods."""
    scheme = ledger.settings.points
    lines = _lines_of(ledger, period)
    for member in _participants(ledger, period):
        counted = tuple(_capped(lines.get(id(member), ()), scheme))
        plain = scheme.base + sum((line.counted for line in counted), NOTHING)
        yield Standing(member, scheme.base, counted, _bounded(plain, scheme))


def _part(ledger: BranchLedger, whole: Period, part: Period) -> Iterator[Standing]:
    """Yield what a part of one of the scheme's own periods added."""
    taking = {id(member) for member in _participants(ledger, part)}
    for each in _whole(ledger, whole):
        if id(each.member) in taking:
            lines = tuple(line for line in each.lines if line.day in part)
            yield Standing(each.member, NOTHING, lines, sum((line.counted for line in lines), NOTHING))


def _bounded(total: Decimal, scheme: PointsScheme) -> Decimal:
    least = total if scheme.floor is None else max(total, scheme.floor)
    return least if scheme.ceiling is None else min(least, scheme.ceiling)


def _capped(lines: Iterable[PointsLine], scheme: PointsScheme) -> Iterator[PointsLine]:
    caps = {category.name: category.cap for category in scheme.categories}
    sums: dict[str, Decimal] = {}
    for line in lines:
        cap, before = caps.get(line.category), sums.get(line.category, NOTHING)
        after = sums[line.category] = before + line.points
        yield line if cap is None else replace(line, counted=min(cap, after) - min(cap, before))


def _lines_of(ledger: BranchLedger, period: Period) -> dict[int, list[PointsLine]]:
    """Return the lines of a period by member, in order of day; of days on which the member takes part."""
    lines = sorted((*derived_lines(ledger, period), *_written(ledger, period)), key=_order)
    found: dict[int, list[PointsLine]] = {}
    for line in lines:
        if takes_part(ledger, line.member, line.day):
            found.setdefault(id(line.member), []).append(line)
    return found


def _participants(ledger: BranchLedger, period: Period) -> list[Member]:
    end = ledger.as_of(period)
    members = ledger.roster.members_during(period.start, end)
    return [
        member
        for member in members
        if any(takes_part(ledger, member, day) for day in _beginnings(ledger, member) if day in period and day <= end)
        or takes_part(ledger, member, period.start)
    ]


def _beginnings(ledger: BranchLedger, member: Member) -> Iterator[date]:
    """Yield the days on which a member may begin to take part."""
    days = (ledger.unit.founded, member.transferred_in, member.joined, member.confirmed)
    yield from (day for day in days if day is not None)
    yield from (span.until + timedelta(days=1) for span in member.mobile if span.until and span.until < date.max)


def _written(ledger: BranchLedger, period: Period) -> Iterator[PointsLine]:
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


@dataclass(frozen=True, slots=True)
class _Event:
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

_IS_LEFT_OUT: dict[Left, Callable[[Roster, Member, date], bool]] = {
    Left.EXEMPT: lambda roster, member, day: member.exempt,
    Left.PROBATIONARY: lambda roster, member, day: not roster.is_full(member, day),
    Left.MOBILE: lambda roster, member, day: any(covers(span, day) for span in member.mobile),
}


def _order(line: PointsLine) -> tuple[date, str]:
    return line.day, line.record


def _least(each: PointsBand) -> Decimal:
    return each.least
