"""Takes the table of styles, checks that it is sound and says what the standard says."""

from __future__ import annotations

import re

import pytest

from docgen.page import (
    PROFILES,
    STYLES,
    Align,
    Kind,
    Layout,
    Pitch,
    Role,
    Strength,
    Style,
    indent_twips,
    line_spacing,
    space_twips,
    style_named,
    style_of_word,
)

GB9704 = PROFILES["gb9704"]
ALL = pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)


def test_there_are_styles_for_all_four_layouts() -> None:
    assert {style.layout for style in STYLES.values()} == set(Layout)
    assert len(STYLES) >= 50


def test_word_names_are_unique_letter_case_apart() -> None:
    names = [style.word.lower() for style in STYLES.values()]
    assert len(names) == len(set(names)) > 0


@ALL
def test_a_key_is_a_css_class_and_leads_back_to_its_style(style: Style) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", style.css_class)
    assert style_named(style.key) is style is style_of_word(style.word) is style_of_word(style.word.upper())


@ALL
def test_the_standard_is_quoted_by_clause_and_practice_is_not(style: Style) -> None:
    assert bool(style.clause) is (style.strength is not Strength.PRACTICE)
    assert re.fullmatch(r"((7|10)(\.[1-7]){1,3})?", style.clause)


@ALL
def test_no_style_is_bold(style: Style) -> None:
    assert not style.bold


@ALL
def test_lines_never_hang_out_of_the_text_area(style: Style) -> None:
    assert style.left + style.first_line >= 0
    assert style.right >= 0


@ALL
def test_a_rule_is_never_shortened_by_indents(style: Style) -> None:
    if style.rule or style.end_tab is not None:
        assert (style.left, style.right) == (0, 0)


@ALL
def test_only_tight_styles_of_body_size_use_the_run_spacing(style: Style) -> None:
    if style.tight:
        assert style.size == "三号"
    if style.layout is Layout.TABLE:
        assert not style.tight


@ALL
def test_only_headings_have_outline_levels_and_they_hold_to_their_text(style: Style) -> None:
    assert 0 <= style.outline <= 4
    if style.outline:
        assert style.keep_with_next


def test_body_text_is_16_pt_fang_indented_by_two_on_the_grid() -> None:
    body = style_named("body")
    assert (body.font, body.size_pt, body.half_points, body.first_line_hundredths) == (Role.FANG, 16, 32, 200)
    assert (body.align, body.align.word) == (Align.BOTH, "both")
    assert line_spacing(body, GB9704) == (579, "exact")
    assert space_twips(body, GB9704) == (0, 0)
    assert indent_twips(body, GB9704, body.first_line) == 632


def test_the_title_is_22_pt_not_bold_two_lines_below_the_rule() -> None:
    title = style_named("title")
    assert (title.word, title.font, title.size_pt, title.bold, title.before) == ("Title", Role.TITLE, 22, False, 2)
    assert (title.align, line_spacing(title, GB9704)) == (Align.CENTER, (720, "exact"))
    assert space_twips(title, GB9704) == (2 * 579, 0)


def test_headings_are_hei_kai_fang_fang_at_body_size() -> None:
    headings = [style_named(f"heading{level}") for level in (1, 2, 3, 4)]
    assert [heading.font for heading in headings] == [Role.HEI, Role.KAI, Role.FANG, Role.FANG]
    assert {heading.size_pt for heading in headings} == {16}
    assert {heading.first_line for heading in headings} == {2}
    assert [heading.word for heading in headings] == ["heading 1", "heading 2", "heading 3", "heading 4"]
    assert [heading.outline for heading in headings] == [1, 2, 3, 4]


def test_marks_are_red_and_stand_35_mm_below_the_top_of_the_text() -> None:
    for key in ("mark", "minutes-mark"):
        mark = style_named(key)
        assert (mark.colour, mark.font, mark.align, mark.before_mm) == ("FF0000", Role.TITLE, Align.CENTER, 35)
        assert line_spacing(mark, GB9704) == (924, "exact")
        assert space_twips(mark, GB9704) == (1984, 0)


def test_secrecy_and_urgency_are_hei_flush_left() -> None:
    for key in ("secrecy", "urgency"):
        style = style_named(key)
        assert (style.font, style.size_pt, style.align, style.left) == (Role.HEI, 16, Align.LEFT, 0)


