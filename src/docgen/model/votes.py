"""Takes nothing, gives votes and elections, as a meeting counted them."""

from enum import StrEnum

from docgen.model.base import Count, Line, Model, Person, Several, Truth, label, needed


class Matter(StrEnum):
    """What a vote is about; decides its quorum and majority."""

    ORDINARY = "一般"
    ADMISSION = "接收预备党员"
    CONFIRMATION = "预备党员转正"
    DISCIPLINE = "处分"


class Verdict(StrEnum):
    """How a vote ended, as written by the clerk; never read from other words."""

    PASSED = "通过"
    REJECTED = "未通过"
    DEFERRED = "缓议"


class WrittenOpinions(Model):
    """Opinions handed in before the vote by members who could not come."""

    yes: Count = label("赞成", default=0)
    no: Count = label("反对", default=0)
    abstained: Count = label("弃权", default=0)


class Vote(Model):
    """One vote and its count."""

    matter: Matter = label("事项", default=Matter.ORDINARY)
    subject: Line | None = label("对象", "接收、转正、处分的对象")
    method: Line | None = label("方式", "举手、无记名投票……")
    due: Count | None = label("应到", "应到会有表决权人数；不写由名册计算")
    present: Count | None = label("实到", "实到会有表决权人数；不写由出席计算")
    yes: Count = needed("赞成")
    no: Count = label("反对", default=0)
    abstained: Count = label("弃权", default=0)
    not_cast: Count = label("未投", default=0)
    opinions: WrittenOpinions | None = label("书面意见")
    verdict: Verdict | None = label("结论")


class Ballot(Model):
    """Ballot papers of an election."""

    given: Count = needed("发出")
    returned: Count = needed("收回")
    valid: Count | None = label("有效")


class CandidateVotes(Model):
    """What one candidate got."""

    name: Line = needed("姓名")
    votes: Count = needed("票数")
    elected: Truth = label("当选", default=False)


class NotCounted(Model):
    """Who is left out of 应到 in an election, why, and by whose consent."""

    name: Person = needed("姓名")
    reason: Line | None = label("事由")
    approved: Truth = label("上级同意", default=False)
    passed: Truth = label("大会通过", default=False)


class ElectionOf(StrEnum):
    """Who is elected."""

    COMMITTEE = "委员"
    SECRETARY = "书记"
    DELEGATES = "代表"


class ElectionVote(Model):
    """An election held at a 支部党员大会."""

    of: ElectionOf = label("选举对象", default=ElectionOf.COMMITTEE)
    seats: Count = needed("应选人数")
    candidates: Several[Line] = label("候选人", default=())
    scrutineers: Several[Line] = label("监票人", default=())
    tellers: Several[Line] = label("计票人", default=())
    ballot: Ballot = needed("选票")
    results: Several[CandidateVotes] = label("得票", default=())
    not_counted: Several[NotCounted] = label("不计入应到", default=())
