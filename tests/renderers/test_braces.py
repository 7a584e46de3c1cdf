"""Takes Word templates with a sign too few or too many in a tag, gives the errors that name the paragraph."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from docgen.errors import TemplateError
from docgen.renderers import Template, render
from docgen.view import Plain
from docgen.vocabulary import hint, message

CONTEXT: dict[str, Plain] = {"日期": "三月", "地点": "三楼", "x": True}
UNCLOSED, STRAY, WIDE = "template-tag-unclosed", "template-tag-stray", "template-tag-full-width"


def refusal(template: Template) -> TemplateError:
    with pytest.raises(TemplateError) as caught:
        render(template, CONTEXT)
    assert caught.value.values["template"] == template.name
    return caught.value


@pytest.mark.parametrize(("paragraph", "code", "tag", "wanted"), [
    ("日期：{{ 日期 }", UNCLOSED, "{{ 日期 }", "}}"),
    ("日期：{{ 日期", UNCLOSED, "{{ 日期", "}}"),
    ("{{ 日期 %} 与 {{ 地点 }}", UNCLOSED, "{{ 日期 %}", "}}"),
    ("{{ 日期 } 与 {{ 地点 }}", UNCLOSED, "{{ 日期 }", "}}"),
    ("{% if x }", UNCLOSED, "{% if x }", "%}"),
    ("{%p if x }}", UNCLOSED, "{%p if x }", "%}"),
    ("{% if x } 有 {% endif %}", UNCLOSED, "{% if x }", "%}"),
    ("{# 附注", UNCLOSED, "{# 附注", "#}"),
    ("{ 日期 }}", STRAY, "}}", "{{"),
    ("{ % if x %}", STRAY, "%}", "{%"),
    ("附注 #}", STRAY, "#}", "{#"),
    ("｛｛ 日期 ｝｝", WIDE, "｛｛", "{{"),
    ("{｛ 日期 }}", WIDE, "{｛", "{{"),
    ("{{ 日期 ｝｝", WIDE, "｝｝", "}}"),
    ("日期 ｝｝", WIDE, "｝｝", "}}"),
    ("｛％ if x ％｝", WIDE, "｛％", "{%"),
    ("{% if x ％}", WIDE, "％}", "%}"),
])  # fmt: skip
def test_a_tag_that_is_not_whole_in_its_paragraph_is_refused_before_anything_is_lost(
    word_template: Any, paragraph: str, code: str, tag: str, wanted: str
) -> None:
    error = refusal(word_template("第一段", paragraph, "不能丢的一段", "{{ 地点 }}{# 完 #}{% if x %}{% endif %}"))

    assert (error.code, error.values["value"], error.values["where"]) == (code, tag, paragraph)
    assert paragraph in message(error)
    assert wanted in hint(error)


@pytest.mark.parametrize("paragraph", [
    "{_{ 日期 }_} {_% if %_}", '{{ "}}" }}', '{{ {"甲": {"乙": 1}}["甲"]["乙"] }}', "{{ 日期 }}}", "{#p 附注 #}",
    '{% set a = "%}" %}{{ a }}', "{ 日期 }", "占比 50%", "｛日期｝", "{% if x -%}有{%- endif %}",
])  # fmt: skip
def test_tags_that_are_whole_and_braces_that_are_meant_pass(word_template: Any, paragraph: str) -> None:
    assert render(word_template(paragraph, "{{ 地点 }}"), CONTEXT).content


@pytest.mark.parametrize("paragraph", ["{{ 日期) }}", "{{ (日期 }}", '{{ 日期 + "a }}'])
def test_brackets_and_quotes_that_do_not_fit_are_left_to_the_language(word_template: Any, paragraph: str) -> None:
    assert refusal(word_template(paragraph)).code == "template-syntax"


def test_a_tag_that_word_cut_into_runs_is_read_as_one_text(word_template: Any) -> None:
    def build(document: Document) -> None:
        paragraph = document.add_paragraph("主持：")
        for piece in ("{", "{ 日", "期 }", "。"):
            paragraph.add_run(piece)

    assert refusal(word_template("{{ 地点 }}", build=build)).values["where"] == "主持：{{ 日期 }。"


def header(document: Document) -> None:
    document.sections[0].header.paragraphs[0].text = "{ 日期 }}"


def cell(document: Document) -> None:
    document.add_table(1, 1).cell(0, 0).text = "{ 日期 }}"


def title(document: Document) -> None:
    document.core_properties.title = "{ 日期 }}"


def text_box(document: Document) -> None:
    inside = (
        f"<w:pict {nsdecls('w')}><w:txbxContent><w:p><w:r><w:t>{{ 日期 }}}}</w:t></w:r></w:p></w:txbxContent></w:pict>"
    )
    run = document.add_paragraph("{{ 日期 }}").add_run()
    run._r.append(parse_xml(inside))


@pytest.mark.parametrize("build", [header, cell, title, text_box])
def test_headers_cells_properties_and_text_boxes_are_looked_at_too(
    word_template: Any, build: Callable[[Document], None]
) -> None:
    error = refusal(word_template("正文没有标记", build=build))

    assert (error.code, error.values["where"]) == (STRAY, "{ 日期 }}")


def test_an_alternative_text_is_looked_at_by_itself(word_template: Any, picture: Any) -> None:
    _, assets = picture
    content = next(iter(assets.pictures.values())).content

    def build(document: Document) -> None:
        shape = document.add_picture(io.BytesIO(content))
        shape._inline.docPr.set("descr", "{{ 日期 }")

    assert refusal(word_template("{{ 地点 }}", build=build)).values["where"] == "{{ 日期 }"
