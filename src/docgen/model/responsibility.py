"""Takes nothing, gives who answers for what: talks, lists of duties, leaders' liaison with branches."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from docgen.model.base import (
    Day,
    Line,
    Model,
    Person,
    RecordModel,
    Several,
    UnitName,
    Year,
    label,
    needed,
)


class TalkType(StrEnum):
    """What kind of talk it was."""

    HEART_TO_HEART = "谈心谈话"
    REMINDER = "提醒谈话"
    ADMONITION = "诫勉谈话"


class TalkState(StrEnum):
    """Where a talk stands."""

    PLANNED = "拟谈"
    HELD = "已谈"
    FOLLOWED = "跟进中"
    CLOSED = "已办结"


class Talker(Model):
    """Who gave the talk; of another unit where one is named."""

    name: Line = needed("姓名")
    unit: Line | None = label("单位", "外单位的人写明单位")


class Talk(RecordModel):
    """A talk between two people; confidential."""

    confidential: ClassVar[bool] = True

    type: TalkType = needed("种类")
    on: Day = needed("日期")
    place: Line | None = label("地点")
    talker: Talker = needed("谈话人")
    partner: Person = needed("谈话对象")
    reason: Line | None = label("事由")
    words: Line | None = label("内容")
    advice: Line | None = label("意见建议")
    follow_up: Line | None = label("后续")
    state: TalkState = label("状态", default=TalkState.HELD)

    @property
    def day(self) -> date:
        """The day of the talk."""
        return self.on

    @property
    def title(self) -> str:
        """The kind of talk; it names nobody."""
        return self.type


class PostDuty(Model):
    """One duty: its standard, how often, by what it is shown."""

    words: Line = needed("内容")
    standard: Line | None = label("标准")
    frequency: Line | None = label("频次")
    evidence: Line | None = label("佐证")


class DutyList(RecordModel):
    """The duties of one post at one level."""

    level: Line = needed("层级", "名称取自设置")
    post: Line = needed("岗位", "名称取自设置")
    year: Year | None = label("年度")
    holder: Line | None = label("责任人")
    duties: Several[PostDuty] | None = label("职责")

    @property
    def day(self) -> date | None:
        """The first day of its year, None where it holds for every year."""
        return date(self.year, 1, 1) if self.year else None

    @property
    def title(self) -> str:
        """Level and post."""
        return f"{self.level} {self.post}"


class Visit(Model):
    """One visit: what was seen, what was found, how it was solved."""

    day: Day = needed("日期")
    words: Line | None = label("内容")
    problem: Line | None = label("问题")
    solution: Line | None = label("解决")


class Liaison(RecordModel):
    """A leader's liaison with a branch or a team."""

    about_a_branch: ClassVar[bool] = True

    leader: Line = needed("领导")
    branch: UnitName | None = label("党支部", "所联系的党支部")
    team: Line | None = label("班组", "所联系的班组")
    year: Year | None = label("年度")
    visits: Several[Visit] | None = label("走访")

    @property
    def day(self) -> date | None:
        """The first day of its year, else of its visits, None where there is neither."""
        if self.year:
            return date(self.year, 1, 1)
        return min((visit.day for visit in self.visits or ()), default=None)

    @property
    def title(self) -> str:
        """The leader and whom he keeps in touch with."""
        return " ".join(part for part in (self.leader, self.branch, self.team) if part)
