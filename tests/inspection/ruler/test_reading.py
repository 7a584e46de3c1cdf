"""Takes pages whose truth is known, proves that the ruler reads it."""

from __future__ import annotations

import random
import sys

import pytest
from tests.inspection.ruler.conftest import Print, official, pdf_of

from docgen.errors import EngineMissing
from docgen.inspection.ruler import Glyph, Sheet, read
from docgen.inspection.ruler.lines import lines_of
from docgen.page import profile_named
from docgen.vocabulary import hint, message

PT = 25.4 / 72
NEAR = 0.02
PLAIN = "<style>@page {size: A4; margin: 0} body {margin: 0; font: 16pt 仿宋_GB2312} div {position: absolute}</style>"


def only(html: str, printed: Print) -> Sheet:
    (sheet,) = printed(PLAIN + html).sheets
    return sheet


@pytest.mark.parametrize(("x", "size"), [(28, 16), (50, 22), (100.5, 42), (180, 9)])
def test_a_glyph_stands_where_it_was_put(x: float, size: float, printed: Print) -> None:
    sheet = only(f'<div style="left: {x}mm; top: 100mm; font-size: {size}pt">国</div>', printed)

    ((glyph,),) = (line.glyphs for line in sheet.lines)
    assert glyph.text == "国"
    assert glyph.left == pytest.approx(x, abs=NEAR)
    assert glyph.right - glyph.left == pytest.approx(size * PT, abs=NEAR)
    assert glyph.size == pytest.approx(size, abs=0.01)
    assert (sheet.number, round(sheet.width), round(sheet.height)) == (1, 210, 297)


def test_the_baseline_is_that_of_the_line_box(printed: Print) -> None:
    high = only('<div style="top: 50mm">国</div>', printed).lines[0].baseline
    low = only('<div style="top: 120mm">国</div>', printed).lines[0].baseline

    assert low - high == pytest.approx(70, abs=NEAR)
    assert 50 < high < 50 + 16 * 1.5 * PT


def test_a_line_of_28_characters_ends_with_the_last_advance(printed: Print) -> None:
    text = "某" * 28
    sheet = only(f'<div style="left: 28mm; top: 50mm; font-size: 15.75pt; white-space: nowrap">{text}</div>', printed)

    (line,) = sheet.lines
    assert line.text == text
    assert line.left == pytest.approx(28, abs=NEAR)
    assert line.right == pytest.approx(28 + 28 * 15.75 * PT, abs=NEAR)
    assert (line.size, line.colour) == (15.75, "000000")


def test_spacing_between_characters_is_no_part_of_the_last_advance(printed: Print) -> None:
    sheet = only('<div style="left: 28mm; top: 50mm; letter-spacing: 4pt">某某某</div>', printed)

    assert sheet.lines[0].right == pytest.approx(28 + (3 * 16 + 2 * 4) * PT, abs=NEAR)


def test_ink_that_hangs_over_does_not_widen_the_advance(printed: Print) -> None:
    sheet = only('<div style="left: 28mm; top: 50mm; font: 42pt 方正小标宋简体">委要</div>', printed)

    assert [glyph.right - glyph.left for glyph in sheet.glyphs] == pytest.approx([42 * PT] * 2, abs=NEAR)
    assert any(glyph.ink and glyph.ink.right > glyph.right for glyph in sheet.glyphs)


@pytest.mark.parametrize(
    "css", ["border-top: {t}mm solid #f00; height: 20mm", "background: #f00; height: {t}mm"], ids=["border", "box"]
)
@pytest.mark.parametrize(("width", "thickness"), [(156, 0.35), (150, 0.53), (20, 1.2)])
def test_a_rule_has_its_width_thickness_place_and_colour(
    css: str, width: int, thickness: float, printed: Print
) -> None:
    style = css.format(t=thickness)
    sheet = only(f'<div style="left: 28mm; top: 262mm; width: {width}mm; {style}"></div>', printed)

    (rule,) = sheet.strokes
    assert (rule.box.left, rule.box.right) == pytest.approx((28, 28 + width), abs=NEAR)
    assert rule.box.height == pytest.approx(thickness, abs=0.03)
    assert rule.box.top == pytest.approx(262, abs=0.05)
    assert rule.colour == "FF0000"


def test_a_frame_and_an_upright_stroke_are_no_rules_but_a_table_s_borders_join(printed: Print) -> None:
    frame = only('<div style="left: 28mm; top: 50mm; width: 1mm; height: 90mm; background: #000"></div>', printed)
    cells = "<td style='border: .5pt solid; width: 52mm'>某" * 3
    table = only(
        f'<div style="left: 28mm; top: 50mm"><table style="border-collapse: collapse">{cells}</table></div>', printed
    )

    assert frame.strokes == ()
    assert len(table.strokes) == 2
    assert all(rule.box.width > 150 for rule in table.strokes)


