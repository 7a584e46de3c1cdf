"""Takes nothing, gives what is scored: a member's points and a branch's assessment."""

from datetime import date
from typing import ClassVar

from docgen.model.base import (
    Day,
    Line,
    Model,
    PeriodOf,
    Person,
    Points,
    RecordId,
    RecordModel,
    UnitName,
    label,
    needed,
)


class PointsEntry(RecordModel):
    """Points that a member got or lost for one thing."""

    member: Person = needed("党员")
    on: Day = needed("日期")
    item: Line = needed("项目", "积分方案中的项目")
    points: Points = needed("分值", "扣分写负数")
    basis: RecordId | None = label("依据", "所依据记录的编号")
    reason: Line | None = label("事由", "没有记录可依据时写明；不公示")
    applicant: Line | None = label("申报人")
    examiner: Line | None = label("审核人")

    @property
    def day(self) -> date:
        """The day of what was scored."""
        return self.on

    @property
    def title(self) -> str:
        """Who, and for what."""
        return f"{self.member} {self.item}"


class AspectScore(Model):
    """How a branch scored in one aspect."""

    full: Points | None = label("满分", "不写时取考核方案")
    score: Points | None = label("得分")
    deductions: Line | None = label("扣分原因")
    evidence: Line | None = label("佐证")


class Assessment(RecordModel):
    """How a branch was assessed for a period, by eight aspects."""

    sums_up: ClassVar[bool] = True
    about_a_branch: ClassVar[bool] = True

    branch: UnitName = needed("党支部", "被考核的党支部")
    period: PeriodOf = needed("期间", "2020、2020-Q1 或 2020-03")
    organisation: AspectScore | None = label("组织体系设置")
    committee: AspectScore | None = label("支部班子队伍建设")
    members: AspectScore | None = label("党员教育管理")
    organisation_life: AspectScore | None = label("党的组织生活")
    carriers: AspectScore | None = label("工作载体搭建")
    venues: AspectScore | None = label("活动场所建设")
    service: AspectScore | None = label("服务党员群众")
    support: AspectScore | None = label("基本工作保障")
    total: Points | None = label("总分", "各方面得分之和；不写时由各方面得分计算")
    assessor: Line | None = label("考核人")
    assessed: Day | None = label("考核日期")
    feedback: Line | None = label("反馈意见")

    @property
    def day(self) -> date:
        """The last day of its period."""
        return self.period.end

    @property
    def title(self) -> str:
        """The branch and the period."""
        return f"{self.branch} {self.period.text}"


ASPECTS: tuple[str, ...] = (
    "organisation",
    "committee",
    "members",
    "organisation_life",
    "carriers",
    "venues",
    "service",
    "support",
)
"""The attributes of the eight aspects of an assessment, in their order."""
