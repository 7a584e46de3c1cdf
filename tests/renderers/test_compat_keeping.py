"""Takes values that docxtpl loses text of, gives whether CompiledTemplate keeps it or says so."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docxtpl import DocxTemplate, RichText, RichTextParagraph
from jinja2 import Environment
from lxml import etree
from markupsafe import Markup
from tests.renderers.compatible import MAIN, NOTES, add_footnotes, add_table, made, parts, same, template, text_of

from docgen.errors import TemplateError
from docgen.renderers.docx import CompiledTemplate


def ours(content: bytes, **data: Any) -> dict[str, bytes]:
    return parts(made(CompiledTemplate, content, lambda _: data))


def theirs(content: bytes, **data: Any) -> dict[str, bytes]:
    return parts(made(DocxTemplate, content, lambda _: data))


class Said:
    """Something that is printed by its own words."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __str__(self) -> str:
        return self.text


LOST = {
    "an ampersand": ("甲 & 乙", "甲 & 乙"),
    "a stray less-than": ("a < b，后面的话", "a < b，后面的话"),
    "an arrow": ("<- 左，右 ->", "<- 左，右 ->"),
    "an entity of html": ("甲&nbsp;乙 &copy; AT&T;", "甲&nbsp;乙 &copy; AT&T;"),
    "an address": ("https://example.com/?a=1&b=2", "https://example.com/?a=1&b=2"),
    "a tag of html": ("<b>粗</b><br>后", "<b>粗</b><br>后"),
    "a comment": ("前<!-- 中 -->后", "前<!-- 中 -->后"),
    "an address in brackets": ("<https://example.com> 后", "<https://example.com> 后"),
    "an object's words": (Said("甲 & 乙"), "甲 & 乙"),
    "a list": (["甲 & 乙", "<"], "['甲 & 乙', '<']"),
}


@pytest.mark.parametrize(("value", "wanted"), LOST.values(), ids=LOST.keys())
def test_text_that_docxtpl_loses_is_kept(value: Any, wanted: str) -> None:
    content = template("前 {{ value }} 后", "下一段")
    assert text_of(ours(content, value=value)[MAIN]) == f"前 {wanted} 后\n下一段"
    assert wanted not in text_of(theirs(content, value=value)[MAIN], recover=True)


SOUND = {
    "an entity": ("甲 &amp; 乙 &#20013; &lt;", "甲 & 乙 中 <"),
    "markup of Word": ("甲</w:t><w:br/><w:t>乙", "甲\n乙"),
    "a run": ("</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>粗</w:t></w:r><w:r><w:t>", "粗"),
    "a section of characters": ("<![CDATA[a < b & c]]>", "a < b & c"),
    "the end of a section": ("甲 ]]> 乙", "甲 ]]> 乙"),
    "a greater-than": ("a > b \"'", "a > b \"'"),
}


@pytest.mark.parametrize(("value", "wanted"), SOUND.values(), ids=SOUND.keys())
def test_what_is_sound_xml_is_what_docxtpl_makes_of_it(value: str, wanted: str) -> None:
    assert text_of(same(template("前 {{ value }} 后"), {"value": value})[MAIN]) == f"前 {wanted} 后"


def test_text_is_kept_in_tables_loops_macros_and_filters() -> None:
    def build(document: Any) -> None:
        add_table(document, ["{%tc for x in values %}", "{{ x }}", "{%tc endfor %}"])
        document.sections[0].header.paragraphs[0].text = "{{ values[0] }}"
        add_footnotes(document, "{{ values[1] }}")

    content = template(
        "{% macro m(x) %}[{{ x }}]{% endmacro %}{{ m(values[0]) }}", "{{ values|join('&') }}", build=build
    )
    filled = ours(content, values=["甲 & 乙", "a < b"])
    assert text_of(filled[MAIN]) == "[甲 & 乙]\n甲 & 乙&a < b\n甲 & 乙\na < b"
    assert text_of(filled["word/header1.xml"]) == "甲 & 乙"
    assert text_of(filled[NOTES]) == "a < b"


def test_properties_print_signs_as_docxtpl_prints_them() -> None:
    def build(document: Any) -> None:
        document.core_properties.title = "{{ value }}"

    filled = same(template("{{ value|e }}", build=build), {"value": "甲 & <乙>"})
    assert "甲 &amp; &lt;乙&gt;" in filled["docProps/core.xml"].decode()


