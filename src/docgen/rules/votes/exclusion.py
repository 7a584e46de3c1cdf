"""Takes 不计入应到 of elections, gives who is left out without right, and how many voters remain due."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from docgen.findings import Finding, Level
from docgen.ledger import Entry
from docgen.model.meeting import Meeting
from docgen.model.votes import ElectionVote, NotCounted
from docgen.rules.case import Case
from docgen.rules.provision import Parameters
from docgen.rules.regulations import ELECTION, ELECTION_PRACTICE, Basis
from docgen.rules.rule import Rule, Test
from docgen.rules.votes.electorate import Electorate, elections, electorate, who_came
from docgen.rules.votes.reasons import is_one_of_six


def exclusions(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield each exclusion from 应到 without one of the six reasons, without consent, or of somebody who came."""
    for entry, election in elections(case):
        present = who_came(case, entry)
        for index, row in enumerate(election.not_counted):
            at = ("election", "not_counted", index)
            if row.reason is None:
                yield case.finding(entry, *at, case="missing", value=row.name)
            elif not is_one_of_six(row.reason):
                yield case.finding(entry, *at, "reason", value=row.name)
            if not row.approved:
                yield case.finding(entry, *at, "approved", case="approved", value=row.name)
            if not row.passed:
                yield case.finding(entry, *at, "passed", case="passed", value=row.name)
            if any(id(member) in present for member in case.ledger.roster.find(row.name, entry.model.day)):
                yield case.finding(entry, *at, "name", case="present", value=row.name)


def electors(case: Case[Parameters], entry: Entry[Meeting], election: ElectionVote) -> Electorate:
    """Return who could vote in an election; who is left out with right and did not come is not due."""
    voters = electorate(case, entry)
    present = {id(member) for member in voters.present}
    rows = (row for row in election.not_counted if _is_right(row))
    people = (case.ledger.roster.person(row.name, entry.model.day) for row in rows)
    out = {id(member) for member in people if member is not None} - present
    return replace(voters, due=tuple(member for member in voters.due if id(member) not in out))


def _is_right(row: NotCounted) -> bool:
    return row.approved and row.passed and row.reason is not None and is_one_of_six(row.reason)


V11 = Rule(
    id="V11",
    words="选举时不计入应到的，只限六种情形，并须经上级党组织同意、党员大会通过",
    levels={
        "V11": Level.ERROR,
        "V11-missing": Level.ERROR,
        "V11-approved": Level.ERROR,
        "V11-passed": Level.ERROR,
        "V11-present": Level.ERROR,
    },
    bases=(Basis(ELECTION_PRACTICE),),
    since=ELECTION.since,
    tests=(Test(exclusions),),
    parameters=Parameters,
)
