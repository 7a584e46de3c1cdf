"""Takes votes on 接收预备党员 and 预备党员转正, gives those that were not taken as the rules of admission ask.

A vote is secret where its 方式 says 无记名, 不记名 or 秘密 without denying it, or 票决 without a word that says the contrary
(记名, 实名, 举手, 公开; but 公开计票 is a count in the open, not a vote).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.chinese import date_text
from docgen.findings import Finding, Level
from docgen.ledger import Entry
from docgen.model.meeting import Meeting, MeetingType
from docgen.model.votes import Matter, Verdict
from docgen.records.labels import nearest
from docgen.rules.case import Case
from docgen.rules.provision import Parameters
from docgen.rules.regulations import ADMISSION, Basis
from docgen.rules.rule import Rule, Test
from docgen.rules.votes.arithmetic import least_majority, more_than_half
from docgen.rules.votes.counts import NO_OPINIONS
from docgen.rules.votes.electorate import VoteTaken, electorate, votes_in
from docgen.rules.votes.subjects import names_several

MATTERS = frozenset({Matter.ADMISSION, Matter.CONFIRMATION})
SECRET = re.compile("无记名|不记名|秘密")
BY_BALLOT = re.compile("票决")
NOT_SECRET = re.compile(
    "(没有?|未|不|非|不是|并非)(能|予|曾)?(采用|采取|使用|实行|进行|按照?|用|以)?(无记名|不记名|秘密)"
)
OPEN = re.compile("记名|实名|举手|口头|鼓掌|(?<![不未非])公开(?!计票|唱票|监票|验票|点票|宣布|公布)")


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
    if NOT_SECRET.search(method):
        return False
    return bool(SECRET.search(method) or (BY_BALLOT.search(method) and not OPEN.search(method)))


def _quorum(case: Case[Parameters], entry: Entry[Meeting]) -> Iterator[Finding]:
    voters = electorate(case, entry)
    present, due = len(voters.present), len(voters.due)
    if due and not more_than_half(present, due):
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
    roster, day = case.ledger.roster, entry.model.day
    at = ("agenda", index, "vote", "subject")
    if vote.subject is None:
        yield case.finding(entry, *at, case="subject", matter=vote.matter)
    elif names_several(vote.subject, roster, day):
        yield case.finding(entry, *at, case="several", value=vote.subject)
    elif vote.matter is Matter.CONFIRMATION and roster.members_on(day) and not roster.find(vote.subject, day):
        # Whom the text does not name is not told from the voters, so that he would count as one of them.
        near = nearest(vote.subject, (member.name for member in roster.members_on(day)))
        yield case.finding(entry, *at, case="unknown", value=vote.subject, near=near, day=date_text(day))


def _verdict(case: Case[Parameters], taken: VoteTaken) -> Iterator[Finding]:
    entry, index, vote = taken
    voters = electorate(case, entry)
    due, present = len(voters.due), len(voters.present)
    yes = vote.yes + (vote.opinions or NO_OPINIONS).yes
    at, needed = ("agenda", index, "vote", "verdict"), least_majority(due)
    enough = more_than_half(yes, due)
    if not due:
        return
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
        "V6-unknown": Level.WARN,
        "V6-rejected": Level.WARN,
    },
    bases=(Basis(ADMISSION, "第二十条、第二十一条、第三十三条"),),
    since=ADMISSION.since,
    tests=(Test(admissions),),
    parameters=Parameters,
)
