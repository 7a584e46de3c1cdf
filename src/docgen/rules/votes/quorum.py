"""Takes meetings of the committee and of all members, gives those that too few attended to decide anything."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.findings import Finding, Level
from docgen.model.meeting import Meeting, MeetingType
from docgen.model.votes import Matter
from docgen.rules.case import Case
from docgen.rules.provision import Parameters
from docgen.rules.regulations import BRANCH, Basis
from docgen.rules.rule import Rule, Test
from docgen.rules.votes.arithmetic import at_least_half, least_half
from docgen.rules.votes.electorate import electorate, votes_in, who_came

BY_A_STRICTER_RULE = frozenset({Matter.ADMISSION, Matter.CONFIRMATION})


def committee_quorum(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield each 支委会 at which less than half of the committee was present (支部条例第十二条)."""
    for entry in case.held(Meeting, type=MeetingType.COMMITTEE):
        seated = case.ledger.roster.committee_members_on(entry.model.day)
        came = who_came(case, entry)
        present, due = sum(id(member) in came for member in seated), len(seated)
        if not at_least_half(present, due):
            yield case.finding(entry, "present", value=present, due=due, needed=least_half(due))


def voting_quorum(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield each 支部党员大会 that voted with less than half of its voters, or exactly half (支部条例第十一条).

    A meeting is told once, however many votes it took; 接收 and 转正 have a quorum of their own (V6).
    """
    for entry in case.held(Meeting, type=MeetingType.GENERAL):
        if all(each.vote.matter in BY_A_STRICTER_RULE for each in votes_in([entry])):
            continue
        voters = electorate(case, entry)
        present, due = len(voters.present), len(voters.due)
        if not at_least_half(present, due):
            yield case.finding(entry, "present", value=present, due=due, needed=least_half(due))
        elif due and 2 * present == due:
            yield case.finding(entry, "present", case="half", value=present, due=due)


V1 = Rule(
    id="V1",
    words="党支部委员会会议须有半数以上委员到会方可进行",
    levels={"V1": Level.ERROR},
    bases=(Basis(BRANCH, "第十二条"),),
    since=BRANCH.since,
    tests=(Test(committee_quorum),),
    parameters=Parameters,
)
V2 = Rule(
    id="V2",
    words="支部党员大会进行表决，须有半数以上有表决权的党员到会；正好半数时，各单位掌握不一",
    levels={"V2": Level.ERROR, "V2-half": Level.INFO},
    bases=(Basis(BRANCH, "第十一条"),),
    since=BRANCH.since,
    tests=(Test(voting_quorum),),
    parameters=Parameters,
)
