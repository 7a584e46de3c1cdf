"""Takes amounts in 分, checks figures and capitals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.chinese import money_capitals, money_text


@pytest.mark.parametrize(
    ("cents", "text"),
    [(123_450, "1,234.50"), (0, "0.00"), (5, "0.05"), (-123_450, "-1,234.50"), (100_000_000, "1,000,000.00")],
)
def test_figures_have_two_decimals(cents: int, text: str) -> None:
    assert money_text(cents) == text


@given(st.integers(-(10**14), 10**14))
def test_figures_read_as_the_same_amount(cents: int) -> None:
    assert int(money_text(cents).replace(",", "").replace(".", "")) == cents


@pytest.mark.parametrize(
    ("cents", "text"),
    [
        (123_450, "壹仟贰佰叁拾肆元伍角整"),
        (0, "零元整"),
        (5, "伍分"),
        (50, "伍角整"),
        (55, "伍角伍分"),
        (1_000, "壹拾元整"),
        # The examples of 正确填写票据和结算凭证的基本规定.
        (140_950, "壹仟肆佰零玖元伍角整"),
        (600_714, "陆仟零柒元壹角肆分"),
        (168_032, "壹仟陆佰捌拾元叁角贰分"),
        (10_700_053, "壹拾万柒仟元伍角叁分"),
        (1_640_902, "壹万陆仟肆佰零玖元零贰分"),
        (32_504, "叁佰贰拾伍元零肆分"),
    ],
)
def test_capitals_follow_the_payment_rules(cents: int, text: str) -> None:
    assert money_capitals(cents) == text


def test_a_negative_amount_has_no_capitals() -> None:
    with pytest.raises(ValueError, match="negative"):
        money_capitals(-1)
