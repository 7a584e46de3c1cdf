"""Takes nothing, gives the words of the year's papers; their figures are computed."""

from datetime import date
from typing import ClassVar

from docgen.model.base import Count, Day, Line, Model, Person, RecordModel, Several, Year, label, needed
from docgen.model.dispatch import Dispatch


class ReviewSections(Model):
    """The words of each section of a year's review."""

    political: Line | None = label("政治建设")
    organisation_life: Line | None = label("组织生活")
    education: Line | None = label("党员教育")
    integration: Line | None = label("融合")
    integrity: Line | None = label("廉政")
    service: Line | None = label("服务")
    goals: Line | None = label("工作目标")
    methods: Line | None = label("方法")
    outlook: Line | None = label("展望")


class YearReview(RecordModel):
    """The words of a unit's year papers."""

    sums_up: ClassVar[bool] = True

    year: Year = needed("年度")
    overview: Line | None = label("概述")
    sections: ReviewSections | None = label("各节")
    problems: Several[Line] | None = label("问题")
    plans: Several[Line] | None = label("打算")
    signed: Day | None = label("成文日期", "总结、报告落款的日期")
    dispatch: Dispatch | None = label("发文", "总结、报告印发或者上报时才写")

    @property
    def day(self) -> date:
        """The last day of its year."""
        return date(self.year, 12, 31)

    @property
    def title(self) -> str:
        """Its kind and year."""
        return f"{self.year}"


class Ratings(Model):
    """How the listeners rated a report."""

    good: Count = label("好", default=0)
    fair: Count = label("较好", default=0)
    average: Count = label("一般", default=0)
    poor: Count = label("差", default=0)


class DutyReport(RecordModel):
    """The words of one person's report on his duties."""

    sums_up: ClassVar[bool] = True

    person: Person = needed("述职人")
    post: Line | None = label("职务")
    year: Year = needed("年度")
    duties: Several[Line] | None = label("履职")
    integrity: Line | None = label("廉洁自律")
    dual_duty: Line | None = label("一岗双责")
    problems: Several[Line] | None = label("问题")
    causes: Line | None = label("原因")
    plans: Several[Line] | None = label("努力方向")
    ratings: Ratings | None = label("测评")
    signed: Day | None = label("成文日期", "报告落款的日期")
    dispatch: Dispatch | None = label("发文", "报告上报时才写")

    @property
    def day(self) -> date:
        """The last day of its year."""
        return date(self.year, 12, 31)

    @property
    def title(self) -> str:
        """Who reports."""
        return self.person
