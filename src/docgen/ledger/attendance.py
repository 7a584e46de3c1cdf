"""Takes a gathering and the roster of its day, gives who was due, who came and who did not.

应到 is 应到范围 where that is written; else it follows the kind: 支委会 and 党委会 the committee, 党小组会 the group, any
other meeting and the theme day all members. Two people are set apart by the votes of the very meeting: who is received
as 预备党员 there is not yet due, and who is confirmed there does not vote yet, whatever day the roster gives.

Who may vote does not follow 应到范围 everywhere: at a 支部党员大会 all voters of the branch are 应到会有表决权
(支部条例第十一条), at a 支委会 or 党委会 the committee; elsewhere the voters among the due.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property
from operator import is_
from typing import TypeVar

from msgspec import Struct

from docgen.model.meeting import REST, Absence, Gathering, Leave, Meeting, MeetingType
from docgen.model.roster import Roster
from docgen.model.unit import Member
from docgen.model.votes import Matter
from docgen.records.entry import Entry
from docgen.view import Figure

R = TypeVar("R", Leave, Absence)


class Attendance(Struct, frozen=True, dict=True):
    """Who was due at one gathering and what became of each; every tuple is in roster order.

    `due` is parted into `present`, `on_leave`, `absent` and `unnamed` (due, yet named nowhere). Named in two of the
    first three, a member counts in the first of them and stands in `twice`. `outside` holds the texts, as written in
    出席, 请假 and 缺席, that name nobody who was due. A plan has no one present. `voters_due` may reach beyond a written
    应到范围; `voters_present` are then all of them who are named in 出席.
    """

    id: str
    day: date
    held: bool
    due: tuple[Member, ...]
    present: tuple[Member, ...]
    leaves: tuple[tuple[Member, Leave], ...]
    absences: tuple[tuple[Member, Absence], ...]
    unnamed: tuple[Member, ...]
    twice: tuple[Member, ...]
    outside: tuple[str, ...]
    full: tuple[Member, ...]
    voters_due: tuple[Member, ...]
    voters_present: tuple[Member, ...]
    not_counted: tuple[Member, ...]

    @property
    def on_leave(self) -> tuple[Member, ...]:
        """Who asked for leave."""
        return tuple(member for member, _ in self.leaves)

    @property
    def absent(self) -> tuple[Member, ...]:
        """Who was absent without leave."""
        return tuple(member for member, _ in self.absences)

    @property
    def probationary(self) -> tuple[Member, ...]:
        """The 预备党员 among the due."""
        return _without(self.due, self.full)

    @property
    def full_present(self) -> tuple[Member, ...]:
        """The 正式党员 who came."""
        return _within(self.present, self.full)

    @property
    def probationary_present(self) -> tuple[Member, ...]:
        """The 预备党员 who came."""
        return _without(self.present, self.full)

    @property
    def exempt(self) -> tuple[Member, ...]:
        """Who was due but is free of hard requirements (免于硬性要求): reported apart, in no 到会率."""
        return tuple(member for member in self.due if member.exempt)

    @cached_property
    def obliged(self) -> tuple[Member, ...]:
        """The due without the exempt: the base of 到会率."""
        return tuple(member for member in self.due if not member.exempt)

    @cached_property
    def obliged_present(self) -> tuple[Member, ...]:
        """Who came, without the exempt."""
        return tuple(member for member in self.present if not member.exempt)

    def reason_of(self, member: Member) -> str:
        """Return the written 事由 of a member's leave or absence; empty when there is none."""
        leave = next((leave.reason for person, leave in self.leaves if person == member), None)
        return leave or next((absence.reason for person, absence in self.absences if person == member), None) or ""

    def count(self, members: tuple[Member, ...]) -> Figure:
        """Count some of these members; the figure cites this record."""
        return Figure(len(members), str(len(members)), (self.id,))


def attendance(entry: Entry[Gathering], roster: Roster) -> Attendance:
    """Work out the attendance of one gathering."""
    return _Reckoning(entry, roster).result()


def due_at(gathering: Gathering, roster: Roster) -> tuple[Member, ...]:
    """Return who is due at a gathering (支部条例 11–13, 16), in roster order."""
    if gathering.due is not None:
        return roster.in_order(_named(gathering.due, gathering.day, roster))
    due = _BY_TYPE.get(gathering.type, _all) if isinstance(gathering, Meeting) else _all
    return _without(due(gathering, roster), tuple(_subjects(gathering, roster, Matter.ADMISSION)))


def voters_due_at(gathering: Gathering, roster: Roster, due: tuple[Member, ...]) -> tuple[Member, ...]:
    """Return whose vote counts in the base of quorums and majorities (支部条例 11, 12), whatever 应到范围 says."""
    whole = _ELECTORATES.get(gathering.type) if isinstance(gathering, Meeting) else None
    return voters_at(gathering, roster, due if whole is None or gathering.due is None else whole(gathering, roster))


def voters_at(gathering: Gathering, roster: Roster, members: tuple[Member, ...]) -> tuple[Member, ...]:
    """Return who of some members may vote at a gathering."""
    voters = _within(members, roster.voters_on(gathering.day))
    return _without(voters, tuple(_subjects(gathering, roster, Matter.CONFIRMATION)))


def _all(gathering: Gathering, roster: Roster) -> tuple[Member, ...]:
    return roster.members_on(gathering.day)


def _committee(gathering: Gathering, roster: Roster) -> tuple[Member, ...]:
    return roster.committee_members_on(gathering.day)


