"""Takes pages that are right and pages with the faults that others ship, proves that each measure tells them apart."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.inspection.ruler.conftest import PAGE, Measures, Print, official

from docgen.inspection.ruler import MEASURES, Face, Item, Printed, measure
from docgen.inspection.ruler.faces import official_of
from docgen.page import FONTS, Profile, profile_named, signature

SENTENCE = "会议认为，要坚持“三会一课”制度，落实《中国共产党支部工作条例（试行）》的各项要求；"
TEXT = f"<p class=body>{SENTENCE * 36}</p>"
EVEN = f"<p class=body>{'某' * 1300}</p>"
SHORT = f"<p class=body>{SENTENCE}</p>"
PUSHED = f"<p class=body>{'某' * 26}{('某' * 27 + '《某某》，') * 30}</p>"
"""Lines whose ends fall on brackets and commas, again and again."""
GRID = (Item.LINES, Item.CHARACTERS, Item.RIGHT_EDGE, Item.HANGING, Item.FIRST_INK, Item.LAST_INK)


def at(mm: float, body: str, css: str = "") -> str:
    """Return a block whose top stands at a height of the sheet; the margins are docgen's."""
    return f'<div style="position: absolute; left: 0; width: 156mm; top: {mm - PAGE.top_mm}mm; {css}">{body}</div>'


def test_every_item_has_one_measure_and_a_name() -> None:
    assert set(MEASURES) == set(Item)
    assert len({item.label for item in Item}) == len(Item)


def test_an_empty_paper_is_within_nothing(printed: Print) -> None:
    found = measure(
        printed(official("")),
        PAGE,
        [item for item in Item if item not in (Item.PAGE_NUMBER_SIDE, Item.PAGE_NUMBER_DROP, Item.FONTS, Item.MISSING)],
    )

    assert len(found) > 10
    assert [each.item for each in found if each.within] == []


@pytest.mark.parametrize(
    "item", [*GRID, Item.LINE_ENDS, Item.SPLIT, Item.PAGE_NUMBER_SIDE, Item.PAGE_NUMBER_DROP, Item.FONTS, Item.MISSING]
)
def test_a_page_as_docgen_sets_it_is_right(item: Item, measured: Measures) -> None:
    found = measured(item, TEXT)

    assert found.within, found


@pytest.mark.parametrize("item", GRID)
def test_a_page_of_the_other_profile_is_right(item: Item, printed: Print) -> None:
    other = profile_named("gb33476")
    (found,) = measure(printed(official(TEXT, profile=other)), other, [item])

    assert found.within, found


@pytest.mark.parametrize(("pitch", "lines"), [(29, "21"), (30, "21"), (33, "19"), (27.5, "23")])
def test_another_pitch_gives_another_number_of_lines(pitch: float, lines: str, measured: Measures) -> None:
    found = measured(Item.LINES, EVEN, f":root {{--pitch: {pitch}pt}} body {{line-height: {pitch}pt}}")

    assert (found.measured, found.within) == (lines, False)


def test_without_run_spacing_a_line_has_27_characters(measured: Measures) -> None:
    found = measured(Item.CHARACTERS, EVEN, ":root {--run-spacing: 0}")

    assert (found.measured, found.within) == ("27", False)
    assert "27" in found.note


def test_a_line_may_be_shorter_only_where_the_next_one_s_opening_did_not_fit(measured: Measures) -> None:
    found = measured(Item.CHARACTERS, PUSHED)
    torn = measured(Item.CHARACTERS, f"<p class=body>{'某' * 54}<br>{'某' * 25}<br>{'某' * 28}某</p>")

    assert found.within, found
    assert found.measured == "26—28"
    assert not torn.within


def test_a_ragged_line_is_found(measured: Measures) -> None:
    found = measured(Item.RIGHT_EDGE, PUSHED, ".body {text-align: left}")

    assert not found.within
    assert "第1页" in found.note


def test_a_narrower_page_is_found(measured: Measures) -> None:
    found = measured(Item.RIGHT_EDGE, TEXT, ".body {margin-right: 3mm}")

    assert not found.within
    assert found.measured.endswith("—181")


def test_a_mark_that_hangs_outside_is_found_and_counts_for_nothing_else(measured: Measures) -> None:
    body = f"<p class=body style='text-indent: 0; white-space: nowrap'>{'某' * 28}，<br>{'某' * 28}<br>{'某' * 9}</p>"

    hanging = measured(Item.HANGING, body)
    assert not hanging.within
    assert "某某某，" in hanging.measured
    assert measured(Item.RIGHT_EDGE, body).within
    assert measured(Item.CHARACTERS, body).measured == "28"


