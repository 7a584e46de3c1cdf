"""Takes texts with expressions, proves what is found in them."""

from __future__ import annotations

import pytest

from docgen.house.texts import expression, expressions, name_of, shown


@pytest.mark.parametrize(
    ("text", "test"),
    [
        ("", ""),
        ("固定文字", ""),
        ("{{ 时间 }}", "时间"),
        ("（{{ 次.序 }}）", "次.序"),
        ("{{ 甲 }}和{{ 乙 if 丙 else 丁 }}", "甲 or (乙 if 丙 else 丁)"),
        ("{{ 应到 }}人{% if 分列 %}，其中{{ 预备 }}人{% endif %}", "应到 or 分列"),
        ("{% for 项 in 统计 %}{{ 项.名称 }}{% if not loop.last %}、{% else %}。{% endif %}{% endfor %}", "统计"),
        ("{% if 甲 %}{{ 甲 }}{% else %}无{% endif %}", ""),
    ],
)
def test_a_text_is_shown_when_one_of_its_expressions_says_something(text: str, test: str) -> None:
    assert shown(text) == test


def test_one_text_that_always_shows_itself_shows_the_block() -> None:
    assert shown("{{ 甲 }}", "乙") == ""
    assert shown("{{ 甲 }}", "") == "甲"


def test_a_text_becomes_one_expression() -> None:
    assert expression('{{ 甲 }}“和”"{{ 乙 or 丙 }}') == '甲 ~ "“和”\\"" ~ (乙 or 丙)'
    assert expression("") == '""'


def test_braces_around_a_name_are_left_out() -> None:
    assert name_of("{{ 议题.表决 }}") == name_of(" 议题.表决 ") == "议题.表决"
    assert expressions("{{ 甲 }}、{{ 乙 }}") == ["甲", "乙"]
