"""Takes Word templates, gives what the way through the text and the way through the tree make of them: the same."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from docgen.page.styles import style_named
from docgen.renderers import render
from docgen.renderers.docx import compiled, engine, finishing, soundness

Build = Callable[[Document], object]
NAMES = ["张三", "喆 & <龙>", "䶮喆", ""]


def styled(document: Document, key: str) -> Any:
    style = document.styles.add_style(style_named(key).word, 1)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "仿宋_GB2312")
    return style


def headed(document: Document, *texts: str) -> Any:
    table = document.add_table(len(texts), 1)
    table.rows[0]._tr.get_or_add_trPr().append(table._tbl.makeelement(qn("w:tblHeader")))
    for row, text in zip(table.rows, texts, strict=True):
        row.cells[0].text = text
    return table


def signed(document: Document) -> None:
    for text in ("一", "{{ 名 }}", "", ""):
        document.add_paragraph(text)
    document.add_paragraph("{{ 名 }}", styled(document, "signature"))
    document.add_paragraph("{{ 日期 }}", styled(document, "date"))


def signed_below_a_table(document: Document) -> None:
    headed(document, "头", "{%tr for 名 in 名们 %}", "{{ 名 }}", "{%tr endfor %}", "尾")
    signed_by = styled(document, "signature")
    document.add_paragraph("{{ 名 }}", signed_by)
    document.add_paragraph("{{ 名 }}", signed_by)


def signed_by_hand(document: Document) -> None:
    document.add_paragraph("{%p for 名 in 名们 %}")
    document.add_paragraph("{{ 名 }}").paragraph_format.keep_with_next = True
    document.add_paragraph("{%p endfor %}")
    document.add_table(1, 1).cell(0, 0).paragraphs[0].style = styled(document, "hand")


def rare(document: Document) -> None:
    body = styled(document, "body")
    for text in ("{{ 名 }}到会", "{%p for 名 in 名们 %}", "{{ 名 }}{{ 名 }}", "{%p endfor %}"):
        document.add_paragraph(text, body)
    document.paragraphs[0].runs[0].bold = True
    document.paragraphs[0].add_run("{{ 名 }}").font.name = "Arial"
    document.add_paragraph("{{ 名 }}")
    document.add_table(1, 1).cell(0, 0).paragraphs[0].style = body
    document.tables[0].cell(0, 0).paragraphs[0].add_run("{{ 名们[2] }}")


def rows(document: Document) -> None:
    headed(document, "头")
    headed(document, "头", "{%tr for 名 in 名们 %}", "{{ 名 }}", "{%tr endfor %}")
    document.add_table(2, 2).cell(0, 0).text = "无头"


def pictured(document: Document) -> None:
    document.add_paragraph('{{ 图 | 图片("40mm") }}')
    document.add_paragraph('{{ 图 | 图片("30mm") }}{{ 名 }}', styled(document, "signature"))


BUILDS: tuple[Build, ...] = (signed, signed_below_a_table, signed_by_hand, rare, rows, pictured)


def canonical(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return {
        name: etree.tostring(etree.fromstring(part), method="c14n") if name.endswith((".xml", ".rels")) else part
        for name, part in parts.items()
    }


@pytest.mark.parametrize("build", BUILDS, ids=lambda build: build.__name__)
def test_the_text_and_the_tree_are_finished_alike(
    build: Build, word_template: Any, picture: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    token, assets = picture
    template = word_template(build=build)
    context = {"名": "某党支部喆", "日期": "2020年3月5日", "名们": NAMES, "图": token}
    trees: list[bytes] = []

    def parsed(content: bytes) -> etree._Element:
        trees.append(content)
        return soundness.parsed(content)

    monkeypatch.setattr(engine, "parsed", parsed)

    in_text = render(template, context, assets).content
    assert trees == []
    monkeypatch.setattr(finishing.Finishing, "in_text", lambda *_: None)
    in_tree = render(template, context, assets).content

    assert trees
    assert canonical(in_text) == canonical(in_tree)


@pytest.mark.parametrize(
    ("cells", "columns"),
    [
        (("{%tc for 名 in 名们 %}", "{{ 名 }}", "{%tc endfor %}"), 4),
        (("{% colspan 2 %}{{ 名 }}", "乙"), 2),
        (("{% if 无 %}甲", "乙{% endif %}", "丙"), 2),
    ],
)
def test_tables_whose_width_depends_on_values_are_fitted(
    cells: tuple[str, ...], columns: int, word_template: Any
) -> None:
    def build(document: Document) -> None:
        table = document.add_table(1, len(cells))
        for cell, text in zip(table.rows[0].cells, cells, strict=True):
            cell.text = text

    template = word_template(build=build)
    context: dict[str, Any] = {"名": "甲", "名们": NAMES, "无": False}
    (part,) = compiled.compile_docx(template).parts
    assert not part.shape.fits

    document = etree.fromstring(_part(render(template, context).content, "word/document.xml"))
    assert len(document.findall(f".//{qn('w:gridCol')}")) == columns


def test_a_table_of_whole_rows_is_fitted_once(word_template: Any) -> None:
    (part,) = compiled.compile_docx(word_template(build=rows)).parts

    assert part.shape.regular
    assert part.shape.fits


def test_a_second_paper_compiles_nothing_and_reads_each_part_once(
    word_template: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(document: Document) -> None:
        signed(document)
        document.sections[0].header.paragraphs[0].text = "{{ 日期 }}"
        document.core_properties.title = "{{ 名 }}"

    template = word_template(build=build)
    context = {"名": "甲", "日期": "2020年3月5日"}
    render(template, context)
    read: list[bytes] = []
    compiles: list[object] = []

    def check_sound(content: bytes, *, prefixes: bool) -> None:
        read.append(content)
        soundness.check_sound(content, prefixes=prefixes)

    monkeypatch.setattr(engine, "check_sound", check_sound)
    monkeypatch.setattr(engine, "parsed", read.append)
    monkeypatch.setattr(compiled, "compiled", lambda *arguments: compiles.append(arguments))

    render(template, context | {"名": "乙"})

    # The text and its properties: the header says what it said before.
    assert len(read) == 2
    assert compiles == []


def test_a_header_that_says_something_else_is_made_anew(word_template: Any) -> None:
    def build(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ 名 }}"

    template = word_template(build=build)
    headers = [render(template, {"名": name}).content for name in ("甲", "乙", "甲")]

    texts = [etree.fromstring(_part(each, "word/header1.xml")).findtext(f".//{qn('w:t')}") for each in headers]
    assert texts == ["甲", "乙", "甲"]
    assert headers[0] == headers[2]


def _part(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)
