"""Takes templates of one tag, gives what the language of all formats allows and refuses."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.errors import TemplateError
from docgen.formats import Format
from docgen.renderers import Assets, render
from docgen.vocabulary.rendering import RENDERING_WORDS

CONTEXT: dict[str, Any] = {
    "主持人": "张喆",
    "行们": [{"姓名": "甲", "items": "自己的项", "数": 3}, {"姓名": "乙", "items": "又一项", "数": 4}],
    "图": "picture:none",
}


def said(source: str, page_template: Any) -> str:
    return render(page_template(source, Format.TXT), CONTEXT, Assets()).content.decode().strip()


def refusal(source: str, page_template: Any) -> TemplateError:
    with pytest.raises(TemplateError) as caught:
        said(source, page_template)
    return caught.value


def test_names_and_keys_are_chinese(page_template: Any) -> None:
    source = "{{ 主持人 }}：{% for 行 in 行们 %}{{ 行.姓名 }}{{ 行['数'] + 1 }}{% endfor %}"

    assert said(source, page_template) == "张喆：甲4乙5"


def test_a_mapping_answers_its_own_keys_and_no_method(page_template: Any) -> None:
    assert said("{{ 行们[0].items }}", page_template) == "自己的项"
    assert refusal("{{ 行们[0].keys }}", page_template).code == "placeholder-unknown"
    assert refusal("{{ 行们[0]['keys'] }}", page_template).code == "placeholder-unknown"


@pytest.mark.parametrize(
    ("source", "name", "near"),
    [
        ("{{ 主持入 }}", "主持入", "主持人"),
        ("\n\n{% if 主持 %}有{% endif %}", "主持", "主持人"),
        ("{% for 行 in 行 %}{% endfor %}", "行", "行们"),
        ("{{ 行们[0].性名 }}", "性名", "姓名"),
        ("{{ 行们 | map(attribute='姓') | join }}", "姓", "姓名"),
        ("{{ 无此栏目 | 图片(宽='70mm') }}", "无此栏目", ""),
    ],
)
def test_an_unknown_name_is_refused_with_those_that_are_near(
    source: str, name: str, near: str, page_template: Any
) -> None:
    error = refusal(source, page_template)

    assert error.code == "placeholder-unknown"
    assert (error.values["template"], error.values["name"], error.values["near"]) == ("paper.txt", name, near)
    assert error.values["line"] == source.count("\n") + 1


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("{% if %}", "template-syntax"),
        ("{{ 主持人 | 无此过滤器 }}", "template-syntax"),
        ("{% for 行 in 行们 %}", "template-syntax"),
        ("{{ ''.__class__.__mro__ }}", "template-forbidden"),
        ("{{ 1 / 0 }}", "template-failed"),
        ("{{ 主持人 + 1 }}", "template-failed"),
        ("{% include '无此文件' %}", "template-include-missing"),
        ("{{ 图 | 图片(宽='70') }}", "picture-width"),
        ("{{ 图 | 图片(长='70mm') }}", "picture-width"),
        ("{{ 图 | 图片(宽='70mm', 高='40') }}", "picture-width"),
        ("{{ 图 | 图片('70mm', 宽='70mm') }}", "picture-width"),
    ],
)
def test_what_is_wrong_in_a_template_has_its_code_place_and_words(source: str, code: str, page_template: Any) -> None:
    error = refusal(f"第一行\n{source}", page_template)

    assert (error.code, error.values["where"]) == (code, "paper.txt:2")
    words = RENDERING_WORDS[error.code]
    assert words.say_what(error.values)
    assert words.say_hint(error.values)


def test_an_error_in_an_included_file_names_that_file(page_template: Any) -> None:
    template = page_template("一\n{% include '表.txt' %}", Format.TXT, includes={"表.txt": "\n\n{{ 错 }}"})

    with pytest.raises(TemplateError) as caught:
        render(template, CONTEXT)

    assert caught.value.values["where"] == "表.txt:3"


def test_templates_cannot_change_the_data(page_template: Any) -> None:
    assert refusal("{{ 行们.append(1) }}", page_template).code == "template-forbidden"


def test_a_constant_token_is_not_answered_for_all_papers_at_once(page_template: Any, picture: Any) -> None:
    token, assets = picture
    template = page_template(f'{{{{ "{token}" | 图片 }}}}', Format.HTML)

    assert b"<img" in render(template, {}, assets).content
    assert b"<img" not in render(template, {}, Assets()).content
