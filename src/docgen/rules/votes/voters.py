"""Takes votes and elections, gives stated numbers and named people that the roster of the day contradicts."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.findings import Finding, Level
from docgen.ledger import Entry
from docgen.ledger.attendance import voters_at
from docgen.model.meeting import ElectionVote, Meeting
from docgen.records.labels import nearest
from docgen.rules.case import Case
from docgen.rules.provision import Parameters
from docgen.rules.regulations import BRANCH, ELECTION, Basis
from docgen.rules.rule import Rule, Test
from docgen.rules.votes.electorate import elections, electorate, votes_in, who_stayed_away

OFFICERS = ("scrutineers", "tellers")
Named = tuple[tuple[str | int, ...], str]


def stated_numbers(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield each stated 应到 or 实到 of a vote that differs from who could vote by the roster and 出席."""
    for entry, index, vote in votes_in(case.held(Meeting)):
        voters = electorate(case, entry)
        if vote.due not in {None, len(voters.due)}:
            at = ("agenda", index, "vote", "due")
            yield case.finding(entry, *at, case="due", value=vote.due or 0, known=len(voters.due))
        if vote.present not in {None, len(voters.present)}:
            at = ("agenda", index, "vote", "present")
            yield case.finding(entry, *at, case="present", value=vote.present or 0, known=len(voters.present))


def people_of_elections(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield each 候选人, 监票人 and 计票人 who is no voter of that day, and each of the latter who was not there.

    A name that two people bear passes where one of them may vote (选举条例第五条).
    """
    for entry, election in elections(case):
        if entry.model.day >= ELECTION.since:
            yield from _people(case, entry, election)


def _people(case: Case[Parameters], entry: Entry[Meeting], election: ElectionVote) -> Iterator[Finding]:
    roster, day = case.ledger.roster, entry.model.day
    able = {id(member) for member in voters_at(entry.model, roster, roster.members_on(day))}
    away = who_stayed_away(case, entry)
    for steps, name in _named(election):
        found = roster.find(name, day)
        post = "" if steps[1] in OFFICERS else "candidate"
        if not found:
            near = nearest(name, (member.name for member in roster.members_on(day)))
            yield case.finding(entry, *steps, case="unknown", value=name, near=near)
        elif not any(id(member) in able for member in found):
            yield case.finding(entry, *steps, case=post, value=name)
        elif not post and all(id(member) in away for member in found):
            yield case.finding(entry, *steps, case="away", value=name)


def _named(election: ElectionVote) -> Iterator[Named]:
    """Yield everyone whom an election puts up, lets count or elects; a vote written in for anybody else is free."""
    for attribute in ("candidates", *OFFICERS):
        yield from ((("election", attribute, index), name) for index, name in enumerate(getattr(election, attribute)))
    for index, row in enumerate(election.results):
        if row.elected and row.name not in election.candidates:
            yield ("election", "results", index, "name"), row.name


V5 = Rule(
    id="V5",
    words="有表决权、选举权、被选举权的是当日的正式党员，权利中止期间除外；写明的人数应与名册和出席情况一致",
    levels={
        "V5": Level.ERROR,
        "V5-candidate": Level.ERROR,
        "V5-unknown": Level.ERROR,
        "V5-away": Level.ERROR,
        "V5-due": Level.ERROR,
        "V5-present": Level.ERROR,
    },
    bases=(Basis(ELECTION, "第五条"), Basis(BRANCH, "第十一条")),
    since=BRANCH.since,
    tests=(Test(stated_numbers), Test(people_of_elections)),
    parameters=Parameters,
)
