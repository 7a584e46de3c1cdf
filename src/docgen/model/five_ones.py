"""Takes nothing, gives the records behind the five monthly items that have a kind of their own."""

from datetime import date
from enum import StrEnum

from docgen.model.base import Day, Line, Model, RecordId, RecordModel, Several, label, needed
from docgen.model.theme_day import OwnAction, Photo


class PolicyType(StrEnum):
    """A regulation or a workflow."""

    RULE = "制度"
    WORKFLOW = "流程"


class PolicyAction(StrEnum):
    """What was done with it."""

    NEW = "新订"
    REVISED = "修订"
    ABOLISHED = "废止"


class PolicyRevision(RecordModel):
    """A regulation or workflow that was made, revised or abolished."""

    name: Line = needed("名称")
    type: PolicyType = label("种类", default=PolicyType.RULE)
    action: PolicyAction = label("动作", default=PolicyAction.REVISED)
    review: Line | None = label("梳理发现")
    opinions: Line | None = label("征求意见")
    points: Line | None = label("修订要点")
    examiner: Line | None = label("审核人")
    serial: Line | None = label("文号")
    started: Day | None = label("日期", "开始梳理的日期")
    published: Day | None = label("发布日期")
    effect: Line | None = label("实施效果")

    @property
    def day(self) -> date | None:
        """The day of publication, else the day on which the work began."""
        return self.published or self.started

    @property
    def title(self) -> str:
        """The name of the regulation."""
        return self.name


class ProblemSolved(RecordModel):
    """A practical matter that the branch did for somebody."""

    beneficiary: Line | None = label("单位", "帮助了谁")
    problem: Line = needed("困难或问题")
    measure: Line | None = label("举措")
    responsible: Line | None = label("责任人")
    raised: Day = needed("提出日期")
    solved: Day | None = label("解决日期")
    result: Line | None = label("结果")

    @property
    def day(self) -> date:
        """The day on which it was solved, else raised."""
        return self.solved or self.raised

    @property
    def title(self) -> str:
        """The problem."""
        return self.problem


class NewsReview(Model):
    """Who checked a piece of news, in three steps."""

    first: Line | None = label("一审")
    second: Line | None = label("二审")
    third: Line | None = label("三审")


class NewsItem(RecordModel):
    """A piece of news about the branch."""

    headline: Line = needed("标题")
    lead: Line | None = label("导语")
    body: Line | None = label("正文")
    published: Day = needed("日期")
    contributor: Line | None = label("供稿人")
    reviews: NewsReview | None = label("审核")
    channels: Several[Line] = label("渠道", default=())
    photos: Several[Photo] = label("照片", default=())
    sources: Several[RecordId] = label("来源", default=())
    column: Line | None = label("栏目")

    @property
    def day(self) -> date:
        """The day of publication."""
        return self.published

    @property
    def title(self) -> str:
        """Its headline."""
        return self.headline


class OwnChoice(RecordModel):
    """A free action beside the five items; not capped."""

    subject: Line = needed("标题")
    on: Day = needed("日期")
    words: Line | None = label("内容")
    steps: Several[OwnAction] = label("环节", default=())
    result: Line | None = label("结果")

    @property
    def day(self) -> date:
        """The day on which it was done."""
        return self.on

    @property
    def title(self) -> str:
        """Its subject."""
        return self.subject
