"""Takes figures, gives sums and shares that keep their sources."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from docgen.ledger import figures
from docgen.view import Figure


def test_a_number_is_exact_in_text_and_whole_where_it_is_whole() -> None:
    assert figures.number(Decimal("4.50"), ["甲", "乙", "甲"]) == Figure(4.5, "4.5", ("甲", "乙"))
    assert figures.number(Decimal("4.00")) == Figure(4, "4")


def test_a_total_of_tenths_is_exact() -> None:
    parts = [figures.number(Decimal("0.1"), [str(index)]) for index in range(3)]

    assert figures.total(parts) == Figure(0.3, "0.3", ("0", "1", "2"))
    assert figures.total([]) == figures.NOTHING


def test_a_share_is_a_percentage_of_what_was_due() -> None:
    assert figures.percent(Figure(21, "21", ("甲",)), Figure(22, "22", ("甲", "乙"))) == Figure(
        95.5, "95.5%", ("甲", "乙")
    )
    assert figures.percent(Figure(2, "2"), Figure(2, "2")) == Figure(100, "100%")
    assert figures.percent(Figure(0, "0"), Figure(0, "0")) == Figure(0, "—")


@given(st.builds(Figure, st.integers(0, 10**6), st.text(), st.lists(st.text()).map(tuple)))
def test_a_figure_survives_being_written_as_plain_data(figure: Figure) -> None:
    plain = figures.to_plain(figure)

    assert figures.is_figure(plain)
    assert figures.from_plain(plain) == figure
