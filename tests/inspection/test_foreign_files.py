"""Takes Word files that other programs made, proves that they are read, and that practice is never called a rule."""

from __future__ import annotations

import io
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Cm, Pt
from docxtpl import DocxTemplate
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.house.reading import PICTURE
from tests.inspection.papers import Raw, made

from docgen.findings import Finding, Level
from docgen.inspection.lint import look, mended, rule_named
from docgen.page import Strength
from docgen.vocabulary import message

SENTENCE = "各党小组要认真学习有关文件，结合实际抓好落实。"


def saved(document: Document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def features() -> bytes:
    """What the documentation of python-docx shows."""
    document = docx.Document()
    document.add_heading("Document Title", 0)
    paragraph = document.add_paragraph("A plain paragraph having some ")
    paragraph.add_run("bold").bold = True
    document.add_heading("Heading, level 1", level=1)
    document.add_paragraph("Intense quote", style="Intense Quote")
    document.add_paragraph("first item in unordered list", style="List Bullet")
    document.add_paragraph("first item in ordered list", style="List Number")
    document.add_picture(io.BytesIO(PICTURE), width=Cm(3))
    table = document.add_table(rows=1, cols=3)
    table.rows[0].cells[0].text = "Qty"
    table.add_row().cells[1].add_paragraph("inner")
    document.sections[0].header.paragraphs[0].text = "Header"
    section = document.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    section.different_first_page_header_footer = True
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    return saved(document)


def notice() -> bytes:
    """A notice as somebody types it into an empty file."""
    document = docx.Document()
    document.styles["Normal"].font.name = "Calibri"
    title = document.add_heading("关于学习的通知", 0)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for text in ("各党小组：", f"一、{SENTENCE}", "（一）学习内容", SENTENCE, "第一党支部", "2020年3月5日"):
        document.add_paragraph(text).paragraph_format.space_after = Pt(3)
    return saved(document)


def filled(tmp_path: Path) -> bytes:
    """What docxtpl makes of a template."""
    document = docx.Document()
    document.add_paragraph("{{ 标题 }}").alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph("{% for 项 in 各项 %}{{ 项 }}{% endfor %}")
    document.add_table(1, 2).rows[0].cells[0].text = "{{ 标题 }}"
    document.save(str(tmp_path / "模板.docx"))
    template = DocxTemplate(tmp_path / "模板.docx")
    template.render({"标题": "关于学习的通知", "各项": ["一、学习", "二、讨论"]})
    template.save(tmp_path / "成品.docx")
    return (tmp_path / "成品.docx").read_bytes()


def is_told_honestly(finding: Finding) -> bool:
    """Tell whether a finding weighs what its rule weighs, and practice claims no clause."""
    strength = Strength(str(finding.values["strength"]))
    weighs = {Strength.RULE: Level.ERROR, Strength.ADVICE: Level.WARN, Strength.PRACTICE: Level.INFO}[strength]
    own = rule_named(finding.code).strength
    is_practice = strength is Strength.PRACTICE
    return (
        finding.level is weighs
        and strength in {own, Strength.PRACTICE}
        and is_practice is (finding.values["clause"] == "")
    )


def looked(content: bytes) -> list[Finding]:
    findings = look(content, "甲.docx")
    assert all(map(is_told_honestly, findings))
    assert all(message(finding) for finding in findings)
    return findings


def test_an_empty_document_is_nothing_to_speak_of_but_its_sheet() -> None:
    assert {finding.code for finding in looked(saved(docx.Document()))} == {"paper-size"}


def test_a_document_that_is_no_official_paper_is_bound_by_nothing() -> None:
    findings = looked(features())

    assert findings
    assert {finding.values["strength"] for finding in findings} == {Strength.PRACTICE}


def test_a_notice_typed_into_an_empty_file_is_known_for_what_it_is() -> None:
    codes = {finding.code for finding in looked(notice())}

    assert {
        "paper-size",
        "page-margins",
        "page-lines",
        "body-font",
        "title-font",
        "theme-fonts",
        "page-number-missing",
    } <= codes


def test_what_docxtpl_makes_is_read(tmp_path: Path) -> None:
    assert {"page-margins", "title-font"} <= {finding.code for finding in looked(filled(tmp_path))}


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], bytes]:
    """Let LibreOffice save a file as docx."""
    folder = tmp_path_factory.mktemp("office")

    def convert(name: str, content: str) -> bytes:
        (folder / name).write_text(content, encoding="utf-8")
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--infilter=HTML (StarWriter)",
             "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder, folder / name],
            check=True, capture_output=True, timeout=120, env={**os.environ, "HOME": str(folder)},
        )  # fmt: skip
        return (folder / name).with_suffix(".docx").read_bytes()

    return convert


@pytest.mark.office
def test_what_libreoffice_saves_is_read_and_mended(converted: Callable[[str, str], bytes]) -> None:
    html = (
        "<html><body><h1 align=center>关于学习的通知</h1><p>各党小组：</p>"
        f"<h2>一、学习内容</h2><p>{SENTENCE}</p><ol><li>学习党章</li></ol><table border=1><tr><td>甲</td></tr></table>"
        "<p align=right>第一党支部</p><p align=right>2020年3月5日</p></body></html>"
    )
    content = converted("通知.html", html)
    after = mended(content)

    assert {"heading-font", "body-font", "page-number-missing"} <= {finding.code for finding in looked(content)}
    assert {finding.code for finding in looked(after) if rule_named(finding.code).mend} == set()


BLOCKS = st.recursive(
    st.sampled_from([
        "<w:p/>", "<w:p><w:r><w:t>一、甲</w:t></w:r></w:p>", "<w:p><w:pPr><w:jc/></w:pPr><w:r><w:t>关于甲的通知</w:t></w:r></w:p>",
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="9"/><w:numId w:val="7"/></w:numPr></w:pPr></w:p>',
        '<w:p><w:pPr><w:sectPr><w:pgSz w:w="0" w:h="-1"/></w:sectPr></w:pPr></w:p>',
        '<w:p><w:r><w:fldChar w:fldCharType="end"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="begin"/></w:r></w:p>',
        '<w:p><w:pPr><w:spacing w:line="0" w:lineRule="exact"/></w:pPr><w:r><w:rPr><w:sz w:val="0"/></w:rPr><w:t>某：</w:t></w:r></w:p>',
        '<w:p><w:r><w:rPr><w:sz w:val="x"/><w:spacing w:val="-9999"/></w:rPr><w:t>示党〔2020〕1号</w:t></w:r></w:p>',
        "<w:tbl/>", "<w:tbl><w:tr/></w:tbl>", "<w:sectPr/>", "<w:bookmarkStart/>", "<w:p><w:r><w:pict><w:p/></w:pict></w:r></w:p>",
    ]),
    lambda inner: st.tuples(st.sampled_from([
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"), ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"), ("<w:ins>", "</w:ins>"),
        ("<w:p><w:ins><w:r>", "</w:r></w:ins></w:p>"),
    ]), st.lists(inner, max_size=3)).map(lambda each: each[0][0] + "".join(each[1]) + each[0][1]),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=120)
@given(st.lists(BLOCKS, max_size=6))
def test_whatever_the_structure_nothing_crashes(blocks: list[str]) -> None:
    content = made([Raw(block) for block in blocks])

    assert all(map(is_told_honestly, look(mended(content), "甲.docx")))
