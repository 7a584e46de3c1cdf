"""Takes the records of some months, proves what the papers about the five items say."""

from __future__ import annotations

import json
from typing import Any

import pytest

from docgen.documents.five_ones.items import digest
from docgen.model.period import Period
from docgen.view import Figure, gaps, leaves

MONTH = """
类型: 会议
编号: 学习
会议类型: 支委会
开始: 2020-03-12 14:30
出席: 其余
议题:
  - 标题: 学习有关文件
    材料: [{标题: 支部工作条例}]
    发言: [{姓名: 张一, 内容: 我不同意这样安排, 不同意见: 是}]
---
{类型: 主题党日, 编号: 党日, 主题: 参观文化长廊, 开始: 2020-03-15 09:00, 出席: 其余}
---
{类型: 制度修订, 编号: 制度, 名称: 会议室使用规定, 审核人: 张一, 发布日期: 2020-03-20, 文号: 某办〔2020〕3号}
---
{类型: 办实事, 编号: 实事, 单位: 第二项目部, 困难或问题: 缺少口罩, 提出日期: 2020-03-05}
---
{类型: 宣传稿, 编号: 稿, 标题: 一支部参观长廊, 日期: 2020-03-16, 渠道: [网站]}
---
{类型: 自选动作, 编号: 自选, 标题: 整理书屋, 日期: 2020-03-18}
"""


def test_a_month_has_five_rows_with_their_evidence(make_ledger: Any, say: Any) -> None:
    rows = say("five-ones-month", make_ledger(MONTH), "一支部/2020-03")["事项"]

    assert [row["完成情况"] for row in rows] == ["完成", "完成", "完成", "未完成", "完成"]
    assert rows[0]["内容"] == "支委会，学习《支部工作条例》"
    assert rows[2]["佐证"] == ["审核人：张一", "2020年3月20日发布", "某办〔2020〕3号"]
    assert rows[4]["佐证"] == ["2020年3月16日发布", "渠道：网站"]


def test_what_a_proof_lacks_is_a_gap_with_its_line(make_ledger: Any, view_of: Any) -> None:
    found = gaps(view_of("five-ones-month", make_ledger(MONTH), "一支部/2020-03"))

    assert [gap.label for gap in found] == ["结果", "内容"]
    assert all(gap.place.line for gap in found)


def test_a_month_cites_its_records_and_counts_them(make_ledger: Any, view_of: Any) -> None:
    view = view_of("five-ones-month", make_ledger(MONTH), "一支部/2020-03")

    assert (view.total.due.value, view.total.done.value, view.total.missing.value) == (5, 4, 1)
    cited = {source for _, leaf in leaves(view) if isinstance(leaf, Figure) for source in leaf.sources}
    assert cited == {f"一支部/{name}" for name in ("学习", "党日", "制度", "实事", "稿", "自选")}


def test_a_month_of_which_nothing_is_known_says_so_without_a_gap(make_ledger: Any, view_of: Any) -> None:
    view = view_of("five-ones-month", make_ledger(MONTH), "一支部/2020-04")

    assert gaps(view) == []
    assert {row.state for row in view.rows} == {"未完成"}


def test_months_outside_the_span_have_no_paper(make_ledger: Any, subjects: Any) -> None:
    assert subjects("five-ones-month", make_ledger(MONTH), "2020") == [
        f"一支部/2020-{month:02}" for month in range(3, 13)
    ]
    assert subjects("five-ones-month", make_ledger(MONTH), "2020-Q1") == ["一支部/2020-03"]


def test_the_matrix_of_a_month_marks_each_item_and_counts(make_ledger: Any, organisation: Any, say: Any) -> None:
    branches = [make_ledger(MONTH), make_ledger("", "二支部")]
    said = say("five-ones-matrix", organisation("five-ones-matrix", "2020-03", branches), "机关党委/2020-03")

    assert said["月表"][0]["各项"] == {
        "学习研讨": "√",
        "主题党日": "√",
        "制度修订": "√",
        "办实事": "未完成",
        "宣传稿": "√",
    }
    assert said["合计"] == {"应完成": "10", "完成": "4", "未完成": "6", "不适用": "0"}
    assert said["月表各项"]["学习研讨"] == "1"
    assert said["未完成事项"][0] == "一支部2020年3月办实事"
    assert said["年表"] == []


def test_the_matrix_of_a_year_counts_five_branches_items_and_ten_months(
    make_ledger: Any, organisation: Any, view_of: Any
) -> None:
    branches = [make_ledger(MONTH), *(make_ledger("", short) for short in ("二支部", "三支部", "四支部", "五支部"))]
    view = view_of("five-ones-matrix", organisation("five-ones-matrix", "2020", branches), "机关党委/2020")

    assert len(view.year_rows) == 25
    assert (view.total.due.value, view.total.done.value, view.total.missing.value) == (250, 4, 246)
    assert view.total.not_applicable.value == 50
    assert len(view.missing) == 246
    assert (view.year_rows[0].marks.january, view.year_rows[0].marks.march) == ("–", "√")
    assert view.total.done.sources[0] == "一支部/2020#five-ones-matrix.total.done"


@pytest.mark.parametrize("period", ["2020-03", "2020"])
def test_a_digest_is_plain_data(make_ledger: Any, period: str) -> None:
    made: Any = digest(make_ledger(MONTH), Period.parse(period))

    assert json.loads(json.dumps(made)) == made
    assert len(made["cells"]) == 5 * len(list(Period.parse(period).months()))
