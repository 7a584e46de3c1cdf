"""Takes every tag and object of docxtpl, alone and in pairs, gives whether the parts are those of docxtpl."""

from __future__ import annotations

import io
from importlib.util import find_spec
from typing import Any

import pytest
from docx.document import Document
from docx.shared import Mm
from docxtpl import InlineImage, Listing, RichText, RichTextParagraph
from tests.renderers.compatible import (
    BOTH,
    CORE,
    DATA,
    MAIN,
    NOTES,
    Build,
    add_footnotes,
    add_table,
    agree,
    light,
    picture,
    saved,
    text_of,
)

PARAGRAPHS = {
    "a value": ["姓名：{{ name }}", "王小明"],
    "an expression": ["{{ names|length + n }}{{ '“引号”'|upper }}", '5"引号"'],
    "a condition inside": ["{% if yes %}有{% else %}无{% endif %}", "有"],
    "paragraphs in a condition": ["{%p if no %}", "不见", "{%p else %}", "可见", "{%p endif %}", "可见"],
    "paragraphs in a loop": ["{%p for x in names %}", "第{{ loop.index }}：{{ x }}", "{%p endfor %}", "第3：三"],
    "runs": ["前{%r if yes %}中{%r endif %}后", "前"],
    "a comment": ["{#p 不见 #}", "可见{# 也不见 #}", "可见"],
    "joined lines": ["住在", "{%- if yes -%}", " 城里", "{%- endif -%}", "。", "住在 城里。"],
    "printed braces": ["{_{ 原样 }_} {_% 与 %_}", "{{ 原样 }} {% 与 %}"],
    "a name of its own": ["{% set own = names[1] %}{{ own }}", "二"],
    "a macro": ["{% macro m(x) %}[{{ x }}]{% endmacro %}{{ m('甲') }}{{ m(name) }}", "[甲][王小明]"],
    "a missing name": ["空{{ missing }}白", "空白"],
    "less and more": ["{% if n < 3 and n > 1 %}对{% endif %}", "对"],
    "line ends and tabs": ["{{ lines }}", "一\n二\t三"],
    "new paragraphs and pages": ["前{{ pages }}后", "三后"],
}

TABLES: dict[str, tuple[list[list[str]], str]] = {
    "rows": (
        [["名", "标"], ["{%tr for r in rows %}", ""], ["{{ r.name }}", "{{ r.tags|length }}"], ["{%tr endfor %}", ""]],
        "丁",
    ),
    "rows in rows": (
        [
            ["{%tr for r in rows %}", ""],
            ["{{ r.name }}", "{% for t in r.tags %}{{ t }};{% endfor %}"],
            ["{%tr for t in r.tags %}", ""],
            ["{{ loop.index }}", "{{ t }}"],
            ["{%tr endfor %}", ""],
            ["{%tr endfor %}", ""],
        ],
        "z;",
    ),
    "cells": ([["{%tc for x in names %}", "{{ x }}", "{%tc endfor %}"], ["a", "b", "c"]], "三"),
    "more cells than columns": ([["{%tc for x in names + names %}", "{{ x }}", "{%tc endfor %}"]], "三"),
    "fewer cells than columns": ([["{%tc for x in names[:1] %}", "{{ x }}", "{%tc endfor %}"]], "一"),
    "no cell at all": ([["{%tc for x in [] %}", "{{ x }}", "{%tc endfor %}", "末"]], "末"),
    "spans": ([["{% colspan n %}宽", "窄"], ["a", "b"]], "宽"),
    "colours": ([["{% cellbg 'FF0000' %}红", "白"]], "红"),
    "merged downwards": ([["{%tr for r in rows %}", ""], ["{% vm %}并", "{{ r.name }}"], ["{%tr endfor %}", ""]], "并"),
    "merged across": ([["{%tc for x in names %}", "{% hm %}并", "{%tc endfor %}"], ["a", "b", "c"]], "并"),
    "comments": ([["{#tr 不见 #}", ""], ["可见", "{#tc 不见 #}"]], "可见"),
}


def texts(*paragraphs: str) -> Build:
    def build(document: Document) -> None:
        for text in paragraphs:
            document.add_paragraph(text)

    return build


def table(*cells: list[str]) -> Build:
    return lambda document: add_table(document, *cells)


def cut(document: Document) -> None:
    """Cut a tag into runs, as Word does when somebody edits in the middle of it."""
    paragraph = document.add_paragraph()
    for piece in ("{", "{ na", "me }", "} {% i", "f yes %}", "好{% end", "if %}"):
        paragraph.add_run(piece).bold = len(piece) > 3


def head(document: Document) -> None:
    document.sections[0].header.paragraphs[0].text = "页眉 {{ name }}"


