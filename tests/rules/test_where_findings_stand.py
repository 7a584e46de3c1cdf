"""Takes records that break X7–X12 and X22, gives the very field at which each finding stands."""

from __future__ import annotations

import pytest
from tests.rules.rows import admonitions, appraisal, commitments, dues, evidence, points
from tests.rules.table import Try, findings

ON_PROBATION = "  - {姓名: 吴八, 支部评定: 合格}"
ISSUE = "类型: 简报\n编号: 本期\n月份: 2020-03\n"
APRIL = "{类型: 宣传稿, 编号: 稿, 标题: 稿, 日期: 2020-04-01, 渠道: [简报]}"
LATE = commitments.WHOLE.replace("2020-12-16", "2020-09-24")


def spoken() -> str:
    """Return a study whose speeches are written, and who came is not."""
    return evidence.STUDY + "议题: [{标题: 一}, {标题: 二, 第一议题: true, 发言: [{姓名: 王三, 内容: 谈体会}]}]"


@pytest.mark.parametrize(
    ("code", "tried", "path"),
    [
        ("X7", Try(evidence.POLICY + "发布日期: 2020-05-20", settings=evidence.SPAN), ("发布日期",)),
        ("X7", Try(spoken(), settings=evidence.SPAN), ("议题", 1, "发言")),
        ("X7", Try(evidence.STUDY + "出席: 其余", settings=evidence.SPAN), ("会议类型",)),
        ("X8", Try(appraisal.appraised(3)), ("测评",)),
        (
            "X8-probationary",
            Try(appraisal.appraised(0, more=ON_PROBATION), unit=appraisal.ON_PROBATION),
            ("测评", 7, "支部评定"),
        ),
        ("X8-told", Try(appraisal.appraised(0).replace(", 反馈日期: 2020-12-25", "", 1)), ("测评", 0, "姓名")),
        ("X9", Try(admonitions.talk("{姓名: 张一}"), unit=admonitions.LED), ("谈话人", "姓名")),
        ("X10", Try(dues.paid(("2800", "14"), ("2800", "28"))), ("明细", 1, "应交")),
        ("X11", Try(points.earned(*points.MAY, points.JUNE), settings=points.SCHEME), ("分值",)),
        ("X11-value", Try(points.earned(("2020-05-06", "值守", "1")), settings=points.SCHEME), ("分值",)),
        ("X11-item", Try(points.earned(("2020-05-06", "值班", "1")), settings=points.SCHEME), ("项目",)),
        ("X11-total", Try(points.with_scores("{得分: 1}", "{得分: 2}", "总分: 4")), ("总分",)),
        ("X11-full", Try(points.with_scores("{得分: 1}", "{满分: 1, 得分: 2}")), ("党的组织生活", "得分")),
        ("X12", Try(commitments.PROMISED + commitments.PROMISE + commitments.PUBLISHED), ("示诺",)),
        ("X12", Try(commitments.PROMISED + commitments.KEPT), ("事项", 0, "进展", 0, "日期")),
        ("X12-dates", Try(LATE), ("评诺", "日期")),
        ("X12-measure", Try(commitments.PROMISED + "事项: [{内容: 多做贡献}]"), ("事项", 0, "内容")),
        ("X22", Try(ISSUE + "要目: [甲, 乙, 甲]"), ("要目", 2)),
        ("X22-omitted", Try(ISSUE + "要闻: [甲]\n不登: [乙, 甲]"), ("不登", 1)),
        ("X22-shortened", Try(ISSUE + "截取: [{稿件: 甲}]"), ("截取", 0, "稿件")),
        ("X22-month", Try(ISSUE + "要闻: [稿]\n---\n" + APRIL), ("要闻", 0)),
    ],
)
def test_a_finding_stands_at_the_field_concerned(code: str, tried: Try, path: tuple[str | int, ...]) -> None:
    rule = code.partition("-")[0]
    (finding,) = [each for each in findings(rule, tried) if each.code == code]

    assert finding.path == path
    assert finding.place.line > 0
    assert finding.place.column > 0
