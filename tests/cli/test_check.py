"""Takes good and bad records, gives what `docgen check` says of them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from docgen.chinese import to_width
from docgen.cli.grouping import period_named, rule_named
from docgen.cli.lines import folded
from docgen.findings import Finding, Level, Place
from docgen.model.period import Period
from docgen.vocabulary.checks import by_rule, summary_of_level

Docgen = Callable[..., Any]
TODAY = date(2020, 1, 20)
YEAR_END = ("--on", "2020-12-31")
KEYS = ["code", "level", "file", "line", "column", "subject", "value", "message", "hint", "basis"]


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is a day on which the new workspace owes nothing yet."""
    monkeypatch.setattr("docgen.cli.call.today", lambda: TODAY)
    monkeypatch.delenv("COLUMNS", raising=False)


def test_a_new_workspace_has_nothing_wrong(docgen: Docgen) -> None:
    answer = docgen("check")

    assert (answer.code, answer.out, answer.err) == (0, "没有发现问题。\n", "")


@pytest.mark.usefixtures("broken")
def test_an_error_is_told_with_its_place_its_value_and_what_to_do(docgen: Docgen) -> None:
    answer = docgen("check")

    assert answer.code == 1
    assert answer.out.splitlines() == [
        "一支部（1 处错误）",
        "  2020年2月",
        "    支部/一支部/记录/2020/02/2020-02-30-支委会.yaml:3:5  错误：「2020-02-30 14:30」不是有效的日期和时间。",
        "      请写成 2020-03-05 14:30，并核对这一天是否存在。",
        "共 1 处错误。",
    ]


@pytest.mark.usefixtures("broken", "warned")
def test_in_a_month_errors_come_before_warnings(docgen: Docgen) -> None:
    lines = docgen("check").out.splitlines()

    assert ["错误" in line for line in lines if ".yaml" in line] == [True, False]
    assert lines[-1] == "共 1 处错误、1 处警告。"


@pytest.mark.usefixtures("warned")
def test_warnings_alone_end_well(docgen: Docgen) -> None:
    answer = docgen("check")

    assert answer.code == 0
    assert "警告：找不到文件「没有.jpg」。" in answer.out


@pytest.mark.usefixtures("broken", "warned")
def test_a_level_hides_what_weighs_less_and_says_how_much(docgen: Docgen) -> None:
    answer = docgen("check", "--level", "error")

    assert answer.code == 1
    assert "警告：" not in answer.out
    assert answer.out.endswith("共 1 处错误。另有 1 处警告，没有列出。\n")


@pytest.mark.usefixtures("warned")
def test_where_all_is_hidden_it_is_not_said_that_there_is_nothing(docgen: Docgen) -> None:
    answer = docgen("check", "--level", "error")

    assert (answer.code, answer.out) == (0, "没有这样的问题。另有 1 处警告，没有列出。\n")
    assert summary_of_level({}, {}) == "没有发现问题。"


@pytest.mark.usefixtures("broken", "warned")
def test_the_answer_in_json_has_the_keys_of_every_reply(docgen: Docgen) -> None:
    answer = docgen("check", "--format", "json")

    assert answer.code == 1
    assert list(answer.json) == ["findings"]
    assert [list(each) for each in answer.json["findings"]] == [KEYS, KEYS]
    assert {each["level"] for each in answer.json["findings"]} == {"error", "warn"}


@pytest.mark.usefixtures("broken", "warned")
@pytest.mark.parametrize(
    ("part", "found"),
    [
        ("一支部", 2),
        ("第一党支部", 2),
        ("机关党委", 0),
        ("一支部/2020-02", 2),
        ("一支部/2020-03", 1),  # a record that cannot be read has no day: it shows in every period
        ("一支部/2020/02/2020-02-30-支委会", 1),
        ("一支部/2020/02/2020-02-15-主题党日", 1),
        ("一支部/2020/01/2020-01-10-支委会", 0),
        ("支部", 2),
        ("支部/一支部/记录/2020/01", 0),
        ("支部/一支部/记录/2020/02/2020-02-15-主题党日.yaml", 1),
        (".", 2),
    ],
)
def test_a_part_of_the_workspace_is_checked_alone(docgen: Docgen, part: str, found: int) -> None:
    assert len(docgen("check", part, "--format", "json").json["findings"]) == found


