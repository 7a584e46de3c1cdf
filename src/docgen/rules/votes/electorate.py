"""Takes meetings that voted or elected, gives their votes and elections, and who could vote there.

At a 支委会 the committee votes, also where 应到范围 names further people; anywhere else all who were due and have a vote.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from docgen.ledger import Entry
from docgen.model.meeting import ElectionVote, Meeting, MeetingType
from docgen.model.unit import Member
from docgen.model.votes import Vote
from docgen.rules.case import Case
from docgen.rules.provision import Parameters

OF_THE_COMMITTEE = frozenset({MeetingType.COMMITTEE, MeetingType.PARTY_COMMITTEE})
OF_A_PART = OF_THE_COMMITTEE | {MeetingType.GROUP}


@dataclass(frozen=True, slots=True)
class Electorate:
    """Who could vote: those due, and of them those who came."""

    due: tuple[Member, ...]
    present: tuple[Member, ...]


class VoteTaken(NamedTuple):
    """One vote, the held meeting that took it, and the position of its 议题."""

    entry: Entry[Meeting]
    item: int
    vote: Vote


class ElectionHeld(NamedTuple):
    """One election and the held meeting at which it was."""

    entry: Entry[Meeting]
    election: ElectionVote


def votes_in(entries: Iterable[Entry[Meeting]]) -> Iterator[VoteTaken]:
    """Yield the votes of meetings, in order."""
    for entry in entries:
        for index, item in enumerate(entry.model.agenda):
            if item.vote is not None:
                yield VoteTaken(entry, index, item.vote)


def elections(case: Case[Parameters]) -> Iterator[ElectionHeld]:
    """Yield every election of held meetings."""
    for entry in case.held(Meeting):
        if entry.model.election is not None:
            yield ElectionHeld(entry, entry.model.election)


def member_elections(case: Case[Parameters]) -> Iterator[ElectionHeld]:
    """Yield the elections in which all members vote: not those of a committee or a group."""
    return (held for held in elections(case) if held.entry.model.type not in OF_A_PART)


def electorate(case: Case[Parameters], entry: Entry[Meeting]) -> Electorate:
    """Return who could vote at a meeting."""
    found = case.ledger.attendance(entry)
    if entry.model.type not in OF_THE_COMMITTEE:
        return Electorate(found.voters_due, found.voters_present)
    seated = {id(member) for member in case.ledger.roster.committee_members_on(entry.model.day)}
    return Electorate(_among(found.voters_due, seated), _among(found.voters_present, seated))


def _among(members: tuple[Member, ...], ids: set[int]) -> tuple[Member, ...]:
    return tuple(member for member in members if id(member) in ids)
