"""Takes nothing, gives what an 组织生活会 and a 民主评议 add to a meeting."""

from enum import StrEnum

from docgen.model.base import Count, Day, Line, Model, Person, label, needed
from docgen.model.tasks import TaskState


class Preparation(Model):
    """What was done before an 组织生活会."""

    study: Line | None = label("学习")
    talks: Line | None = label("谈心谈话")
    opinions: Line | None = label("征求意见")


class Shortcoming(Model):
    """A problem that a member or the committee found in itself, and how it is mended."""

    name: Line = needed("姓名")
    problem: Line = needed("问题")
    cause: Line | None = label("原因")
    remedy: Line | None = label("整改措施")
    responsible: Line | None = label("责任人")
    deadline: Day | None = label("期限")
    state: TaskState = label("状态", default=TaskState.PLANNED)


class Criticism(Model):
    """What one member told another."""

    by: Line = needed("批评人")
    of: Line = needed("被批评人")
    words: Line = needed("内容")


class Ballots(Model):
    """The ballots that one member got in an appraisal."""

    excellent: Count = label("优秀", default=0)
    qualified: Count = label("合格", default=0)
    barely: Count = label("基本合格", default=0)
    unqualified: Count = label("不合格", default=0)


class Grade(StrEnum):
    """The grades of an appraisal, best first."""

    EXCELLENT = "优秀"
    QUALIFIED = "合格"
    BARELY = "基本合格"
    UNQUALIFIED = "不合格"


class Appraisal(Model):
    """How one member was appraised."""

    name: Person = needed("姓名")
    own: Grade | None = label("自评")
    ballots: Ballots | None = label("票数")
    grade: Grade | None = label("支部评定")
    told: Day | None = label("反馈日期")
