"""Takes nothing, gives the schemes by which members earn points and branches are assessed, as docgen.yaml writes them."""

from collections import Counter
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from docgen.model.base import Line, Model, Points, Several, label, label_of, needed
from docgen.model.meeting import MeetingType
from docgen.model.period import Period
from docgen.model.scoring import Assessment

SIGN = "、"


class PointsPeriod(StrEnum):
    """Over which period points are summed."""

    QUARTER = "季度"
    YEAR = "年度"


class Unscored(StrEnum):
    """Which members take no part; the roster says of each day who they are."""

    EXEMPT = "免于硬性要求"
    PROBATIONARY = "预备党员"
    MOBILE = "流动党员"


class PointsSource(StrEnum):
    """Which records yield an item's points by themselves, so that nobody writes them down again."""

    MEETING = "参加会议"
    MEETING_MISSED = "会议缺席"
    THEME_DAY = "参加主题党日"
    THEME_DAY_MISSED = "主题党日缺席"
    PROMISE = "完成承诺"
    REVIEW = "评诺"
    VOLUNTEER = "志愿服务"
    TRAINING = "教育培训"


class PointsMeasure(StrEnum):
    """By what a derived item is counted."""

    TIME = "次"
    HOUR = "小时"


MEETING_SOURCES = frozenset({PointsSource.MEETING, PointsSource.MEETING_MISSED})
HOUR_SOURCES = frozenset({PointsSource.VOLUNTEER, PointsSource.TRAINING})


class PointsItem(Model):
    """One thing that is scored, what it is worth each time, and from which records it follows."""

    name: Line = needed("名称")
    points: Points | None = label("分值", "每次的分值，扣分写负数；不写则由审核人评定")
    source: PointsSource | None = label(
        "来源",
        "由哪一类记录自动记分，写了须写分值：会议和主题党日看出席和缺席，完成承诺看事项的完成日期，评诺看评诺的日期，"
        "志愿服务和教育培训看参加党员；不写则由人写“积分”记录",
    )
    meetings: Several[MeetingType] = label("会议类型", "只用于会议：哪些会议；不写则所有会议", default=())
    grades: Several[Line] = label("评诺等次", "只用于评诺：评为哪些等次才记分；不写则评过即记", default=())
    measure: PointsMeasure = label(
        "计法", "按次或按小时计分；按小时只用于志愿服务和教育培训，没有写小时数的不记分", default=PointsMeasure.TIME
    )

    @model_validator(mode="after")
    def _of_one_piece(self) -> Self:
        if self.source is not None and self.points is None:
            raise PydanticCustomError("points-source-worthless", "derived without a worth", {"value": self.name})
        for attribute, sources in _ONLY_FOR.items():
            if attribute in self.model_fields_set and getattr(self, attribute) and self.source not in sources:
                field, of = label_of(PointsItem, attribute), SIGN.join(each for each in PointsSource if each in sources)
                if attribute != "measure" or self.measure is PointsMeasure.HOUR:
                    values = {"value": self.name, "field": field, "sources": of}
                    raise PydanticCustomError("points-source-foreign", "of another source", values)
        return self


_ONLY_FOR = {
    "meetings": MEETING_SOURCES,
    "grades": frozenset({PointsSource.REVIEW}),
    "measure": HOUR_SOURCES,
}


class PointsCategory(Model):
    """A source of points, how much of it counts, and what belongs to it."""

    name: Line = needed("名称")
    cap: Points | None = label("上限", "一个周期内这一类至多记多少分；不写则不限")
    items: Several[PointsItem] = label("项目", "不写则以类别的名称记分", default=())

    @model_validator(mode="after")
    def _with_room(self) -> Self:
        if self.cap is not None and self.cap < 0:
            raise PydanticCustomError("points-cap-negative", "the cap lies below nothing", {"value": str(self.cap)})
        return self


class PointsBand(Model):
    """A grade, and from how many points on it is given."""

    name: Line = needed("名称")
    least: Points = needed("不低于")


SOURCES = ("三会一课", "组织生活会", "学用结合", "志愿服务", "履行党员义务")
"""The five sources of points that hold where a scheme names no categories."""


