"""Takes what an organisation writes under 规则, sees what it changes and what is wrong with it."""

from __future__ import annotations

import pytest
from tests.rules.table import Try, findings
from tests.typed import filled, read

from docgen.findings import Finding, Level
from docgen.model.settings import Settings
from docgen.rules import RULES, complaints, rule_by_code, rule_of, rulebook


def settings_of(text: str) -> Settings:
    return filled(read(f"单位: 某公司\n规则:\n  {text}")[0], Settings)


def told(text: str) -> list[Finding]:
    (record,) = read(f"单位: 某公司\n规则:\n  {text}")
    return list(complaints(filled(record, Settings), record.source))


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("F99: 否", "rule-unknown", 3),
        ("F5: 大概", "truth-invalid", 7),
        ("F1: {级别: 重大}", "choice-unknown", 12),
        ("F9: {课时: 30}", "key-unknown", 8),
        ("F9: {学时: 很多}", "count-invalid", 12),
        ("F1: {启用: 否, 级别: 错误}", "rule-off-and-set", 7),
        ("F13: {连续月数: 8, 处置月数: 6}", "rule-numbers-crossed", 8),
        ("F9: {学时: 60}", "rule-numbers-crossed", 7),
        ("X8: {比例分子: 4}", "rule-numbers-crossed", 7),
        ("起始月: 春天", "month-invalid", 8),
    ],
)
def test_a_change_that_cannot_be_is_told_with_its_place_and_changes_nothing(text: str, code: str, column: int) -> None:
    (finding,) = told(text)

    assert (finding.code, finding.level, finding.place.line, finding.place.column) == (code, Level.ERROR, 3, column)
    assert rulebook(settings_of(text)) == rulebook(filled(read("单位: 某公司")[0], Settings))


@pytest.mark.parametrize(("text", "near"), [("f5: 否", "F5"), ("F8-peer: 否", "F8"), ("F55: 否", "F5")])
def test_the_rule_that_was_meant_is_offered(text: str, near: str) -> None:
    assert told(text)[0].values["near"] == near


def test_a_rule_is_switched_off_by_one_word() -> None:
    rules = rulebook(settings_of("F5: 否"))

    assert rules.one("F5") is None
    assert len(rules.rules) == len(RULES) - 1


def test_a_rule_that_claims_a_code_of_reading_weighs_it_and_switches_it_off() -> None:
    assert rulebook(settings_of("X4: 否")).claimed_off("file-missing")
    assert not rulebook(settings_of("X4: {级别: 错误}")).claimed_off("file-missing")


@pytest.mark.parametrize(
    ("rule", "word", "own", "becomes"),
    [
        ("V2", "警告", Level.ERROR, Level.WARN),
        ("V2", "警告", Level.INFO, Level.INFO),
        ("V2", "错误", Level.INFO, Level.INFO),
        ("X8", "警告", Level.ERROR, Level.ERROR),
        ("X8", "提示", Level.ERROR, Level.INFO),
        ("X4", "错误", Level.WARN, Level.WARN),
        ("X4", "提示", Level.WARN, Level.INFO),
    ],
)
def test_a_level_replaces_the_rules_own_and_raises_no_other(rule: str, word: str, own: Level, becomes: Level) -> None:
    applied = rulebook(settings_of(f"{rule}: {{级别: {word}}}")).one(rule)

    assert applied is not None
    assert applied.weighed(own) is becomes


def test_a_rule_is_known_by_its_id_and_by_every_code() -> None:
    for rule in RULES:
        assert {rule_of(code) for code in (rule.id, *rule.levels, *rule.claims)} == {rule.id}
        assert rule_by_code(rule.id) is rule


def test_every_code_of_a_rule_begins_with_its_id() -> None:
    for rule in RULES:
        assert {code.partition("-")[0] for code in rule.levels} == {rule.id}


def test_years_before_the_start_are_not_asked() -> None:
    meeting = "类型: 会议\n会议类型: 组织生活会\n开始: 2020-12-20 09:00\n出席: 其余\n"

    asked = [
        findings("F6", Try(meeting, settings=f"单位: 某公司\n规则: {{起始月: {year}-01}}")) for year in (2019, 2020)
    ]

    assert [[each.subject for each in found] for found in asked] == [["一支部/2019"], []]
