"""Takes the words and records of a year, proves what its reviews and reports say."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.errors import UsageError
from docgen.view import Figure, gaps, leaves

WORDS = """
类型: 年度总结
编号: 总结
年度: 2020
概述: 全年工作按计划进行。
各节:
  政治建设: |-
    第一段。
    第二段。
  组织生活: 按月开展。
  党员教育: 集中学习。
  融合: 修订制度。
  廉政: 学习规定。
  服务: 到班组去。
问题: 无
打算: [按季度检查]
成文日期: 2020-12-31
"""
RECORDS = """
类型: 会议
编号: 会议
会议类型: 支委会
开始: 2020-03-12 14:30
出席: 其余
学时: 2
议题: [{标题: 安排工作, 发言: [{姓名: 张一, 内容: 这句话不能外传}]}]
任务:
  - {事项: 整理台账, 责任人: 王三, 期限: 2020-04-30, 状态: 进行中}
  - {事项: 已办的事, 状态: 已完成}
  - {事项: 明年的事, 期限: 2021-04-30}
---
类型: 承诺
编号: 承诺
党员: 王三
年度: 2020
事项: [{内容: 讲解报表, 期限: 2020-12-31}, {内容: 整理档案, 期限: 2020-10-31, 完成日期: 2020-10-30}]
---
{类型: 办实事, 编号: 实事, 单位: 第二项目部, 困难或问题: 缺少口罩, 提出日期: 2020-03-05, 结果: 已送到}
---
{类型: 志愿服务, 编号: 服务, 日期: 2020-05-01, 内容: 清扫, 参加党员: [张一, 李二]}
"""
REPORT = """
类型: 述职
编号: 述职
述职人: 李二
年度: 2020
履职: [分管组织工作, 联系班组]
廉洁自律: 按规定报告。
一岗双责: 一同检查。
问题: [交流不够]
原因: 时间安排不合理。
努力方向: [每季度谈话]
成文日期: 2020-12-31
测评: {好: 3, 较好: 1}
"""


def test_a_review_says_the_branches_words_and_computed_figures(make_ledger: Any, say: Any) -> None:
    made = say("branch-year-review", make_ledger(f"{WORDS}---{RECORDS}"), "一支部/2020")
    political, life, education, integration, integrity, service = made["各节"]

    assert political == {"标题": "（一）政治建设", "段落": ["第一段。", "第二段。"], "统计": []}
    assert life["统计"] == [
        {"名称": "召开支委会", "数": "1", "量词": "次"},
        {"名称": "参加", "数": "2", "量词": "人次"},
        {"名称": "到会率", "数": "100%", "量词": ""},
    ]
    assert education["统计"] == [{"名称": "党员人均集中学习", "数": "1.3", "量词": "学时"}]
    assert [each["数"] for each in integration["统计"]] == ["50", "1"]
    assert integrity["统计"] == []
    assert [(each["名称"], each["数"]) for each in service["统计"]] == [
        ("办实事", "1"),
        ("开展志愿服务", "1"),
        ("参加", "2"),
    ]
    assert (made["问题"], made["打算"]) == ([], ["按季度检查"])


def test_a_review_names_what_was_due_and_is_not_done(make_ledger: Any, view_of: Any) -> None:
    view = view_of("branch-year-review", make_ledger(f"{WORDS}---{RECORDS}"), "一支部/2020")
    said = [fact.words for fact in view.unfinished]

    assert said[:2] == [
        "任务“整理台账”（责任人王三，期限2020年4月30日）进行中。",
        "王三承诺“讲解报表”（期限2020年12月31日）未完成。",
    ]
    assert "支部党员大会未完成：第二季度、第三季度、第四季度。" in said
    assert "五个一办实事未完成：4月至12月。" in said
    assert "2020年没有召开组织生活会。" in said
    assert view.unfinished[0].number.sources == ("一支部/会议",)


def test_a_review_says_what_is_known_of_the_next_year(make_ledger: Any, view_of: Any) -> None:
    later = "{类型: 承诺, 编号: 明年, 党员: 王三, 年度: 2020, 事项: [{内容: 备课, 期限: 2021-06-30}]}"
    view = view_of("branch-year-review", make_ledger(f"{WORDS}---{RECORDS}---\n{later}\n"), "一支部/2020")
    duties, *rest = [fact.words for fact in view.upcoming]

    assert view.plans == ("按季度检查",)
    assert duties.startswith("2021年应完成支部党员大会4次、")
    assert "集中学习3人次" in duties, "who is exempt owes none"
    assert rest == ["任务“明年的事”（期限2021年4月30日）未开始。", "尚未到期的承诺1项，最迟2021年6月30日前完成。"]
    assert [fact.number.sources for fact in view.upcoming] == [(), ("一支部/会议",), ("一支部/明年",)]


def test_an_organisations_report_names_what_its_branches_lack(
    make_ledger: Any, organisation: Any, view_of: Any
) -> None:
    branches = [make_ledger(RECORDS), make_ledger("", "二支部")]
    ledger = organisation("organisation-year-report", "2020", branches, OWN_WORDS)
    said = [fact.words for fact in view_of("organisation-year-report", ledger, "机关党委/2020").unfinished]

    assert "支部党员大会6项（一支部、二支部）。" in said
    assert not [line for line in said for name in ("张一", "王三") if name in line]


def test_a_review_never_reads_speeches(make_ledger: Any, say: Any) -> None:
    assert "这句话不能外传" not in str(say("branch-year-review", make_ledger(f"{WORDS}---{RECORDS}"), "一支部/2020"))


def test_a_review_without_words_is_gaps_and_figures(make_ledger: Any, view_of: Any) -> None:
    view = view_of("branch-year-review", make_ledger(RECORDS), "一支部/2020")

    assert [gap.label for gap in gaps(view)] == [
        "概述", "政治建设", "组织生活", "党员教育", "融合", "廉政", "服务", "问题", "打算", "成文日期",
    ]  # fmt: skip
    assert {str(gap.place) for gap in gaps(view)} == {"记录.yaml"}


def test_a_half_written_review_points_to_its_record(make_ledger: Any, view_of: Any) -> None:
    view = view_of(
        "branch-year-review", make_ledger("{类型: 年度总结, 年度: 2020, 各节: {融合: 修订制度。}}"), "一支部/2020"
    )

    assert [gap.label for gap in gaps(view)] == [
        "概述", "政治建设", "组织生活", "党员教育", "廉政", "服务", "问题", "打算", "成文日期",
    ]  # fmt: skip
    assert all(gap.place.line for gap in gaps(view))


def test_a_duty_report_says_one_persons_words_and_ratings(make_ledger: Any, say: Any, subjects: Any) -> None:
    ledger = make_ledger(REPORT)
    made = say("duty-report", ledger, "一支部/2020/李二")

    assert subjects("duty-report", ledger, "2020") == ["一支部/2020/李二"]
    assert (made["标题"], made["职务"]) == ("李二2020年度述职报告", "一支部组织委员")
    assert made["履职"] == ["1.分管组织工作", "2.联系班组"]
    assert [row["票数"] for row in made["测评"]] == ["3", "1", "0", "0"]


def test_a_half_filled_duty_report_has_gaps_and_no_ratings(make_ledger: Any, view_of: Any) -> None:
    view = view_of("duty-report", make_ledger("{类型: 述职, 述职人: 王三, 年度: 2020}"), "一支部/2020/王三")

    assert [gap.label for gap in gaps(view)] == ["履职", "廉洁自律", "一岗双责", "问题", "原因", "努力方向", "成文日期"]
    assert view.ratings == ()


def test_a_duty_report_of_somebody_else_is_refused(make_ledger: Any, say: Any) -> None:
    with pytest.raises(UsageError):
        say("duty-report", make_ledger(REPORT), "一支部/2020/王三")


OWN_WORDS = """
类型: 年度总结
年度: 2020
概述: 五个党支部开展工作。
各节: {工作目标: 每月五项。, 方法: 每月通报。, 展望: 继续安排。, 政治建设: 学习有关文件。, 服务: 联系物资。}
问题: [个别任务没有完成]
打算: [每月提醒]
成文日期: 2020-12-31
"""


def test_an_organisations_report_has_an_effect_per_item_and_the_table(
    make_ledger: Any, organisation: Any, view_of: Any
) -> None:
    branches = [make_ledger(RECORDS), make_ledger("", "二支部")]
    ledger = organisation("organisation-year-report", "2020", branches, OWN_WORDS)
    view = view_of("organisation-year-report", ledger, "机关党委/2020")

    assert gaps(view) == []
    assert [effect.heading for effect in view.effects][3] == "（四）办实事"
    assert view.effects[0].words == ("学习有关文件。",)
    assert (view.effects[3].count.figure.value, view.effects[3].due.value, view.effects[3].done.value) == (1, 20, 1)
    assert [row.total.text for row in view.branches] == ["1/50", "0/50", "1/100"]
    assert "一支部/2020#organisation-year-report.total.done" in view.total.done.sources
    assert view.units.value == 2


def test_an_organisations_report_without_words_is_gaps(make_ledger: Any, organisation: Any, view_of: Any) -> None:
    view = view_of("organisation-year-report", organisation("organisation-year-report", "2020", []), "机关党委/2020")

    assert [gap.label for gap in gaps(view)] == ["概述", "工作目标", "方法", "问题", "展望", "打算", "成文日期"]


def test_papers_of_a_branchs_year_are_for_branches(make_ledger: Any, subjects: Any) -> None:
    office = make_ledger(RECORDS, unit="{名称: 某公司机关党委, 简称: 机关党委, 种类: 机关党委}")

    assert subjects("branch-year-review", office, "2020") == []
    assert subjects("archive-index", office, "2020") == []
    assert subjects("organisation-year-report", office, "2020") == ["机关党委/2020"]
    assert subjects("branch-year-review", make_ledger(RECORDS), "2020-03") == []
    assert subjects("branch-year-review", make_ledger(RECORDS), "2019") == []


def test_every_leaf_of_a_review_is_something(make_ledger: Any, view_of: Any) -> None:
    found = list(leaves(view_of("branch-year-review", make_ledger(f"{WORDS}---{RECORDS}"), "一支部/2020")))

    assert [path for path, leaf in found if isinstance(leaf, Figure)]
    assert None not in [leaf for _, leaf in found]
