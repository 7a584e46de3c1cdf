"""Takes elections, gives those with too few candidates, with a candidate who counts, or with ballots that cannot be."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.findings import Finding, Level
from docgen.ledger import Entry
from docgen.model.meeting import Meeting
from docgen.model.roster import NUMBERED
from docgen.model.votes import ElectionOf, ElectionVote
from docgen.rules.case import Case
from docgen.rules.provision import Parameters
from docgen.rules.regulations import ELECTION, ELECTION_PRACTICE, Basis
from docgen.rules.rule import Rule, Test
from docgen.rules.votes.arithmetic import candidates_needed
from docgen.rules.votes.electorate import OF_A_PART, elections, electorate


def candidates(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield elections of 委员 with too few candidates; without 候选人 those who got votes are counted."""
    for entry, election in elections(case):
        names = election.candidates or tuple(row.name for row in election.results)
        standing = {_who(case, entry, name) for name in names}
        needed = candidates_needed(election.seats)
        if election.of is ElectionOf.COMMITTEE and len(standing) < needed:
            at = ("election", "candidates")
            yield case.finding(entry, *at, value=len(standing), seats=election.seats, needed=needed)


def scrutineers(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield each 监票人 who stands for election; a bare name proves it only where one person bears it."""
    for entry, election in elections(case):
        standing = {_who(case, entry, name) for name in election.candidates}
        for index, name in enumerate(election.scrutineers):
            who = _who(case, entry, name)
            if who in standing and (who != name or NUMBERED.fullmatch(name)):
                yield case.finding(entry, "election", "scrutineers", index, case="scrutineer", value=name)


def ballots(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield ballots that are more than they can be: those returned, valid, given out, and the votes on them."""
    for entry, election in elections(case):
        ballot, at = election.ballot, ("election", "ballot")
        if ballot.returned > ballot.given:
            yield case.finding(entry, *at, "returned", value=ballot.returned, given=ballot.given)
        if ballot.valid is not None and ballot.valid > ballot.returned:
            yield case.finding(entry, *at, "valid", case="valid", value=ballot.valid, returned=ballot.returned)
        present = len(electorate(case, entry).present)
        if entry.model.type not in OF_A_PART and ballot.given > present:
            yield case.finding(entry, *at, "given", case="given", value=ballot.given, present=present)
        yield from _votes(case, entry, election)


def _votes(case: Case[Parameters], entry: Entry[Meeting], election: ElectionVote) -> Iterator[Finding]:
    ballot = election.ballot
    usable = ballot.returned if ballot.valid is None else ballot.valid
    for index, row in enumerate(election.results):
        if row.votes > usable:
            at = ("election", "results", index, "votes")
            yield case.finding(entry, *at, case="votes", value=row.votes, name=row.name, usable=usable)
    total = sum(row.votes for row in election.results)
    if total > usable * election.seats:
        said = {"usable": usable, "seats": election.seats, "most": usable * election.seats}
        yield case.finding(entry, "election", "results", case="total", value=total, **said)


def _who(case: Case[Parameters], entry: Entry[Meeting], name: str) -> str | int:
    """Return what is one and the same for two texts that name one person."""
    member = case.ledger.roster.person(name, entry.model.day)
    return name if member is None else id(member)


V8 = Rule(
    id="V8",
    words="委员候选人的差额不少于应选人数的百分之二十；监票人从不是候选人的党员中推选",
    levels={"V8": Level.ERROR, "V8-scrutineer": Level.ERROR},
    bases=(Basis(ELECTION),),
    since=ELECTION.since,
    tests=(Test(candidates), Test(scrutineers)),
    parameters=Parameters,
)
V9 = Rule(
    id="V9",
    words="收回的选票等于或少于发出的选票，选举有效，多于发出的无效；有效票、得票不多于收回的选票",
    levels={
        "V9": Level.ERROR,
        "V9-valid": Level.ERROR,
        "V9-given": Level.ERROR,
        "V9-votes": Level.ERROR,
        "V9-total": Level.ERROR,
    },
    bases=(Basis(ELECTION_PRACTICE),),
    since=ELECTION.since,
    tests=(Test(ballots),),
    parameters=Parameters,
)
