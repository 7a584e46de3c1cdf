"""Takes a unit as written, gives its dated roster: who belongs, votes and leads on any day.

Choices, where the written days leave one:

- A member belongs from the latest of 转入, 入党日期 and the unit's 成立日期 that are given, that day included.
- Who left, or whose unit was dissolved, no longer belongs on that very day.
- 转正日期 is the first day as 正式党员; without it a member is 预备党员.
- 自 and 至 are both included.
- A name in 支委 that no member ever bore is a person of the roster on the days of the post, and 正式: so an
  organisation, whose only people are its 支委, has a roster too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import cached_property

from msgspec import Struct

from docgen.chinese import adjoin
from docgen.model.base import label_of
from docgen.model.unit import Group, Member, Post, Span, Unit

NUMBERED = re.compile(r"(?P<name>.+?)\s*[（(](?P<number>[^（）()]+)[）)]")
SECRETARY = re.compile(r"(机关党委|二级党委|党委|党总支|总支|党支部|支部)?书记")
POST_SEPARATOR = re.compile(r"[、，,兼\s]+")
NAME_WITH_NUMBER = "{name}（{number}）"


class Seat(Struct, frozen=True):
    """One person's post on the committee."""

    member: Member
    post: str


class _Span(Struct, frozen=True):
    """The people of some days: their positions in roster order, and by name."""

    positions: tuple[int, ...]
    members: tuple[Member, ...]
    by_name: dict[str, tuple[int, ...]]


def covers(span: Span, day: date) -> bool:
    """Tell whether a day lies in a span, both ends included."""
    return (span.since is None or span.since <= day) and (span.until is None or day <= span.until)


def numbered(member: Member) -> str:
    """Write a person as 姓名（编号）, the form that tells namesakes apart; without 编号 the bare name."""
    if not member.number:
        return member.name
    return NAME_WITH_NUMBER.format(name=member.name, number=member.number)


def is_same(one: Member, other: Member) -> bool:
    """Tell whether two are one person of a roster; all that is written of them is compared only where the names agree."""
    return one is other or (one.name == other.name and one == other)


def names_same(text: str, member: Member) -> bool:
    """Tell whether a text, bare name or 姓名（编号）, can mean this person."""
    match = NUMBERED.fullmatch(text)
    if match is None:
        return text == member.name
    return match["name"] == member.name and match["number"] == member.number