def test_the_number_stands_two_lines_below_the_mark_over_the_red_rule() -> None:
    number = style_named("number")
    assert (number.align, number.before) == (Align.CENTER, 2)
    assert number.rule is not None
    assert (number.rule.colour, number.rule.space_pt) == ("FF0000", 11)


def test_the_signer_stands_one_character_from_the_right_with_the_name_in_kai() -> None:
    assert style_named("number-with-signer").end_tab == 1
    assert (style_named("signer-name").kind, style_named("signer-name").font) == (Kind.CHARACTER, Role.KAI)


def test_the_addressee_stands_one_line_below_flush_left() -> None:
    addressee = style_named("addressee")
    assert (addressee.before, addressee.left, addressee.first_line) == (1, 0, 0)


def test_the_attachment_note_wraps_under_the_name() -> None:
    first, following, single = (style_named(f"attachment-note{end}") for end in ("", "-next", "-single"))
    assert (first.before, first.left + first.first_line) == (1, 2)
    assert first.left == 2 + len("附件：") + 1  # "1." is two half-width characters
    assert (following.left, following.left + following.first_line) == (first.left, 2 + len("附件："))
    assert (single.left, single.left + single.first_line) == (2 + len("附件："), 2)


def test_a_signature_stands_one_line_below_and_its_place_is_computed() -> None:
    name, day = style_named("signature"), style_named("date")
    assert (name.before, name.right, name.computed_right, name.keep_with_next) == (1, 2, True, True)
    assert (day.before, day.right, day.computed_right) == (0, 2, True)


def test_a_note_is_indented_by_two() -> None:
    assert style_named("note").first_line == 2


def test_an_attachment_starts_a_page_with_its_label_and_has_its_title_on_row_three() -> None:
    label, title = style_named("attachment-label"), style_named("attachment-title")
    assert (label.page_break_before, label.font, label.left) == (True, Role.HEI, 0)
    assert (title.before, title.align) == (1, Align.CENTER)


def test_people_stand_one_line_below_and_wrap_after_the_colon() -> None:
    people, following = style_named("people"), style_named("people-next")
    assert (people.before, people.left + people.first_line, people.left) == (1, 2, 2 + len("出席："))
    assert (following.before, following.left, following.first_line) == (0, people.left, people.first_line)
    assert style_named("people-label").font is Role.HEI


def test_imprint_rows_are_14_pt_with_one_character_on_both_sides() -> None:
    copies, issuer = style_named("imprint-copies"), style_named("imprint-issuer")
    assert (copies.size_pt, copies.left + copies.first_line, copies.right) == (14, 1, 1)
    assert copies.left == 1 + len("抄送：")
    assert (issuer.size_pt, issuer.first_line, issuer.end_tab) == (14, 1, 1)
    assert indent_twips(copies, GB9704, 1) == 280


def test_page_numbers_are_14_pt_song_one_character_from_the_outer_edge() -> None:
    odd, even = style_named("page-number-odd"), style_named("page-number-even")
    assert (odd.font, odd.size_pt, odd.align, odd.right) == (Role.SONG, 14, Align.RIGHT, 1)
    assert (even.font, even.size_pt, even.align, even.left) == (Role.SONG, 14, Align.LEFT, 1)


def test_a_bulletin_has_a_mark_of_42_pt_at_least_20_mm_below_the_top() -> None:
    mark, publisher = style_named("bulletin-mark"), style_named("bulletin-publisher")
    assert (mark.colour, mark.font, mark.before_mm) == ("FF0000", Role.TITLE, 20)
    assert mark.size_pt >= 42
    assert publisher.rule is not None
    assert 1.5 <= publisher.rule.weight_pt <= 2.25 + 1e-9
    assert (publisher.first_line, publisher.end_tab) == (1, 1)


def test_table_text_is_single_spaced_and_14_or_12_pt() -> None:
    cells = [style for style in STYLES.values() if style.key.startswith(("table-cell", "table-head"))]
    assert len(cells) == 4
    assert {cell.size for cell in cells} <= {"四号", "小四"}
    assert {cell.pitch for cell in cells} == {Pitch.SINGLE}
    assert line_spacing(cells[0], GB9704) == (240, "auto")


def test_a_foreign_word_style_is_unknown() -> None:
    assert style_of_word("No Spacing") is None
    with pytest.raises(KeyError):
        style_named("no-such-style")
