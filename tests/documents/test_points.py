"""Takes points of a quarter and a year, proves what 积分台账 and 积分公示 say, to whom, and of which periods."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from docgen.ledger.points import standings
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.view import Audience, Figure, Private, dump, gaps, leaves

SETTINGS = """
单位: 某公司
积分方案:
  周期: 季度
  基础分: 60
  上限: 65
  类别:
    - {名称: 三会一课, 上限: 2, 项目: [{名称: 到会, 分值: 1, 来源: 参加会议}]}
    - {名称: 志愿服务}
  等次: [{名称: 优秀, 不低于: 63}, {名称: 合格, 不低于: 60}]
  年度等次: [{名称: 全年优秀, 不低于: 61}]
  不参加: [免于硬性要求]
"""
RECORDS = """
{类型: 会议, 编号: 一, 会议类型: 党课, 开始: 2020-07-01 14:30, 出席: 其余}
---
{类型: 会议, 编号: 二, 会议类型: 党课, 开始: 2020-07-02 14:30, 出席: 其余, 请假: [{姓名: 李二, 事由: 出差}]}
---
{类型: 会议, 编号: 三, 会议类型: 党课, 题目: 第三课, 开始: 2020-09-30 14:30, 出席: 其余}
---
类型: 积分
编号: 有据
党员: 张一
日期: 2020-08-01
项目: 志愿服务
分值: 1.5
依据: 三
申报人: 张一
审核人: 李二
---
{类型: 积分, 编号: 有事由, 党员: 李二, 日期: 2020-08-02, 项目: 志愿服务, 分值: -1, 事由: 私下的缘由}
---
{类型: 积分, 编号: 无缘由, 党员: 王三, 日期: 2020-08-03, 项目: 志愿服务, 分值: 9}
---
{类型: 积分, 编号: 四季度, 党员: 王三, 日期: 2020-10-03, 项目: 志愿服务, 分值: 1, 事由: 清扫}
"""
QUARTER, YEAR = "一支部/2020-Q3", "一支部/2020"


@pytest.fixture(scope="module")
def ledger(make_ledger: Any) -> Any:
    return make_ledger(RECORDS, settings=SETTINGS)


def test_a_quarter_lists_who_takes_part_by_categories_with_total_and_grade(ledger: Any, say: Any) -> None:
    made = say("points-publication", ledger, QUARTER)

    assert made["标题"] == "一支部2020年第三季度积分公示"
    assert made["表头"] == ["序号", "姓名", "基础分", "三会一课", "志愿服务", "上下限调整", "合计", "等次"]
    assert made["行们"] == [
        ["1", "张一", "60", "2", "1.5", "0", "63.5", "优秀"],
        ["2", "李二", "60", "2", "-1", "0", "61", "合格"],
        ["3", "王三", "60", "2", "9", "-6", "65", "优秀"],
    ]


def test_a_year_sums_its_quarters_and_grades_their_mean(ledger: Any, say: Any) -> None:
    made = say("points-publication", ledger, YEAR)

    assert made["标题"] == "一支部2020年度积分公示"
    assert made["表头"][-3:] == ["合计", "季均分", "等次"]
    assert [row[-3:] for row in made["行们"]] == [
        ["243.5", "60.88", ""],
        ["241", "60.25", ""],
        ["246", "61.5", "全年优秀"],
    ]


def test_the_ledger_says_each_item_and_what_was_written_by_hand(ledger: Any, say: Any) -> None:
    made = say("points-ledger", ledger, QUARTER)

    assert [[*row.values()] for row in made["各项积分"][:2]] == [
        ["张一", "三会一课", "到会", "3", "3", "2"],
        ["张一", "志愿服务", "志愿服务", "1", "1.5", "1.5"],
    ]
    assert [row["依据或事由"] for row in made["手工记分"]] == ["2020年9月30日第三课", "私下的缘由", "【待补充：事由】"]
    assert (made["手工记分"][0]["申报人"], made["手工记分"][0]["审核人"]) == ("张一", "李二")


def test_what_no_record_says_is_a_gap_with_its_line(ledger: Any, view_of: Any) -> None:
    (gap,) = gaps(view_of("points-ledger", ledger, QUARTER))

    assert (gap.label, bool(gap.place.line)) == ("事由", True)
    assert gaps(view_of("points-publication", ledger, QUARTER)) == []


def test_grounds_are_for_the_branch_alone(ledger: Any, view_of: Any, say: Any) -> None:
    view = view_of("points-ledger", ledger, QUARTER)

    assert {leaf.field for _, leaf in leaves(view) if isinstance(leaf, Private)} == {"积分.依据", "积分.事由"}
    masked: Any = dump(view, Audience.PUBLIC)
    assert [row["依据或事由"] for row in masked["手工记分"]][:2] == ["—", "—"]
    public = str(say("points-publication", ledger, QUARTER))
    assert "缘由" not in public
    assert "第三课" not in public


@pytest.mark.parametrize("subject", [QUARTER, YEAR])
@pytest.mark.parametrize("kind", ["points-ledger", "points-publication"])
def test_every_figure_is_the_sum_of_its_entries_and_cites_them(
    kind: str, subject: str, ledger: Any, view_of: Any
) -> None:
    view: Any = view_of(kind, ledger, subject)
    period = Subject.parse(subject).period or Period(2020)
    at = {head: index for index, head in enumerate(view.heads)}

    for row, standing in zip(view.rows, standings(ledger, period), strict=True):
        for category in ("三会一课", "志愿服务"):
            lines = [line for line in standing.lines if line.category == category]
            assert Decimal(row[at[category]].text) == sum(line.counted for line in lines)
            assert row[at[category]].sources == tuple(dict.fromkeys(line.record for line in lines))
        parts = [Decimal(row[at[name]].text) for name in ("基础分", "三会一课", "志愿服务", "上下限调整")]
        assert Decimal(row[at["合计"]].text) == sum(parts)
        assert set(row[at["合计"]].sources) == {line.record for line in standing.lines}
    figures = [leaf for _, leaf in leaves(view) if isinstance(leaf, Figure)]
    assert {source for each in figures for source in each.sources} <= {entry.id for entry in ledger.entries}


def test_items_sum_to_the_totals(ledger: Any, view_of: Any) -> None:
    view: Any = view_of("points-ledger", ledger, QUARTER)

    for row in view.rows:
        items = [Decimal(item.counted.text) for item in view.items if item.name == row[1]]
        assert sum(items) == Decimal(row[3].text) + Decimal(row[4].text)


@pytest.mark.parametrize(
    ("period", "made"),
    [
        ("2020", ["一支部/2020-Q3", "一支部/2020-Q4", "一支部/2020"]),
        ("2020-Q3", ["一支部/2020-Q3"]),
        ("2020-Q1", []),
        ("2020-08", []),
        ("2021", []),
    ],
)
def test_papers_exist_for_quarters_and_years_with_points(
    period: str, made: list[str], ledger: Any, subjects: Any
) -> None:
    assert subjects("points-ledger", ledger, period) == made
    assert subjects("points-publication", ledger, period) == made


def test_without_a_scheme_there_are_five_categories_and_neither_base_nor_grade(make_ledger: Any, say: Any) -> None:
    made = say("points-publication", make_ledger(RECORDS), YEAR)

    five = ["三会一课", "组织生活会", "学用结合", "志愿服务", "履行党员义务"]
    assert made["表头"] == ["序号", "姓名", *five, "合计"]
    assert made["行们"][0] == ["1", "张一", "0", "0", "0", "1.5", "0", "1.5"]


def test_an_item_that_the_scheme_does_not_know_has_a_column_of_its_own(make_ledger: Any, say: Any) -> None:
    records = "{类型: 积分, 党员: 张一, 日期: 2020-08-02, 项目: 值班, 分值: 1, 事由: 值班}"
    made = say("points-ledger", make_ledger(records), YEAR)

    assert made["表头"][-2:] == ["其他", "合计"]
    assert made["各项积分"][0]["类别"] == "其他"


def test_namesakes_bear_their_numbers(make_ledger: Any, say: Any) -> None:
    unit = """
名称: 第一党支部
简称: 一支部
种类: 党支部
党员: [{姓名: 张一, 编号: 甲}, {姓名: 张一, 编号: 乙}, {姓名: 李二}]
"""
    records = "{类型: 积分, 党员: 张一（乙）, 日期: 2020-08-02, 项目: 志愿服务, 分值: 1, 事由: 清扫}"
    made = say("points-publication", make_ledger(records, unit=unit), YEAR)

    assert [(row[1], row[-1]) for row in made["行们"]] == [("张一（甲）", "0"), ("张一（乙）", "1"), ("李二", "0")]
