"""Takes 组织生活会, 民主评议, talks, visits, elections and studies, gives what their papers say and where they leave gaps."""

from __future__ import annotations

from typing import Any

from docgen.documents import KINDS
from docgen.view import Audience, gaps

LIFE = """
{类型: 会议, 编号: 会, 会议类型: 组织生活会, 开始: 2020-12-22 09:00, 出席: [张一, 李二, 王三],
 会前: {学习: 自学, 征求意见: 收到3条},
 查摆问题: [{姓名: 张一, 问题: 会多。, 整改措施: 合并。, 状态: 已完成}, {姓名: 张一, 问题: 晚。}, {姓名: 李二, 问题: 少。}],
 批评: [{批评人: 李二, 被批评人: 张一, 内容: 开会超时}]}
"""
GRADES = """
{类型: 会议, 编号: 评, 会议类型: 民主评议, 开始: 2020-12-24 09:00, 出席: 其余,
 测评: [{姓名: 张一, 自评: 合格, 票数: {优秀: 37, 合格: 41}, 支部评定: 优秀, 反馈日期: 2020-12-30}, {姓名: 李二, 自评: 合格}]}
"""
UNIT = """
名称: 中共某公司一支部委员会
简称: 一支部
种类: 党支部
上级: 机关党委
换届: {当选日期: 2017-12-01}
党员:
  - {姓名: 张一, 性别: 男, 转正日期: 2010-07-01}
  - {姓名: 李二, 转正日期: 2011-07-01}
  - {姓名: 王三, 入党日期: 2020-06-01}
"""
TALK = """
{类型: 谈话, 编号: 谈, 种类: 提醒谈话, 日期: 2020-05-06, 谈话人: {姓名: 郑一, 单位: 机关党委}, 谈话对象: 张一, 内容: 谈话的原话}
"""
STUDIES = """
{类型: 会议, 编号: 会, 会议类型: 支委会, 开始: 2020-05-10 09:00, 出席: 其余}
---
{类型: 前置研究, 编号: 甲, 事项: 预算, 日期: 2020-05-10, 类别: 资金, 意见: 修改后同意, 修改意见: 减半, 会议: 会}
---
{类型: 前置研究, 编号: 乙, 事项: 租房, 日期: 2020-06-10, 意见: 修改后同意}
"""


def missing(view: Any) -> list[str]:
    return [gap.label for gap in gaps(view)]


def test_the_report_counts_problems_people_and_criticisms(make_ledger: Any, say: Any) -> None:
    told = say("life-meeting-report", make_ledger(LIFE), "一支部/会")

    assert (told["应到"], told["实到"], told["缺席"]) == ("4", "3", "0")
    assert (told["问题数"], told["涉及数"], told["批评数"]) == ("3", "2", "1")
    assert [(each["状态"], each["个数"]) for each in told["整改情况"]] == [("未开始", "2"), ("已完成", "1")]
    assert "开会超时" not in str(told)


def test_a_half_filled_life_meeting_leaves_gaps(make_ledger: Any, view_of: Any) -> None:
    ledger = make_ledger("{类型: 会议, 编号: 会, 会议类型: 组织生活会, 开始: 2020-12-22 09:00, 出席: 其余}")

    assert missing(view_of("life-meeting-issues", ledger, "一支部/会")) == ["查摆问题"]
    assert missing(view_of("life-meeting-report", ledger, "一支部/会")) == [
        "学习", "谈心谈话", "征求意见", "结束", "地点", "主持人", "查摆问题",
    ]  # fmt: skip


def test_the_list_of_problems_has_a_gap_for_what_cannot_be_followed_up(make_ledger: Any, view_of: Any) -> None:
    view = view_of("life-meeting-issues", make_ledger(LIFE), "一支部/会")

    assert missing(view)[:3] == ["原因", "责任人", "期限"]
    assert [row.number.text for row in view.rows] == ["1", "2", "3"]


def test_a_ballot_has_a_row_for_each_full_member_of_the_day(make_ledger: Any, say: Any) -> None:
    ballot = say("appraisal-ballot", make_ledger(GRADES, unit=UNIT), "一支部/评")

    assert [row["姓名"] for row in ballot["名单"]] == ["张一", "李二"]


def test_a_summary_counts_grades_and_shows_no_ballots(make_ledger: Any, say: Any, view_of: Any) -> None:
    ledger = make_ledger(GRADES, unit=UNIT)
    told = say("appraisal-summary", ledger, "一支部/评")

    assert [(each["等次"], each["人数"]) for each in told["等次"]] == [
        ("优秀", "1"), ("合格", "0"), ("基本合格", "0"), ("不合格", "0"), ("未评定", "1"),
    ]  # fmt: skip
    assert (told["应参加"], told["应评定"]) == ("3", "2")
    assert "37" not in str(told)
    assert missing(view_of("appraisal-summary", ledger, "一支部/评")) == ["支部评定", "反馈日期"]


