"""Takes what branches owe in a year, gives what `docgen calendar` says of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from docgen.chinese import to_width
from docgen.cli.calendar import windows_text
from docgen.cli.grid import grid_lines
from docgen.model.period import Period
from docgen.rules import Obligation, State, Why
from docgen.vocabulary.checks import several

Docgen = Callable[..., Any]
KEYS = ["unit", "rule", "item", "who", "window", "due", "state", "why", "records"]
MEETING, GROUP, STUDY = "支部党员大会", "党小组会", "集中学习"


def owed(window: str, state: State, item: str = GROUP, rule: str = "F3", who: str = "") -> Obligation:
    period = Period.parse(window)
    why = Why.NO_GROUP if state is State.NOT_APPLICABLE else None
    return Obligation(rule, rule, item, period, period.end, state, who, why=why)


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is a day in the second quarter of the new workspace's year."""
    monkeypatch.setattr("docgen.cli.call.today", lambda: date(2020, 6, 15))
    monkeypatch.delenv("COLUMNS", raising=False)


@pytest.fixture
def two_branches(workspace: Path) -> None:
    """The new workspace with a second branch in it."""
    first, second = workspace / "支部/一支部/单位.yaml", workspace / "支部/二支部/单位.yaml"
    second.parent.mkdir()
    text = first.read_text(encoding="utf-8").replace("一支部", "二支部").replace("第一党支部", "第二党支部")
    second.write_text(text, encoding="utf-8")


