"""Takes meetings that voted or elected, gives their votes and elections, and who could vote there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec import Struct

from docgen.ledger import Entry
from docgen.model.meeting import ElectionVote, Gathering, Meeting, MeetingType
from docgen.model.unit import Member
from docgen.model.votes import Vote
from docgen.rules.case import Case
from docgen.rules.provision import Parameters

OF_A_PART = frozenset({MeetingType.COMMITTEE, MeetingType.PARTY_COMMITTEE, MeetingType.GROUP})


class Electorate(Struct, frozen=True):
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
    return Electorate(found.voters_due, found.voters_present)


def who_came(case: Case[Parameters], entry: Entry[Gathering]) -> set[int]:
    """Return the identities of all who were there: of the due, and of the voters whom 应到范围 leaves out."""
    found = case.ledger.attendance(entry)
    return {id(member) for member in (*found.present, *found.voters_present)}


def who_stayed_away(case: Case[Parameters], entry: Entry[Gathering]) -> set[int]:
    """Return the identities of all who were due or could vote, and did not come."""
    found = case.ledger.attendance(entry)
    return {id(member) for member in (*found.due, *found.voters_due)} - who_came(case, entry)
