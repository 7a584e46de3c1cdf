"""Takes the schemes of docgen.yaml, gives what an item belongs to, what it is worth and when it counts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from docgen.model.base import label_of
from docgen.model.period import Period
from docgen.model.schema import settings_schema
from docgen.model.schemes import SOURCES, AssessmentScheme, PointsScheme, Unscored
from docgen.model.scoring import ASPECTS, Assessment
from docgen.model.settings import Settings

Read = Callable[[str], dict[str, Any]]

SCHEME = """
周期: 季度
基础分: 60
下限: 0
上限: 100
类别:
  - {名称: 志愿服务, 上限: 20, 项目: [{名称: 值守, 分值: 2}, {名称: 献血}]}
  - {名称: 学用结合, 项目: [{名称: 学用结合, 分值: 0.5}]}
  - {名称: 三会一课, 项目: 无}
等次: [{名称: 优秀, 不低于: 90}, {名称: 合格, 不低于: 60}]
不参加: [免于硬性要求, 预备党员]
"""


@pytest.fixture
def scheme(read: Read) -> PointsScheme:
    return PointsScheme.model_validate(read(SCHEME))


def test_an_item_is_named_by_itself_or_by_its_category(scheme: PointsScheme) -> None:
    assert {name: category.name for name, category in scheme.named.items()} == {
        "志愿服务": "志愿服务",
        "值守": "志愿服务",
        "献血": "志愿服务",
        "学用结合": "学用结合",
        "三会一课": "三会一课",
    }


def test_only_items_of_a_fixed_worth_have_a_value(scheme: PointsScheme) -> None:
    assert scheme.values == {"值守": Decimal(2), "学用结合": Decimal("0.5")}


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (date(2020, 1, 1), 1),
        (date(2020, 3, 31), 1),
        (date(2020, 4, 1), 2),
        (date(2020, 9, 30), 3),
        (date(2020, 12, 31), 4),
    ],
)
def test_a_day_counts_in_its_quarter_or_year(scheme: PointsScheme, day: date, quarter: int) -> None:
    assert scheme.period_of(day) == Period(2020, quarter)
    assert PointsScheme().period_of(day) == Period(2020)
    assert day in scheme.period_of(day)


def test_without_a_scheme_the_five_sources_hold_without_caps() -> None:
    assert tuple(PointsScheme().named) == SOURCES
    assert [category.cap for category in PointsScheme().categories] == [None] * 5
    assert PointsScheme().values == {}


def test_bands_bounds_and_who_is_left_out_are_data(scheme: PointsScheme) -> None:
    assert [f"{band.name} {band.least}" for band in scheme.bands] == ["优秀 90", "合格 60"]
    assert (scheme.base, scheme.floor, scheme.ceiling) == (Decimal(60), Decimal(), Decimal(100))
    assert scheme.unscored == (Unscored.EXEMPT, Unscored.PROBATIONARY)


@pytest.mark.parametrize(
    ("text", "code", "value"),
    [
        ("{类别: [{名称: 甲}, {名称: 甲}]}", "points-name-twice", "甲"),
        ("{类别: [{名称: 甲, 项目: [{名称: 丙}, {名称: 丙}]}]}", "points-name-twice", "丙"),
        ("{类别: [{名称: 甲, 项目: [{名称: 丙}]}, {名称: 乙, 项目: [{名称: 丙}]}]}", "points-name-twice", "丙"),
        ("{类别: [{名称: 甲, 项目: [{名称: 乙}]}, {名称: 乙}]}", "points-name-twice", "乙"),
        ("{下限: 1, 上限: 0.5}", "points-bounds-crossed", "1"),
        ("{类别: [{名称: 甲, 上限: -1}]}", "points-cap-negative", "-1"),
        ("{类别: [{名称: 甲, 项目: [{名称: 乙, 来源: 参加会议}]}]}", "points-source-worthless", "乙"),
        ("{类别: [{名称: 甲, 项目: [{名称: 乙, 会议类型: [党课]}]}]}", "points-source-foreign", "乙"),
        (
            "{类别: [{名称: 甲, 项目: [{名称: 乙, 分值: 1, 来源: 参加会议, 评诺等次: [好]}]}]}",
            "points-source-foreign",
            "乙",
        ),
        (
            "{类别: [{名称: 甲, 项目: [{名称: 乙, 分值: 1, 来源: 参加会议, 计法: 小时}]}]}",
            "points-source-foreign",
            "乙",
        ),
    ],
)
def test_a_scheme_that_contradicts_itself_is_refused(read: Read, text: str, code: str, value: str) -> None:
    with pytest.raises(ValidationError) as caught:
        PointsScheme.model_validate(read(text))

    (error,) = caught.value.errors()
    assert (error["type"], error["ctx"]["value"]) == (code, value)


def test_what_is_derived_is_known_by_its_source(read: Read) -> None:
    scheme = PointsScheme.model_validate(
        read(
            "{类别: [{名称: 甲, 项目: [{名称: 乙, 分值: 1, 来源: 志愿服务, 计法: 小时}, {名称: 丙}, "
            "{名称: 丁, 分值: 1, 来源: 参加会议, 会议类型: [党课], 计法: 次}]}]}"
        )
    )

    assert [(category.name, item.name) for category, item in scheme.derived] == [("甲", "乙"), ("甲", "丁")]
    assert scheme.values == {"丁": 1}, "what is counted by hours has no one value"


@pytest.mark.parametrize(
    ("of", "asked", "own"),
    [
        ("季度", "2020", ["2020-Q1", "2020-Q2", "2020-Q3", "2020-Q4"]),
        ("季度", "2020-Q3", ["2020-Q3"]),
        ("季度", "2020-05", []),
        ("年度", "2020", ["2020"]),
        ("年度", "2020-Q3", []),
    ],
)
def test_a_period_is_made_of_the_schemes_own(read: Read, of: str, asked: str, own: list[str]) -> None:
    scheme = PointsScheme.model_validate(read(f"{{周期: {of}, 等次: [{{名称: 好, 不低于: 1}}]}}"))

    assert [str(each) for each in scheme.periods_in(Period.parse(asked))] == own
    assert bool(scheme.bands_of(Period.parse(asked))) is (own == [asked])


def test_a_floor_may_be_the_ceiling(read: Read) -> None:
    assert PointsScheme.model_validate(read("{下限: 60, 上限: 60}")).floor == 60


@pytest.mark.parametrize("text", ["{周期: 月度}", "{类别: [三会一课]}", "{不参加: [张一]}", "{等次: [{名称: 优秀}]}"])
def test_what_a_scheme_does_not_know_is_refused_by_model_and_editor(read: Read, text: str) -> None:
    written = {label_of(Settings, "organisation"): "甲", label_of(Settings, "points"): read(text)}

    assert not Draft202012Validator(settings_schema()).is_valid(written)
    with pytest.raises(ValidationError):
        Settings.model_validate(written)


def test_the_aspects_of_the_scheme_are_those_of_an_assessment() -> None:
    assert tuple(AssessmentScheme.model_fields) == ASPECTS
    assert [label_of(AssessmentScheme, name) for name in ASPECTS] == [label_of(Assessment, name) for name in ASPECTS]