@pytest.mark.parametrize("item", [Item.FIRST_INK, Item.LAST_INK])
def test_text_that_stands_lower_or_higher_is_found(item: Item, measured: Measures) -> None:
    shift = 4 if item is Item.FIRST_INK else -4
    found = measured(item, TEXT, f".body {{position: relative; top: {shift}mm}}")

    assert not found.within


@pytest.mark.parametrize(
    ("content", "within"),
    [('"\\2014\\20" counter(page) "\\20\\2014"', True), ('"-" counter(page) "-"', False), ("counter(page)", False)],
)
def test_a_page_number_stands_between_two_dashes(content: str, within: bool, measured: Measures) -> None:
    css = f"@page :right {{@bottom-right {{content: {content}}}}} @page :left {{@bottom-left {{content: {content}}}}}"
    found = measured(Item.PAGE_NUMBER_SIDE, TEXT, css)

    assert found.within is within


CENTRED = """@page :right {@bottom-right {content: none}} @page :left {@bottom-left {content: none}}
@page {@bottom-center {content: "— " counter(page) " —"; font: 14pt/1 宋体; vertical-align: top; padding-top: 11pt}}"""
SWAPPED = """@page :right {@bottom-right {content: none} @bottom-left {content: "— " counter(page) " —"; font: 14pt 宋体}}
@page :left {@bottom-left {content: none} @bottom-right {content: "— " counter(page) " —"; font: 14pt 宋体}}"""


@pytest.mark.parametrize("css", [CENTRED, SWAPPED], ids=["centred", "inside"])
def test_a_page_number_in_the_middle_or_inside_is_found(css: str, measured: Measures) -> None:
    found = measured(Item.PAGE_NUMBER_SIDE, TEXT, css)

    assert not found.within
    assert "第1" in found.note


def test_a_page_number_too_low_is_found(measured: Measures) -> None:
    css = "@page :right {@bottom-right {padding-top: 25pt}} @page :left {@bottom-left {padding-top: 25pt}}"

    assert not measured(Item.PAGE_NUMBER_DROP, TEXT, css).within


def imprint(last: float, width: float = 156, weight: float = 0.35) -> str:
    heights = (last - 20, last - 10, last)
    style = "border-top: {}mm solid; width: {}mm; height: 0"
    weights = (weight, 0.25, weight)
    return SHORT + "".join(at(mm, "", style.format(each, width)) for mm, each in zip(heights, weights, strict=True))


def test_the_last_rule_of_the_imprint_lies_on_the_bottom_of_the_text_area(measured: Measures) -> None:
    right = imprint(261.8)
    after_the_text = SHORT + f"<div style='border: solid; border-width: .35mm 0'>{SHORT}</div>"

    assert measured(Item.IMPRINT, right).within
    assert measured(Item.IMPRINT_WEIGHT, right).within
    assert not measured(Item.IMPRINT, after_the_text).within
    assert not measured(Item.IMPRINT, imprint(258)).within
    assert not measured(Item.IMPRINT, imprint(261.8, width=150)).within
    assert not measured(Item.IMPRINT_WEIGHT, imprint(261.8, weight=0.8)).within


def test_an_imprint_before_the_last_page_is_none(measured: Measures) -> None:
    assert not measured(Item.IMPRINT, imprint(261.8) + "<p class=body style='break-before: page'>某</p>").within


@pytest.mark.parametrize(("width", "within"), [(156, True), (150, False), (170, False)])
def test_the_red_rule_is_as_wide_as_the_text_area(width: int, within: bool, measured: Measures) -> None:
    rule = at(120, "", f"border-top: 1.5pt solid #f00; width: {width}mm; height: 0")

    assert measured(Item.RED_RULE, rule).within is within


@pytest.mark.parametrize(("item", "drop"), [(Item.MARK, 72), (Item.BULLETIN_MARK, 57)])
def test_the_mark_s_ink_begins_below_the_top_of_the_text_area(item: Item, drop: float, measured: Measures) -> None:
    mark = "<span style='font: 42pt/1 方正小标宋简体; color: #f00; letter-spacing: 0'>国委会</span>"
    top = float(measured(item, at(60, mark)).measured)
    blank = top - 60

    assert measured(item, at(drop - blank, mark)).within
    assert not measured(item, at(drop - blank + 3, mark)).within
    assert not measured(item, at(drop - blank, mark.replace("#f00", "#000"))).within


@pytest.mark.parametrize(("count", "within"), [(20, True), (21, False)])
def test_a_line_of_a_title_has_at_most_20_characters(count: int, within: bool, measured: Measures) -> None:
    assert measured(Item.TITLE, f"<p class=title style='white-space: nowrap'>{'某' * count}</p>").within is within