def test_the_ink_is_that_of_a_picture_of_the_page(printed: Print) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    body = '<div style="left: 40mm; top: 60mm; width: 100mm">国务院《条例》，第一〇条——“要”gjy</div>'
    content = pdf_of(PLAIN + body)
    ink = read(content).sheets[0].ink
    scale = 600 / 72
    picture = pdfium.PdfDocument(content)[0].render(scale=scale, grayscale=True).to_pil()
    seen = picture.point(lambda value: 255 * (value < 128)).getbbox()

    assert ink is not None
    assert (ink.left, ink.top, ink.right, ink.bottom) == pytest.approx([value * 25.4 / 600 for value in seen], abs=0.1)


def test_fonts_are_named_without_the_prefix_of_a_subset(printed: Print) -> None:
    pages = printed(PLAIN + '<div>国<b style="font-family: 黑体; font-weight: 400">国</b></div>')

    assert len(pages.faces) == 2
    assert all("+" not in face.name and face.embedded for face in pages.faces)
    assert {glyph.font for glyph in pages.sheets[0].glyphs} == {face.name for face in pages.faces}


def test_a_character_beyond_the_first_plane_is_one_glyph_and_not_missing(printed: Print) -> None:
    sheet = only("<div>某𬭎某</div>", printed)

    assert [glyph.text for glyph in sheet.glyphs] == ["某", "𬭎", "某"]
    assert not any(glyph.missing for glyph in sheet.glyphs)


def test_a_character_that_no_font_has_is_missing(printed: Print) -> None:
    sheet = only("<div>某&#x31350;某、喆，x</div>", printed)

    assert [glyph.text for glyph in sheet.glyphs if glyph.missing] == ["\U00031350"]


def test_a_tab_parts_two_lines_and_a_wide_blank_between_words_does_not(printed: Print) -> None:
    apart = only('<div style="left: 28mm">甲乙</div><div style="left: 60mm">丙丁</div>', printed)
    near = only('<div style="left: 28mm; letter-spacing: 12pt">甲乙　丙丁</div>', printed)

    assert [line.text for line in apart.lines] == ["甲乙", "丙丁"]
    assert [line.text for line in near.lines] == ["甲乙　丙丁"]


def test_glyphs_in_any_order_give_the_same_lines(printed: Print) -> None:
    sheet = printed(official("<p class=body>" + "会议认为，要坚持“三会一课”制度，2020年召开12次。" * 20)).sheets[0]
    glyphs: list[Glyph] = list(sheet.glyphs)
    random.Random(1).shuffle(glyphs)  # noqa: S311  the same order on every run

    assert len(sheet.lines) > 10
    assert lines_of(glyphs) == sheet.lines


def test_a_line_that_is_spread_to_the_edge_ends_there(printed: Print) -> None:
    profile = profile_named()
    lines = printed(official("<p class=body>" + "会议认为，要坚持“三会一课”制度。" * 20)).sheets[0].lines
    full = [line for line in lines if line.baseline < 262][:-1]

    assert len(full) > 10
    assert [line.right for line in full] == pytest.approx([profile.width_mm - profile.right_mm] * len(full), abs=0.1)


def test_pictures_are_boxes(printed: Print) -> None:
    dot = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    sheet = read(
        weasyprint_pdf(
            f'{PLAIN}<div style="left: 30mm; top: 40mm"><img src="{dot}" style="width: 50mm; height: 20mm"></div>'
        )
    ).sheets[0]

    (box,) = sheet.pictures
    assert (box.left, box.top, box.width, box.height) == pytest.approx((30, 40, 50, 20), abs=0.05)


def weasyprint_pdf(html: str) -> bytes:
    """Return a pdf past docgen's own door, which lets no foreign picture in."""
    weasyprint = pytest.importorskip("weasyprint")
    return bytes(weasyprint.HTML(string=html).write_pdf())


def test_a_machine_without_pypdfium2_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)

    with pytest.raises(EngineMissing) as caught:
        read(b"")

    assert caught.value.code == "ruler-engine-missing"
    assert "pypdfium2" in message(caught.value)
    assert "docgen[ruler]" in hint(caught.value)


def test_the_ruler_is_imported_without_pypdfium2() -> None:
    import subprocess

    code = "import sys; import docgen.inspection.ruler; sys.exit('pypdfium2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
