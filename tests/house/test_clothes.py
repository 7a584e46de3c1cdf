"""Takes the showcase in all formats, proves that the clothes have one body."""

from __future__ import annotations

import pytest
from tests.house.reading import SHARED, Word, html_text, rendered, squeezed
from tests.house.showcase import CONTEXT, showcase, texts

from docgen.formats import Format
from docgen.house import fixed, write
from docgen.house.outline import Layout, Line, Outline, Paragraph, Title
from docgen.house.styles import ALL_STYLES
from docgen.house.texts import expressions
from docgen.house.web import write_css, write_styles
from docgen.page import PROFILES, official_name

NOTHING = {key: "" if isinstance(value, str) else [] for key, value in CONTEXT.items()}


def source(layout: Layout, format_: Format) -> str:
    content = write(showcase(layout), format_)
    return Word.read(content).text() if format_ is Format.DOCX else squeezed(content.decode())


@pytest.mark.parametrize("format_", [Format.DOCX, Format.HTML, Format.TXT])
def test_every_text_of_every_block_stands_in_the_template_in_order(layout: Layout, format_: Format) -> None:
    written, at, seen = source(layout, format_), 0, 0
    for text in texts(showcase(layout)):
        for wanted in [squeezed(each) for each in expressions(text)] or [squeezed(text)]:
            at = written.find(wanted, at)
            assert at >= 0, f"{text} is missing or out of order"
            seen += 1
    assert seen > 50


def test_docx_and_html_say_the_same(layout: Layout) -> None:
    outline = showcase(layout)
    page = html_text(rendered(outline, Format.HTML, CONTEXT))
    assert "（不同意见）" in page
    assert Word.read(rendered(outline, Format.DOCX, CONTEXT)).text() == page


def test_docx_and_html_say_the_same_when_there_is_nothing_to_say(layout: Layout) -> None:
    outline = showcase(layout)
    page = html_text(rendered(outline, Format.HTML, NOTHING))
    assert "抄送" not in page
    assert "出席" not in page
    assert Word.read(rendered(outline, Format.DOCX, NOTHING)).text() == page


def test_a_text_keeps_its_lines_beside_tags() -> None:
    line = Line("应到", "{{ 应到 }}人{% if 分列 %}，其中预备{{ 分列 }}人{% endif %}")
    outline = Outline(Layout.OFFICIAL, (Title("{{ 题名 }}"), line, Line("实到", "{{ 实到 }}人")))
    message = rendered(outline, Format.TXT, {"题名": "通知", "应到": "12", "分列": "2", "实到": "11"})
    assert message.decode() == "通知\n\n应到：12人，其中预备2人\n实到：11人\n"


def test_a_page_names_its_title_author_language_and_draft() -> None:
    page = rendered(showcase(), Format.HTML, CONTEXT).decode()
    assert f"<title>{CONTEXT['题名']}</title>" in page
    assert '<html lang="zh-CN">' in page
    assert f'<meta name="author" content="{CONTEXT["署名单位"]}">' in page
    assert f'data-draft="{CONTEXT["草稿"]}"' in page


def test_literal_text_is_escaped_in_html() -> None:
    page = write(
        Outline(Layout.OFFICIAL, (Paragraph("甲 & 乙 <丙> {{ 甲 if 乙 < 2 else 丙 }}"),)), Format.HTML
    ).decode()
    assert "甲 &amp; 乙 &lt;丙&gt; {{ 甲 if 乙 < 2 else 丙 }}" in page


def test_the_numbers_of_the_style_sheets_are_those_of_the_page() -> None:
    assert (SHARED / "page.css").read_text(encoding="utf-8") == write_css()
    assert (SHARED / "styles.css").read_text(encoding="utf-8") == write_styles()
    assert len({write_css(profile) for profile in PROFILES}) == len(PROFILES)


@pytest.mark.parametrize("name", ["record", "form"])
def test_the_page_number_in_the_middle_is_that_of_the_word_template(name: str) -> None:
    style = ALL_STYLES["page-number-center"]
    sheet = (SHARED / f"{name}.css").read_text(encoding="utf-8")
    assert f'{style.size_pt}pt/1 "{official_name(style.font)}"' in sheet
    first, middle, last = fixed.PAGE_PIECES
    assert f'"{first}" counter(page) "{middle}" counter(pages) "{last}"' in sheet


def test_weasyprint_understands_every_rule(layout: Layout, caplog: pytest.LogCaptureFixture) -> None:
    weasyprint = pytest.importorskip("weasyprint")
    with caplog.at_level("WARNING", logger="weasyprint"):
        pages = weasyprint.HTML(string=rendered(showcase(layout), Format.HTML, CONTEXT).decode()).render().pages
    assert len(pages) > 2
    assert [record.getMessage() for record in caplog.records] == []
