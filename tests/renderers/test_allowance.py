"""Takes templates that do much, gives what they may: all that papers need, and where it ends."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from docgen.errors import TemplateError
from docgen.formats import Format
from docgen.renderers import Assets, allowance, render
from docgen.renderers.allowance import MOST_ITEMS, MOST_RANGE, MOST_TEXT

CONTEXT: dict[str, Any] = {
    "甲": "一二三",
    "数": 7,
    "日": date(2020, 3, 1),
    "行们": [{"名": "乙", "数": 3, "在": True}, {"名": "丙", "数": 4, "在": False}],
    "词们": ["天", "地", "天"],
}


def said(source: str, page_template: Any) -> str:
    return render(page_template(source, Format.TXT), CONTEXT, Assets()).content.decode().strip()


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{% for 行 in 行们 %}{{ loop.index }}/{{ loop.length }}{{ 行.名 }}{{ '' if loop.last else '、' }}{% endfor %}", "1/2乙、2/2丙"),
        ("{% for 行 in 行们 %}{{ loop.cycle('单', '双') }}{{ loop.changed(行.在) }}{% endfor %}", "单True双True"),
        ("{% for 行 in 行们 if 行.在 %}{{ 行.名 }}{% else %}无{% endfor %}", "乙"),
        ("{% for 组 in [甲, 数] %}{{ 组 }}{% endfor %}", "一二三7"),
        ("{% for 字 in 甲 %}{{ 字 }}-{% endfor %}", "一-二-三-"),
        ("{% for 数 in range(3) %}{{ 数 }}{% endfor %}{% for 数 in range(5, 0, -2) %}{{ 数 }}{% endfor %}", "012531"),
        ("{% for a, b in [(1, 2), (3, 4)] %}{{ a + b }}{% endfor %}", "37"),
        ("{% set 名 = 甲 ~ '：' ~ 数 %}{{ 名 }}", "一二三：7"),
        ("{% set 块 %}{{ 甲 }}{% endset %}{{ 块 * 2 }}{{ 块 + 块 }}", "一二三" * 4),
        ("{{ 数 * 2 }}{{ 数 ** 2 }}{{ 数 % 4 }}{{ 数 // 2 }}{{ 2 ** 0.5 > 1 }}{{ ([甲] + ['x'])|length }}", "144933True2"),
        ("{% macro 行(名, 后='。') %}{{ 名 }}{{ 后 }}{% endmacro %}{{ 行(甲) }}{{ 行('x', 后='') }}", "一二三。x"),
        ("{% macro 框() %}[{{ caller() }}]{% endmacro %}{% call 框() %}{{ 数 }}{% endcall %}", "[7]"),
        ("{% filter upper %}a{{ 甲 }}{% endfilter %}{% with x = 数 %}{{ x }}{% endwith %}", "A一二三7"),
        ("{{ 行们|map(attribute='名')|join('、') }}{{ 行们|join('+', attribute='数') }}", "乙、丙3+4"),
        ("{{ 行们|sum(attribute='数') }}{{ 行们|selectattr('在')|map(attribute='名')|first }}", "7乙"),
        ("{{ 词们|unique|join }}{{ 词们|sort|join }}{{ 词们|select('eq', '天')|list|length }}", "天地地天天2"),
        ("{{ 词们|first }}{{ 词们|last }}{{ 甲|replace('二', '2') }}{{ 甲|length }}{{ 甲[0] }}{{ 甲[1:] }}", "天天一2三3一二三"),
        ("{{ 3.14159|round(2) }}{{ '7'|int + 1 }}{{ 无|default('没有') }}{{ 甲 is string }}{{ 数 is odd }}", "3.148没有TrueTrue"),
        ("{{ 日 }}{{ 词们[5] is undefined }}{{ 数 if 数 is divisibleby 7 }}", "2020-03-01True7"),
    ],
)  # fmt: skip
def test_what_papers_need_is_allowed(source: str, text: str, page_template: Any) -> None:
    assert said(source, page_template) == text


def test_blocks_and_what_stands_above_them_are_allowed(page_template: Any) -> None:
    base = {
        "基.txt": "{% block 一 %}基{% endblock %}{{ self.一() }}",
        "宏.txt": "{% macro m(x) %}<{{ x }}>{% endmacro %}{% set 宽 = 3 %}",
    }
    source = (
        "{% extends '基.txt' %}{% import '宏.txt' as 宏 %}{% from '宏.txt' import m %}"
        "{% block 一 %}{{ super() }}{{ 宏.m(甲) }}{{ m(1) }}{{ 宏.宽 }}{% endblock %}"
    )

    assert (
        render(page_template(source, Format.TXT, includes=base), CONTEXT).content.decode().strip()
        == "基<一二三><1>3" * 2
    )


@pytest.mark.parametrize(
    "source",
    [
        f"{{{{ 'a' * {MOST_TEXT + 1} }}}}",
        f"{{{{ {MOST_TEXT + 1} * 'a' }}}}",
        f"{{{{ ([1] * {MOST_ITEMS + 1})|length }}}}",
        f"{{{{ range({MOST_RANGE + 1})|length }}}}",
        f"{{{{ range(0, -{MOST_RANGE + 1}, -1)|length }}}}",
        "{% set a = 'a' * 200000 %}{{ a + a }}",
        "{% set a = 'a' * 200000 %}{{ [a, a]|join|length }}",
        "{{ ['a', 'a']|join('a' * 299999)|length }}{{ ['a', 'a']|join('a' * 300000)|length }}",
        "{{ 2 ** 4096 }}",
        "{{ (2 ** 4000) * (2 ** 4000) }}",
        "{{ {'a': [甲]}|length }}{{ {'a': 词们}|length }}",
        "{{ (词们, 甲)|length }}",
        "{% macro m() %}{{ varargs }}{% endmacro %}{{ m(1) }}",
        "{% for 行 in 行们 recursive %}{% endfor %}",
    ],
)
def test_what_would_grow_without_end_is_refused(source: str, page_template: Any) -> None:
    with pytest.raises(TemplateError) as raised:
        said(source, page_template)
    assert raised.value.code in {"template-endless", "template-forbidden"}


def test_what_is_as_long_as_allowed_is_made(page_template: Any) -> None:
    source = f"{{{{ ('a' * {MOST_TEXT})|length }}}} {{{{ range({MOST_RANGE})|length }}}} {{{{ (2 ** 2048) > 1 }}}}"
    assert said(source, page_template) == f"{MOST_TEXT} {MOST_RANGE} True"


@pytest.mark.parametrize(
    "source",
    [
        "{% set a, b = 'a' * 200000, 'a' * 199999 ~ 'b' %}{% for i in range(9999) %}{% if b in a or a == b %}x{% endif %}{% endfor %}",
        "{% set 表 = range(9999)|map('string')|list %}{% for i in range(999) %}{% set z = 表|sort|list %}{% endfor %}",
        "{% macro m(n) %}{% set z = ('a' * 99999)|upper %}{% endmacro %}{% for i in range(9999) %}{{ m(i) }}{% endfor %}",
    ],
)
def test_what_takes_long_in_few_steps_ends_when_its_time_is_over(
    source: str, page_template: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(allowance, "MOST_SECONDS", 0.05)
    with pytest.raises(TemplateError) as raised:
        said(source, page_template)
    assert raised.value.code == "template-endless"


def test_each_paper_has_its_own_steps(page_template: Any) -> None:
    source = "{% for a in range(300) %}{% for b in range(300) %}{{ 数 }}{% endfor %}{% endfor %}"
    lengths = {len(said(source, page_template)) for _ in range(10)}
    assert lengths == {90_000}
