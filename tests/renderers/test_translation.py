"""Takes parts of Word templates, proves that what is translated here comes out as docxtpl translates it."""

from __future__ import annotations

import zipfile

import pytest
from docxtpl import DocxTemplate
from hypothesis import given
from hypothesis import strategies as st

from docgen.renderers.docx import translation
from docgen.renderers.docx.translation import has_tags, is_plain, normal, translated
from docgen.stationery import builtin_folder

TEMPLATES = sorted(builtin_folder().rglob("*.docx"))


def by_docxtpl(xml: str, monkeypatch: pytest.MonkeyPatch) -> str:
    with monkeypatch.context() as patch:
        patch.setattr(translation, "is_plain", lambda _: False)
        return translated(xml)


def test_every_built_in_template_is_translated_here_and_as_docxtpl_does(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = 0
    for path in TEMPLATES:
        with zipfile.ZipFile(path) as archive:
            parts = [normal(archive.read(name)) for name in archive.namelist() if name.endswith(".xml")]
        for xml in filter(has_tags, parts):
            seen += 1
            assert is_plain(xml), path
            assert translated(xml) == by_docxtpl(xml, monkeypatch), path
    assert seen > len(TEMPLATES)


P, R, T = "<w:p>{}</w:p>", "<w:r><w:rPr><w:b/></w:rPr>{}</w:r>", "<w:t>{}</w:t>"
CELL = "<w:tc><w:tcPr/>{}</w:tc>"


def paragraph(*texts: str) -> str:
    return P.format("".join(R.format(T.format(text)) for text in texts))


PLAIN = [
    paragraph("{{ 标题 }}"),
    paragraph(" 前 ", "{{ 甲 }}", " 后 "),
    paragraph("{%p if 甲 %}") + paragraph("乙") + paragraph("{%p endif %}"),
    paragraph("前{%r if 甲 %}后") + paragraph("{{r 甲 }}和{{r 乙 }}"),
    "<w:tr>" + CELL.format(paragraph("{%tr for 行 in 表 %}")) + "</w:tr><w:tr>" + CELL.format(paragraph("{{ 行.甲 }}")) + "</w:tr>",
    "<w:tr>" + CELL.format(paragraph("{%tc if 甲 %}")) + CELL.format(paragraph("乙")) + CELL.format(paragraph("{%tc endif %}")) + "</w:tr>",
    paragraph("{{ 甲 if 乙 == “丙” else ‘丁’ }}") + paragraph("{% if 甲 &lt; 3 and 乙 &gt; 2 %}是{% endif %}"),
    paragraph("{%p if 甲 %}", "{%p if 乙 %}") + paragraph("{%p endif %}"),
    paragraph("{{p 甲 }}") + paragraph("{_{ 字面 }_}") + paragraph("{{ 甲 | 图片(宽=&quot;7mm&quot;) }}"),
    "<w:p w:rsid='1'><w:pPr/>" + R.format(T.format("{%p for 段 in 甲 %}")) + "</w:p>" + paragraph("{%tr 不成对 %}"),
]  # fmt: skip
RARE = [
    P.format(R.format(T.format("{{ 甲")) + R.format(T.format(" }}"))),
    P.format(R.format(T.format("{")) + R.format(T.format("{ 甲 }}"))),
    CELL.format(paragraph("{% colspan 甲 %}乙")),
    CELL.format(paragraph("{% cellbg 甲 %}乙")),
    CELL.format(paragraph("{% vm %}乙")),
    CELL.format(paragraph("{% hm %}乙")),
    paragraph("甲") + paragraph("{%- if 乙 %}"),
    paragraph("{#p 说明 #}"),
]


@pytest.mark.parametrize("xml", PLAIN)
def test_plain_tags_come_out_as_docxtpl_has_them(xml: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_plain(xml) or "{_{" in xml
    assert translated(xml) == by_docxtpl(xml, monkeypatch)


@pytest.mark.parametrize("xml", RARE)
def test_rare_tags_are_left_to_docxtpl(xml: str) -> None:
    assert not is_plain(xml)


pieces = st.sampled_from(
    ["甲", " ", "{{ 甲 }}", "{%p if 甲 %}", "{%p endif %}", "{%r if 乙 %}", "{{r 丙 }}", "{% if “丁” %}", "{%tr for 行 in 表 %}",
     "{%tc endif %}"]
)  # fmt: skip
texts = st.lists(pieces, max_size=3).map("".join)
paragraphs = st.lists(texts, max_size=3).map(lambda found: paragraph(*found))
cells = st.lists(paragraphs, min_size=1, max_size=2).map(lambda found: CELL.format("".join(found)))
rows = st.lists(cells, min_size=1, max_size=2).map(lambda found: f"<w:tr>{''.join(found)}</w:tr>")
bodies = st.lists(st.one_of(paragraphs, rows), max_size=6).map("".join)


@given(bodies)
def test_whatever_stands_beside_what_both_translate_alike(xml: str) -> None:
    assert is_plain(xml)
    # `translated` begins with this; what follows is the same for both.
    assert translation._plainly(xml) == DocxTemplate.patch_xml(None, xml)
