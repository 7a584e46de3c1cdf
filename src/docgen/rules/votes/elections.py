"""Takes elections by all members, gives those that too few attended, and results that the votes do not bear.

Sources differ on whether 当选 needs more than half of the voters present or of those due; an organisation sets its
选举计票基数, and where the two bases disagree both are told.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from docgen.findings import Finding, Level
from docgen.model.base import label
from docgen.model.votes import CandidateVotes
from docgen.rules.case import Case
from docgen.rules.provision import Parameters
from docgen.rules.regulations import ELECTION, Basis, Confidence
from docgen.rules.rule import Rule, Test
from docgen.rules.votes.arithmetic import four_fifths, least_four_fifths, more_than_half
from docgen.rules.votes.electorate import ElectionHeld, member_elections
from docgen.rules.votes.exclusion import electors


class CountingBase(StrEnum):
    """Of whom a candidate needs more than half."""

    PRESENT = "实到"
    DUE = "应到"


class Majority(Parameters):
    """The base of a majority in elections."""

    base: CountingBase = label(
        "选举计票基数", "当选须超过实到会还是应到会有选举权人数的半数", default=CountingBase.PRESENT
    )


class Count(NamedTuple):
    """What decides one election: the voters, whether all seats are filled, the most votes of who was not elected."""

    present: int
    due: int
    filled: bool
    best_left: int


def election_quorum(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield elections with fewer than four fifths of the voters due (选举条例)."""
    for entry, election in member_elections(case):
        voters = electors(case, entry, election)
        present, due = len(voters.present), len(voters.due)
        if not four_fifths(present, due):
            yield case.finding(entry, "present", value=present, due=due, needed=least_four_fifths(due))


def results(case: Case[Majority]) -> Iterator[Finding]:
    """Yield more elected than seats, and each result that the votes do not bear (选举条例)."""
    for held in member_elections(case):
        entry, election = held
        voters = electors(case, entry, election)
        elected = sum(row.elected for row in election.results)
        if elected > election.seats:
            yield case.finding(entry, "election", "results", case="seats", value=elected, seats=election.seats)
        left = max((row.votes for row in election.results if not row.elected), default=0)
        count = Count(len(voters.present), len(voters.due), elected >= election.seats, left)
        for index, row in enumerate(election.results):
            wrong = _wrong(row, count, case.parameters.base)
            if wrong is not None:
                yield _told(case, held, index, wrong, count)


def _wrong(row: CandidateVotes, count: Count, base: CountingBase) -> str | None:
    """Return the case that one result is, None where the votes bear it."""
    of_present, of_due = more_than_half(row.votes, count.present), more_than_half(row.votes, count.due)
    if row.elected and not of_present:
        return ""
    if of_present and not of_due and (row.elected or not count.filled):
        return "bases" if row.elected is (base is CountingBase.PRESENT) else "against"
    if row.elected and row.votes < count.best_left:
        return "order"
    return "left" if of_due and not row.elected and not count.filled else None


def _told(case: Case[Majority], held: ElectionHeld, index: int, wrong: str, count: Count) -> Finding:
    row = held.election.results[index]
    return case.finding(
        held.entry,
        *("election", "results", index, "elected"),
        case=wrong,
        value=row.name,
        votes=row.votes,
        present=count.present,
        due=count.due,
        best=count.best_left,
        base=case.parameters.base,
    )


V7 = Rule(
    id="V7",
    words="进行选举时，有选举权的到会人数不少于应到会人数的五分之四，会议有效",
    levels={"V7": Level.ERROR},
    bases=(Basis(ELECTION),),
    since=ELECTION.since,
    tests=(Test(election_quorum),),
    parameters=Parameters,
)
V10 = Rule(
    id="V10",
    words="得赞成票超过半数的始得当选，多于应选人数的，得票多的当选；半数以实到会还是应到会人数计，各处说法不一，由设置确定",
    levels={
        "V10": Level.ERROR,
        "V10-seats": Level.ERROR,
        "V10-order": Level.ERROR,
        "V10-bases": Level.WARN,
        "V10-against": Level.WARN,
        "V10-left": Level.WARN,
    },
    bases=(Basis(ELECTION, confidence=Confidence.LOW),),
    since=ELECTION.since,
    tests=(Test(results),),
    parameters=Majority,
)