@pytest.mark.usefixtures("broken")
def test_what_two_parts_share_is_told_once(docgen: Docgen) -> None:
    assert docgen("check", "一支部", "一支部/2020-02", "支部").out.endswith("共 1 处错误。\n")


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("七支部", "没有单位「七支部」。"),
        ("七支部/2020-03", "没有单位「七支部」。"),
        ("一支部/无此记录", "没有编号为「一支部/无此记录」的记录。"),
        ("无此文件.yaml", "“无此文件.yaml”不是本工作区里的文件或文件夹。"),
    ],
)
def test_a_part_that_there_is_not_is_a_wrong_usage(docgen: Docgen, part: str, said: str) -> None:
    answer = docgen("check", part)

    assert answer.code == 2
    assert answer.err.startswith(f"错误：{said}\n  ")


def test_a_file_outside_the_workspace_is_a_wrong_usage(docgen: Docgen, tmp_path: Path) -> None:
    assert docgen("check", str(tmp_path)).code == 2


def test_an_error_is_a_finding_of_an_answer_in_json(docgen: Docgen) -> None:
    answer = docgen("check", "七支部/2020-03", "--format", "json")

    assert answer.code == 2
    (finding,) = answer.json["findings"]
    assert list(finding) == KEYS
    assert (finding["code"], finding["level"], finding["value"]) == ("unit-unknown", "error", "七支部")


def test_a_record_that_does_not_exist_elsewhere_is_found_across_units(
    docgen: Docgen, write: Callable[[str, str], Path]
) -> None:
    write("2020/03/稿.yaml", "类型: 宣传稿\n标题: 稿\n日期: 2020-03-01\n来源: [机关党委/无]\n")

    answer = docgen("check")

    assert answer.code == 1
    assert "记录/2020/03/稿.yaml:4:6  错误：" in answer.out
    assert "机关党委/无" in answer.out


# ---- the day, the rules ----


def subjects(docgen: Docgen, *arguments: str) -> list[str]:
    return [each["subject"] for each in docgen("check", *arguments, "--format", "json").json["findings"]]


def test_without_a_day_it_is_today(docgen: Docgen, monkeypatch: pytest.MonkeyPatch) -> None:
    assert subjects(docgen, "--rule", "F1") == []

    monkeypatch.setattr("docgen.cli.call.today", lambda: date(2020, 3, 31))
    assert subjects(docgen, "--rule", "F1") == ["一支部/2020-Q1"]


def test_a_window_is_missed_on_its_last_day(docgen: Docgen) -> None:
    assert subjects(docgen, "--rule", "F1", "--on", "2020-03-30") == []
    assert subjects(docgen, "--rule", "F1", "--on", "2020-03-31") == ["一支部/2020-Q1"]


@pytest.mark.parametrize("day", ["2020-12-31", "2020/12/31", "2020年12月31日"])
@pytest.mark.parametrize(
    "rules", [["--rule", "F1"], ["--rule", "f1"], ["--rule", "Ｆ１"], ["--rule", "file-missing，f1"]]
)
def test_a_day_and_a_rule_may_be_written_in_several_ways(docgen: Docgen, day: str, rules: list[str]) -> None:
    assert len(subjects(docgen, *rules, "--on", day)) == 4


@pytest.mark.usefixtures("broken", "warned")
def test_a_code_of_reading_may_be_asked_for_like_a_rule(docgen: Docgen) -> None:
    answer = docgen("check", "--rule", "file-missing", "--format", "json")

    assert answer.code == 0
    assert [each["code"] for each in answer.json["findings"]] == ["file-missing"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--rule", "F99"], "没有编号为“F99”的规则。\n  是不是："),
        (["--rule", "支部党员大会"], "没有编号为“支部党员大会”的规则。\n  可以写规则的编号"),
        (["--on", "2020-02-30"], "--on：“2020-02-30”不是有效的日期；写成 2020-03-12。"),
        (["--on", "2020-12"], "--on：“2020-12”不是有效的日期"),
        (["--on"], "选项 --on 的用法不对"),
    ],
)
def test_a_wrong_day_or_rule_is_a_wrong_usage(docgen: Docgen, arguments: list[str], said: str) -> None:
    answer = docgen("check", *arguments)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f"错误：{said}")


def test_a_rule_says_its_basis_once_and_its_id_each_time(docgen: Docgen) -> None:
    answer = docgen("check", "--rule", "F1", *YEAR_END)
    lines = answer.out.splitlines()

    assert answer.code == 0
    assert [line for line in lines if line.startswith("  2020")] == [
        f"  2020年第{quarter}季度" for quarter in "一二三四"
    ]
    assert [line.endswith("  [F1]") for line in lines if "警告：" in line] == [True] * 4
    assert answer.out.count("依据：") == 1
    assert answer.out.count("开过的，补写") == 1
    assert lines.index(next(line for line in lines if "依据：" in line)) < 6


