"""Takes nothing, gives a member's commitment of a year, from promise to review."""

from datetime import date
from enum import StrEnum

from docgen.model.base import Day, Line, Model, Person, RecordModel, Several, Year, label, needed


class CommitmentCategory(StrEnum):
    """What a commitment is about."""

    POST = "岗位"
    SERVICE = "服务"
    STUDY = "学习"
    DISCIPLINE = "自律"
    IMMEDIATE = "即时"


class Progress(Model):
    """One step of keeping a promise."""

    day: Day = needed("日期")
    words: Line = needed("情况")
    evidence: Line | None = label("佐证")


class Promise(Model):
    """One promised thing: what, how, by when."""

    words: Line = needed("内容")
    measure: Line | None = label("措施")
    deadline: Day | None = label("期限")
    progress: Several[Progress] = label("进展", default=())
    done: Day | None = label("完成日期")


class Examination(Model):
    """审诺: the branch examines the promise."""

    opinion: Line = needed("意见")
    examiner: Line | None = label("审核人")
    day: Day | None = label("日期")


class Publication(Model):
    """示诺: the promise is made public."""

    day: Day = needed("日期")
    channel: Line | None = label("渠道")


class CommitmentReview(Model):
    """评诺: how the promise was kept."""

    own: Line | None = label("自评")
    mutual: Line | None = label("互评")
    branch: Line | None = label("支部评")
    masses: Line | None = label("群众评")
    grade: Line | None = label("等次")
    day: Day | None = label("日期")


class Commitment(RecordModel):
    """What one member promised for one year."""

    member: Person = needed("党员")
    year: Year = needed("年度")
    category: CommitmentCategory = label("类别", default=CommitmentCategory.POST)
    promised: Day | None = label("提诺日期")
    promises: Several[Promise] = label("事项", default=())
    supervision: Line | None = label("监督方式")
    examination: Examination | None = label("审诺")
    publication: Publication | None = label("示诺")
    review: CommitmentReview | None = label("评诺")
    brings_along: Several[Line] = label("带动对象", default=())

    @property
    def day(self) -> date:
        """The day of the promise, or the first day of its year."""
        return self.promised or date(self.year, 1, 1)

    @property
    def title(self) -> str:
        """Who promised."""
        return self.member