def _group(gathering: Gathering, roster: Roster) -> tuple[Member, ...]:
    name = gathering.group if isinstance(gathering, Meeting) else None
    return roster.group_on(name, gathering.day) if name else ()


_BY_TYPE: dict[MeetingType, Callable[[Gathering, Roster], tuple[Member, ...]]] = {
    MeetingType.COMMITTEE: _committee,
    MeetingType.PARTY_COMMITTEE: _committee,
    MeetingType.GROUP: _group,
}

_ELECTORATES: dict[MeetingType, Callable[[Gathering, Roster], tuple[Member, ...]]] = {
    MeetingType.GENERAL: _all,
    MeetingType.COMMITTEE: _committee,
    MeetingType.PARTY_COMMITTEE: _committee,
}


def _subjects(gathering: Gathering, roster: Roster, matter: Matter) -> Iterator[Member]:
    for item in gathering.agenda if isinstance(gathering, Meeting) else ():
        if item.vote and item.vote.matter is matter and item.vote.subject:
            yield from roster.find(item.vote.subject, gathering.day)


def _named(texts: Iterable[str], day: date, roster: Roster) -> Iterator[int]:
    for text in texts:
        found = roster.positions(text, day)
        if len(found) == 1:
            yield found[0]


def _within(members: tuple[Member, ...], others: tuple[Member, ...]) -> tuple[Member, ...]:
    if len(members) == len(others) and all(map(is_, members, others)):
        return members
    known = {id(member) for member in others}
    return tuple(member for member in members if id(member) in known)


def _without(members: tuple[Member, ...], others: tuple[Member, ...]) -> tuple[Member, ...]:
    if not others:
        return members
    known = {id(member) for member in others}
    return tuple(member for member in members if id(member) not in known)


class _Reckoning:
    """One gathering's names, looked up once."""

    def __init__(self, entry: Entry[Gathering], roster: Roster) -> None:
        self.entry, self.gathering, self.roster = entry, entry.model, roster
        self.due = due_at(self.gathering, roster)
        self.due_ids = {id(member) for member in self.due}
        self.outside: list[str] = []
        self.leaves = self.written(self.gathering.on_leave)
        self.absences = self.written(self.gathering.absent)
        self.present = self.came()

    def written(self, rows: tuple[R, ...]) -> list[tuple[Member, R]]:
        found = []
        for row in rows:
            member = self.due_member(row.name)
            if member is not None:
                found.append((member, row))
        return found

    def due_member(self, text: str) -> Member | None:
        member = self.roster.person(text, self.gathering.day)
        if member is None or id(member) not in self.due_ids:
            self.outside.append(text)
            return None
        return member

    def came(self) -> list[Member]:
        texts = self.gathering.present or ()
        named = [self.due_member(text) for text in texts if text != REST]
        present = [member for member in named if member is not None]
        if REST in texts:
            away = [member for member, _ in (*self.leaves, *self.absences)]
            present += _without(self.due, (*away, *present))
        return present

    def result(self) -> Attendance:
        present = self.ordered({id(member) for member in self.present})
        leaves = self.rows(self.leaves, present)
        absences = self.rows(self.absences, (*present, *(member for member, _ in leaves)))
        named = (*present, *(member for member, _ in leaves), *(member for member, _ in absences))
        day = self.gathering.day
        voters = voters_due_at(self.gathering, self.roster, self.due)
        return Attendance(
            id=self.entry.id,
            day=day,
            held=self.gathering.held,
            due=self.due,
            present=present,
            leaves=leaves,
            absences=absences,
            unnamed=_without(self.due, named),
            twice=self.twice(),
            outside=tuple(dict.fromkeys(self.outside)),
            full=_within(self.due, self.roster.full_on(day)),
            voters_due=voters,
            voters_present=self.voting(voters, present),
            not_counted=self.not_counted(),
        )

    def voting(self, voters: tuple[Member, ...], present: tuple[Member, ...]) -> tuple[Member, ...]:
        """Return the voters who came; one who is named in 出席 votes though 应到范围 leaves him out."""
        if self.gathering.due is None:
            return _within(voters, present)
        named = (self.roster.person(text, self.gathering.day) for text in self.gathering.present or ())
        return _within(voters, (*present, *(member for member in named if member is not None)))

    def ordered(self, ids: set[int]) -> tuple[Member, ...]:
        return tuple(member for member in self.due if id(member) in ids)

    def rows(self, written: list[tuple[Member, R]], taken: tuple[Member, ...]) -> tuple[tuple[Member, R], ...]:
        """Return the first row of each member in roster order, without the members who are taken."""
        if not written:
            return ()
        free = {id(member) for member in _without(self.due, taken)}
        first = {id(member): row for member, row in reversed(written) if id(member) in free}
        return tuple((member, first[id(member)]) for member in self.due if id(member) in first)

    def twice(self) -> tuple[Member, ...]:
        named = [*self.present, *(member for member, _ in self.leaves), *(member for member, _ in self.absences)]
        if len({id(member) for member in named}) == len(named):
            return ()
        times = Counter(id(member) for member in named)
        return self.ordered({each for each, often in times.items() if often > 1})

    def not_counted(self) -> tuple[Member, ...]:
        election = self.gathering.election if isinstance(self.gathering, Meeting) else None
        rows = election.not_counted if election else ()
        if not rows:
            return ()
        return self.roster.in_order(_named((row.name for row in rows), self.gathering.day, self.roster))
