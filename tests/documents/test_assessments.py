"""Takes assessments and what follows from them, proves what the papers of the chain say."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.view import Chart, Figure, View, gaps, leaves, values

ORGANISATION = "{名称: 某公司机关党委, 简称: 机关党委, 种类: 机关党委, 成立日期: 2018-01-01}"
SETTINGS = """
单位: 某公司
赛马: {划线: [90, 75], 名称: [领跑, 跟跑, 追赶]}
考核方案: {组织体系设置: 10}
"""
SHEET = """
类型: 考核
编号: 考核
党支部: 一支部
期间: 2020-Q2
组织体系设置: {得分: 9, 扣分原因: 分工未更新, 佐证: 台账}
支部班子队伍建设: {满分: 15, 得分: 15}
党员教育管理: {满分: 15, 得分: 12}
党的组织生活: {满分: 20, 得分: 20}
工作载体搭建: {满分: 10, 得分: 10}
活动场所建设: {满分: 10, 得分: 10}
服务党员群众: {满分: 10, 得分: 10}
基本工作保障: {满分: 10, 得分: 9.5, 扣分原因: 一张收据缺签字}
考核人: 李二
考核日期: 2020-07-03
"""
PLAN = """
类型: 提质升级
编号: 提质
党支部: 一支部
周期: 2020-Q3
类别: {standing}
P: [{{问题: 记录不全, 措施: 当日登记, 责任人: 李二, 期限: 2020-08-31}}]
"""
CONTEST = """
类型: 夺旗
编号: 旗
周期: 2020-Q2
评分:
  - {党支部: 一支部, 引领旗: 90, 安全旗: 88}
  - {党支部: 二支部, 引领旗: 95, 安全旗: 88, 说明: 补报一项}
得旗支部:
  - {旗: 引领旗, 党支部: 二支部, 事迹: 学习登记及时}
  - {旗: 安全旗, 党支部: 一支部, 事迹: 没有隐患}
  - {旗: 安全旗, 党支部: 二支部, 事迹: 整改按期}
"""
AWARDS = """
{类型: 评选, 编号: 甲, 月份: 2020-06, 种类: 五好班组, 对象: 配送班, 通报日期: 2020-07-02, 事迹: 准时。,
  评分: {经济效益: 90, 安全质量: 91, 思想作风: 92, 业务素质: 93, 民主管理: 94.5}}
