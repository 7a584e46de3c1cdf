"""Takes page templates, gives what stands in the one file that comes of them."""

from __future__ import annotations

import base64
import re
from typing import Any

from docgen.formats import Format
from docgen.renderers import render

BASE = (
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{ 标题 }}</title>'
    '<style>{% include "a.css" %}</style></head><body>{% block body %}{% endblock %}</body></html>'
)
INCLUDES = {
    "base.html": BASE,
    "a.css": 'p::before { content: "&"; }',
    "macros.html": "{% macro 段(文) %}<p>{{ 文 }}</p>{% endmacro %}",
}


def page(source: str, context: dict[str, Any], page_template: Any, assets: Any = None) -> str:
    template = page_template(
        f'{{% extends "base.html" %}}{{% block body %}}{source}{{% endblock %}}', Format.HTML, includes=INCLUDES
    )
    return render(template, {"标题": "题", **context}, assets).content.decode()


def test_the_style_sheet_and_the_base_are_part_of_the_file(page_template: Any) -> None:
    text = page("<p>文</p>", {}, page_template)

    assert '<style>p::before { content: "&"; }</style>' in text
    assert "<title>题</title>" in text


def test_text_survives_literally(page_template: Any) -> None:
    text = page('{% import "macros.html" as 宏 %}{{ 宏.段(文) }}', {"文": '甲 & <乙> "丙" 喆 堃 䶮'}, page_template)

    assert "<p>甲 &amp; &lt;乙&gt; &#34;丙&#34; 喆 堃 䶮</p>" in text


def test_line_ends_of_values_are_kept(page_template: Any) -> None:
    assert "<p>一<br>&lt;二&gt;</p>" in page("<p>{{ 文 }}</p>", {"文": "一\n<二>"}, page_template)


def test_a_picture_is_part_of_the_file(page_template: Any, picture: Any) -> None:
    token, assets = picture
    text = page('{{ 图 | 图片(宽="70mm") }}{{ 图 }}', {"图": token}, page_template, assets)

    found = re.findall(r'<img src="data:image/png;base64,([^"]+)" alt="" style="width:70mm;height:52.5mm">', text)
    assert [base64.b64decode(each) for each in found] == [next(iter(assets.pictures.values())).content]
    assert text.count(token) == 1


def test_typed_text_that_looks_like_a_token_stays_text(page_template: Any, picture: Any) -> None:
    _, assets = picture
    text = page("{{ 图 | 图片 }}", {"图": "picture:<b>"}, page_template, assets)

    assert "picture:&lt;b&gt;" in text
    assert "<img" not in text


def test_the_indents_of_a_signature_can_be_asked_for(page_template: Any) -> None:
    text = page(
        "{{ 名 | 署名右空(日) }};{{ 名 | 日期右空(日) }}", {"名": "机关第一支部", "日": "2020年12月15日"}, page_template
    )

    assert re.search(r"[\d.]+;[\d.]+", text)


def test_control_characters_are_removed_and_reported(page_template: Any) -> None:
    rendering = render(page_template("<p>{{ 文 }}</p>", Format.HTML), {"文": "甲\x07乙"})

    assert rendering.content.decode() == "<p>甲乙</p>"
    assert [each.code for each in rendering.findings] == ["control-characters"]


def test_a_spaced_name_is_not_broken_and_what_stands_beside_it_is_escaped(page_template: Any) -> None:
    content = render(page_template("<p>{{ 名单 }}</p>", Format.HTML), {"名单": "张\u3000一、<李\u3000二>"}).content
    spans = ('<span class="unbroken">张\u3000一</span>', '<span class="unbroken">李\u3000二</span>')
    assert content.decode() == f"<p>{spans[0]}、&lt;{spans[1]}&gt;</p>"


def test_a_number_and_its_unit_are_held_together_whoever_wrote_them(page_template: Any) -> None:
    source = '{% macro 期(数) %}第{{ 数 }}期{% endmacro %}<style>p { top: 3em }</style><p title="3年">{{ 期(3) }}，2020年</p>'
    content = render(page_template(source, Format.HTML), {}).content.decode()

    held = '<span class="unbroken">第3期</span>，<span class="unbroken">2020年</span>'
    assert content == f'<style>p {{ top: 3em }}</style><p title="3年">{held}</p>'