class Roster:
    """The dated roster of one unit; answers are cached, as between two changes every day has the same ones."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.people: tuple[Member, ...] = (*unit.members, *_committee_only(unit))
        self._days: dict[tuple[int, int], _Span] = {}
        self._seats: dict[int, tuple[Seat, ...]] = {}
        self._chosen: dict[tuple[str, int], tuple[Member, ...]] = {}

    def __reduce__(self) -> tuple[type[Roster], tuple[Unit]]:
        """Pickle as the unit: caches are cheap to fill again."""
        return type(self), (self.unit,)

    def members_on(self, day: date) -> tuple[Member, ...]:
        """Return who belongs on a day, in roster order."""
        return self._during(day, day).members

    def members_during(self, first: date, last: date) -> tuple[Member, ...]:
        """Return who belongs on any day of a span, both ends included, in roster order."""
        return self._during(first, last).members

    def full_on(self, day: date) -> tuple[Member, ...]:
        """Return the 正式党员 of a day."""
        return self._where("full", day, self.is_full)

    def voters_on(self, day: date) -> tuple[Member, ...]:
        """Return who may vote on a day: 正式党员 whose rights are not suspended."""
        return self._where("voters", day, self.may_vote)

    def group_on(self, name: str, day: date) -> tuple[Member, ...]:
        """Return the members of a 党小组 on a day."""
        return self._where(f"group {name}", day, lambda member, on: self.group_of(member, on) == name)

    def groups_on(self, day: date) -> tuple[Group, ...]:
        """Return the 党小组 that exist on a day."""
        return tuple(group for group in self.unit.groups if covers(group, day))

    def committee_on(self, day: date) -> tuple[Seat, ...]:
        """Return the committee of a day, one seat per post, as written."""
        at = self._stretch(day)
        if at not in self._seats:
            self._seats[at] = tuple(self._seats_of(day))
        return self._seats[at]

    def committee_members_on(self, day: date) -> tuple[Member, ...]:
        """Return who sits on the committee on a day, everyone once, in roster order."""
        seated = {id(seat.member) for seat in self.committee_on(day)}
        return tuple(member for member in self.people if id(member) in seated)

    def secretary_on(self, day: date) -> Member | None:
        """Return the 书记 of a day, None when the post is vacant."""
        return next((seat.member for seat in self.committee_on(day) if is_secretary(seat.post)), None)

    def post_of(self, person: Member | str, day: date) -> str:
        """Return the posts of a person on a day, joined; empty when there is none."""
        member = person if isinstance(person, Member) else self.person(person, day)
        return adjoin(seat.post for seat in self.committee_on(day) if member and is_same(seat.member, member))

    def group_of(self, member: Member, day: date) -> str:
        """Return the 党小组 of a member on a day; empty when there is none."""
        return next((span.name for span in member.groups if covers(span, day)), "")

    def is_full(self, member: Member, day: date) -> bool:
        """Tell whether a person is 正式党员 on a day."""
        return member.confirmed <= day if member.confirmed else member in self._committee_only

    def may_vote(self, member: Member, day: date) -> bool:
        """Tell whether a person may vote on a day."""
        return self.is_full(member, day) and not any(covers(span, day) for span in member.suspensions)

    def belongs(self, person: Member | str, day: date) -> bool:
        """Tell whether a person, or the person whom a text names, belongs on a day."""
        if isinstance(person, Member):
            return person in self.members_on(day)
        return self.person(person, day) is not None

    def find(self, text: str, first: date, last: date | None = None) -> tuple[Member, ...]:
        """Return everyone of a day (or of first to last) whom a name or 姓名（编号） can mean; two are namesakes."""
        return tuple(self.people[position] for position in self.positions(text, first, last))

    def person(self, text: str, day: date) -> Member | None:
        """Return whom a text means on a day, None when nobody or more than one."""
        found = self.find(text, day)
        return found[0] if len(found) == 1 else None

    def display(self, member: Member, day: date) -> str:
        """Return the name as a paper of that day prints it: with （编号） where two bear it."""
        namesakes = self._during(day, day).by_name.get(member.name, ())
        return numbered(member) if len(namesakes) > 1 else member.name

    def positions(self, text: str, first: date, last: date | None = None) -> tuple[int, ...]:
        """Return the positions in `people` of everyone whom a text can mean on these days."""
        by_name = self._during(first, last or first).by_name
        match = NUMBERED.fullmatch(text)
        if text in by_name or match is None:
            return by_name.get(text, ())
        return tuple(at for at in by_name.get(match["name"], ()) if self.people[at].number == match["number"])

    def in_order(self, positions: Iterable[int]) -> tuple[Member, ...]:
        """Return the people at positions, in roster order, everyone once."""
        return tuple(self.people[position] for position in sorted(set(positions)))

    @cached_property
    def _committee_only(self) -> tuple[Member, ...]:
        return self.people[len(self.unit.members) :]

    @cached_property
    def _terms(self) -> tuple[tuple[tuple[date, date], ...], ...]:
        """For each person the spans of belonging: first day, first day no longer."""
        members = tuple((_term_of(member, self.unit),) for member in self.unit.members)
        return members + tuple(
            tuple(_term_of_post(post, self.unit) for post in self.unit.committee if names_same(post.name, person))
            for person in self.people[len(members) :]
        )

    def _during(self, first: date, last: date) -> _Span:
        key = (self._stretch(first), self._stretch(last))
        if key not in self._days:
            self._days[key] = self._span(first, last)
        return self._days[key]

    @cached_property
    def _changes(self) -> list[date]:
        """The days on which anything begins to be different: who belongs, is 正式, votes, leads or is in which group."""
        changes = {day for terms in self._terms for term in terms for day in term}
        changes |= {member.confirmed for member in self.people if member.confirmed}
        spans = [*self.unit.committee, *self.unit.groups]
        spans += [span for member in self.people for span in (*member.suspensions, *member.groups)]
        changes |= {span.since for span in spans if span.since}
        changes |= {_day_after(span.until) for span in spans if span.until}
        return sorted(changes)

    def _stretch(self, day: date) -> int:
        """Return the number of the stretch of days without a change in which a day lies."""
        return bisect_right(self._changes, day)

    def _span(self, first: date, last: date) -> _Span:
        positions = tuple(
            position
            for position, terms in enumerate(self._terms)
            if any(since <= last and first < end for since, end in terms)
        )
        by_name: dict[str, tuple[int, ...]] = {}
        for position in positions:
            name = self.people[position].name
            by_name[name] = (*by_name.get(name, ()), position)
        return _Span(positions, tuple(self.people[position] for position in positions), by_name)

    def _where(self, name: str, day: date, test: Callable[[Member, date], bool]) -> tuple[Member, ...]:
        key = (name, self._stretch(day))
        if key not in self._chosen:
            self._chosen[key] = tuple(member for member in self.members_on(day) if test(member, day))
        return self._chosen[key]

    def _seats_of(self, day: date) -> Iterator[Seat]:
        for post in self.unit.committee:
            member = self.person(post.name, day) if covers(post, day) else None
            if member is not None:
                yield Seat(member, post.post)


def _committee_only(unit: Unit) -> tuple[Member, ...]:
    names = dict.fromkeys(post.name for post in unit.committee)
    strangers = [name for name in names if not any(names_same(name, member) for member in unit.members)]
    return tuple(_stranger(name) for name in strangers)


def _stranger(text: str) -> Member:
    match = NUMBERED.fullmatch(text)
    values = {"name": match["name"], "number": match["number"]} if match else {"name": text}
    return Member.model_validate({label_of(Member, key): value for key, value in values.items()})


def _term_of(member: Member, unit: Unit) -> tuple[date, date]:
    since = [day for day in (member.transferred_in, member.joined, unit.founded) if day]
    ends = [day for day in (member.left.day if member.left else None, unit.dissolved) if day]
    return max(since, default=date.min), min(ends, default=date.max)


def _day_after(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day


def _term_of_post(post: Post, unit: Unit) -> tuple[date, date]:
    after = _day_after(post.until) if post.until else date.max
    return post.since or date.min, min(after, unit.dissolved or date.max)


def is_secretary(post: str) -> bool:
    """Tell whether a post, or one of several that are written together, is that of the 书记."""
    return any(SECRETARY.fullmatch(part) for part in POST_SEPARATOR.split(post))