---
{类型: 评选, 编号: 乙, 月份: 2020-06, 种类: 明星, 对象: 张一, 单位: 财务部, 通报日期: 2020-07-06, 评分: {政治素养: 95}}
---
{类型: 评选, 编号: 丙, 月份: 2020-07, 种类: 明星, 对象: 李二}
"""


def ledger_of(make_ledger: Any, records: str, settings: str = SETTINGS) -> Any:
    return make_ledger(records, unit=ORGANISATION, settings=settings)


def total(branch: str, points: str, period: str = "2020-Q2", more: str = "") -> str:
    return f"{{类型: 考核, 编号: {branch}{period}, 党支部: {branch}, 期间: {period}, 总分: {points}{more}}}"


def records(*given: str) -> str:
    return "\n---\n".join(given)


def chart_of(view: View) -> Chart | None:
    return next((leaf for leaf in values(view) if isinstance(leaf, Chart)), None)


def test_a_sheet_says_each_aspect_its_rate_and_what_lacks(make_ledger: Any, view_of: Any, say: Any) -> None:
    ledger = ledger_of(make_ledger, SHEET)
    said = say("assessment-sheet", ledger, "机关党委/考核")

    assert said["标题"] == "一支部2020年第二季度考核评分表"
    first, _, third, *_, last = said["各方面"]
    assert (first["满分"], first["得分"], first["得分率"], first["扣分原因"]) == ("10", "9", "90%", "分工未更新")
    assert (third["得分率"], third["扣分原因"]) == ("80%", "【待补充：扣分原因】"), (
        "points were deducted, nobody says why"
    )
    assert last["得分率"] == "95%"
    assert (said["满分合计"], said["总分"], said["类别"]) == ("100", "95.5", "领跑")


def test_a_radar_holds_the_rates_with_their_source(make_ledger: Any, view_of: Any) -> None:
    view = view_of("assessment-sheet", ledger_of(make_ledger, SHEET), "机关党委/考核")
    chart = chart_of(view)

    assert chart is not None
    assert [figure.value for figure in chart.figures] == [90, 100, 80, 100, 100, 100, 100, 95]
    assert {figure.sources for figure in chart.figures} == {("机关党委/考核",)}
    assert chart.most == 100


def test_a_half_filled_sheet_names_its_gaps_and_has_no_total(make_ledger: Any, view_of: Any, say: Any) -> None:
    ledger = ledger_of(make_ledger, "{类型: 考核, 编号: 考核, 党支部: 一支部, 期间: 2020, 活动场所建设: {满分: 10}}")
    view = view_of("assessment-sheet", ledger, "机关党委/考核")

    assert [gap.label for gap in gaps(view)].count("得分") == 8
    assert say("assessment-sheet", ledger, "机关党委/考核")["总分"] == ""
    assert chart_of(view) is None, "no empty frame"


def test_ties_share_a_rank_and_the_next_is_as_many_behind(make_ledger: Any, say: Any) -> None:
    four = records(total("一支部", "88"), total("二支部", "92.5"), total("三支部", "88"), total("四支部", "70"))
    said = say("ranking-notice", ledger_of(make_ledger, four), "机关党委/2020-Q2")

    rows = [(row["名次"], row["党支部"], row["总分"], row["类别"]) for row in said["名次表"]]
    assert rows == [
        ("1", "二支部", "92.5", "领跑"),
        ("2", "一支部", "88", "跟跑"),
        ("2", "三支部", "88", "跟跑"),
        ("4", "四支部", "70", "追赶"),
    ]
    assert said["支部数"] == "4"


@pytest.mark.parametrize(("points", "standing"), [("90", "领跑"), ("89.9", "跟跑"), ("75", "跟跑"), ("74.99", "追赶")])
def test_the_cut_off_itself_belongs_to_the_class_above(make_ledger: Any, say: Any, points: str, standing: str) -> None:
    two = records(total("一支部", points), total("二支部", "80"))
    said = say("ranking-notice", ledger_of(make_ledger, two), "机关党委/2020-Q2")

    assert {row["党支部"]: row["类别"] for row in said["名次表"]}["一支部"] == standing


def test_a_branch_without_a_total_is_missing_and_not_last(make_ledger: Any, say: Any) -> None:
    given = records(
        total("一支部", "88"),
        total("二支部", "70"),
        "{类型: 考核, 编号: 三, 党支部: 三支部, 期间: 2020-Q2, 活动场所建设: {得分: 9}}",
        total("四支部", "99", "2020-Q1"),
    )
    said = say("ranking-notice", ledger_of(make_ledger, given), "机关党委/2020-Q2")

    assert [row["党支部"] for row in said["名次表"]] == ["一支部", "二支部"]
    assert said["缺考核"] == "四支部、三支部"


def test_without_cut_offs_nobody_has_a_class(make_ledger: Any, view_of: Any, say: Any) -> None:
    two = records(total("一支部", "88"), total("二支部", "80"))
    ledger = ledger_of(make_ledger, two, "单位: 某公司")
    said = say("ranking-notice", ledger, "机关党委/2020-Q2")

    assert {row["类别"] for row in said["名次表"]} == {""}
    assert said["划线"] == []
    chart = chart_of(view_of("ranking-notice", ledger, "机关党委/2020-Q2"))
    assert chart is not None
    assert chart.marks == ()


def test_the_cut_offs_are_said_and_drawn(make_ledger: Any, view_of: Any, say: Any) -> None:
    ledger = ledger_of(make_ledger, records(total("一支部", "88"), total("二支部", "80")))
    said = say("ranking-notice", ledger, "机关党委/2020-Q2")

    assert [f"{row['条件']} {row['名称']}" for row in said["划线"]] == [
        "90分以上 领跑",
        "75分以上不足90分 跟跑",
        "不足75分 追赶",
    ]
    chart = chart_of(view_of("ranking-notice", ledger, "机关党委/2020-Q2"))
    assert chart is not None
    assert chart.marks == (("领跑 90", 90.0), ("跟跑 75", 75.0))
    assert [figure.sources for figure in chart.figures] == [("机关党委/一支部2020-Q2",), ("机关党委/二支部2020-Q2",)]


def test_each_branch_is_told_what_it_lost_and_the_day_is_the_last_assessment(make_ledger: Any, say: Any) -> None:
    given = records(SHEET, total("二支部", "80", more=", 考核日期: 2020-07-05, 反馈意见: 按月登记。"))
    said = say("ranking-notice", ledger_of(make_ledger, given), "机关党委/2020-Q2")

    first, second = said["反馈"]
    assert first["标题"] == "（一）一支部（第1名，95.5分，领跑）"
    assert first["失分"] == (
        "组织体系设置9分（满分10分，分工未更新）；党员教育管理12分（满分15分）；"
        "基本工作保障9.5分（满分10分，一张收据缺签字）"
    )
    assert first["反馈意见"] == "【待补充：反馈意见】"
    assert (second["失分"], second["反馈意见"]) == ("", "按月登记。")
    assert said["成文日期"] == "2020年7月5日"


def test_a_ranking_needs_two_branches_of_one_period(make_ledger: Any, subjects: Any) -> None:
    given = records(total("一支部", "88"), total("二支部", "80"), total("一支部", "90", "2020"))
    ledger = ledger_of(make_ledger, given)

    assert subjects("ranking-notice", ledger, "2020") == ["机关党委/2020-Q2"]
    assert subjects("ranking-notice", ledger, "2020-Q3") == []


@pytest.mark.parametrize(
    ("standing", "path", "cause"),
    [
        ("落后", "查找原因，逐项整改", "【待补充：原因】"),
        ("中间", "对照短板，有针对性地提高", ""),
        ("先进", "创建品牌，示范带动", ""),
    ],
)
def test_a_plan_has_the_form_of_its_class(make_ledger: Any, say: Any, standing: str, path: str, cause: str) -> None:
    said = say("improvement-plan", ledger_of(make_ledger, PLAN.format(standing=standing)), "机关党委/提质")

    assert said["路径"] == path
    assert said["计划"][0]["原因"] == cause
    assert (said["整改"], said["示范"]) == (standing == "落后", standing == "先进")


def test_a_plan_compares_the_assessments_of_its_branch_before_and_after(
    make_ledger: Any, view_of: Any, say: Any
) -> None:
    given = records(
        PLAN.format(standing="落后"),
        total("一支部", "70"),
        total("一支部", "82", "2020-Q3"),
        total("一支部", "91", "2020-Q4"),
        total("一支部", "85", "2020"),
        total("二支部", "95"),
    )
    ledger = ledger_of(make_ledger, given)
    said = say("improvement-plan", ledger, "机关党委/提质")

    assert [(row["期间"], row["阶段"], row["总分"], row["类别"]) for row in said["考核"]] == [
        ("2020年第二季度", "开展之前", "70", "追赶"),
        ("2020年第三季度", "本周期", "82", "跟跑"),
        ("2020年第四季度", "开展之后", "91", "领跑"),
    ]
    chart = chart_of(view_of("improvement-plan", ledger, "机关党委/提质"))
    assert chart is not None
    assert [figure.value for figure in chart.figures] == [70, 82, 91]


def test_one_assessment_makes_no_line(make_ledger: Any, view_of: Any) -> None:
    ledger = ledger_of(make_ledger, records(PLAN.format(standing="落后"), total("一支部", "70")))

    assert chart_of(view_of("improvement-plan", ledger, "机关党委/提质")) is None


def test_a_plan_without_class_and_steps_names_its_gaps(make_ledger: Any, view_of: Any) -> None:
    ledger = ledger_of(make_ledger, "{类型: 提质升级, 编号: 提质, 党支部: 一支部, 周期: 2020-Q3}")

    assert [gap.label for gap in gaps(view_of("improvement-plan", ledger, "机关党委/提质"))] == ["类别", "P"]


def test_flags_give_honours_with_the_winners_scores(make_ledger: Any, view_of: Any, say: Any) -> None:
    ledger = ledger_of(make_ledger, CONTEST)
    said = say("flag-notice", ledger, "机关党委/旗")

    rows = [(row["旗"], row["称号"], row["得旗支部"], row["得分"]) for row in said["授旗"]]
    assert rows[:4] == [
        ("引领旗", "思想先锋", "二支部", "95"),
        ("安全旗", "稳定先锋", "一支部", "88"),
        ("安全旗", "稳定先锋", "二支部", "88"),
        ("效益旗", "创效先锋", "【待补充：得旗支部】", "—"),
    ]
    assert said["评分表头"] == ["党支部", "引领旗", "安全旗", "效益旗", "创新旗", "服务旗"]
    assert said["评分"][0] == ["一支部", "90", "88", "—", "—", "—"]
    assert said["说明"] == ["二支部：补报一项"]
    assert said["成文日期"] == "【待补充：授旗日期】"
    cited = {
        leaf.sources for _, leaf in leaves(view_of("flag-notice", ledger, "机关党委/旗")) if isinstance(leaf, Figure)
    }
    assert cited == {("机关党委/旗",)}


def test_awards_of_a_month_stand_by_type_with_scores_and_deeds(make_ledger: Any, view_of: Any, say: Any) -> None:
    ledger = ledger_of(make_ledger, AWARDS)
    said = say("award-notice", ledger, "机关党委/2020-06")

    stars, teams = said["种类"]
    assert (stars["标题"], teams["标题"]) == ("一、明星", "二、五好班组")
    assert stars["得分"] == [["张一", "财务部", "95", "【待补充：业务能力】", "【待补充：工作绩效】", "—"]]
    assert teams["表头"] == ["对象", "单位", "经济效益", "安全质量", "思想作风", "业务素质", "民主管理", "总分"]
    assert teams["得分"] == [["配送班", "", "90", "91", "92", "93", "94.5", "460.5"]]
    assert (stars["事迹"], teams["事迹"]) == (["【待补充：事迹】"], ["配送班：准时。"])
    assert said["成文日期"] == "2020年7月6日"


def test_awards_are_told_month_by_month(make_ledger: Any, view_of: Any, subjects: Any) -> None:
    ledger = ledger_of(make_ledger, AWARDS)

    assert subjects("award-notice", ledger, "2020") == ["机关党委/2020-06", "机关党委/2020-07"]
    july = view_of("award-notice", ledger, "机关党委/2020-07")
    assert [gap.label for gap in gaps(july)] == ["政治素养", "业务能力", "工作绩效", "事迹", "通报日期"]
    assert all(gap.place.line for gap in gaps(july))
