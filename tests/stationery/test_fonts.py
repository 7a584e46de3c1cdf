"""Takes templates, gives the fonts in which their text is really set."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from openpyxl.styles import Font

from docgen.documents import KINDS
from docgen.errors import TemplateError
from docgen.fonts import role_of
from docgen.formats import Format
from docgen.page import FONTS, font_families
from docgen.renderers import Template
from docgen.stationery import Stationery, asked_fonts, builtin_folder, fonts_of

THEME = """<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>
<a:minorFont><a:latin typeface="等线"/><a:ea typeface=""/><a:font script="Hans" typeface="等线 Light"/></a:minorFont>
</a:fontScheme></a:themeElements></a:theme>"""


def names(template: Template) -> list[str]:
    return [chain[0] for chain in fonts_of(template)]


def word(build: Callable[[Document], object], theme: str = "") -> Template:
    document = docx.Document()
    build(document)
    buffer = io.BytesIO()
    document.save(buffer)
    content = buffer.getvalue()
    return Template("own.docx", Format.DOCX, content if not theme else with_theme(content, theme), "")


def with_theme(content: bytes, theme: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, theme if name == "word/theme/theme1.xml" else old.read(name))
    return buffer.getvalue()


def name_fonts(element: Any, font: str) -> None:
    fonts = element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for attribute in ("w:ascii", "w:hAnsi", "w:eastAsia"):
        fonts.set(qn(attribute), font)


def page(style: str, body: str, **includes: str) -> Template:
    return Template("own.html", Format.HTML, f"<style>{style}</style>{body}".encode(), "", includes)


def test_built_in_templates_ask_for_the_five_official_faces_and_no_others() -> None:
    asked, troubles = asked_fonts(Stationery(), KINDS)

    assert troubles == []
    assert {each.name for each in asked} == {font.official for font in FONTS.values()}
    assert all(len(each.kinds) > 5 for each in asked)
    by_name = {each.name: each for each in asked}
    assert by_name["仿宋_GB2312"].formats == ["docx", "html", "xlsx"]
    assert set(font_families(role_of("仿宋_GB2312") or "")) < set(by_name["仿宋_GB2312"].chain)  # type: ignore[arg-type]


def test_a_font_counts_where_a_run_with_text_is_set_in_it() -> None:
    def build(document: Document) -> None:
        document.add_paragraph(style="Heading 1").add_run("{{ 题 }}")
        name_fonts(document.add_paragraph().add_run("文")._r, "华文中宋")
        name_fonts(document.add_paragraph().add_run("")._r, "空的")
        name_fonts(document.add_paragraph().add_run("{%p if 文 %}")._r, "标记")
        document.styles["Heading 2"].element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "没有用到")
        name_fonts(document.styles["Heading 1"].element, "方正小标宋简体")

    assert names(word(build)) == ["方正小标宋简体", "华文中宋"]


def test_styles_pass_their_fonts_on_and_tables_have_theirs() -> None:
    def build(document: Document) -> None:
        name_fonts(document.styles["Normal"].element, "仿宋")
        name_fonts(document.styles["Table Grid"].element, "表格字")
        document.add_paragraph("文", style="List Bullet")
        document.add_paragraph().add_run("字", style="Emphasis")

    assert names(word(build)) == ["仿宋"]


def test_fonts_of_the_theme_are_told_by_their_names() -> None:
    def build(document: Document) -> None:
        document.add_paragraph("文")

    assert names(word(build, THEME)) == ["等线 Light", "等线"]


def test_headers_count_when_a_section_refers_to_them() -> None:
    def build(document: Document) -> None:
        name_fonts(document.styles["Normal"].element, "仿宋")
        name_fonts(document.styles["Header"].element, "页眉字")
        document.sections[0].header.paragraphs[0].text = "页眉"
        document.add_paragraph("文")

    def cut(document: Document) -> None:
        build(document)
        section = document.element.body.sectPr
        section.remove(section.find(qn("w:headerReference")))

    assert names(word(build)) == ["仿宋", "页眉字"]
    assert names(word(cut)) == ["仿宋"]


def test_a_page_asks_for_the_first_font_of_each_chain_that_some_element_matches() -> None:
    style = """
    /* p { font-family: "注释" } */
    :root { --kai: "楷体_GB2312", "FandolKai", serif; }
    body { font: 16pt/28.95pt "仿宋_GB2312", serif; }
    .used { font-family: var(--kai); }
    .unused { font-family: "没有用到"; }
    @media print { .used b { font-family: inherit; } @page { @bottom-center { font: 10.5pt/1 '宋体'; } } }
    """

    template = page(style, '<p class="used {% if 甲 %}other{% endif %}" style="font-family: 黑体">{{ 文 }}</p>')

    assert fonts_of(template) == (
        ("仿宋_GB2312", "serif"),
        ("楷体_GB2312", "FandolKai", "serif"),
        ("宋体",),
        ("黑体",),
    )


def test_quotation_marks_of_an_attribute_may_be_written_as_entities() -> None:
    assert fonts_of(page("", '<p style="font-family: &quot;楷体&quot;, serif">文</p>')) == (("楷体", "serif"),)


def test_what_a_page_includes_counts_as_well() -> None:
    template = page("", '<p class="shared">文</p>', **{"_shared/a.css": ".shared { font-family: 宋体, serif }"})

    assert fonts_of(template) == (("宋体", "serif"),)


def test_a_workbook_asks_for_the_fonts_of_its_written_cells() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row, (text, font) in enumerate(
        (("{{ 题 }}", "黑体"), ("{% for 行 in 行们 %}", "标记"), (None, "空的")), start=1
    ):
        sheet.cell(row, 1, text).font = Font(name=font)
    buffer = io.BytesIO()
    book.save(buffer)

    assert names(Template("own.xlsx", Format.XLSX, buffer.getvalue(), "")) == ["黑体"]


def test_a_text_asks_for_no_font() -> None:
    assert fonts_of(Template("own.txt", Format.TXT, "文".encode(), "")) == ()


@pytest.mark.parametrize("content", [b"no archive", b"PK\x05\x06" + bytes(18)])
def test_a_file_that_is_no_template_is_told(content: bytes) -> None:
    with pytest.raises(TemplateError, match="template-archive"):
        fonts_of(Template("own.docx", Format.DOCX, content, ""))


def test_the_users_own_templates_are_asked_first(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        name_fonts(document.add_paragraph().add_run("文")._r, "华文中宋")

    shutil.copytree(builtin_folder() / "minutes", tmp_path / "minutes")
    (tmp_path / "minutes" / "minutes.docx").write_bytes(word(build).content)
    (tmp_path / "resolution").mkdir()
    (tmp_path / "resolution" / "resolution.docx").write_bytes(b"no archive")

    asked, troubles = asked_fonts(Stationery(tmp_path), KINDS)

    assert [(each.name, each.kinds, each.formats) for each in asked if each.name == "华文中宋"] == [
        ("华文中宋", ["minutes"], ["docx"])
    ]
    assert [each.values["template"] for each in troubles] == ["resolution/resolution.docx"]