@pytest.fixture
def owing(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let every unit that is asked about owe the same."""

    def let(*obligations: Obligation) -> None:
        monkeypatch.setattr(
            "docgen.cli.calendar.owed_by", lambda _, units, *__: {unit: list(obligations) for unit in units}
        )

    return let


def test_what_was_not_done_comes_first_then_what_is_due_next_then_the_year(docgen: Docgen) -> None:
    answer = docgen("calendar", "一支部")
    lines = answer.out.splitlines()

    assert (answer.code, answer.err) == (0, "")
    assert lines[0] == "一支部2020年应办事项，截至2020年6月15日"
    parts = ["未完成 ", "待完成 ", "规则  事项  ", "完 已完成", "应完成 "]
    places = [answer.out.index(f"\n{part}") for part in parts]
    assert places == sorted(places)


def test_the_only_branch_need_not_be_named_and_may_be_by_its_full_name(docgen: Docgen) -> None:
    assert docgen("calendar").out == docgen("calendar", "一支部").out == docgen("calendar", "第一党支部").out != ""


def test_of_several_branches_only_the_numbers_are_told(docgen: Docgen, two_branches: None) -> None:
    for arguments in ((), ("机关党委",)):
        lines = docgen("calendar", *arguments).out.splitlines()

        assert [line.split()[0] for line in lines[1:]] == ["单位", "一支部", "二支部", "合计"]
        one, two, total = ([int(cell) for cell in line.split()[1:]] for line in lines[2:])
        assert [a + b for a, b in zip(one, two, strict=True)] == total
        assert one[0] == sum(one[1:]) > 0


def test_the_answer_in_json_has_an_object_for_each_obligation(docgen: Docgen, two_branches: None) -> None:
    found = docgen("calendar", "--format", "json").json["obligations"]

    assert [list(each) for each in found] == [KEYS] * len(found)
    assert {each["unit"] for each in found} == {"一支部", "二支部"}
    (first,) = (each for each in found if (each["unit"], each["rule"], each["window"]) == ("二支部", "F1", "2020-Q1"))
    assert first == {
        "unit": "二支部",
        "rule": "F1",
        "item": MEETING,
        "who": None,
        "window": "2020-Q1",
        "due": "2020-03-31",
        "state": "未完成",
        "why": None,
        "records": [],
    }


def test_the_state_is_that_of_the_day(docgen: Docgen) -> None:
    def states(*arguments: str) -> list[str]:
        found = docgen("calendar", "一支部", *arguments, "--format", "json").json["obligations"]
        return [each["state"] for each in found if each["rule"] == "F1"]

    assert states() == ["未完成", "待完成", "待完成", "待完成"]
    assert states("--on", "2020-06-30") == ["未完成", "未完成", "待完成", "待完成"]
    assert states("--on", "2021-03-01", "--year", "2020") == ["未完成"] * 4
    assert states("--year", "2021") == ["待完成"] * 4


def test_a_past_year_is_seen_from_its_last_day_and_has_nothing_due(docgen: Docgen) -> None:
    out = docgen("calendar", "--year", "2020", "--on", "2026-01-05").out

    assert out.startswith("一支部2020年应办事项，截至2020年12月31日\n")
    assert "\n待完成" not in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["一支"], "没有单位「一支」。\n  是否应为：一支部？"),
        (["一支部/2020"], "没有单位「一支部/2020」。\n  是否应为：一支部？"),
        (["2020"], "没有单位「2020」。"),
        (["一支部", "二支部"], "多写了：二支部。"),
        (["--year", "二〇二〇"], "--year：“二〇二〇”不是年份；写成 2020。"),
        (["--year", "2020-03"], "--year：“2020-03”不是年份"),
        (["--on", "明天"], "--on：“明天”不是有效的日期；写成 2020-03-12。"),
    ],
)
def test_what_there_is_not_is_a_wrong_usage(docgen: Docgen, arguments: list[str], said: str) -> None:
    answer = docgen("calendar", *arguments)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f"错误：{said}")


def test_what_is_missing_is_a_row_for_each_item_with_its_months_and_whose_it_is(
    docgen: Docgen, owing: Callable[..., None]
) -> None:
    months = [owed(f"2020-{month:02}", State.MISSING, who=who) for month in (1, 2, 3, 5) for who in ("甲组", "乙组")]
    owing(*months, owed("2020-Q1", State.MISSING, MEETING, "F1"))

    lines = docgen("calendar").out.splitlines()

    assert [line.split() for line in lines[2:6]] == [
        ["未完成", "9", "项："],
        ["规则", "事项", "期间", "对象"],
        ["F3", GROUP, "1至3月、5月", "甲组、乙组"],
        ["F1", MEETING, "第一季度"],
    ]


def test_of_what_is_due_that_of_the_quarter_is_shown_the_soonest_first(
    docgen: Docgen, owing: Callable[..., None]
) -> None:
    owing(owed("2020", State.DUE, STUDY), owed("2020-Q2", State.DUE, MEETING), owed("2020-05", State.DUE))

    lines = docgen("calendar").out.splitlines()

    assert lines[2] == "没有未完成的。"
    assert lines[4] == "待完成 3 项，其中本季度 2 项："
    assert [line.split()[0] for line in lines[6:8]] == ["2020-05-31", "2020-06-30"]
    assert lines[8] == ""


def test_where_nothing_is_due_in_the_quarter_the_next_is_shown(docgen: Docgen, owing: Callable[..., None]) -> None:
    owing(owed("2020-Q4", State.DUE, MEETING), owed("2020-08", State.DUE), owed("2020-08", State.DUE, STUDY))

    lines = docgen("calendar").out.splitlines()

    assert lines[4] == "待完成 3 项，本季度没有；最近的是："
    assert [line.split()[0] for line in lines[6:8]] == ["2020-08-31", "2020-08-31"]
    assert lines[8] == ""


def test_what_does_not_apply_is_said_with_the_reason_and_has_no_row(docgen: Docgen, owing: Callable[..., None]) -> None:
    owing(owed("2020-Q1", State.DONE, MEETING, "F1"), owed("2020-01", State.NOT_APPLICABLE))

    out = docgen("calendar").out

    assert out.endswith("应完成 1 项：已完成 1，未完成 0，待完成 0。\n不适用 1 项：\n  没有党小组：党小组会\n")
    assert "F3" not in out


def test_a_unit_that_owes_nothing_is_told(docgen: Docgen, owing: Callable[..., None]) -> None:
    owing()

    assert docgen("calendar", "一支部", "--year", "2021").out == "一支部2021年没有应办事项。\n"


@pytest.mark.parametrize("columns", ["60", "80", "100"])
def test_the_months_stand_below_each_other_on_every_screen(monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    states = (State.DONE, State.MISSING, State.DUE)
    months = [owed(f"2020-{month:02}", states[month % 3]) for month in range(1, 13)]
    quarters = [owed(f"2020-Q{quarter}", State.DONE, MEETING, "F1") for quarter in (1, 2, 3, 4)]
    head, *rows, legend = grid_lines([*months, *quarters, owed("2020", State.DUE, STUDY, "F9")])

    assert legend == "完 已完成  缺 未完成  待 待完成  － 不适用"
    assert max(map(to_width, [head, *rows])) <= int(columns)
    ends = [to_width(head[: head.index(f" {month} ") + 2]) for month in (1, 2, 3)]
    row, quarter, year = rows
    assert [to_width(row[: row.index(mark) + 1]) for mark in "缺待完"] == ends
    assert [each.count(mark) for each, mark in ((row, "完"), (quarter, "完"), (year, "待"))] == [4, 4, 1]
    assert to_width(row) == to_width(quarter) == to_width(year) == to_width(head)


def test_a_mark_is_that_of_the_worst_of_those_who_owe() -> None:
    done, due, missing = (owed("2020-01", state, who=state) for state in (State.DONE, State.DUE, State.MISSING))

    assert list(grid_lines([done, due]))[1].split() == ["F3", GROUP, "待"]
    assert list(grid_lines([done, due, missing]))[1].split() == ["F3", GROUP, "缺"]


def test_months_in_a_row_are_said_together() -> None:
    def said(*windows: str) -> str:
        return windows_text(map(Period.parse, windows))

    assert said("2020-04", "2020-03", "2020-06") == "3至4月、6月"
    assert said("2020-Q2", "2020-Q1") == "第一季度、第二季度"
    assert said("2020") == "全年"


def test_pairs_are_kept_apart_and_long_lists_are_cut() -> None:
    assert several(["张一、李二", "张一、王三"], 20) == "张一、李二；张一、王三"
    assert several(["张一", "李二", "王三"], 2) == "张一、李二等 3 项"
    assert several([], 2) == ""


@pytest.mark.usefixtures("two_branches")
def test_a_narrow_screen_breaks_no_table(docgen: Docgen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")

    assert max(map(to_width, docgen("calendar", "一支部").out.splitlines())) <= 60