def head_with_objects(document: Document) -> None:
    document.sections[0].header.paragraphs[0].text = "{{ image }}{{ listing }}"
    document.sections[0].even_page_header.paragraphs[0].text = "无标记"


def foot(document: Document) -> None:
    footer = document.sections[0].footer
    made = footer.add_table(1, 3, Mm(90))
    for cell, text in zip(made.rows[0].cells, TABLES["cells"][0][0], strict=True):
        cell.text = text


def titled(document: Document) -> None:
    document.core_properties.title = "{{ name }}的材料 & {{ n }}"
    document.core_properties.author = "{% for x in names %}{{ x }}{% endfor %}"


def picture_of_its_own(document: Document) -> None:
    document.add_picture(picture("blue"))


def two_sections(document: Document) -> None:
    document.add_section().header.is_linked_to_previous = False
    document.sections[-1].header.paragraphs[0].text = "第二节 {{ n }}"


# What is built, the part in which something is to be seen, and what.
FEATURES: dict[str, tuple[Build, str, str]] = {
    **{name: (texts(*all_of[:-1]), MAIN, all_of[-1]) for name, all_of in PARAGRAPHS.items()},
    **{f"table: {name}": (table(*cells), MAIN, wanted) for name, (cells, wanted) in TABLES.items()},
    "split runs": (cut, MAIN, "王小明 好"),
    "a header": (head, "word/header1.xml", "页眉 王小明"),
    "objects in a header": (head_with_objects, "word/header1.xml", "行\n行"),
    "a table in a footer": (foot, "word/footer1.xml", "三"),
    "two sections": (two_sections, "word/header1.xml", "第二节 2"),
    "footnotes": (lambda document: add_footnotes(document, "注：{{ name }}"), NOTES, "注：王小明"),
    "properties": (titled, CORE, ""),
    "rich text": (texts("{{r rich }}"), MAIN, "甲\n乙"),
    "rich paragraphs": (texts("{{p paragraphs }}"), MAIN, "丙"),
    "a listing": (texts("{{ listing }}"), MAIN, "行\n行"),
    "a picture": (texts("图{{ image }}。"), MAIN, "图。"),
    "pictures in cells": (table(["{%tc for x in names %}", "{{ image }}{{ x }}", "{%tc endfor %}"]), MAIN, "三"),
    "a picture of the template": (picture_of_its_own, MAIN, ""),
}
if find_spec("docxcompose"):
    FEATURES["a sub-document"] = (texts("{{p built }}"), MAIN, "小节")
    FEATURES["a file as sub-document"] = (texts("{{p filed }}"), MAIN, "来自文件")


def fill(paper: Any, used: str) -> dict[str, Any]:
    """Return the data with the objects that are used; to make a sub-document changes the paper."""
    rich = RichText("甲\n乙", bold=True)
    if "rich text" in used:
        rich.add("链", url_id=paper.build_url_id("https://example.com/?a&b"))
    data = DATA | {"rich": rich, "paragraphs": RichTextParagraph("丙"), "listing": Listing("行\n行 <&>")}
    data["image"] = InlineImage(paper, picture("red"), width=Mm(9))
    if "a sub-document" in used:
        data["built"] = paper.new_subdoc()
        data["built"].add_paragraph("小节").add_run().add_picture(picture("tan"))
    if "a file as sub-document" in used:
        data["filed"] = paper.new_subdoc(io.BytesIO(light(texts("来自文件"), picture_of_its_own)))
    return data


def twice(kind: Any, content: bytes, used: str) -> list[bytes]:
    """Render twice by the same object."""
    paper, written = kind(io.BytesIO(content)), []
    for name in ("王小明", "李"):
        paper.render(fill(paper, used) | {"name": name})
        written.append(saved(paper))
    return written


@pytest.mark.parametrize("name", FEATURES)
def test_a_feature_is_docxtpls_when_rendered_twice(name: str) -> None:
    build, part, wanted = FEATURES[name]
    theirs, ours = (twice(kind, light(build), name) for kind in BOTH)
    for index, pair in enumerate(zip(theirs, ours, strict=True)):
        filled = agree(*pair)
        assert index or wanted in text_of(filled[part])


@pytest.mark.slow
@pytest.mark.parametrize("first", FEATURES)
def test_features_in_pairs_are_docxtpls(first: str) -> None:
    assert len(FEATURES) > 35
    names = list(FEATURES)
    for second in names[names.index(first) + 1 :] or names[:1]:
        content, used = light(FEATURES[first][0], FEATURES[second][0]), f"{first}; {second}"
        theirs, ours = (rendered(kind, content, used) for kind in BOTH)
        assert len(agree(theirs, ours)) > 8, used


def rendered(kind: Any, content: bytes, used: str) -> bytes:
    paper = kind(io.BytesIO(content))
    paper.render(fill(paper, used))
    return saved(paper)
