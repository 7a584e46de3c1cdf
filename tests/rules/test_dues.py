"""Takes a month's base, gives what is due of it: compared with the regulation's own percentages."""

from __future__ import annotations

from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.model.base import label_of
from docgen.model.settings import Settings
from docgen.rules.book import rulebook
from docgen.rules.consistency.dues import CENTS, DuesUnit, Rounding, dues

BASES = st.integers(0, 10**9)
UNITS = st.sampled_from(DuesUnit)
BOUNDS = (0, 3000_00, 5000_00, 10000_00, 10**9)
RATES = (Fraction("0.005"), Fraction("0.01"), Fraction("0.015"), Fraction("0.02"))
AROUND_BOUNDS = st.sampled_from(BOUNDS[1:4]).flatmap(lambda bound: st.integers(bound - 300, bound + 300))


def exactly(base: int) -> Fraction:
    """Return the share of a base in 分 before it is rounded."""
    return base * next(rate for most, rate in zip(BOUNDS[1:], RATES, strict=True) if base <= most)


@given(BASES | AROUND_BOUNDS, UNITS)
def test_what_is_due_is_the_bands_share_with_half_rounded_up(base: int, unit: DuesUnit) -> None:
    step = CENTS[unit]

    assert dues(base, unit) == floor(exactly(base) / step + Fraction(1, 2)) * step


@given(st.sampled_from(range(4)), st.data(), UNITS)
def test_within_a_band_more_is_never_due_of_less(band: int, data: st.DataObject, unit: DuesUnit) -> None:
    within = st.integers(BOUNDS[band] + 1, BOUNDS[band + 1])
    less, more = sorted((data.draw(within), data.draw(within)))

    assert dues(less, unit) <= dues(more, unit)


@pytest.mark.parametrize(
    ("base", "fen", "jiao"),
    [
        (3000_00, 15_00, 15_00),
        (3000_01, 30_00, 30_00),
        (5000_00, 50_00, 50_00),
        (5000_01, 75_00, 75_00),
        (10000_00, 150_00, 150_00),
        (10000_01, 200_00, 200_00),
        (4804_99, 48_05, 48_00),
        (4805_00, 48_05, 48_10),
        (0, 0, 0),
    ],
)
def test_worked_amounts(base: int, fen: int, jiao: int) -> None:
    assert (dues(base), dues(base, DuesUnit.JIAO)) == (fen, jiao)


def test_an_organisation_chooses_the_unit() -> None:
    written = {label_of(Settings, "organisation"): "甲", label_of(Settings, "rules"): {"X10": {"取整": "角"}}}
    applied = rulebook(Settings.model_validate(written)).one("X10")

    assert applied
    assert isinstance(applied.parameters, Rounding)
    assert applied.parameters.unit is DuesUnit.JIAO