@pytest.mark.parametrize(
    ("end", "begin", "item"),
    [
        ("某某", "，某", Item.LINE_ENDS),
        ("某某", "》某", Item.LINE_ENDS),
        ("某（", "某某", Item.LINE_ENDS),
        ("某“", "某某", Item.LINE_ENDS),
        ("某2020", "年某", Item.SPLIT),
        ("某6", "月某", Item.SPLIT),
        ("某20", "20年", Item.SPLIT),
        ("某99", "%某", Item.SPLIT),
        ("某—", "—某", Item.SPLIT),
        ("某…", "…某", Item.SPLIT),
    ],
)
def test_what_may_not_stand_at_a_line_s_end_is_found(end: str, begin: str, item: Item, measured: Measures) -> None:
    torn = f"<p class=body>某某某某某某某{end}<br>{begin}某某某</p>"
    whole = "<p class=body>某某某某某某某某某某<br>某某某某</p>"

    assert not measured(item, torn).within
    assert measured(item, whole).within


@pytest.mark.parametrize(("gap", "within"), [(4, True), (6.5, False), (1.5, False)])
def test_the_red_rule_stands_4_mm_below_the_row_above_it(gap: float, within: bool, measured: Measures) -> None:
    row = "<span style='font: 16pt/1 仿宋_GB2312'>示机党〔2020〕1号</span>"
    rule = "border-top: 1.5pt solid #f00; width: 156mm; height: 0"
    found = measured(Item.RED_RULE_DROP, at(100, row) + at(120, "", rule))
    bottom = 120 - float(found.measured)

    assert measured(Item.RED_RULE_DROP, at(100, row) + at(bottom + gap, "", rule)).within is within


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("中共示范公司机关第一支部委员会", "2020年3月5日"),
        ("中共示范公司机关委员会", "2020年12月31日"),
        ("机关党委", "2020年12月31日"),
    ],
)
def test_the_date_stands_below_the_signature_as_the_standard_has_it(name: str, date: str, measured: Measures) -> None:
    indents = signature(name, date)
    variables = f"--signature-right: {indents.name_right_chars}; --date-right: {indents.date_right_chars}"
    right = f"{SHORT}<p class=signature style='{variables}'>{name}</p><p class=date style='{variables}'>{date}</p>"

    assert measured(Item.DATE, right).within, measured(Item.DATE, right)
    assert not measured(Item.DATE, right, ".date {text-align: center}").within


SIGNED = "<p class=signature>中共示范公司机关第一支部委员会</p><p class=date>2020年3月5日</p>"


def test_a_signature_alone_on_its_page_is_found(measured: Measures) -> None:
    assert measured(Item.SIGNATURE, SHORT + SIGNED).within
    assert not measured(Item.SIGNATURE, SHORT + f"<div style='break-before: page'>{SIGNED}</div>").within


def test_a_stranger_among_the_fonts_is_found(measured: Measures) -> None:
    found = measured(Item.FONTS, "<p class=body style='font-family: DejaVu Sans'>Times</p>")

    assert not found.within
    assert "DejaVu" in found.note


def test_a_font_that_the_file_does_not_carry_is_found(printed: Print) -> None:
    pages = printed(official(SHORT))
    loose = Printed(pages.sheets, tuple(Face(face.name, embedded=False) for face in pages.faces))

    assert not measure(loose, PAGE, [Item.FONTS])[0].within


def test_a_character_that_no_font_has_is_found(measured: Measures) -> None:
    assert not measured(Item.MISSING, "<p class=body>某&#x31350;某</p>").within


@pytest.mark.parametrize(
    ("name", "official"),
    [
        ("FandolFang-Regular", "仿宋_GB2312"),
        ("FangSong_GB2312", "仿宋_GB2312"),
        ("FangSong", "仿宋_GB2312"),
        ("FandolKai", "楷体_GB2312"),
        ("KaiTi_GB2312", "楷体_GB2312"),
        ("FandolHei-Regular", "黑体"),
        ("SimHei", "黑体"),
        ("NotoSansCJKjp-Regular-VKana", "黑体"),
        ("Noto-Serif-CJK-SC-Bold", "方正小标宋简体"),
        ("NotoSerifCJKjp-Bold-VKana", "方正小标宋简体"),
        ("FZXiaoBiaoSong-B05S", "方正小标宋简体"),
        ("Noto-Serif-CJK-SC", "宋体"),
        ("SimSun", "宋体"),
        ("LiberationSerif", ""),
        ("OpenSymbol", ""),
    ],
)
def test_a_font_is_known_by_whatever_name_its_file_bears(name: str, official: str) -> None:
    assert official in {"", *(font.official for font in FONTS.values())}
    assert official_of(Face(name, embedded=True)) == official


def test_targets_follow_the_profile() -> None:
    blank = Printed((), ())
    targets: Sequence[Profile] = (profile_named("gb9704"), profile_named("gb33476"))

    first, other = (measure(blank, profile, [Item.FIRST_INK])[0].target for profile in targets)
    assert first != other
    assert other.startswith("37 ±")
