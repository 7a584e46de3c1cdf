"""Takes the Word templates of the showcase, proves their styles, pages, tables and texts."""

from __future__ import annotations

import io
from itertools import pairwise

import docx
import pytest
from lxml import etree
from tests.house.reading import NAMES, W, Word
from tests.house.showcase import EVERY_BLOCK, LEDGER, showcase

from docgen.formats import Format
from docgen.house import write
from docgen.house.outline import Column, Head, Layout, Line, Outline, Paragraph, Rows
from docgen.house.word_parts import BY_PARITY
from docgen.page import FONTS, PROFILES, STYLES, Kind, official_name

FONT_SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")


def val(element: etree._Element, name: str = "val") -> str:
    return str(element.get(f"{{{W}}}{name}"))


def test_the_showcase_holds_every_block() -> None:
    import docgen.house.outline as blocks
    from docgen.house.order import flattened
    from docgen.house.word_blocks import _WRITERS

    assert {type(block) for block in flattened(EVERY_BLOCK)} == set(_WRITERS)
    assert {name for name in vars(blocks) if name in str(blocks.Block)} >= {kind.__name__ for kind in _WRITERS}


def test_python_docx_opens_a_template_and_knows_its_headings(layout: Layout) -> None:
    paper = docx.Document(io.BytesIO(write(showcase(layout), Format.DOCX)))
    assert paper.core_properties.title == "{{ 题名 }}"
    assert paper.core_properties.author == "{{ 署名单位 }}"
    assert paper.styles["Heading 1"] is not None
    assert paper.styles["Title"] is not None


def test_the_same_outline_gives_the_same_bytes(layout: Layout) -> None:
    assert write(showcase(layout), Format.DOCX) == write(showcase(layout), Format.DOCX)


def test_every_style_of_the_page_is_there_in_its_official_font_on_all_four_attributes(word: Word) -> None:
    for style in STYLES.values():
        if style.kind is Kind.TABLE:
            continue
        (fonts,) = word.find("styles", f"//w:style[w:name/@w:val='{style.word}']/w:rPr/w:rFonts")
        assert {val(fonts, slot) for slot in FONT_SLOTS} == {official_name(style.font)}
        assert val(fonts, "hint") == "eastAsia"


def test_no_font_comes_from_a_theme(word: Word) -> None:
    names = [str(name) for tree in word.trees() for element in tree.iter() for name in element.attrib]
    assert names
    assert not [name for name in names if "Theme" in name]
    assert not [name for name in word.parts if "theme" in name]


def test_only_official_fonts_are_named(word: Word) -> None:
    named = {val(fonts, slot) for tree in word.trees() for fonts in tree.iter(f"{{{W}}}rFonts") for slot in FONT_SLOTS}
    assert named == {official_name(role) for role in FONTS}


def test_every_style_that_the_text_uses_exists(word: Word) -> None:
    known = set(word.find("styles", "//w:style/@w:styleId"))
    used = {
        val(each)
        for tree in word.trees()
        for name in ("pStyle", "rStyle", "tblStyle")
        for each in tree.iter(f"{{{W}}}{name}")
    }
    assert len(used) > 20
    assert used <= known


def test_headings_carry_outline_levels(word: Word) -> None:
    for level in range(1, 5):
        (style,) = word.find("styles", f"//w:style[w:name/@w:val='heading {level}']")
        assert val(style.find(".//w:outlineLvl", NAMES)) == str(level - 1)


@pytest.mark.parametrize("profile", PROFILES)
def test_the_page_is_that_of_the_profile(profile: str) -> None:
    page = PROFILES[profile]
    word = Word.read(write(showcase(), Format.DOCX, profile))
    (margins,) = word.find("document", "//w:sectPr/w:pgMar")
    assert tuple(int(val(margins, side)) for side in ("top", "right", "bottom", "left")) == page.margins_twips
    (grid,) = word.find("document", "//w:sectPr/w:docGrid")
    assert (val(grid, "type"), int(val(grid, "linePitch"))) == ("lines", page.pitch_twips)
    (spacing,) = word.find("styles", "//w:style[@w:styleId='body']/w:pPr/w:spacing")
    assert (int(val(spacing, "line")), val(spacing, "lineRule")) == (page.pitch_twips, "exact")
    (tight,) = word.find("styles", "//w:style[@w:styleId='body']/w:rPr/w:spacing")
    assert int(val(tight)) == page.run_spacing_twips


def test_a_landscape_page_has_its_margins_turned() -> None:
    page = PROFILES["gb9704"]
    word = Word.of(showcase(Layout.FORM, landscape=True))
    (size,) = word.find("document", "//w:sectPr/w:pgSz")
    assert (int(val(size, "w")), int(val(size, "h")), val(size, "orient")) == (*page.page_twips[::-1], "landscape")
    (margins,) = word.find("document", "//w:sectPr/w:pgMar")
    top, right, bottom, left = page.margins_twips
    assert [int(val(margins, side)) for side in ("top", "right", "bottom", "left")] == [left, top, right, bottom]


def test_page_numbers_stand_by_parity_or_in_the_middle(word: Word, layout: Layout) -> None:
    sides = word.find("document", "//w:sectPr/w:footerReference/@w:type")
    by_parity = layout in BY_PARITY
    assert sides == (["default", "even"] if by_parity else ["default"])
    assert bool(word.find("settings", "//w:evenAndOddHeaders")) == by_parity
    (style,) = word.find("footer1", "//w:pStyle/@w:val")
    assert style == ("page-number-odd" if by_parity else "page-number-center")
    assert "PAGE" in word.find("footer1", "//w:fldSimple/@w:instr")


