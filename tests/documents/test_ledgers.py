"""Takes a year's meetings, theme days and other records, proves what ledgers, statistics and forms say."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from docgen.documents import ArchivePaper, DocumentKind, FiledPaper, UnitPaper, kind_named
from docgen.documents.general.columns import MOST as COLUMNS
from docgen.documents.general.fields import GENERAL_KINDS, REQUESTED_KINDS, attributes, is_needed
from docgen.documents.meeting.gathering import unit_meeting
from docgen.documents.part import spelled
from docgen.documents.statistics.activities import digest
from docgen.errors import UsageError
from docgen.export import Order
from docgen.formats import Format
from docgen.generation.naming import Namer
from docgen.model.base import RecordModel
from docgen.model.five_ones import ProblemSolved
from docgen.model.kinds import MODELS
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.view import Figure, dump, gaps, leaves

YEAR = """
类型: 会议
编号: 三月
会议类型: 支委会
开始: 2020-03-12 14:30
地点: 会议室
主持人: 张一
记录人: 李二
出席: 其余
议题: [{标题: 安排工作}, {标题: 讨论计划}]
---
{类型: 会议, 编号: 四月, 会议类型: 支委会, 开始: 2020-04-12 14:30, 出席: [张一]}
---
{类型: 会议, 编号: 计划, 会议类型: 支委会, 开始: 2020-05-12 14:30}
---
类型: 会议
编号: 大会
会议类型: 支部党员大会
开始: 2020-06-20 14:30
地点: 会议室
主持人: 张一
记录人: 李二
主题: 半年工作
出席: 其余
缺席: [{姓名: 王三}]
---
{类型: 会议, 编号: 学习, 会议类型: 理论学习, 开始: 2020-06-21 14:30, 出席: 其余}
---
{类型: 主题党日, 编号: 党日, 主题: 参观, 开始: 2020-03-15 09:00, 出席: 其余, 自选动作: [{环节: 讲解}, {环节: 讨论}]}
"""


def test_the_meeting_ledger_lists_held_meetings_in_order(make_ledger: Any, say: Any) -> None:
    rows = say("meeting-ledger", make_ledger(YEAR), "一支部/2020")["会议"]

    assert [row["会议类型"] for row in rows] == ["支委会", "支委会", "支部党员大会"]
    assert [row["次"] for row in rows] == ["1", "2", "1"]
    assert rows[0]["主题"] == "安排工作；讨论计划"
    assert (rows[2]["主题"], rows[2]["应到"], rows[2]["实到"], rows[2]["到会率"]) == ("半年工作", "4", "3", "66.7%")


def test_a_half_filled_meeting_leaves_gaps_in_its_row(make_ledger: Any, view_of: Any) -> None:
    assert [gap.label for gap in gaps(view_of("meeting-ledger", make_ledger(YEAR), "一支部/2020"))] == [
        "地点", "主持人", "记录人", "议题",
    ]  # fmt: skip


def test_every_row_of_a_ledger_cites_its_record(make_ledger: Any, view_of: Any) -> None:
    rows = view_of("theme-day-ledger", make_ledger(YEAR), "一支部/2020").rows

    assert [row.number.sources for row in rows] == [("一支部/党日",)]
    assert rows[0].own == "讲解；讨论"


def test_statistics_count_each_kind_of_activity_by_month(make_ledger: Any, say: Any) -> None:
    rows = say("activity-statistics", make_ledger(YEAR), "一支部/2020")["各项活动"]
    by_name = {row["活动"]: row for row in rows}

    assert next(iter(by_name)) == "支部党员大会"
    assert list(by_name)[-2:] == ["理论学习", "合计"]
    assert (by_name["支委会"]["各月"]["三月"], by_name["支委会"]["各月"]["五月"]) == ("1", "0")
    assert (by_name["支委会"]["合计"], by_name["支委会"]["人次"], by_name["支委会"]["到会率"]) == ("2", "3", "75%")
    assert by_name["党课"]["到会率"] == "—"
    assert by_name["合计"]["合计"] == "5"


def test_statistics_stand_against_what_is_owed(make_ledger: Any, say: Any) -> None:
    rows = say("activity-statistics", make_ledger(YEAR), "一支部/2020")["各项活动"]
    by_name = {row["活动"]: (row["应开展"], row["对照"]) for row in rows}

    assert by_name["支部党员大会"] == ("3", "1/3")
    assert by_name["主题党日"] == ("10", "1/10")
    assert (by_name["党小组会"], by_name["理论学习"]) == (("—", "—"), ("—", "—"))
    assert by_name["合计"] == ("18", "2/18"), "大会3、主题党日10、党课3、组织生活会1、民主评议1"


def test_an_organisations_statistics_stand_against_what_its_branches_owe(
    make_ledger: Any, organisation: Any, view_of: Any
) -> None:
    ledger = organisation("activity-statistics", "2020", [make_ledger(YEAR), make_ledger("", "二支部")])
    rows = {(row.unit, row.activity): row for row in view_of("activity-statistics", ledger, "机关党委/2020").branches}

    assert [rows[unit, "支部党员大会"].share for unit in ("一支部", "二支部", "合计")] == ["1/3", "0/3", "1/6"]
    assert rows["合计", "支部党员大会"].owed.sources == (
        "一支部/2020#activity-statistics.支部党员大会.owed",
        "二支部/2020#activity-statistics.支部党员大会.owed",
    )
    assert rows["一支部", "理论学习"].share == "—"


def test_an_organisation_sums_its_branches_by_kind(make_ledger: Any, organisation: Any, view_of: Any) -> None:
    branches = [make_ledger(YEAR), make_ledger(YEAR, "二支部")]
    view = view_of("activity-statistics", organisation("activity-statistics", "2020", branches), "机关党委/2020")
    sums = {row.activity: row for row in view.branches if row.unit == "合计"}

    assert (sums["支委会"].times.value, sums["支委会"].visits.value, sums["支委会"].rate.text) == (4, 6, "75%")
    assert sums["支委会"].times.sources == (
        "一支部/2020#activity-statistics.支委会.times",
        "二支部/2020#activity-statistics.支委会.times",
    )
    assert json.loads(json.dumps(made := digest(branches[0], Period(2020)))) == made


RECORDS = """
{类型: 办实事, 编号: 甲, 单位: 第二项目部, 困难或问题: 缺少口罩, 提出日期: 2020-03-05, 结果: 已送到}
---
{类型: 办实事, 编号: 乙, 单位: 第三项目部, 困难或问题: 缺少场地, 提出日期: 2020-04-05}
---
类型: 品牌
编号: 品牌
名称: 一张表
启动日期: 2020-05-06
征求意见: [{党员: 张一, 意见: 再简单些}]
阶段: 无
---
类型: 慰问
编号: 慰问
日期: 2020-06-01
种类: 送温暖
对象: 某职工
金额: 1234.5
---
{类型: 谈话, 编号: 谈话, 种类: 谈心谈话, 日期: 2020-06-02, 谈话人: {姓名: 张一}, 谈话对象: 李二, 内容: 不可外传}
"""


def fields_of(ledger: Any, say: Any, record: str) -> dict[str, str]:
    return {row["项目"]: row["内容"] for row in say("form", ledger, record)["栏目"]}


def test_a_form_is_laid_out_by_the_labels_of_its_model(make_ledger: Any, say: Any) -> None:
    assert fields_of(make_ledger(RECORDS), say, "一支部/甲") == {
        "单位名称": "中共某公司一支部委员会",
        "单位": "第二项目部",
        "困难或问题": "缺少口罩",
        "提出日期": "2020年3月5日",
        "结果": "已送到",
    }


def test_entries_of_a_form_are_lines_of_labels_and_words(make_ledger: Any, say: Any) -> None:
    rows = fields_of(make_ledger(RECORDS), say, "一支部/品牌")

    assert rows["征求意见"] == "党员：张一；意见：再简单些"
    assert "阶段" not in rows
    assert fields_of(make_ledger(RECORDS), say, "一支部/慰问")["金额"] == "1,234.50"


def test_a_form_has_a_gap_for_evidence_and_for_lists_that_may_say_none(make_ledger: Any, view_of: Any) -> None:
    ledger = make_ledger(RECORDS)

    assert [gap.label for gap in gaps(view_of("form", ledger, "一支部/乙"))] == ["结果"]
    assert [gap.label for gap in gaps(view_of("form", ledger, "一支部/品牌"))] == ["载体", "措施", "指标"]


def by_itself(kind: DocumentKind, ledger: Any) -> list[str]:
    """Return the subjects of the papers that are made without being asked for by name."""
    papers = [each for each in kind.papers if isinstance(each, UnitPaper) and not each.on_request]
    return [str(found) for each in papers for found in each.subjects(ledger, Period(2020))]


def test_confidential_records_have_a_form_and_a_ledger_on_request_alone(make_ledger: Any, subjects: Any) -> None:
    ledger = make_ledger(RECORDS)
    forms = ["一支部/甲", "一支部/乙", "一支部/品牌", "一支部/慰问"]
    ledgers = ["一支部/2020#办实事", "一支部/2020#品牌", "一支部/2020#慰问"]

    assert by_itself(kind_named("form"), ledger) == forms
    assert by_itself(kind_named("ledger"), ledger) == ledgers
    assert subjects("form", ledger, "2020") == [*forms, "一支部/谈话"]
    assert subjects("ledger", ledger, "2020") == [*ledgers, "一支部/2020#谈话"]


def test_what_was_said_in_confidence_is_in_neither(make_ledger: Any, say: Any) -> None:
    ledger = make_ledger(RECORDS)

    assert "内容" not in fields_of(ledger, say, "一支部/谈话")
    made = say("ledger", ledger, "一支部/2020#谈话")
    assert made["表头"] == ["序号", "种类", "日期", "谈话人", "谈话对象", "状态"]
    assert made["行们"] == [["1", "谈心谈话", "2020年6月2日", "张一", "李二", "已谈"]]


def test_an_export_makes_what_is_on_request_only_where_its_kind_is_named(make_ledger: Any, tmp_path: Path) -> None:
    ledger, papers = make_ledger(RECORDS), kind_named("form").papers
    order = Order(tmp_path, tmp_path, Period(2020))
    named = replace(order, kinds=("form",))

    assert [len(order.chosen(ledger, paper)) for paper in papers] == [4, 0]
    assert [len(named.chosen(ledger, paper)) for paper in papers] == [4, 1]


def test_an_unknown_kind_has_no_ledger(make_ledger: Any, say: Any) -> None:
    with pytest.raises(UsageError):
        say("ledger", make_ledger(RECORDS), "一支部/2020#茶话会")


def test_every_kind_has_both(make_ledger: Any) -> None:
    assert {kind.label for kind in (*GENERAL_KINDS, *REQUESTED_KINDS)} == set(MODELS)
    assert not set(GENERAL_KINDS) & set(REQUESTED_KINDS)


def test_a_form_on_request_leaves_the_names_of_the_others_alone(make_ledger: Any) -> None:
    same_day = RECORDS.replace("日期: 2020-06-02", "日期: 2020-06-01")
    form, namer = kind_named("form"), Namer(make_ledger(same_day))
    own, asked = form.papers

    assert namer.name(form, own, Subject.parse("一支部/慰问"), Format.DOCX) == "一支部-2020-06-01-登记表.docx"
    assert namer.name(form, asked, Subject.parse("一支部/谈话"), Format.DOCX) == "一支部-2020-06-01-登记表-2.docx"


LISTS = """
类型: 书记破题
编号: 一
题目: 合并审批单
书记: 张一
里程碑: [{节点: 样表, 完成日期: 2020-06-28}, {节点: 试用}]
开始: 2020-04-20
---
{类型: 志愿服务, 编号: 二, 日期: 2020-06-01, 内容: 整理, 参加党员: [张一, 李二], 时长: 2.5}
---
{类型: 志愿服务, 编号: 三, 日期: 2020-07-01, 内容: 清扫, 参加党员: [张一], 时长: 2}
---
{类型: 慰问, 编号: 四, 日期: 2020-06-01, 种类: 送温暖, 对象: 某职工, 金额: 1234.5}
---
{类型: 慰问, 编号: 五, 日期: 2020-07-01, 种类: 送温暖, 对象: 某职工, 金额: 100}
"""


def test_a_list_is_shortened_to_how_far_it_was_reached_and_empty_columns_go(make_ledger: Any, say: Any) -> None:
    made = say("ledger", make_ledger(LISTS), "一支部/2020#书记破题")

    assert dict(zip(made["表头"], made["行们"][0], strict=True)) == {
        "序号": "1",
        "题目": "合并审批单",
        "书记": "张一",
        "里程碑": "1/2",
        "开始": "2020年4月20日",
        "状态": "申报",
    }
    assert made["合计行"] == []


@pytest.mark.parametrize(
    ("kind", "column", "sum_", "typed"), [("志愿服务", "时长", "4.5", 4.5), ("慰问", "金额", "1,334.50", 1334.5)]
)
def test_what_adds_up_is_added_up(
    kind: str, column: str, sum_: str, typed: float, make_ledger: Any, say: Any, view_of: Any
) -> None:
    ledger = make_ledger(LISTS)
    made = say("ledger", ledger, f"一支部/2020#{kind}")
    at = made["表头"].index(column)

    assert [text for text in made["合计行"] if text] == ["合计", sum_]
    assert made["合计行"][at] == sum_
    view = view_of("ledger", ledger, f"一支部/2020#{kind}")
    in_numbers: Any = dump(view, typed=True)["合计行"]
    assert in_numbers[at] == typed
    assert any(isinstance(leaf, Figure) and leaf.value == typed and len(leaf.sources) == 2 for _, leaf in leaves(view))


def test_a_spreadsheet_gets_days_and_amounts_and_a_page_their_words(make_ledger: Any, view_of: Any) -> None:
    view = view_of("ledger", make_ledger(LISTS), "一支部/2020#慰问")
    typed: Any = dump(view, typed=True)["行们"]

    assert [row[1] for row in typed] == [date(2020, 6, 1), date(2020, 7, 1)]
    assert [row[4] for row in typed] == [Decimal("1234.50"), Decimal("100.00")]


def test_a_ledger_of_many_fields_leaves_the_rare_and_the_longest_to_the_forms(make_ledger: Any, say: Any) -> None:
    long = "需要写很多字才能说清楚的一句话"
    whole = (
        f"{{类型: 合理化建议, 编号: 甲, 标题: 预约牌, 建议人: 张一, 单位: 部门, 提出日期: 2020-06-01, 现状: {long}, "
        "措施: 设牌, 预期效果: 减少, 状态: 实施, 评审: [{结论: 采纳}], 效益: {金额: 1}, 奖励: {积分: 1}, 备注: 无}"
    )
    refused = "{类型: 合理化建议, 编号: %s, 标题: 牌, 提出日期: 2020-06-02, 状态: 不采纳, 不采纳理由: 重复}"
    heads = say("ledger", make_ledger(whole), "一支部/2020#合理化建议")["表头"]
    of_three = "\n---\n".join([whole, *(refused % number for number in "乙丙丁")])

    assert len(heads) == COLUMNS + 1
    assert "现状" not in heads
    assert "标题" in heads
    assert "不采纳理由" in say("ledger", make_ledger(of_three), "一支部/2020#合理化建议")["表头"]


def test_a_ledger_has_a_row_per_record_under_the_labels_of_its_kind(make_ledger: Any, say: Any) -> None:
    made = say("ledger", make_ledger(RECORDS), "一支部/2020#办实事")

    assert made["标题"] == "一支部2020年度办实事台账"
    assert made["表头"] == ["序号", "单位", "困难或问题", "提出日期", "结果"]
    assert [row[:3] for row in made["行们"]] == [["1", "第二项目部", "缺少口罩"], ["2", "第三项目部", "缺少场地"]]


def test_every_general_kind_has_columns_and_no_field_is_lost() -> None:
    assert len(GENERAL_KINDS) > 20
    for kind in GENERAL_KINDS:
        shown = set(attributes(kind.model)) | {"kind", "number", "branch", "photos"}
        assert shown >= set(kind.model.model_fields), kind.label
        assert attributes(kind.model), kind.label
        assert issubclass(kind.model, RecordModel)


def test_the_proof_of_an_item_is_needed_and_a_remark_is_not() -> None:
    assert is_needed(ProblemSolved, "result")
    assert not is_needed(ProblemSolved, "note")


def test_short_entries_stand_in_one_line_and_sentences_in_their_own() -> None:
    assert spelled(("张一", "李二")) == "张一、李二"
    assert spelled(("每月检查一次，登记结果", "按季通报")) == "1.每月检查一次，登记结果\n2.按季通报"


def test_the_archive_index_lists_files_and_leaves_unknown_pages_blank(make_ledger: Any) -> None:
    paper = kind_named("archive-index").papers[0]
    assert isinstance(paper, ArchivePaper)
    files = (
        FiledPaper("一支部/会议纪要/甲.docx", "甲", "2020-03-12", 2, "0123456789abcdef"),
        FiledPaper("一支部/台账/乙.xlsx", "乙", "2020", None, "fedcba9876543210"),
        FiledPaper("一支部/月报/丙.docx", "丙", "2020-03", 1, "f" * 64),
    )
    made: Any = dump(paper.view(make_ledger(YEAR), Subject.parse("一支部/2020"), files))

    assert [row["日期"] for row in made["文件"]] == ["2020年3月12日", "2020年", "2020年3月"]
    assert [row["页数"] for row in made["文件"]] == ["2", "", "1"]
    assert made["文件"][0]["文件"] == "会议纪要/甲.docx"
    assert made["文件"][0]["校验"] == "0123456789ab"
    assert made["件数"] == "3"


def test_figures_of_branch_papers_cite_records_that_exist(make_ledger: Any, view_of: Any) -> None:
    ledger = make_ledger(YEAR)
    for kind in ("meeting-ledger", "theme-day-ledger", "activity-statistics"):
        figures = [leaf for _, leaf in leaves(view_of(kind, ledger, "一支部/2020")) if isinstance(leaf, Figure)]
        assert figures
        assert {source for figure in figures for source in figure.sources} <= {entry.id for entry in ledger.entries}


@pytest.mark.parametrize(
    ("short", "kind", "said"),
    [
        ("机关党委", "党委会", "机关党委会"),
        ("一支部", "支部党员大会", "一支部党员大会"),
        ("一支部", "支委会", "一支部支委会"),
        ("项目部", "党委会", "项目部党委会"),
    ],
)
def test_what_a_unit_and_its_meeting_share_is_said_once(short: str, kind: str, said: str, make_ledger: Any) -> None:
    assert unit_meeting(make_ledger(short=short), kind) == said


@pytest.mark.parametrize(
    ("written", "heads"), [("", ["序号", "周期"]), ("党支部: 一支部, ", ["序号", "党支部", "周期"])]
)
def test_a_column_for_the_branch_stands_only_where_a_record_names_one(
    written: str, heads: list[str], make_ledger: Any, say: Any
) -> None:
    made = say("ledger", make_ledger(f"{{类型: 提质升级, {written}周期: 2020-Q1}}"), "一支部/2020#提质升级")

    assert made["表头"][: len(heads)] == heads
