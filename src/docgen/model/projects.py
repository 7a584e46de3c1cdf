"""Takes nothing, gives what members work out for their firm: projects and suggestions."""

from datetime import date
from enum import StrEnum

from docgen.model.base import Day, Line, Model, Money, Person, Points, RecordModel, Several, label, needed


class ProjectType(StrEnum):
    """The campaign that a project belongs to."""

    TWO_LEADS = "两带两创"
    ACTION_LEARNING = "行动学习"
    MEMBERS = "党员攻关"


class ProjectCategory(StrEnum):
    """What a project is about."""

    COST = "降本增效"
    TECHNOLOGY = "科技创新"
    TEAMS = "班组建设"
    STAFF = "减员增效"
    CADRES = "干部培优"
    TALENT = "人才培养"


class Round(Model):
    """One round of a project: study, discuss, act, look back."""

    day: Day | None = label("日期")
    study: Line | None = label("学习")
    discussion: Line | None = label("研讨")
    action: Line | None = label("行动")
    review: Line | None = label("复盘")


class Benefit(Model):
    """What something brought, in money and in words."""

    amount: Money | None = label("金额", "单位：元")
    words: Line | None = label("说明")


class Project(RecordModel):
    """A task that members take on together."""

    type: ProjectType = needed("种类")
    subject: Line = needed("课题")
    category: ProjectCategory | None = label("类别")
    leader: Person | None = label("牵头人")
    members: Several[Line] | None = label("成员")
    goals: Line | None = label("目标")
    started: Day = needed("开始")
    ended: Day | None = label("结束")
    rounds: Several[Round] | None = label("轮次")
    result: Line | None = label("成果")
    benefit: Benefit | None = label("效益")

    @property
    def day(self) -> date:
        """The day on which it began."""
        return self.started

    @property
    def title(self) -> str:
        """Its subject."""
        return self.subject


class SuggestionState(StrEnum):
    """Where a suggestion stands, in the order of the way; 不采纳 ends it."""

    COLLECTED = "征集"
    ACCEPTED = "受理"
    CERTIFIED = "认证"
    CARRIED_OUT = "实施"
    EVALUATED = "评估"
    REWARDED = "激励"
    DECLINED = "不采纳"


class SuggestionVerdict(StrEnum):
    """What a reviewer concludes."""

    ADOPTED = "采纳"
    AMENDED = "修改后采纳"
    DECLINED = "不采纳"


class SuggestionReview(Model):
    """One review of a suggestion."""

    day: Day | None = label("日期")
    opinion: Line | None = label("意见")
    reviewer: Line | None = label("评审人")
    verdict: SuggestionVerdict | None = label("结论")


class Reward(Model):
    """What the proposer got."""

    form: Line | None = label("形式")
    amount: Money | None = label("金额", "单位：元")
    points: Points | None = label("积分")
    day: Day | None = label("日期")


class Suggestion(RecordModel):
    """合理化建议: a proposal of how work could be done better."""

    subject: Line = needed("标题")
    proposer: Line | None = label("建议人")
    unit: Line | None = label("单位")
    raised: Day = needed("提出日期")
    situation: Line | None = label("现状")
    measures: Line | None = label("措施")
    expected: Line | None = label("预期效果")
    state: SuggestionState = label("状态", default=SuggestionState.COLLECTED)
    declined_because: Line | None = label("不采纳理由")
    reviews: Several[SuggestionReview] | None = label("评审")
    benefit: Benefit | None = label("效益")
    reward: Reward | None = label("奖励")

    @property
    def day(self) -> date:
        """The day on which it was raised."""
        return self.raised

    @property
    def title(self) -> str:
        """Its subject."""
        return self.subject