def test_a_form_is_made_for_each_full_member(make_ledger: Any, subjects: Any, say: Any, view_of: Any) -> None:
    ledger = make_ledger(GRADES, unit=UNIT)

    assert subjects("appraisal-form", ledger, "2020") == ["一支部/评#张一", "一支部/评#李二"]
    told = say("appraisal-form", ledger, "一支部/评#张一")
    assert (told["性别"], told["支部评定"], told["反馈日期"]) == ("男", "优秀", "2020年12月30日")
    assert "37" not in str(told)
    assert missing(view_of("appraisal-form", ledger, "一支部/评#李二")) == [
        "性别", "民族", "出生年月", "学历", "岗位", "入党日期", "支部评定", "反馈日期",
    ]  # fmt: skip


def test_a_talk_is_recorded_on_request_and_listed_without_its_contents(
    make_ledger: Any, say: Any, view_of: Any
) -> None:
    ledger = make_ledger(TALK)
    (kind,) = [each for each in KINDS if each.name == "talk-record"]

    assert kind.on_request
    assert kind.audience is Audience.CONFIDENTIAL
    assert say("talk-record", ledger, "一支部/谈")["内容"] == "谈话的原话"
    assert missing(view_of("talk-record", ledger, "一支部/谈")) == ["地点", "事由", "意见建议", "后续"]
    (row,) = say("talk-ledger", ledger, "一支部/2020")["谈话"]
    assert (row["谈话人"], row["谈话对象"]) == ("郑一（机关党委）", "张一")
    assert "谈话的原话" not in str(say("talk-ledger", ledger, "一支部/2020"))


def test_a_visit_says_its_amount_in_words(make_ledger: Any, say: Any, view_of: Any) -> None:
    visit = "{类型: 慰问, 编号: 慰, 日期: 2020-08-05, 种类: 送清凉, 对象: 班组%s}"
    told = say("care-visit-form", make_ledger(visit % ", 金额: 1260.50"), "一支部/慰")

    assert (told["金额"], told["大写"]) == ("1,260.50", "壹仟贰佰陆拾元伍角整")
    assert missing(view_of("care-visit-form", make_ledger(visit % ""), "一支部/慰")) == [
        "单位", "形式", "金额", "金额", "慰问人",
    ]  # fmt: skip


def test_a_reminder_falls_in_the_year_of_the_months_before_the_end(make_ledger: Any, subjects: Any, say: Any) -> None:
    ledger = make_ledger(unit=UNIT)

    assert subjects("election-reminder", ledger, "2020") == ["一支部/2020"]
    assert subjects("election-reminder", ledger, "2021") == []
    told = say("election-reminder", ledger, "一支部/2020")
    assert (told["届满日期"], told["提醒日期"], told["署名"]) == ("2020年12月1日", "2020年6月1日", "机关党委")


def test_a_reminder_follows_the_months_of_the_setting_and_the_record(make_ledger: Any, say: Any) -> None:
    settings = "单位: 某公司\n规则: {F12: {提醒月数: 3}}"
    assert (
        say("election-reminder", make_ledger(unit=UNIT, settings=settings), "一支部/2020")["提醒日期"] == "2020年9月1日"
    )

    record = "{类型: 换届, 编号: 换, 届次: 第一届, 届满日期: 2020-09-30, 提醒: [{日期: 2020-04-02}]}"
    told = say("election-reminder", make_ledger(record, unit=UNIT), "一支部/2020")
    assert (told["届次"], told["提醒日期"], told["成文日期"], told["任期"]) == (
        "第一届",
        "2020年3月30日",
        "2020年4月2日",
        "",
    )


def test_the_list_of_studies_is_named_by_the_kind_of_body(make_ledger: Any, say: Any) -> None:
    def titled(unit: str) -> Any:
        return say("pre-study-list", make_ledger(STUDIES, unit=unit), "一支部/2020")["标题"]

    assert titled(UNIT) == "一支部2020年度参与决策事项清单"
    assert titled(UNIT + "独立法人: 是\n") == "一支部2020年度集体研究把关事项清单"
    assert titled(UNIT.replace("种类: 党支部", "种类: 党委")) == "一支部2020年度前置研究讨论事项清单"


def test_a_study_says_what_was_amended_and_leaves_gaps(make_ledger: Any, say: Any, view_of: Any) -> None:
    ledger = make_ledger(STUDIES, unit=UNIT)

    assert say("pre-study-list", ledger, "一支部/2020")["清单"][0]["意见"] == "修改后同意：减半"
    assert missing(view_of("pre-study-list", ledger, "一支部/2020")) == [
        "董事会结果", "类别", "会议", "修改意见", "董事会结果",
    ]  # fmt: skip