def test_the_draft_mark_stands_in_every_header(word: Word) -> None:
    headers = [name for name in word.parts if name.startswith("word/header")]
    assert headers
    for name in headers:
        assert "{{ 草稿 }}" in word.parts[name].decode()


def test_tables_are_as_wide_as_the_text_area_or_less(word: Word) -> None:
    widths = [int(width) for width in word.find("document", "//w:tblPr/w:tblW/@w:w")]
    assert len(widths) > 2
    assert max(widths) <= PROFILES["gb9704"].text_width_twips
    for table in word.find("document", "//w:tbl"):
        columns = [int(val(column, "w")) for column in table.findall("w:tblGrid/w:gridCol", NAMES)]
        assert sum(columns) == int(val(table.find("w:tblPr/w:tblW", NAMES), "w"))
        is_grid = "{%tc for" in "".join(table.itertext())
        assert val(table.find("w:tblPr/w:tblLayout", NAMES), "type") == ("autofit" if is_grid else "fixed")


def test_the_head_of_a_table_is_repeated_and_its_rows_stay_whole() -> None:
    word = Word.of(Outline(Layout.FORM, (LEDGER,)))
    head, opening, row, closing, total = word.find("document", "//w:tr")
    assert head.find("w:trPr/w:tblHeader", NAMES) is not None
    assert row.find("w:trPr/w:cantSplit", NAMES) is not None
    assert "".join(opening.itertext()) == "{%tr for 行 in 台账 %}"
    assert "".join(closing.itertext()) == "{%tr endfor %}"
    assert val(total.find("w:tc/w:tcPr/w:gridSpan", NAMES)) == "3"


def test_rows_for_the_hand_are_as_high_as_asked() -> None:
    word = Word.of(Outline(Layout.FORM, (Rows("人", "人", LEDGER.columns, blank_height=10),)))
    (_, height) = word.find("document", "//w:trHeight/@w:val")
    assert int(height) == 567


def test_the_text_never_ends_in_a_table(layout: Layout) -> None:
    for block in EVERY_BLOCK:
        body = list(Word.of(Outline(layout, (block,))).tree("document")[0])
        assert [etree.QName(each).localname for each in body[-2:]] == ["p", "sectPr"]


def test_two_tables_never_touch(word: Word) -> None:
    names = [etree.QName(each).localname for each in word.tree("document")[0]]
    assert ("tbl", "tbl") not in pairwise(names)


def test_the_imprint_hangs_at_the_bottom_of_the_text_area(word: Word) -> None:
    (anchor,) = word.find("document", "//wp:anchor")
    assert anchor.xpath("string(wp:positionV[@relativeFrom='margin']/wp:align)", namespaces=NAMES) == "bottom"
    assert len(anchor.findall(".//w:tbl", NAMES)) == 1
    margins = anchor.findall(".//w:tblPr/w:tblCellMar/*", NAMES)
    assert [each.get(f"{{{NAMES['w']}}}w") for each in margins] == ["0", "0"]


def test_top_rows_push_the_mark_down_no_further() -> None:
    bare = Word.of(Outline(Layout.OFFICIAL, (Head("某某文件", "某〔2020〕1号"),)))
    rowed = Word.of(Outline(Layout.OFFICIAL, (Head("某某文件", "某〔2020〕1号", copy_number="000001"),)))
    assert not bare.find("document", "//w:pPr[w:pStyle/@w:val='mark']/w:spacing/@w:before")
    (before,) = set(rowed.find("document", "//w:pPr[w:pStyle/@w:val='mark']/w:spacing/@w:before"))
    (full,) = bare.find("styles", "//w:style[@w:styleId='mark']/w:pPr/w:spacing/@w:before")
    assert int(full) - int(before) == PROFILES["gb9704"].pitch_twips


def test_the_lines_above_a_signature_hold_on_to_it() -> None:
    ending = (Line("附件", "{{ 附件 }}", keep=True), Line("散会", "{{ 散会 }}", keep=True), Line("地点", "{{ 地点 }}"))
    word = Word.of(Outline(Layout.RECORD, ending))
    assert word.find("document", "//w:p[w:pPr/w:keepNext]//w:t/text()") == [
        "附件：",
        "{{ 附件 }}",
        "散会：",
        "{{ 散会 }}",
    ]


def test_a_table_stands_apart_from_the_text_above_it_but_in_a_form() -> None:
    table = Rows("行们", "行", (Column("甲", "{{ 行.甲 }}"),))
    blanks = "//w:tbl/preceding-sibling::*[1][w:pPr[w:keepNext]/w:pStyle/@w:val='tail']"
    for layout in Layout:
        word = Word.of(Outline(layout, (Paragraph("如下："), table)))
        assert len(word.find("document", blanks)) == (layout is not Layout.FORM), layout


def test_a_line_under_a_heading_is_indented_as_the_text_there() -> None:
    word = Word.of(Outline(Layout.RECORD, (Line("汇报人", "{{ 甲 }}", inner=True), Line("汇报人", "{{ 甲 }}"))))
    inner, outer = (
        int(each.get(f"{{{W}}}left")) - int(each.get(f"{{{W}}}hanging")) for each in word.find("document", "//w:ind")
    )
    assert (inner, outer) == (PROFILES["gb9704"].indent_twips(2), 0)
