"""Takes records with faults, proves what the 问题清单 says of them, and what it keeps to itself."""

from __future__ import annotations

import json
from typing import Any

import pytest

from docgen.documents.findings_list.told import CLOSED, CONFIDENTIAL_HINT, Told, told
from docgen.findings import Finding, Level, Place
from docgen.ledger import BranchLedger
from docgen.model.period import Period
from docgen.rules import RULES
from docgen.view import Audience, Private, dump

LATE = """
类型: 会议
编号: 三月
会议类型: 支委会
开始: 2020-03-12 14:30
出席: 其余
任务: [{事项: 整理台账, 期限: 2020-04-30, 状态: 进行中}]
"""
DUES = """
类型: 党费
编号: 党费
月份: 2020-06
明细: [{党员: 张一, 基数: 3000, 应交: 88.80, 实交: 88.80}]
"""
REPEATED = """
类型: 会议
编号: 会
会议类型: 支委会
开始: 2020-03-12 14:30
出席: 其余
议题: [{{标题: 讨论, 发言: [{{姓名: 张一, 内容: {speech}}}]}}]
"""
OFF = [rule.id for rule in RULES if rule.id not in ("X3", "X5", "X10")]
QUIET = f"{{单位: 某公司, 规则: {{{', '.join(f'{rule}: 否' for rule in OFF)}}}}}"
"""Only what is overdue, what is repeated and the dues are looked for."""


def with_findings(ledger: BranchLedger, *findings: Finding, unread: tuple[str, ...] = ()) -> BranchLedger:
    """The same ledger as if reading had found something."""
    return BranchLedger(
        ledger.unit, ledger.unit_source, ledger.settings, ledger.entries, findings=findings, unread=unread
    )


def found(line: int, subject: str, level: Level = Level.WARN, code: str = "number-invalid") -> Finding:
    return Finding(code, level, Place("支部/一支部/记录/2020/三月.yaml", line, 3), subject, {"value": "某条记录"})


def test_a_list_says_where_what_and_how_to_mend_it(make_ledger: Any, say: Any) -> None:
    made = say("findings-list", make_ledger(LATE, settings=QUIET), "一支部/2020")

    assert made["合计"] == {"单位": "", "错误": "0", "警告": "1", "提示": "0"}
    (row,) = made["问题"]
    assert (row["序号"], row["级别"], row["期间"]) == ("1", "警告", "2020年3月")
    assert row["位置"] == "记录.yaml 第7行"
    assert row["问题"] == "任务“整理台账”2020年4月30日到期，还没有结果。"
    assert row["怎么改"].startswith("办完的")
    assert row["依据"] == "本单位的工作要求"


def test_errors_come_first_then_month_by_month_and_other_periods_stay_out(make_ledger: Any) -> None:
    ledger = make_ledger(LATE, settings=QUIET)
    ledger = with_findings(
        ledger,
        found(1, "一支部/2020-11"),
        found(2, "一支部/2020-02"),
        found(3, "一支部/2019-12", Level.ERROR),
        found(4, "一支部/2020-09", Level.ERROR),
        found(5, "一支部", Level.ERROR),
    )

    assert [(each.finding.level.value, str(each.window or "")) for each in told(ledger, Period(2020))] == [
        ("error", "2020-09"), ("error", ""), ("warn", "2020-02"), ("warn", "2020-03"), ("warn", "2020-11"),
    ]  # fmt: skip


def test_a_year_without_findings_says_so(make_ledger: Any, say: Any) -> None:
    ledger = make_ledger("{类型: 志愿服务, 编号: 服务, 日期: 2020-05-01, 内容: 清扫}", settings=QUIET)
    made = say("findings-list", ledger, "一支部/2020")

    assert (made["问题"], made["合计"]["错误"]) == ([], "0")


def test_a_confidential_records_finding_shows_the_rule_and_the_place_alone(make_ledger: Any, view_of: Any) -> None:
    ledger = make_ledger(DUES, settings=QUIET)
    assert ledger.entries[0].model.confidential
    view = view_of("findings-list", ledger, "一支部/2020")
    shown = [row for row in view.problems if isinstance(row.words, Private)]

    assert shown
    assert {row.hint for row in shown} == {CONFIDENTIAL_HINT}
    assert {(row.window, row.place) for row in shown} == {("2020年6月", "记录.yaml 第5行")}
    assert "88.8" in str(shown[0].words.value)
    internal = str(dump(view, Audience.INTERNAL))
    assert next(rule.words for rule in RULES if rule.id == "X10") in internal
    assert "88.8" not in internal
    assert "张一" not in internal


