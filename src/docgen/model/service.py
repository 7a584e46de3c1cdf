"""Takes nothing, gives how members serve and learn: carriers, pairings, volunteer work, visits, training."""

from datetime import date
from enum import StrEnum

from docgen.model.base import Day, Hours, Line, Model, Money, Person, RecordModel, Several, label, needed
from docgen.model.unit import Span


class CarrierType(StrEnum):
    """The form in which members go ahead."""

    MODEL_POST = "示范岗"
    RESPONSIBILITY_AREA = "责任区"
    TASK_FORCE = "突击队"
    PROBLEM_TEAM = "攻关小组"
    STUDIO = "创新工作室"
    PIONEERS = "先锋队"


class Carrier(RecordModel):
    """先锋载体: a post, area or team in which members go ahead."""

    type: CarrierType = needed("种类")
    name: Line = needed("名称")
    leader: Person | None = label("负责人")
    members: Several[Line] | None = label("成员")
    tasks: Several[Line] | None = label("任务")
    span: Span | None = label("起止")
    result: Line | None = label("成果")

    @property
    def day(self) -> date | None:
        """The day on which it was set up, None where it is not written."""
        return self.span.since if self.span else None

    @property
    def title(self) -> str:
        """Its name."""
        return self.name


class PairingType(StrEnum):
    """How people or units are paired."""

    ONE_TO_ONE = "一带一"
    ONE_TO_TWO = "一带二"
    HELP = "一帮一"
    JOINT_BRANCHES = "联创共建"
    HAND_IN_HAND = "手拉手"


class PairingActivity(Model):
    """One thing that a pair did."""

    day: Day = needed("日期")
    words: Line = needed("内容")
    effect: Line | None = label("成效")


class Pairing(RecordModel):
    """A member or a unit paired with others."""

    type: PairingType = needed("种类")
    member: Person | None = label("党员")
    unit: Line | None = label("单位")
    partners: Several[Line] = needed("对象")
    span: Span | None = label("起止")
    goals: Line | None = label("目标")
    activities: Several[PairingActivity] | None = label("活动")
    effect: Line | None = label("成效")

    @property
    def day(self) -> date | None:
        """The day on which it began, else of its first activity, None where there is neither."""
        if self.span and self.span.since:
            return self.span.since
        return min((activity.day for activity in self.activities or ()), default=None)

    @property
    def title(self) -> str:
        """The kind of pairing, and whose it is."""
        return " ".join(part for part in (self.type, self.member, self.unit) if part)


class VolunteerWork(RecordModel):
    """Work that members did without pay."""

    on: Day = needed("日期")
    place: Line | None = label("地点")
    members: Several[Person] | None = label("参加党员")
    hours: Hours | None = label("时长", "每人的小时数")
    words: Line = needed("内容")
    beneficiary: Line | None = label("受益对象")

    @property
    def day(self) -> date:
        """The day on which it was done."""
        return self.on

    @property
    def title(self) -> str:
        """The first line of what was done."""
        return self.words.partition("\n")[0]


class CareType(StrEnum):
    """The occasion of a visit."""

    WINTER = "送温暖"
    SUMMER = "送清凉"
    SCHOOLING = "送助学"
    FESTIVAL = "节日慰问"
    HARDSHIP = "困难帮扶"


class CareVisit(RecordModel):
    """慰问: a visit to somebody, with a gift or help; personal data."""

    on: Day = needed("日期")
    type: CareType = needed("种类")
    recipient: Line = needed("对象")
    unit: Line | None = label("单位")
    form: Line | None = label("形式")
    amount: Money | None = label("金额", "单位：元")
    visitors: Several[Line] | None = label("慰问人")

    @property
    def day(self) -> date:
        """The day of the visit."""
        return self.on

    @property
    def title(self) -> str:
        """The occasion; it names nobody."""
        return self.type


class TrainingType(StrEnum):
    """What a training is about."""

    INTEGRITY = "廉政警示"
    IDEALS = "理想信念"
    COMPLIANCE = "合规"
    PROFESSION = "业务"


class Training(RecordModel):
    """教育培训: members learn, with hours."""

    type: TrainingType = needed("种类")
    batch: Line | None = label("批次")
    on: Day = needed("日期")
    hours: Hours | None = label("学时", "每人的学时")
    members: Several[Person] | None = label("参加党员")
    words: Line | None = label("内容")
    result: Line | None = label("结果")

    @property
    def day(self) -> date:
        """The day on which it was held or began."""
        return self.on

    @property
    def title(self) -> str:
        """What it is about, with its batch where it has one."""
        return " ".join(part for part in (self.type, self.batch) if part)
