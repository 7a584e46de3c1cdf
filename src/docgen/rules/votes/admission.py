"""Takes votes on 接收预备党员 and 预备党员转正, gives those that were not taken as the rules of admission ask.

A vote is secret where its 方式 says 无记名, 不记名 or 秘密, or 票决 without a word that says the contrary (记名, 实名, 举手).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from docgen.findings import Finding, Level
from docgen.ledger import Entry
from docgen.model.meeting import Meeting, MeetingType
from docgen.model.votes import Matter, Verdict
from docgen.rules.case import Case
from docgen.rules.provision import Parameters
from docgen.rules.regulations import ADMISSION, Basis
from docgen.rules.rule import Rule, Test
from docgen.rules.votes.arithmetic import least_majority, more_than_half
from docgen.rules.votes.counts import NO_OPINIONS
from docgen.rules.votes.electorate import VoteTaken, electorate, votes_in

MATTERS = frozenset({Matter.ADMISSION, Matter.CONFIRMATION})
SECRET = re.compile("无记名|不记名|秘密")
BY_BALLOT = re.compile("票决")
OPEN = re.compile("记名|实名|举手|口头|鼓掌")
SEVERAL = re.compile("[、，,；;/]|等[0-9一二三四五六七八九十两]+[人名]|等同志")


def admissions(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield what is wrong with votes on 接收 and 转正 (发展党员工作细则第二十、二十一、三十三条)."""
    for entry in case.held(Meeting, type=MeetingType.GENERAL):
        taken = [each for each in votes_in([entry]) if each.vote.matter in MATTERS]
        if taken:
            yield from _quorum(case, entry)
        for each in taken:
            yield from _method(case, each)
            yield from _subject(case, each)
            yield from _verdict(case, each)


def is_secret(method: str) -> bool:
    """Tell whether a 方式 says that nobody could see how another voted."""
    return bool(SECRET.search(method) or (BY_BALLOT.search(method) and not OPEN.search(method)))


def _quorum(case: Case[Parameters], entry: Entry[Meeting]) -> Iterator[Finding]:
    voters = electorate(case, entry)
    present, due = len(voters.present), len(voters.due)
    if not more_than_half(present, due):
        yield case.finding(entry, "present", case="quorum", value=present, due=due, needed=least_majority(due))


def _method(case: Case[Parameters], taken: VoteTaken) -> Iterator[Finding]:
    entry, index, vote = taken
    at = ("agenda", index, "vote", "method")
    if vote.method is None:
        yield case.finding(entry, *at, case="method")
    elif not is_secret(vote.method):
        yield case.finding(entry, *at, case="secret", value=vote.method)


def _subject(case: Case[Parameters], taken: VoteTaken) -> Iterator[Finding]:
    entry, index, vote = taken
    at = ("agenda", index, "vote", "subject")
    if vote.subject is None:
        yield case.finding(entry, *at, case="subject", matter=vote.matter)
    elif SEVERAL.search(vote.subject):
        yield case.finding(entry, *at, case="several", value=vote.subject)


def _verdict(case: Case[Parameters], taken: VoteTaken) -> Iterator[Finding]:
    entry, index, vote = taken
    voters = electorate(case, entry)
    due, present = len(voters.due), len(voters.present)
    yes = vote.yes + (vote.opinions or NO_OPINIONS).yes
    at, needed = ("agenda", index, "vote", "verdict"), least_majority(due)
    enough = more_than_half(yes, due)
    if vote.verdict is Verdict.PASSED and not enough:
        yield case.finding(entry, *at, value=yes, due=due, needed=needed)
    elif vote.verdict is Verdict.REJECTED and enough and more_than_half(present, due):
        yield case.finding(entry, *at, case="rejected", value=yes, due=due, needed=needed)


V6 = Rule(
    id="V6",
    words="接收预备党员、预备党员转正，到会有表决权的党员须超过应到会有表决权的党员的半数，无记名投票，逐个表决，"
    "赞成人数（含会前书面意见）超过应到会有表决权的党员的半数为通过",
    levels={
        "V6": Level.ERROR,
        "V6-quorum": Level.ERROR,
        "V6-secret": Level.ERROR,
        "V6-several": Level.ERROR,
        "V6-subject": Level.ERROR,
        "V6-method": Level.WARN,
        "V6-rejected": Level.WARN,
    },
    bases=(Basis(ADMISSION, "第二十条、第二十一条、第三十三条"),),
    since=date(2014, 5, 28),
    tests=(Test(admissions),),
    parameters=Parameters,
)