def test_a_private_field_is_shown_to_those_who_may_read_it(make_ledger: Any, view_of: Any) -> None:
    ledger = make_ledger(
        "{类型: 会议, 编号: 会, 会议类型: 组织生活会, 开始: 2020-03-12 14:30, 出席: 其余,"
        " 查摆问题: [{姓名: 王三, 问题: 交流不够, 期限: 2020-04-30}]}",
        settings=QUIET,
    )
    view = view_of("findings-list", ledger, "一支部/2020")

    assert "王三的整改" in str(dump(view, Audience.INTERNAL))
    assert "王三" not in str(dump(view, Audience.PUBLIC))


def test_what_was_written_in_an_unread_record_is_not_repeated(make_ledger: Any, say: Any) -> None:
    ledger = with_findings(
        make_ledger(LATE, settings=QUIET),
        Finding("money-invalid", Level.ERROR, Place("谈话.yaml", 2, 1), "一支部/谈话", {"value": "他说的话"}),
        Finding("number-invalid", Level.ERROR, Place("谈话.yaml", 3, 1), "", {"value": "他说的另一句话"}),
        unread=("一支部/谈话",),
    )

    assert "他说的" not in str(say("findings-list", ledger, "一支部/2020"))


def test_records_with_errors_are_not_cited(make_ledger: Any, view_of: Any) -> None:
    clean = make_ledger(LATE, settings=QUIET)
    assert view_of("findings-list", clean, "一支部/2020").count.warn.sources == ("一支部/三月",)

    wrong = with_findings(clean, found(1, "一支部/三月", Level.ERROR))
    assert view_of("findings-list", wrong, "一支部/2020").count.warn.sources == ()


def test_an_organisations_list_has_its_units_findings_and_what_lies_between(
    make_ledger: Any, organisation: Any, view_of: Any
) -> None:
    branches = [make_ledger(LATE, settings=QUIET), make_ledger("", "二支部", settings=QUIET)]
    view = view_of("findings-list", organisation("findings-list", "2020", branches), "机关党委/2020")
    rows: Any = dump(view)["各单位"]

    assert [row["单位"] for row in rows] == ["机关党委", "一支部", "二支部"]
    assert [(row.unit, row.window) for row in view.unit_problems] == [("一支部", "2020年3月")]
    assert view.count.warn.value == 1
    assert "一支部/2020#findings-list.counts.warn" in view.count.warn.sources


def test_a_speech_repeated_in_another_unit_shows_in_the_organisations_list(
    make_ledger: Any, organisation: Any, view_of: Any
) -> None:
    speech = "这次学习让我认识到资料归档工作必须落实到每一个环节，我们要把台账逐项核对清楚，做到账实相符，不留死角，"
    meeting = REPEATED.format(speech=speech * 4)
    branches = [make_ledger(meeting, short, settings=QUIET) for short in ("一支部", "二支部")]
    view = view_of("findings-list", organisation("findings-list", "2020", branches), "机关党委/2020")
    between = [row for row in view.units if row.unit == "各单位之间"]

    assert not [each for ledger in branches for each in told(ledger, Period(2020)) if each.finding.code == "X3"]
    assert [row.warn.value for row in between] == [len(view.unit_problems)] != [0]
    assert {row.window for row in view.unit_problems} == {"2020年3月"}


def test_what_goes_up_is_plain_and_comes_back_the_same(make_ledger: Any) -> None:
    one = Told(found(4, "一支部/三月"), "一支部", Period.of_month(2020, 3), (CLOSED,), "一支部/三月")

    assert Told.of(json.loads(json.dumps(one.plain()))) == one


@pytest.mark.parametrize(("period", "made"), [("2020", ["一支部/2020"]), ("2019", []), ("2020-03", [])])
def test_a_unit_with_records_in_a_year_has_a_list_of_it(
    make_ledger: Any, subjects: Any, period: str, made: list[str]
) -> None:
    assert subjects("findings-list", make_ledger(LATE), period) == made
