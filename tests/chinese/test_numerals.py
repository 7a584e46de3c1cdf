"""Takes whole numbers, checks the numerals, heading numbers and percentages."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.chinese import chinese_number, heading_number, number_text, ordinal, percent_text

UNITS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}


def read(numeral: str) -> int:
    """Read a Han numeral by the plain rules of the language, independently of how it was written."""
    total = group = digit = 0
    for char in numeral:
        if char in "零一二三四五六七八九":
            digit = "零一二三四五六七八九".index(char)
        elif char in UNITS:
            group += (digit or 1) * UNITS[char]
            digit = 0
        else:
            total += (group + digit) * MYRIADS[char]
            group = digit = 0
    return total + group + digit


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "零"),
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (99, "九十九"),
        (100, "一百"),
        (103, "一百零三"),
        (110, "一百一十"),
        (1005, "一千零五"),
        (1050, "一千零五十"),
        (10_000, "一万"),
        (10_020, "一万零二十"),
        (100_000, "十万"),
        (107_000, "十万七千"),
        (1_000_000_00, "一亿"),
        (100_005_000, "一亿零五千"),
        (100_050_000, "一亿零五万"),
        (100_050_001, "一亿零五万零一"),
    ],
)
def test_a_number_is_spelt(number: int, text: str) -> None:
    assert chinese_number(number) == text


@given(st.integers(0, 10**12 - 1))
def test_a_spelt_number_reads_as_itself(number: int) -> None:
    assert read(chinese_number(number)) == number


@given(st.integers(0, 10**12 - 1))
def test_a_spelt_number_never_doubles_or_ends_with_a_zero(number: int) -> None:
    text = chinese_number(number)
    assert "零零" not in text
    assert text == "零" or not text.endswith("零")


@pytest.mark.parametrize("number", [-1, 10**12])
def test_numbers_out_of_range_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="not in"):
        chinese_number(number)


def test_an_ordinal_starts_with_the_first() -> None:
    assert (ordinal(1), ordinal(12)) == ("第一", "第十二")
    with pytest.raises(ValueError, match="not an ordinal"):
        ordinal(0)


def test_headings_are_numbered_by_four_levels() -> None:
    assert [heading_number(level, 1) for level in (1, 2, 3, 4)] == ["一、", "（一）", "1.", "（1）"]
    assert [heading_number(level, 12) for level in (1, 2, 3, 4)] == ["十二、", "（十二）", "12.", "（12）"]


@pytest.mark.parametrize(("level", "number"), [(0, 1), (5, 1), (1, 0)])
def test_there_is_no_fifth_level_and_no_heading_nought(level: int, number: int) -> None:
    with pytest.raises(ValueError, match="not a heading"):
        heading_number(level, number)


@pytest.mark.parametrize(
    ("numerator", "denominator", "text"),
    [
        (21, 22, "95.5%"),  # 95.4545…
        (1, 1, "100%"),
        (1, 2, "50%"),
        (1, 3, "33.3%"),
        (2, 3, "66.7%"),
        (1, 2000, "0.1%"),  # 0.05, half up
        (1999, 2000, "100%"),  # 99.95, half up
        (0, 7, "0%"),
        (3, 2, "150%"),
        (0, 0, "—"),
        (5, 0, "—"),
    ],
)
def test_a_share_has_one_decimal_at_most(numerator: int, denominator: int, text: str) -> None:
    assert percent_text(numerator, denominator) == text


def test_a_negative_share_is_refused() -> None:
    with pytest.raises(ValueError, match="not a share"):
        percent_text(-1, 2)


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_share_is_off_by_half_a_tenth_at_most(numerator: int, denominator: int) -> None:
    shown = Decimal(percent_text(numerator, denominator).removesuffix("%"))
    exact = Decimal(100 * numerator) / denominator
    assert abs(shown - exact) <= Decimal("0.05")


@pytest.mark.parametrize(
    ("number", "text"),
    [(1200, "1200"), (Decimal("1.50"), "1.5"), (Decimal("2.00"), "2"), (Decimal("1E+2"), "100"), (0, "0"), (-3, "-3")],
)
def test_a_number_has_no_idle_zeros(number: int | Decimal, text: str) -> None:
    assert number_text(number) == text
