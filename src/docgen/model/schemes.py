"""Takes nothing, gives the schemes by which members earn points and branches are assessed, as docgen.yaml writes them."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from docgen.model.base import Line, Model, Points, Several, label, label_of, needed
from docgen.model.period import Period
from docgen.model.scoring import Assessment


class PointsPeriod(StrEnum):
    """Over which period points are summed."""

    QUARTER = "季度"
    YEAR = "年度"


class Unscored(StrEnum):
    """Which members take no part; the roster says of each day who they are."""

    EXEMPT = "免于硬性要求"
    PROBATIONARY = "预备党员"
    MOBILE = "流动党员"


class PointsItem(Model):
    """One thing that is scored, and what it is worth each time."""

    name: Line = needed("名称")
    points: Points | None = label("分值", "每次的分值，扣分写负数；不写则由审核人评定")


class PointsCategory(Model):
    """A source of points, how much of it counts, and what belongs to it."""

    name: Line = needed("名称")
    cap: Points | None = label("上限", "一个周期内这一类至多记多少分；不写则不限")
    items: Several[PointsItem] = label("项目", "不写则以类别的名称记分", default=())


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
    unscored: Several[Unscored] = label("不参加", "哪些党员不参加积分", default=())

    @property
    def named(self) -> dict[str, PointsCategory]:
        """The category of each name that an entry's 项目 may bear: an item's, or that of the category itself."""
        return {name: category for category in self.categories for name in _names(category)}

    @property
    def values(self) -> dict[str, Decimal]:
        """What one entry of an item is worth, for the items whose worth is fixed."""
        items = [item for category in self.categories for item in category.items]
        return {item.name: item.points for item in items if item.points is not None}

    def period_of(self, day: date) -> Period:
        """Return the period in which an entry of a day counts."""
        quarter = (day.month + 2) // 3 if self.period is PointsPeriod.QUARTER else 0
        return Period(day.year, quarter)

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
