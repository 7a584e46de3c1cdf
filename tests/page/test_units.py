"""Takes lengths, checks the whole numbers that Word files hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.page import SIZES, size_half_points, size_name, size_pt
from docgen.page.units import (
    chars_to_hundredths,
    mm_to_eighths,
    mm_to_emu,
    mm_to_pt,
    mm_to_twips,
    number_css,
    pt_to_eighths,
    pt_to_emu,
    pt_to_half_points,
    pt_to_twips,
    twips_to_emu,
    twips_to_mm,
    twips_to_pt,
)


def test_margins_become_the_twips_of_word() -> None:
    assert [mm_to_twips(mm) for mm in (37, 26, 35, 156, 210, 297)] == [2098, 1474, 1984, 8844, 11906, 16838]


def test_the_pitch_and_the_spacing_become_twips() -> None:
    assert (pt_to_twips(28.95), pt_to_twips(-0.25), pt_to_twips(36)) == (579, -5, 720)


def test_sizes_become_half_points() -> None:
    assert (pt_to_half_points(16), pt_to_half_points(10.5)) == (32, 21)


def test_rules_become_eighths_of_a_point() -> None:
    assert (pt_to_eighths(1.5), pt_to_eighths(2.25)) == (12, 18)
    assert (mm_to_eighths(0.35), mm_to_eighths(0.25)) == (8, 6)  # 7.94 and 5.67


def test_an_inch_is_914400_emu() -> None:
    assert mm_to_emu(25.4) == pt_to_emu(72) == twips_to_emu(1440) == 914_400


def test_two_characters_are_200_hundredths() -> None:
    assert (chars_to_hundredths(2), chars_to_hundredths(-1.5)) == (200, -150)


def test_numbers_for_css_have_no_idle_zeros() -> None:
    assert [number_css(value) for value in (37, 28.95, -0.25, 1 / 3, 0, -0.00001)] == [
        "37",
        "28.95",
        "-0.25",
        "0.3333",
        "0",
        "0",
    ]


@given(st.integers(-100_000, 100_000))
def test_twips_survive_the_way_through_points_and_millimetres(twips: int) -> None:
    assert pt_to_twips(twips_to_pt(twips)) == mm_to_twips(twips_to_mm(twips)) == twips


@given(st.floats(0, 1000))
def test_millimetres_are_points_to_the_nearest_twip(mm: float) -> None:
    assert abs(mm_to_twips(mm) - 20 * mm_to_pt(mm)) <= 0.5 + 1e-6


@pytest.mark.parametrize(
    ("size", "pt"),
    [
        ("初号", 42),
        ("小初", 36),
        ("一号", 26),
        ("小一", 24),
        ("二号", 22),
        ("小二", 18),
        ("三号", 16),
        ("小三", 15),
        ("四号", 14),
        ("小四", 12),
        ("五号", 10.5),
        ("小五", 9),
    ],
)
def test_a_named_size_has_its_points(size: str, pt: float) -> None:
    assert size_pt(size) == pt
    assert size_half_points(size) == 2 * pt
    assert size_name(pt) == size


def test_arabic_digits_name_sizes_too() -> None:
    assert (size_pt("3号"), size_pt("小4"), size_pt("2号")) == (16, 12, 22)


def test_the_table_has_twelve_sizes_and_no_other_is_known() -> None:
    assert len(SIZES) == 12
    assert size_name(17) is None
    with pytest.raises(KeyError):
        size_pt("九号")
