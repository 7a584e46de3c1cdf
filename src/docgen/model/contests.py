"""Takes nothing, gives what branches and members win: flags and awards."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from docgen.model.base import (
    Day,
    Line,
    Model,
    MonthOf,
    PeriodOf,
    Points,
    RecordModel,
    Several,
    UnitName,
    label,
    needed,
)
from docgen.model.theme_day import Photo


class Flag(StrEnum):
    """The five flags."""

    LEADERSHIP = "引领旗"
    SAFETY = "安全旗"
    BENEFIT = "效益旗"
    INNOVATION = "创新旗"
    SERVICE = "服务旗"


HONOURS: dict[Flag, str] = {
    Flag.LEADERSHIP: "思想先锋",
    Flag.SAFETY: "稳定先锋",
    Flag.BENEFIT: "创效先锋",
    Flag.INNOVATION: "改革先锋",
    Flag.SERVICE: "和谐先锋",
}
"""The honour that each flag gives."""


class FlagScores(Model):
    """How one branch scored for each flag."""

    branch: UnitName = needed("党支部")
    leadership: Points | None = label("引领旗")
    safety: Points | None = label("安全旗")
    benefit: Points | None = label("效益旗")
    innovation: Points | None = label("创新旗")
    service: Points | None = label("服务旗")
    remark: Line | None = label("说明")

    @property
    def scores(self) -> dict[Flag, Points | None]:
        """The scores by flag, in the order of the flags."""
        scores = (self.leadership, self.safety, self.benefit, self.innovation, self.service)
        return dict(zip(Flag, scores, strict=True))


class FlagWinner(Model):
    """Which branch won a flag, and for what."""

    flag: Flag = needed("旗")
    branch: UnitName = needed("党支部")
    deeds: Line | None = label("事迹")


class FlagContest(RecordModel):
    """The contest for the five flags in one period."""

    sums_up: ClassVar[bool] = True

    period: PeriodOf = needed("周期", "2020、2020-Q1 或 2020-03")
    scores: Several[FlagScores] = label("评分", default=())
    winners: Several[FlagWinner] | None = label("得旗支部")
    awarded: Day | None = label("授旗日期")

    @property
    def day(self) -> date:
        """The day on which the flags were given, else the last day of the period."""
        return self.awarded or self.period.end

    @property
    def title(self) -> str:
        """The period."""
        return self.period.text


class AwardType(StrEnum):
    """What is awarded: to a person, a post or a team."""

    STAR = "明星"
    MODEL_POST = "示范岗"
    FIVE_GOODS = "五好班组"


class AwardScores(Model):
    """The three scores of a person or post, or the five goods of a team."""

    political: Points | None = label("政治素养")
    professional: Points | None = label("业务能力")
    performance: Points | None = label("工作绩效")
    economy: Points | None = label("经济效益")
    safety: Points | None = label("安全质量")
    conduct: Points | None = label("思想作风")
    skill: Points | None = label("业务素质")
    democracy: Points | None = label("民主管理")


class Award(RecordModel):
    """A monthly award."""

    sums_up: ClassVar[bool] = True

    month: MonthOf = needed("月份")
    type: AwardType = needed("种类")
    recipient: Line = needed("对象", "人、岗位或班组的名称")
    unit: Line | None = label("单位")
    scores: AwardScores | None = label("评分")
    deeds: Line | None = label("事迹")
    announced: Day | None = label("通报日期", "评选通报的成文日期")
    photos: Several[Photo] = label("照片", default=())

    @property
    def day(self) -> date:
        """The last day of its month."""
        return self.month.end

    @property
    def title(self) -> str:
        """The award and who got it."""
        return f"{self.type} {self.recipient}"
