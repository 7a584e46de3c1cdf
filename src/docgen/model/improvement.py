"""Takes nothing, gives how a branch improves: its plan-do-check-act cycle, its secretary's project and its brand."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from docgen.model.base import Day, Line, Model, PeriodOf, Person, RecordModel, Several, UnitName, label, needed
from docgen.model.unit import Span


class Standing(StrEnum):
    """The class of a branch; decides the form of its improvement."""

    AHEAD = "先进"
    MIDDLE = "中间"
    BEHIND = "落后"


class PlanStep(Model):
    """P: a problem, its cause and what will be done."""

    problem: Line = needed("问题")
    cause: Line | None = label("原因")
    measure: Line | None = label("措施")
    responsible: Line | None = label("责任人")
    deadline: Day | None = label("期限")


class DoStep(Model):
    """D: what was done, by whom and when."""

    words: Line = needed("内容")
    day: Day | None = label("日期")
    responsible: Line | None = label("责任人")
    evidence: Line | None = label("佐证")


class Indicator(Model):
    """C: what is measured, what was aimed at and what was reached."""

    name: Line = needed("指标")
    goal: Line | None = label("目标")
    actual: Line | None = label("实际")


class Disposal(StrEnum):
    """What becomes of an experience or a problem after the check."""

    STANDARD = "固化"
    SPREAD = "推广"
    NEXT = "转入下一周期"


class ActStep(Model):
    """A: an experience that is kept or a problem that is carried over."""

    words: Line = needed("内容")
    disposal: Disposal | None = label("处理")
    measure: Line | None = label("措施")


class Improvement(RecordModel):
    """One plan-do-check-act cycle of a branch."""

    about_a_branch: ClassVar[bool] = True

    branch: UnitName | None = label("党支部", "开展提质升级的党支部；不写即所在文件夹的党支部")
    period: PeriodOf = needed("周期", "2020、2020-Q1 或 2020-03")
    standing: Standing | None = label("类别")
    plan: Several[PlanStep] | None = label("P", "计划")
    do: Several[DoStep] | None = label("D", "实施")
    check: Several[Indicator] | None = label("C", "检查")
    act: Several[ActStep] | None = label("A", "处理")

    @property
    def day(self) -> date:
        """The last day of its cycle."""
        return self.period.end

    @property
    def title(self) -> str:
        """The branch, where it is written, and the cycle."""
        return " ".join(part for part in (self.branch, self.period.text) if part)


class BreakthroughType(StrEnum):
    """What kind of situation a secretary takes on."""

    HARD = "破难局"
    STUCK = "解困局"
    NEW = "创新局"


class WorkField(StrEnum):
    """The field of a secretary's project."""

    SAFETY = "安全生产"
    OPERATIONS = "经营管理"
    CONSTRUCTION = "项目建设"
    PARTY_BUILDING = "党的建设"


class SecretaryProjectState(StrEnum):
    """Where a secretary's project stands."""

    PROPOSED = "申报"
    APPROVED = "立项"
    RUNNING = "实施"
    CONCLUDED = "结项"
    SPREAD = "推广"


class Milestone(Model):
    """A step with its deadline, and the day on which it was reached."""

    name: Line = needed("节点")
    deadline: Day | None = label("期限")
    done: Day | None = label("完成日期")


class SecretaryProject(RecordModel):
    """书记破题: a hard matter that the secretary takes on."""

    subject: Line = needed("题目")
    type: BreakthroughType | None = label("种类", "破难局、解困局或创新局")
    field: WorkField | None = label("领域")
    secretary: Person | None = label("书记")
    background: Line | None = label("背景")
    goals: Line | None = label("目标")
    measures: Several[Line] | None = label("措施")
    milestones: Several[Milestone] | None = label("里程碑")
    started: Day = needed("开始")
    ended: Day | None = label("结束")
    result: Line | None = label("成果")
    state: SecretaryProjectState = label("状态", default=SecretaryProjectState.PROPOSED)

    @property
    def day(self) -> date:
        """The day on which it began."""
        return self.started

    @property
    def title(self) -> str:
        """Its subject."""
        return self.subject


class BrandState(StrEnum):
    """Where a brand stands."""

    PLANNED = "策划"
    BUILDING = "创建"
    NAMED = "命名"
    SPREAD = "推广"


class BrandOpinion(Model):
    """What one member said about the brand."""

    member: Person = needed("党员")
    opinion: Line = needed("意见")


class BrandStage(Span):
    """One stage of building the brand, with its days and its work."""

    name: Line = needed("名称")
    words: Line | None = label("内容")


class Brand(RecordModel):
    """A brand of party work."""

    name: Line = needed("名称")
    started: Day | None = label("启动日期")
    slogan: Line | None = label("口号")
    meaning: Line | None = label("内涵")
    goals: Line | None = label("目标")
    carriers: Several[Line] | None = label("载体")
    measures: Several[Line] | None = label("措施")
    opinions: Several[BrandOpinion] | None = label("征求意见")
    stages: Several[BrandStage] | None = label("阶段")
    effect: Line | None = label("成效")
    indicators: Several[Indicator] | None = label("指标", "可衡量的成效：指标、目标、实际")
    state: BrandState = label("状态", default=BrandState.PLANNED)

    @property
    def day(self) -> date | None:
        """The day on which it began, None where it is not written."""
        return self.started

    @property
    def title(self) -> str:
        """Its name."""
        return self.name