def _sources() -> tuple[PointsCategory, ...]:
    return tuple(PointsCategory.model_validate({label_of(PointsCategory, "name"): name}) for name in SOURCES)


class PointsScheme(Model):
    """How members earn points."""

    period: PointsPeriod = label("周期", default=PointsPeriod.YEAR)
    base: Points = label("基础分", "每个周期开始时的分数", default=Decimal())
    floor: Points | None = label("下限", "一个周期的总分至少按多少分计")
    ceiling: Points | None = label("上限", "一个周期的总分至多按多少分计")
    categories: Several[PointsCategory] = label("类别", "不写时为五个来源，各不设上限", default=_sources())
    bands: Several[PointsBand] = label("等次", "总分达到“不低于”的，评为这一等次", default=())
    year_bands: Several[PointsBand] = label(
        "年度等次",
        "按季度积分时，所参加各季度总分的平均（保留两位小数）达到“不低于”的，全年评为这一等次",
        default=(),
    )
    unscored: Several[Unscored] = label("不参加", "哪些党员不参加积分", default=())

    @property
    def named(self) -> dict[str, PointsCategory]:
        """The category of each name that an entry's 项目 may bear: an item's, or that of the category itself."""
        return {name: category for category in self.categories for name in _names(category)}

    @property
    def values(self) -> dict[str, Decimal]:
        """What one entry of an item is worth, for the items whose worth is fixed."""
        items = [item for category in self.categories for item in category.items]
        fixed = [item for item in items if item.measure is PointsMeasure.TIME]
        return {item.name: item.points for item in fixed if item.points is not None}

    @property
    def derived(self) -> tuple[tuple[PointsCategory, PointsItem], ...]:
        """The items that follow from records, each with its category."""
        return tuple((each, item) for each in self.categories for item in each.items if item.source is not None)

    def period_of(self, day: date) -> Period:
        """Return the period in which an entry of a day counts."""
        quarter = (day.month + 2) // 3 if self.period is PointsPeriod.QUARTER else 0
        return Period(day.year, quarter)

    def periods_in(self, period: Period) -> tuple[Period, ...]:
        """Return the scheme's own periods that lie wholly in a period; none where that is shorter."""
        if self.period is PointsPeriod.QUARTER:
            return tuple(period.quarters())
        return (period,) if period == Period(period.year) else ()

    def bands_of(self, period: Period) -> tuple[PointsBand, ...]:
        """Return the grades by which a period is judged; none for a part of the scheme's own period."""
        if not self.periods_in(period):
            return ()
        return self.bands if period == self.period_of(period.start) else self.year_bands

    @model_validator(mode="after")
    def _one_place_for_each_name(self) -> Self:
        often = Counter(name for category in self.categories for name in _names(category))
        for name, times in often.items():
            if times > 1:
                raise PydanticCustomError("points-name-twice", "named twice in the scheme", {"value": name})
        return self

    @model_validator(mode="after")
    def _floor_below_ceiling(self) -> Self:
        if self.floor is not None and self.ceiling is not None and self.floor > self.ceiling:
            values = {"value": str(self.floor), "ceiling": str(self.ceiling)}
            raise PydanticCustomError("points-bounds-crossed", "the floor lies above the ceiling", values)
        return self


class AssessmentScheme(Model):
    """How many points each of the eight aspects of an assessment is worth."""

    organisation: Points | None = label(label_of(Assessment, "organisation"))
    committee: Points | None = label(label_of(Assessment, "committee"))
    members: Points | None = label(label_of(Assessment, "members"))
    organisation_life: Points | None = label(label_of(Assessment, "organisation_life"))
    carriers: Points | None = label(label_of(Assessment, "carriers"))
    venues: Points | None = label(label_of(Assessment, "venues"))
    service: Points | None = label(label_of(Assessment, "service"))
    support: Points | None = label(label_of(Assessment, "support"))


def _names(category: PointsCategory) -> tuple[str, ...]:
    items = tuple(item.name for item in category.items)
    return items if category.name in items else (category.name, *items)
