"""Takes papers that are sent out, proves what stands around their text: only what is given, each number as written."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.view import Gap

MEETING = """
类型: 会议
编号: 大会
会议类型: 支部党员大会
开始: 2020-06-11 09:00
地点: 会议室
联系人: 李二
通知日期: 2020-06-08
议题:
  - 标题: 讨论工作
    决议: 同意。
    文号: 某机一支决〔2020〕1号
    表决: {赞成: 3, 结论: 通过}
    {resolution}
{dispatch}
"""
HELD = "出席: 其余\n"
FULL = """发文:
  文号: 某机一支〔2020〕4号
  份号: 000012
  紧急程度: 特急
  主送: 各党小组：
  签发人: 张一
  抄送: [公司党委, 二支部。]
  印发: 2020-06-08
  附注: （此件公开发布）
  加盖印章: 是
  附件:
    - {名称: 议程, 正文: ["一、签到\\n（一）讨论", "二、当场表决，当场宣布。"]}
    - {名称: 名单}
"""
AROUND = ("文号", "份号", "紧急程度", "签发人", "附件", "盖章", "附注", "抄送", "印发")
SEALING = "单位: 某公司\n公文: {发文机关标志: 某公司机关党委文件, 加盖印章: 是}"


def meeting(dispatch: str = "", resolution: str = "") -> str:
    return MEETING.replace("{dispatch}", dispatch).replace("{resolution}", resolution)


def test_nothing_stands_around_a_paper_that_is_not_sent_out(make_ledger: Any, say: Any) -> None:
    paper = say("meeting-notice", make_ledger(meeting()), "一支部/大会")

    assert [label for label in AROUND if paper[label]] == []
    assert paper["主送"] == paper["参加人员"] == "全体党员"


def test_what_is_given_stands_there_as_it_is_written(make_ledger: Any, say: Any) -> None:
    paper = say("meeting-notice", make_ledger(meeting(FULL)), "一支部/大会")

    assert {label: paper[label] for label in AROUND} == {
        "文号": "某机一支〔2020〕4号",
        "份号": "000012",
        "紧急程度": "特急",
        "签发人": "张一",
        "附件": [
            {
                "名称": "议程",
                "正文": [
                    {"文": "一、签到", "一级": True, "二级": False},
                    {"文": "（一）讨论", "一级": False, "二级": True},
                    {"文": "二、当场表决，当场宣布。", "一级": False, "二级": False},
                ],
            },
            {"名称": "名单", "正文": []},
        ],
        "盖章": True,
        "附注": "此件公开发布",
        "抄送": "公司党委，二支部",
        "印发": "2020年6月8日",
    }
    assert (paper["主送"], paper["参加人员"]) == ("各党小组", "全体党员")


@pytest.mark.parametrize("given", ["份号: 000012", "紧急程度: 加急", "签发人: 张一"])
def test_a_head_without_its_number_has_a_gap(given: str, make_ledger: Any, view_of: Any) -> None:
    view = view_of("meeting-notice", make_ledger(meeting(f"发文: {{{given}}}")), "一支部/大会")

    assert isinstance(view.number, Gap)
    assert view.number.label == "文号"


def test_an_imprint_alone_asks_for_no_number(make_ledger: Any, view_of: Any) -> None:
    view = view_of("meeting-notice", make_ledger(meeting("发文: {印发: 2020-06-08}")), "一支部/大会")

    assert view.number == ""


def test_the_mark_of_the_settings_is_the_organisations_alone(make_ledger: Any, say: Any) -> None:
    branch = make_ledger(meeting(), settings=SEALING)
    above = make_ledger(meeting(), unit="{名称: 某公司机关党委, 简称: 机关党委, 种类: 机关党委}", settings=SEALING)

    assert say("meeting-notice", branch, "一支部/大会")["标志"] == "中共某公司一支部委员会文件"
    assert say("meeting-notice", above, "机关党委/大会")["标志"] == "某公司机关党委文件"


@pytest.mark.parametrize(("dispatch", "sealed"), [("", True), ("发文: {加盖印章: 否}", False)])
def test_the_record_decides_about_the_seal_before_the_settings(
    dispatch: str, sealed: bool, make_ledger: Any, say: Any
) -> None:
    paper = say("meeting-notice", make_ledger(meeting(dispatch), settings=SEALING), "一支部/大会")

    assert paper["盖章"] is sealed


def test_a_persons_report_has_no_seal_by_the_settings(make_ledger: Any, say: Any) -> None:
    report = "{类型: 述职, 述职人: 张一, 年度: 2020%s}"
    said = {
        given: say("duty-report", make_ledger(report % given, settings=SEALING), "一支部/2020/张一")["盖章"]
        for given in ("", ", 发文: {加盖印章: 是}")
    }

    assert list(said.values()) == [False, True]


def test_a_resolution_has_its_number_and_the_rest_beside_it(make_ledger: Any, say: Any) -> None:
    records = meeting(HELD, "决议发文: {印发: 2020-06-12, 附件: [{名称: 名单}]}")
    paper = say("resolution", make_ledger(records), "一支部/大会#议题1")

    assert (paper["文号"], paper["印发"]) == ("某机一支决〔2020〕1号", "2020年6月12日")
    assert paper["附件"] == [{"名称": "名单", "正文": []}]


@pytest.mark.parametrize(
    ("kind", "record", "subject"),
    [
        ("theme-day-plan", "类型: 主题党日\n编号: 党日\n主题: 参观\n开始: 2020-06-15 09:00\n", "一支部/党日"),
        ("branch-year-review", "类型: 年度总结\n年度: 2020\n", "一支部/2020"),
        ("duty-report", "类型: 述职\n述职人: 张一\n年度: 2020\n", "一支部/2020/张一"),
    ],
)
def test_plans_reviews_and_reports_are_sent_out_alike(
    kind: str, record: str, subject: str, make_ledger: Any, say: Any
) -> None:
    paper = say(kind, make_ledger(record + FULL), subject)

    assert [label for label in (*AROUND, "主送") if not paper[label]] == []


def test_an_organisations_report_is_sent_out_too(organisation: Any, make_ledger: Any, say: Any) -> None:
    above = organisation("organisation-year-report", "2020", [make_ledger()], "类型: 年度总结\n年度: 2020\n" + FULL)
    paper = say("organisation-year-report", above, "机关党委/2020")

    assert [label for label in (*AROUND, "主送") if not paper[label]] == []
