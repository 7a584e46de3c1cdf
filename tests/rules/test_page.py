"""docs/规则.md is current, names every rule and code, and its example is one that docgen understands."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from scripts.rules_page import (
    EXAMPLE_LEVEL,
    EXAMPLE_NUMBER,
    EXAMPLE_OFF,
    FAMILIES,
    PAGE,
    example,
    own_parameters,
    page,
    said,
)
from tests.typed import filled, read

from docgen.findings import Level
from docgen.model.settings import Settings
from docgen.rules import RULES, VERSION, Rule, Rulebook, complaints, rulebook

TEXT = page()
CODES = [code for rule in RULES for code in (*rule.levels, *rule.claims)]


@pytest.fixture
def settings() -> Settings:
    return filled(read(f"单位: 某公司\n{example()}")[0], Settings)


@pytest.fixture
def changed(settings: Settings) -> Rulebook:
    return rulebook(settings)


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == TEXT, "make rules"


def test_the_page_says_which_version_of_the_rules_it_shows() -> None:
    assert VERSION in TEXT


def test_every_rule_belongs_to_a_family() -> None:
    assert {rule.id[0] for rule in RULES} <= FAMILIES.keys()


def test_every_rule_has_one_row_with_its_words_and_bases() -> None:
    rows = {row.split(" | ")[0].removeprefix("| "): row for row in TEXT.splitlines() if re.match(r"\| [FVX]\d", row)}

    assert list(rows) == [rule.id for rule in RULES]
    for rule in RULES:
        assert all(text in rows[rule.id] for text in (rule.words, *map(str, rule.bases)))


@pytest.mark.parametrize("code", CODES)
def test_every_code_says_what_it_finds(code: str) -> None:
    assert [line for line in TEXT.splitlines() if line.startswith(f"- `{code}` ") and line.endswith(said(code))]


def test_no_row_is_broken_by_a_text() -> None:
    """Every table has as many cells in each row as its heading has."""
    for table in re.findall(r"(?:^\|.*\n)+", TEXT, re.MULTILINE):
        assert len({row.count("|") for row in table.splitlines()}) == 1, table


def test_no_place_is_left_for_a_program_to_fill() -> None:
    outside = re.sub(r"```.*?```", "", TEXT, flags=re.DOTALL)
    assert not re.search(r"\{\w+\}", outside)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_default_as_shown_can_be_written_and_changes_nothing(rule: Rule[Any]) -> None:
    shown_here = "\n".join(f"      {name}: {value}" for name, value, _ in own_parameters(rule))
    text = f"单位: 某公司\n规则:\n  {rule.id}:\n      启用: 是\n{shown_here}\n"
    (record,) = read(text)
    written, source = filled(record, Settings), record.source
    applied = rulebook(written).one(rule.id)

    assert complaints(written, source) == ()
    assert applied is not None
    assert applied.parameters == rule.parameters()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_defaults_of_a_rule_are_what_its_check_makes_of_nothing(rule: Rule[Any]) -> None:
    applied = rulebook(filled(read("单位: 某公司\n")[0], Settings)).one(rule.id)

    assert applied is not None
    assert applied.parameters == rule.parameters.model_validate({})


def test_the_example_is_understood(settings: Settings) -> None:
    source = read(f"单位: 某公司\n{example()}")[0].source
    assert complaints(settings, source) == ()


def test_the_example_changes_what_it_says(changed: Rulebook) -> None:
    levelled, numbered = changed.one(EXAMPLE_LEVEL), changed.one(EXAMPLE_NUMBER)
    assert levelled is not None
    assert numbered is not None

    assert changed.start == date(2020, 3, 1)
    assert changed.one(EXAMPLE_OFF) is None
    assert levelled.weighed(levelled.rule.level) is Level.INFO
    assert numbered.parameters != type(numbered.parameters)()
