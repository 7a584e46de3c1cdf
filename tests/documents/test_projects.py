"""Takes secretaries' projects and brands, whole and half filled, proves what their papers say and leave open."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.documents import kind_named
from docgen.errors import UsageError
from docgen.model.period import Period
from docgen.view import gaps

PROJECT = """
类型: 书记破题
编号: 破题
题目: 合并审批单
种类: 破难局
领域: 经营管理
书记: 张一
背景: 三张单子。
目标: 一张单子。
措施: [梳理, 试用]
里程碑: [{节点: 样表, 期限: 2020-06-30, 完成日期: 2020-06-28}, {节点: 使用, 期限: 2020-09-30}]
开始: 2020-04-20
"""
CONCLUDED = PROJECT + "结束: 2020-09-30\n状态: 结项\n"
BRAND = """
类型: 品牌
编号: 品牌
名称: 一张表
启动日期: 2020-05-06
"""


def test_an_application_says_what_is_planned_and_nothing_that_was_reached(make_ledger: Any, say: Any) -> None:
    said = say("project-proposal", make_ledger(CONCLUDED + "成果: 用上了。\n"), "一支部/破题")

    assert said["措施"] == "梳理、试用"
    assert said["里程碑"] == [
        {"节点": "样表", "期限": "2020年6月30日"},
        {"节点": "使用", "期限": "2020年9月30日"},
    ]
    assert "用上了。" not in str(said)


def test_a_bare_application_leaves_gaps(make_ledger: Any, view_of: Any) -> None:
    bare = "{类型: 书记破题, 编号: 破题, 题目: 合并, 开始: 2020-04-20}"

    found = gaps(view_of("project-proposal", make_ledger(bare), "一支部/破题"))

    assert [gap.label for gap in found] == ["种类", "领域", "书记", "背景", "目标", "措施"]


def test_a_report_without_a_result_has_a_gap_for_it(make_ledger: Any, view_of: Any) -> None:
    found = gaps(view_of("project-conclusion", make_ledger(CONCLUDED), "一支部/破题"))

    assert [gap.label for gap in found] == ["完成日期", "成果"]


def test_only_what_is_concluded_is_reported(make_ledger: Any, say: Any) -> None:
    (paper,) = kind_named("project-conclusion").papers
    running = make_ledger(PROJECT)

    assert not list(paper.subjects(running, Period(2020)))
    assert len(list(paper.subjects(make_ledger(CONCLUDED), Period(2020)))) == 1
    with pytest.raises(UsageError, match="project-not-concluded"):
        say("project-conclusion", running, "一支部/破题")


def test_a_brand_without_opinions_and_indicators_has_gaps(make_ledger: Any, view_of: Any) -> None:
    found = [gap.label for gap in gaps(view_of("brand-application", make_ledger(BRAND), "一支部/品牌"))]

    assert found == ["口号", "内涵", "目标", "载体", "措施", "征求意见", "指标"]


@pytest.mark.parametrize(("state", "missing"), [("创建", []), ("命名", ["成效", "实际"])])
def test_what_a_brand_reached_is_asked_for_once_it_is_named(
    state: str, missing: list[str], make_ledger: Any, view_of: Any
) -> None:
    whole = BRAND + f"口号: 办\n内涵: 表\n目标: 办结\n载体: [表]\n措施: [公布]\n状态: {state}\n"
    whole += "征求意见: [{党员: 赵四, 意见: 可行}]\n指标: [{指标: 办结率, 目标: 95%}]\n"

    assert [gap.label for gap in gaps(view_of("brand-application", make_ledger(whole), "一支部/品牌"))] == missing
