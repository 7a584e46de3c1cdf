"""Takes small workspaces, sees what a check looks at, on which day, and what it leaves out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from docgen.drafting import found
from docgen.errors import UsageError
from docgen.findings import Finding
from docgen.generation import Checked, calendar, check, subject_named
from docgen.rules import State, rule_of
from docgen.workspace import Workspace, open_workspace

END = date(2020, 12, 31)
MEETING = "支部/一支部/记录/2020/05/2020-05-10-支委会.yaml"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    found(tmp_path, 2020, "甲公司")
    path = tmp_path / MEETING
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        "类型: 会议\n会议类型: 支委会\n开始: 2020-05-10 09:00\n出席: 其余\n附件: [签到表.jpg]\n", encoding="utf-8"
    )
    return open_workspace(tmp_path)


def looked(workspace: Workspace, *about: str, on: date = END, rules: tuple[str, ...] = ()) -> Checked:
    return check(workspace, [subject_named(workspace, each) for each in about], on=on, rules=rules)


def subjects(findings: tuple[Finding, ...], rule: str) -> list[str]:
    return [each.subject for each in findings if rule_of(each.code) == rule]


def test_a_period_shows_the_windows_that_end_in_it(workspace: Workspace) -> None:
    assert subjects(looked(workspace, "一支部/2020-06").findings, "F1") == ["一支部/2020-Q2"]
    assert subjects(looked(workspace, "一支部/2020-05").findings, "F1") == []


def test_a_past_period_is_judged_on_its_last_day(workspace: Workspace) -> None:
    early, late = (looked(workspace, "一支部/2020-06", on=day) for day in (date(2020, 6, 30), END))

    assert early.findings == late.findings


def test_a_window_that_has_not_ended_is_no_finding(workspace: Workspace) -> None:
    assert subjects(looked(workspace, "一支部", on=date(2020, 6, 29)).findings, "F1") == ["一支部/2020-Q1"]


def test_one_rule_leaves_out_all_others(workspace: Workspace) -> None:
    whole = {each.code for each in looked(workspace).findings}
    assert {"F1", "file-missing"} <= whole

    assert {each.code for each in looked(workspace, rules=("f1",)).findings} == {"F1"}
    assert {each.code for each in looked(workspace, rules=("file-missing",)).findings} == {"file-missing"}


def test_an_unknown_rule_is_refused(workspace: Workspace) -> None:
    with pytest.raises(UsageError, match="rule-unheard"):
        looked(workspace, rules=("F99",))


def test_a_path_shows_what_stands_in_it(workspace: Workspace) -> None:
    found = check(workspace, [workspace.root / MEETING], on=END).findings

    assert [each.code for each in found if each.code == "file-missing"] == ["file-missing"]
    assert {each.place.file for each in found} == {MEETING}


def test_the_days_of_the_records_are_told(workspace: Workspace) -> None:
    assert looked(workspace).days["一支部/2020/05/2020-05-10-支委会"] == date(2020, 5, 10)


def test_a_wrong_change_of_a_rule_is_told_with_its_place(workspace: Workspace) -> None:
    settings = workspace.root / "docgen.yaml"
    text = settings.read_text(encoding="utf-8").partition("\n规则:")[0]
    settings.write_text(f"{text}\n规则:\n  F99: 否\n  F1: {{启用: 否, 级别: 警告}}\n", encoding="utf-8")

    found = looked(open_workspace(workspace.root)).findings

    lines = settings.read_text(encoding="utf-8").count("\n")
    told = {each.code: each.place.line for each in found if each.place.file == "docgen.yaml"}
    assert told == {"rule-unknown": lines - 1, "rule-off-and-set": lines}


def test_a_calendar_says_how_each_obligation_stands(workspace: Workspace) -> None:
    owed = calendar(workspace, ["一支部"], 2020, date(2020, 5, 31))["一支部"]

    states = {str(each.window): each.state for each in owed if each.rule == "F1"}
    assert states["2020-Q1"] is State.MISSING
    assert states["2020-Q3"] is State.DUE


def test_a_person_or_a_record_that_is_not_there_is_refused(workspace: Workspace) -> None:
    assert looked(workspace, "一支部/2020/张一").findings
    for unknown in ("一支部/2020/没有人", "一支部/没有的记录"):
        with pytest.raises(UsageError, match="record-unknown"):
            looked(workspace, unknown)
    with pytest.raises(UsageError, match="subject-invalid"):
        looked(workspace, "一支部/2020#没有")


def test_an_organisation_shows_the_units_below_it(workspace: Workspace) -> None:
    assert subjects(looked(workspace, "机关党委/2020-06").findings, "F1") == ["一支部/2020-Q2"]


def test_a_unit_in_the_folder_of_the_workspace_shows_its_findings(tmp_path: Path) -> None:
    found(tmp_path, 2020)
    (tmp_path / "支部/一支部/单位.yaml").rename(tmp_path / "单位.yaml")

    assert subjects(looked(open_workspace(tmp_path), "一支部/2020-06").findings, "F1") == ["一支部/2020-Q2"]


def test_a_year_without_records_between_others_is_asked_too(workspace: Workspace) -> None:
    assert subjects(looked(workspace, "一支部", on=date(2022, 6, 30)).findings, "F6") == ["一支部/2020", "一支部/2021"]