@pytest.mark.parametrize("autoescape", [False, True])
def test_objects_and_markup_are_kept_too(autoescape: bool) -> None:
    data = {
        "rich": RichText("文", style="A&B"),
        "marked": Markup("甲 & 乙"),
        "paragraph": RichTextParagraph("段", parastyle="C&D"),
    }
    content = template("{{r rich }}{{ marked }}", "{{p paragraph }}", "末")
    filled = parts(made(CompiledTemplate, content, lambda _: data, autoescape=autoescape))
    assert text_of(filled[MAIN]) == "文甲 & 乙\n段\n末"


def test_blocks_may_switch_escaping() -> None:
    env = Environment(autoescape=True)
    content = template("{{ value }}{% autoescape false %}{{ value }}{% endautoescape %}{{ value|safe }}")
    filled = parts(made(CompiledTemplate, content, lambda _: {"value": "&<"}, jinja_env=env))
    assert text_of(filled[MAIN]) == "&<" * 3


def test_characters_that_no_xml_can_hold_cost_nothing_but_themselves() -> None:
    content = template("前 {{ value }} 后", "下一段")
    assert text_of(ours(content, value="甲\x01乙\ud800丙")[MAIN]) == "前 甲乙丙 后\n下一段"


@pytest.mark.parametrize("value", ["<w:p>没有结束", "</w:p>", "<w:b w:val='>"])
def test_markup_that_does_not_fit_is_refused_with_its_part(value: str) -> None:
    def build(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ head }}"

    content = template("前 {{ value }} 后", build=build)
    for data, part in (({"value": value}, MAIN), ({"head": value}, "word/header1.xml")):
        with pytest.raises(TemplateError) as caught:
            ours(content, **data)
        assert caught.value.code == "template-output-broken"
        assert caught.value.values["part"] == part


def test_a_file_that_is_no_word_file_is_refused() -> None:
    with pytest.raises(TemplateError) as caught:
        CompiledTemplate(io.BytesIO(b"PK nothing")).render({})
    assert caught.value.code == "template-archive"


def test_footnotes_are_filled_once_whatever_the_sections() -> None:
    def build(document: Any) -> None:
        add_footnotes(document, "{{ value }}")
        document.add_section()

    filled = ours(template("{{ value }}", build=build), value="{{ 1 + 1 }}")
    assert text_of(filled[NOTES]) == "{{ 1 + 1 }}"
    assert text_of(theirs(template("x", build=build), value="{{ 1 + 1 }}")[NOTES]) == "2"


def test_a_table_without_a_grid_is_left_alone() -> None:
    def build(document: Any) -> None:
        table = add_table(document, ["{{ value }}", "乙"])._tbl
        table.remove(table.tblGrid)

    assert text_of(ours(template(build=build), value="甲")[MAIN]) == "甲\n乙"


def test_links_reach_the_relations_of_the_document() -> None:
    paper = CompiledTemplate(io.BytesIO(template("{{r rich }}")))
    key = paper.build_url_id("https://example.com/?a=1&b=2")
    assert paper.build_url_id("https://example.com/?a=1&b=2") == key
    paper.render({"rich": RichText("链", url_id=key)})
    paper.save(buffer := io.BytesIO())
    relations = etree.fromstring(parts(buffer.getvalue())["word/_rels/document.xml.rels"])
    links = [each for each in relations if each.get("Type") == RELATIONSHIP_TYPE.HYPERLINK]
    assert [(each.get("Id"), each.get("Target")) for each in links] == [(key, "https://example.com/?a=1&b=2")]


W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


def without_w14(content: bytes) -> bytes:
    """Take a namespace from a template, as programs other than Word never declare it."""
    files = parts(content)
    main = files[MAIN].decode().replace(f' xmlns:w14="{W14}"', "").replace('mc:Ignorable="w14 wp14"', "")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in files.items():
            archive.writestr(name, main if name == MAIN else part)
    return buffer.getvalue()


def test_a_sub_document_brings_the_namespaces_that_the_template_lacks() -> None:
    pytest.importorskip("docxcompose")

    def build(document: Any) -> None:
        document.add_paragraph("来自 Word")._p.set(f"{{{W14}}}paraId", "0A0B0C0D")

    master, inner = without_w14(template("{{p inner }}", "末")), template(build=build)
    filled = parts(made(CompiledTemplate, master, lambda paper: {"inner": paper.new_subdoc(io.BytesIO(inner))}))
    assert text_of(filled[MAIN]) == "来自 Word\n末"
    assert f'xmlns:w14="{W14}"' in filled[MAIN].decode()
    with pytest.raises(etree.XMLSyntaxError, match="w14"):
        text_of(parts(made(DocxTemplate, master, lambda paper: {"inner": paper.new_subdoc(io.BytesIO(inner))}))[MAIN])
