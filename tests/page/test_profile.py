"""Takes the page profiles, checks every number that the standard and the measurements give."""

from __future__ import annotations

import pytest

from docgen.page import PROFILES, Profile, profile_named
from docgen.page.distances import (
    BULLETIN_MARK_DROP,
    BULLETIN_RULE_WEIGHT,
    IMPRINT_INNER_WEIGHT,
    IMPRINT_OUTER_WEIGHT,
    LETTER_MARK_DROP,
    LETTER_RULE_RISE,
    LETTER_RULE_WIDTH,
    MARGIN_TOLERANCE,
    MARK_DROP,
    MINUTES_MARK_DROP,
    PAGE_NUMBER_DROP,
    RED_RULE_DROP,
    RED_RULE_SPACE_PT,
    RED_RULE_WEIGHT,
    RED_RULE_WIDTH,
    mark_drop_mm,
)
from docgen.page.strength import Strength

GB9704 = PROFILES["gb9704"]
GB33476 = PROFILES["gb33476"]


def margins(profile: Profile) -> tuple[float, float, float, float]:
    return profile.top_mm, profile.bottom_mm, profile.left_mm, profile.right_mm


def test_there_are_two_profiles_and_gb9704_is_the_default() -> None:
    assert list(PROFILES) == ["gb9704", "gb33476"]
    assert profile_named() is GB9704
    with pytest.raises(KeyError):
        profile_named("a5")


@pytest.mark.parametrize("profile", PROFILES.values(), ids=str)
def test_every_profile_is_a_page_of_22_lines_of_28_characters(profile: Profile) -> None:
    assert (profile.width_mm, profile.height_mm) == (210, 297)
    assert profile.lines_at(profile.pitch_pt) == profile.lines == 22
    assert profile.characters_at(profile.run_spacing_twips) == profile.characters == 28
    assert profile.text_width_mm == 156
    top, _, bottom, _ = profile.margins_twips
    assert profile.pitch_twips * 22 <= profile.page_twips[1] - top - bottom < profile.pitch_twips * 23


def test_gb9704_has_the_margins_of_the_standard() -> None:
    assert margins(GB9704) == (37, 35, 28, 26)
    assert GB9704.text_height_mm == 225
    assert GB9704.pitch_twips == 579
    assert GB9704.pitch_pt == 28.95


def test_gb33476_puts_ink_at_37_mm() -> None:
    assert margins(GB33476) == (34.58, 32.58, 28, 26)
    assert 29.45 <= GB33476.pitch_pt <= 29.6
    # A line of 29.6 pt with characters of 16 pt has 6.8 pt = 2.4 mm above its ink.
    assert GB33476.top_mm + (29.6 - 16) / 2 * 25.4 / 72 == pytest.approx(37, abs=0.03)


def test_word_gets_whole_twips_that_add_up_to_the_sheet() -> None:
    assert GB9704.margins_twips == (2098, 1474, 1984, 1588)
    assert GB9704.text_width_twips == 8844
    assert GB9704.page_twips == (11906, 16838)
    assert 1474 + 8844 + 1588 == 11906
    assert GB9704.footer_twips == 1400


def test_22_lines_need_a_pitch_between_27_74_and_28_99() -> None:
    assert GB9704.allowed_pitch_pt == (27.74, 28.99)
    assert [GB9704.lines_at(pitch) for pitch in (27.74, 28.95, 28.99)] == [22, 22, 22]
    assert GB9704.lines_at(27.73) == 23


@pytest.mark.parametrize(("pitch", "lines"), [(29, 21), (30, 21), (33, 19)])
def test_the_pitches_that_others_ship_lose_lines(pitch: float, lines: int) -> None:
    assert GB9704.lines_at(pitch) == lines


def test_only_a_spacing_of_minus_five_twips_gives_28_characters() -> None:
    assert GB9704.text_width_twips == 20 * 442.2 < 20 * 28 * GB9704.body_pt
    assert [GB9704.characters_at(spacing) for spacing in (0, -4, -5)] == [27, 27, 28]
    assert GB9704.run_spacing_pt == -0.25


def test_two_characters_of_indent_are_632_twips_in_word_and_31_5_pt_in_css() -> None:
    assert GB9704.indent_twips(2) == 632
    assert 2 * GB9704.character_pt == 31.5
    assert GB9704.indent_twips(28) == 8844


def test_body_text_is_16_pt_and_titles_stand_36_pt_apart_with_20_characters() -> None:
    assert GB9704.body_pt == 16
    assert GB9704.title_pitch_pt == 36
    assert GB9704.title_characters == 20
    assert 20 * 22 <= 442.2 < 21 * 22


def test_distances_of_the_standard_in_mm() -> None:
    assert (MARK_DROP.mm, MINUTES_MARK_DROP.mm, LETTER_MARK_DROP.mm) == (35, 35, 30)
    assert (LETTER_RULE_WIDTH.mm, LETTER_RULE_RISE.mm) == (170, 20)
    assert (RED_RULE_DROP.mm, RED_RULE_WIDTH.mm, PAGE_NUMBER_DROP.mm) == (4, 156, 7)
    assert (IMPRINT_OUTER_WEIGHT.mm, IMPRINT_INNER_WEIGHT.mm) == (0.35, 0.25)
    assert MARGIN_TOLERANCE.mm == 1
    assert (RED_RULE_DROP.twips, RED_RULE_DROP.css) == (227, "4mm")


def test_the_weight_of_red_rules_is_practice() -> None:
    assert RED_RULE_WEIGHT.strength is BULLETIN_RULE_WEIGHT.strength is BULLETIN_MARK_DROP.strength is Strength.PRACTICE
    assert BULLETIN_MARK_DROP.mm == 20
    assert 1.5 <= RED_RULE_WEIGHT.pt <= BULLETIN_RULE_WEIGHT.pt == pytest.approx(2.25)


def test_the_border_space_that_word_can_hold_is_4_mm() -> None:
    assert pytest.approx(RED_RULE_DROP.pt, abs=0.5) == RED_RULE_SPACE_PT == 11


def test_rows_above_the_mark_eat_its_space() -> None:
    # One row is 28.95 pt = 10.213 mm.
    assert mark_drop_mm(GB9704) == 35
    assert mark_drop_mm(GB9704, 3) == pytest.approx(35 - 3 * 10.2129, abs=0.001)
    assert mark_drop_mm(GB9704, 3) > 0
