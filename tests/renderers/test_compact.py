"""Takes papers, gives that their fonts hold the glyphs that were drawn, as they are in the installed font, and no others."""

from __future__ import annotations

import io
from typing import Any

import pypdf
import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont

from docgen.formats import Format
from docgen.renderers import render
from docgen.renderers.pdf import load_engine

load_engine()

from docgen.renderers.pdf import compact, embedding  # noqa: E402 - these load WeasyPrint

PAGE = (
    '<html lang="zh-CN"><body><p style="font-family: Noto Sans CJK SC">{{ 文 }}</p>'
    '<p style="font-family: Noto Serif CJK SC">{{ 文 }}</p></body></html>'
)
TEXT = "会议纪要，第3次（2020年）Minutes"


@pytest.fixture(autouse=True)
def _fresh() -> Any:
    embedding.forget_fonts()
    yield
    embedding.forget_fonts()


def font_files(content: bytes) -> dict[str, tuple[str, bytes]]:
    """Return the subtype and the bytes of each font in a pdf, by its name."""
    found = {}
    for page in pypdf.PdfReader(io.BytesIO(content)).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
            file = descriptor["/FontFile3"]
            found[str(descriptor["/FontName"])] = (str(file["/Subtype"]), file.get_data())
    return found


def outlines(font: Any) -> dict[str, Any]:
    glyphs = {}
    for name in font.charset:
        pen = RecordingPen()
        font.CharStrings[name].draw(pen)
        glyphs[name] = (pen.value, font.CharStrings[name].width)
    return glyphs


def top(cff: bytes) -> Any:
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(cff), None)
    return fonts[0]


def drawn(glyphs: dict[str, Any]) -> dict[str, Any]:
    return {name: glyph for name, glyph in glyphs.items() if glyph[0]}


def test_a_font_has_the_outlines_that_weasyprint_would_embed_and_no_gaps(
    page_template: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    template = page_template(PAGE, Format.PDF)
    small = font_files(render(template, {"文": TEXT}).content)
    embedding.forget_fonts()
    monkeypatch.setattr(embedding, "compact", lambda *_: None)
    large = font_files(render(template, {"文": TEXT}).content)

    assert small.keys() == large.keys()
    assert len(small) == 2
    for name, (subtype, content) in small.items():
        assert (subtype, large[name][0]) == ("/CIDFontType0C", "/OpenType")
        ours, theirs = top(content), TTFont(io.BytesIO(large[name][1]))["CFF "].cff[0]
        assert drawn(outlines(ours)) == drawn(outlines(theirs))
        assert len(set(TEXT)) < len(ours.charset) < len(set(TEXT)) + 5 < len(theirs.charset)
        assert list(compact.cids(content)) == [0, *(int(each.removeprefix("cid")) for each in ours.charset[1:])]


def test_a_font_whose_glyphs_are_not_found_by_their_numbers_is_left_to_weasyprint(
    page_template: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compact, "_faces", {})
    monkeypatch.setattr(compact, "cids", lambda _: [0, 1])
    content = render(page_template(PAGE, Format.PDF), {"文": TEXT}).content

    assert {subtype for subtype, _ in font_files(content).values()} == {"/OpenType"}


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (b"\x00\x00\x05\x00\x09\x00\x0b", [5, 9, 11]),
        (b"\x01\x00\x05\x01\x00\x0b\x00", [5, 6, 11]),
        (b"\x02\x00\x05\x00\x02", [5, 6, 7]),
    ],
)
def test_all_forms_of_a_charset_are_read(form: bytes, expected: list[int]) -> None:
    assert list(compact._charset(form, 0, 4)) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (b"\x8b\x0f", {15: 0}),
        (b"\xf7\x00\x0f", {15: 108}),
        (b"\xfb\x00\x0f", {15: -108}),
        (b"\x1c\x27\x10\x0f", {15: 10000}),
        (b"\x1d\x00\x01\x86\xa0\x11", {17: 100000}),
        (b"\x1e\xe2\xa2\x5f\x0c\x07\x8b\x8b\x8c\x0c\x1e", {0x0C07: 0, 0x0C1E: 1}),
    ],
)
def test_all_forms_of_a_number_are_read(written: bytes, expected: dict[int, int]) -> None:
    assert compact._operators(written, 0, len(written)) == expected
