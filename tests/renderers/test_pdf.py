"""Takes page templates, gives the text, the pages and the refusals of their pdf."""

from __future__ import annotations

import io
import logging
import os
from pathlib import Path
from typing import Any

import pypdf
import pytest

from docgen.findings import Level
from docgen.fonts import CONFIGURATION, is_drawn, name_configuration, own_face
from docgen.formats import Format
from docgen.page import Role, css_family
from docgen.renderers import Rendering, render

PAGE = '<html lang="zh-CN"><head><title>{{ 题 }}</title><style>@page { size: A4 }</style></head><body>%s</body></html>'


def reader(content: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(content))


def test_text_survives_literally_and_pages_are_counted(page_template: Any) -> None:
    template = page_template(PAGE % '<p>{{ 文 }}</p><p style="break-before: page">二</p>', Format.PDF)

    rendering = render(template, {"题": "甲 & 乙", "文": '甲 & <乙> "丙" 喆 堃 䶮'})

    pdf = reader(rendering.content)
    assert pdf.pages[0].extract_text().strip() == '甲 & <乙> "丙" 喆 堃 䶮'
    assert rendering.pages == len(pdf.pages) == 2
    assert pdf.metadata is not None
    assert pdf.metadata.title == "甲 & 乙"
    assert rendering.findings == ()


def test_a_picture_of_the_view_lands_once(page_template: Any, picture: Any) -> None:
    token, assets = picture
    template = page_template(PAGE % '{{ 图 | 图片(宽="70mm") }}<p>{{ 图 }}</p>', Format.PDF)

    rendering = render(template, {"题": "", "图": token}, assets)

    page = reader(rendering.content).pages[0]
    assert len(page.images) == 1
    assert token[:20] in page.extract_text()
    assert rendering.findings == ()


@pytest.mark.parametrize(
    "address", ["file:///etc/hostname", "http://127.0.0.1:9/x.png", "https://127.0.0.1:9/x.png", "ftp://127.0.0.1/x", "picture:" + "0" * 64]
)  # fmt: skip
def test_nothing_else_is_fetched(address: str, page_template: Any, caplog: pytest.LogCaptureFixture) -> None:
    body = f'<img src="{address}"><p style="background: url({address})">文</p><style>@import "{address}";</style>'

    with caplog.at_level(logging.WARNING):
        rendering = render(page_template(PAGE % body, Format.PDF), {"题": ""})

    assert [(each.code, each.values["value"]) for each in rendering.findings] == [("pdf-refused", address)]
    assert not reader(rendering.content).pages[0].images
    assert caplog.records == []


def test_what_weasyprint_warns_of_is_a_finding(page_template: Any) -> None:
    rendering = render(page_template(PAGE % '<p style="foo: bar">文</p>', Format.PDF), {"题": ""})

    assert [(each.code, each.place.file) for each in rendering.findings] == [("pdf-warning", "paper.pdf")]


def test_a_character_that_no_font_has_is_a_finding(page_template: Any) -> None:
    rendering = render(page_template(PAGE % "<p>{{ 文 }}</p>", Format.PDF), {"题": "", "文": "甲\U0003fffd"})

    assert [(each.code, each.values["value"]) for each in rendering.findings] == [("glyph-missing", "\U0003fffd")]


FANG = f"""<p style='font-family: {css_family(Role.FANG)}'>{{{{ 文 }}}}</p>"""


def told(rendering: Rendering, code: str) -> list[dict[str, str | int]]:
    return [dict(each.values) for each in rendering.findings if each.code == code]


def test_what_stands_in_for_a_font_and_what_draws_its_rare_characters_are_told(page_template: Any) -> None:
    rendering = render(page_template(PAGE % FANG, Format.PDF), {"题": "", "文": "党的会议，由赵喆记录𬭎。"})

    if own_face("仿宋_GB2312") or own_face("仿宋") or not own_face("FandolFang"):
        pytest.skip("other fonts here")
    assert told(rendering, "font-substituted") == [{"value": "仿宋_GB2312", "by": "FandolFang"}]
    assert told(rendering, "glyph-borrowed") == [{"value": "喆𬭎", "font": "FandolFang", "by": "Noto Serif CJK SC"}]
    assert {each.level for each in rendering.findings} == {Level.INFO}


def test_a_font_that_drew_rare_characters_alone_stood_in_for_none(page_template: Any) -> None:
    rendering = render(page_template(PAGE % FANG, Format.PDF), {"题": "", "文": "喆"})

    if own_face("仿宋_GB2312") or own_face("仿宋"):
        pytest.skip("official fonts here")
    assert told(rendering, "font-substituted") == []
    assert [each["value"] for each in told(rendering, "glyph-borrowed")] == ["喆"]


def test_every_character_that_is_drawn_was_asked_for_in_some_font(page_template: Any) -> None:
    from docgen.renderers.pdf import lettering

    asked: list[Any] = []
    kept = lettering.remarks

    def listen(wanted: Any, drawn: Any, template: str) -> Any:
        fonts = list(drawn)
        asked.append((frozenset().union(*wanted.values()), frozenset().union(*(font.chars for font in fonts))))
        return kept(wanted, fonts, template)

    body = FANG + '<p style="float: footnote">注{{ 文 }}</p><table><tr><td>格{{ 文 }}</td></tr></table>'
    style = "<style>@page { @bottom-center { content: counter(page) '页' } } p::before { content: '前' }</style>"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("docgen.renderers.pdf.engine.remarks", listen)
        render(page_template(PAGE % (style + body), Format.PDF), {"题": "", "文": "甲喆"})

    ((wanted, drawn),) = asked
    assert set("甲喆注格前页1") <= wanted
    assert {char for char in drawn if is_drawn(char)} == wanted


def test_the_private_font_configuration_is_named_unless_the_user_has_named_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    monkeypatch.setenv("FONTCONFIG_FILE", "mine.conf")
    name_configuration()
    assert os.environ["FONTCONFIG_FILE"] == "mine.conf"

    monkeypatch.delenv("FONTCONFIG_FILE")
    monkeypatch.setenv("DOCGEN_FONTS", str(tmp_path))
    name_configuration()
    text = Path(os.environ["FONTCONFIG_FILE"]).read_text(encoding="utf-8")
    assert str(tmp_path) in text
    assert str(CONFIGURATION) in text


def test_no_empty_string_stands_between_the_glyphs(page_template: Any) -> None:
    body = '<p style="letter-spacing: -.25pt; font-family: 仿宋_GB2312">会议喆“三会一课”制度Python，堃</p>'
    page = reader(render(page_template(PAGE % body, Format.PDF), {"题": ""}).content).pages[0]

    contents = page.get_contents()
    assert contents is not None
    shown = [line for line in contents.get_data().splitlines() if line.endswith(b"TJ")]
    assert len(shown) > 2
    assert not any(b"<>" in line for line in shown)


def test_a_line_may_break_before_a_quotation_mark_and_nothing_of_it_is_copied(page_template: Any) -> None:
    body = '<h1>做到“两个维护”工作</h1><p style="width: 3em; font: 20pt 仿宋_GB2312">坚持做“两个”事</p>'
    pdf = reader(render(page_template(PAGE % body, Format.PDF), {"题": ""}).content)

    assert pdf.pages[0].extract_text().splitlines() == ["做到“两个维护”工作", "坚持做", "“两", "个”事"]
    assert [each.title for each in pdf.outline if not isinstance(each, list)] == ["做到“两个维护”工作"]
