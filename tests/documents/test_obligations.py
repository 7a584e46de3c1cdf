"""Takes what the rules ask of a branch's year, proves what the 组织生活对照表 says of it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from msgspec.structs import fields

from docgen.documents.obligations.organisation import MattersView, digest
from docgen.documents.obligations.owed import items, owed, windows_text
from docgen.ledger import BranchLedger
from docgen.model.period import Period
from docgen.rules import RULES
from docgen.rules.rule import Duty
from docgen.view import Figure, dump, leaves

YEAR = """
{类型: 会议, 编号: 大会, 会议类型: 支部党员大会, 开始: 2020-06-20 14:30, 出席: 其余}
---
{类型: 会议, 编号: 计划, 会议类型: 支部党员大会, 开始: 2020-09-20 14:30}
---
{类型: 主题党日, 编号: 党日, 主题: 参观, 开始: 2020-03-15 09:00, 出席: 其余}
---
{类型: 办实事, 编号: 实事, 单位: 第二项目部, 困难或问题: 缺少口罩, 提出日期: 2020-03-05, 结果: 已送到}
---
{类型: 会议, 编号: 学习, 会议类型: 理论学习, 开始: 2020-05-05 14:30, 出席: [张一, 李二], 学时: 40}
"""


@pytest.fixture
def branch(make_ledger: Any) -> BranchLedger:
    made: BranchLedger = make_ledger(YEAR)
    return made


def on(ledger: BranchLedger, day: date) -> BranchLedger:
    """The same records as one looks at them on a day."""
    return BranchLedger(ledger.unit, ledger.unit_source, ledger.settings, ledger.entries, day=day)


def rows(made: dict[str, Any], table: str) -> dict[str, Any]:
    return {row["事项"]: row for row in made[table]}


def test_each_item_is_marked_in_its_windows(branch: Any, say: Any) -> None:
    made = say("obligations", branch, "一支部/2020")
    meeting, theme_day = rows(made, "按季")["支部党员大会"], rows(made, "按月")["主题党日"]

    assert made["截至"] == "2020年12月31日"
    assert meeting["各季"] == {"第一季度": "–", "第二季度": "√ 6月20日", "第三季度": "×", "第四季度": "×"}
    assert (meeting["依据"], meeting["应完成"], meeting["已完成"]) == ("支部条例第十一条", "3", "1")
    assert [theme_day["各月"][month] for month in ("一月", "三月", "四月")] == ["–", "√", "×"]
    assert rows(made, "按月")["五个一办实事"]["已完成"] == "1"


def test_every_item_names_what_it_rests_on(branch: Any) -> None:
    found = items(owed(branch, Period(2020)))

    assert {part.rule for item in found for part in item.parts} >= {"F1", "F8", "F10"}
    assert [item.name for item in found if not item.basis] == []


def test_a_year_that_lasts_says_what_is_still_to_come(branch: Any, say: Any) -> None:
    made = say("obligations", on(branch, date(2020, 7, 15)), "一支部/2020")
    meeting = rows(made, "按季")["支部党员大会"]
    coming = [row for row in made["未完成事项"] if row["事项"] == "支部党员大会"]

    assert made["截至"] == "2020年7月15日"
    assert (meeting["各季"]["第三季度"], meeting["各季"]["第四季度"]) == ("○ 9月30日前", "○ 12月31日前")
    assert coming == [
        {"事项": "支部党员大会", "期间": "第三季度、第四季度", "对象": "党支部", "应于": "9月30日前", "说明": "待完成"}
    ]


def test_what_many_owe_is_counted_and_who_lacks_it_is_named(branch: Any, say: Any) -> None:
    made = say("obligations", branch, "一支部/2020")
    missing = {(row["事项"], row["期间"]): row for row in made["未完成事项"]}
    peers = missing["党员之间谈心谈话", "全年"]

    assert peers["对象"] == "王三、赵四"
    assert peers["说明"] == "共2项未完成。"


def test_what_is_not_owed_says_why(branch: Any, say: Any) -> None:
    made = say("obligations", branch, "一支部/2020")

    assert "党小组会" not in rows(made, "按月")
    assert "第一季度（支部在期内成立或撤销）：支部党员大会、党课。" in made["不适用"]
    assert "3月至12月（没有党小组）：党小组会。" in made["不适用"]


def test_done_counts_cite_the_records_behind_them(branch: Any, view_of: Any) -> None:
    view = view_of("obligations", branch, "一支部/2020")
    cited = {source for _, leaf in leaves(view) if isinstance(leaf, Figure) for source in leaf.sources}

    assert {"一支部/大会", "一支部/党日", "一支部/实事"} <= cited
    assert "一支部/计划" not in cited


def test_a_rule_that_is_switched_off_asks_for_nothing(make_ledger: Any, say: Any) -> None:
    ledger = make_ledger(YEAR, settings="{单位: 某公司, 规则: {F1: 否}}")

    assert "支部党员大会" not in str(say("obligations", ledger, "一支部/2020"))


def test_an_organisation_sees_its_branches_side_by_side(make_ledger: Any, organisation: Any, view_of: Any) -> None:
    ledger = organisation("obligations", "2020", [make_ledger(YEAR), make_ledger("", "二支部")])
    view = view_of("obligations", ledger, "机关党委/2020")
    made: Any = dump(view)

    assert [row["党支部"] for row in made["各事项"]] == ["一支部", "二支部", "合计"]
    assert [row["各项"]["支部党员大会"] for row in made["各事项"]] == ["×1/3", "×0/3", "×1/6"]
    assert view.sums.done.value == sum(row.done.value for row in view.units)
    assert view.sums.missing.sources == (
        "一支部/2020#obligations.total.missing",
        "二支部/2020#obligations.total.missing",
    )
    assert {"党支部": "二支部", "事项": "支部党员大会", "期间": "第二季度、第三季度、第四季度", "未完成": "3"} in made[
        "各党支部未完成"
    ]


def test_no_name_goes_up_to_the_organisation(branch: Any) -> None:
    made = digest(branch, Period(2020))

    assert json.loads(json.dumps(made, ensure_ascii=False)) == made
    assert not [name for name in ("张一", "李二", "王三", "赵四") if name in str(made)]


def test_every_rule_that_asks_for_something_has_its_column() -> None:
    asking = {rule.id.lower() for rule in RULES if any(isinstance(test, Duty) for test in rule.tests)}
    assert asking

    assert asking == {each.name for each in fields(MattersView)}


def test_years_without_records_have_no_paper(make_ledger: Any, subjects: Any) -> None:
    office = make_ledger("", unit="{名称: 某公司机关党委, 简称: 机关党委, 种类: 机关党委}")

    assert subjects("obligations", make_ledger(YEAR), "2020") == ["一支部/2020"]
    assert subjects("obligations", make_ledger(YEAR), "2019") == []
    assert subjects("obligations", make_ledger(YEAR), "2020-06") == []
    assert subjects("obligations", office, "2020") == ["机关党委/2020"]


@pytest.mark.parametrize(
    ("windows", "text"),
    [
        (["2020-01", "2020-02"], "1月、2月"),
        (["2020-03", "2020-04", "2020-05", "2020-09"], "3月至5月、9月"),
        (["2020-Q1", "2020-Q2"], "第一季度、第二季度"),
        (["2020"], "全年"),
    ],
)
def test_windows_in_a_row_are_a_span(windows: list[str], text: str) -> None:
    assert windows_text(map(Period.parse, windows)) == text