def test_months_come_in_order_with_quarters_and_the_year_after_their_months(docgen: Docgen) -> None:
    out = docgen("check", "--rule", "F1,F3,F6", *YEAR_END).out
    heads = [line.strip() for line in out.splitlines() if line.startswith("  2020")]

    assert heads[:5] == ["2020年1月", "2020年2月", "2020年3月", "2020年第一季度", "2020年4月"]
    assert heads[-3:] == ["2020年12月", "2020年第四季度", "2020年全年"]


def test_a_long_list_ends_with_its_counts_by_rule(docgen: Docgen) -> None:
    long, short = (docgen("check", "--rule", rules, *YEAR_END).out.splitlines() for rules in ("F1,F3", "F1"))

    assert long[-2:] == ["共 16 处警告。", "其中：F1 4 处、F3 12 处。"]
    assert short[-1] == "共 4 处警告。"
    assert by_rule({"X1": 2}, 3) == "其中：X1 2 处、写法和引用 3 处。"


def test_what_is_wrong_with_the_settings_stands_before_the_units(docgen: Docgen, workspace: Path) -> None:
    settings = workspace / "docgen.yaml"
    text = settings.read_text(encoding="utf-8")
    assert text.count("\n规则:\n") == 1
    settings.write_text(text.replace("\n规则:\n", "\n规则:\n  F99: 否\n"), encoding="utf-8")

    lines = docgen("check", *YEAR_END).out.splitlines()

    assert lines[0] == "工作区（1 处错误）"
    assert lines[1].startswith("    docgen.yaml:")
    assert any(line.startswith("一支部（") for line in lines)


@pytest.mark.parametrize(
    ("subject", "file", "period"),
    [
        ("一支部/甲", "", Period(2020, month=5)),
        ("一支部/2020-Q2", "支部/一支部/单位.yaml", Period(2020, 2)),
        ("一支部/2020", "支部/一支部/单位.yaml", Period(2020)),
        ("", "支部/一支部/记录/2020/02/乙.yaml", Period(2020, month=2)),
        ("", "支部/一支部/记录/2020-02-30-支委会.yaml", Period(2020, month=2)),
        ("一支部/2020/2020-谈话", "支部/一支部/记录/2020/2020-谈话.yaml", Period(2020)),
        ("一支部", "支部/一支部/单位.yaml", None),
        ("", "docgen.yaml", None),
        ("", "支部/一支部/记录/0000-01-丙.yaml", None),
    ],
)
def test_a_finding_is_of_the_month_of_its_record_or_window_or_path(
    subject: str, file: str, period: Period | None
) -> None:
    finding = Finding("key-empty", Level.ERROR, Place(file), subject)

    assert period_named(finding, {"一支部/甲": date(2020, 5, 4)}) == period


def test_a_code_of_reading_that_a_rule_claims_bears_its_id() -> None:
    named = [rule_named(Finding(code, Level.WARN, Place(""))) for code in ("F1", "file-missing", "key-empty")]

    assert named == ["F1", "X4", ""]


# ---- the screen ----


@pytest.mark.parametrize("columns", [60, 80])
def test_on_a_screen_lines_are_broken_to_its_width(
    docgen: Docgen, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    whole = docgen("check", "--rule", "F1,F3", *YEAR_END).out
    monkeypatch.setenv("COLUMNS", str(columns))
    broken = docgen("check", "--rule", "F1,F3", *YEAR_END).out

    assert max(map(to_width, whole.splitlines())) > columns
    assert max(map(to_width, broken.splitlines())) <= columns
    assert "".join(broken.split()) == "".join(whole.split())


def test_no_line_begins_with_a_closing_mark_and_no_word_is_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "12")

    assert list(folded("一二三四五六。七 docgen.yaml（八）", "", "  ")) == [
        "一二三四五",
        "  六。七",
        "  docgen.yaml",
        "  （八）",
    ]


@pytest.mark.parametrize("command", ["check", "calendar"])
def test_a_windows_console_shows_every_character(workspace: Path, command: str) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "cp936", "PYTHONUTF8": "0", "COLUMNS": "80"}

    done = subprocess.run(
        [sys.executable, "-m", "docgen", "-C", str(workspace), command, *YEAR_END],
        capture_output=True, env=environment, check=False,
    )  # fmt: skip

    assert done.stderr == b""
    assert "一支部" in done.stdout.decode("cp936")
    assert "?" not in done.stdout.decode("cp936")
