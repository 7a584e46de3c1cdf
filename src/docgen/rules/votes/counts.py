"""Takes the votes of meetings, gives those whose 结论 or whose numbers cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.findings import Finding, Level
from docgen.model.meeting import Meeting, MeetingType
from docgen.model.votes import Matter, Verdict, Vote, WrittenOpinions
from docgen.rules.case import Case
from docgen.rules.provision import Parameters
from docgen.rules.regulations import ADMISSION, ARITHMETIC, BRANCH, Basis
from docgen.rules.rule import Rule, Test
from docgen.rules.votes.arithmetic import at_least_half, least_majority, more_than_half
from docgen.rules.votes.electorate import VoteTaken, electorate, votes_in

OF_ADMISSION = frozenset({Matter.ADMISSION, Matter.CONFIRMATION})
NO_OPINIONS = WrittenOpinions.model_validate({})


def verdicts(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield 通过 without a majority of all voters, and 未通过 in spite of one (支部条例第十一条)."""
    for taken in votes_in(case.held(Meeting, type=MeetingType.GENERAL)):
        entry, index, vote = taken
        if vote.matter in OF_ADMISSION:
            continue
        voters = electorate(case, entry)
        due, quorum = len(voters.due), at_least_half(len(voters.present), len(voters.due))
        enough = more_than_half(vote.yes, due)
        at, needed = ("agenda", index, "vote", "verdict"), least_majority(due)
        if vote.verdict is Verdict.PASSED and not enough:
            yield case.finding(entry, *at, value=vote.yes, due=due, needed=needed)
        elif vote.verdict is Verdict.REJECTED and enough and quorum:
            yield case.finding(entry, *at, case="rejected", value=vote.yes, due=due, needed=needed)


def sums(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield each vote whose parts are not as many as its voters, or whose written opinions cannot be."""
    for taken in votes_in(case.held(Meeting)):
        yield from _cast(case, taken)
        yield from _opinions(case, taken)


def written(vote: Vote) -> int:
    """Return how many handed in their opinion in writing."""
    opinions = vote.opinions or NO_OPINIONS
    return opinions.yes + opinions.no + opinions.abstained


def _cast(case: Case[Parameters], taken: VoteTaken) -> Iterator[Finding]:
    """Compare the count of the meeting itself with who came; 书面意见 stand beside it and are no part of it."""
    entry, index, vote = taken
    cast = vote.yes + vote.no + vote.abstained + vote.not_cast
    present = len(electorate(case, entry).present)
    if cast == present:
        return
    both = vote.opinions is not None and cast == present + written(vote)
    at = ("agenda", index, "vote", "yes")
    yield case.finding(entry, *at, case="twice" if both else "", value=cast, present=present, written=written(vote))


def _opinions(case: Case[Parameters], taken: VoteTaken) -> Iterator[Finding]:
    entry, index, vote = taken
    at = ("agenda", index, "vote", "opinions")
    if not written(vote):
        return
    voters = electorate(case, entry)
    away = len(voters.due) - len(voters.present)
    if vote.matter not in OF_ADMISSION:
        yield case.finding(entry, *at, case="written", value=written(vote), matter=vote.matter)
    elif written(vote) > away:
        yield case.finding(entry, *at, case="writers", value=written(vote), away=away)


V3 = Rule(
    id="V3",
    words="支部党员大会表决，赞成人数超过应到会有表决权的党员的半数为通过",
    levels={"V3": Level.ERROR, "V3-rejected": Level.WARN},
    bases=(Basis(BRANCH, "第十一条"),),
    since=BRANCH.since,
    tests=(Test(verdicts),),
    parameters=Parameters,
)
V4 = Rule(
    id="V4",
    words="赞成、反对、弃权、未投相加等于实到会有表决权人数；会前书面意见只用于接收预备党员和预备党员转正，另行计入",
    levels={"V4": Level.ERROR, "V4-twice": Level.ERROR, "V4-written": Level.ERROR, "V4-writers": Level.ERROR},
    bases=(Basis(ARITHMETIC), Basis(ADMISSION, "第二十条")),
    since=date.min,
    tests=(Test(sums),),
    parameters=Parameters,
)
