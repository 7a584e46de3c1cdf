"""Takes numbers, gives whether they are written and compared as they should."""

from __future__ import annotations

import pytest
from benchmarks.rounds import by_turns, ratio, spread
from benchmarks.tables import markdown, milliseconds, seconds_table


@pytest.mark.parametrize(("seconds", "text"), [(0.00036, "0.36"), (0.0251, "25.1"), (1.2344, "1234")])
def test_milliseconds_have_three_figures_that_count(seconds: float, text: str) -> None:
    assert milliseconds(seconds) == text


def test_a_ratio_is_the_median_of_the_rounds_so_that_a_slow_round_does_not_count() -> None:
    assert ratio([20.0, 200.0, 22.0], [1.0, 10.0, 2.0]) == 20.0


def test_rounds_of_different_number_cannot_be_compared() -> None:
    with pytest.raises(ValueError, match="zip"):
        ratio([1.0], [1.0, 2.0])


def test_the_spread_is_what_the_greatest_has_above_the_least() -> None:
    assert spread([0.4, 0.5, 0.45]) == pytest.approx(0.25)


def test_cases_run_by_turns_in_every_round() -> None:
    ran: list[str] = []

    def case(name: str, seconds: float) -> object:
        def batch(count: int) -> list[float]:
            ran.append(name)
            return [seconds] * count

        return batch

    found = by_turns({"a": case("a", 1.0), "b": case("b", 2.0)}, 3)  # type: ignore[dict-item]
    assert ran == ["a", "b"] * 4  # once to warm up
    assert found == {"a": [1.0] * 3, "b": [2.0] * 3}


def test_a_table_of_seconds_leaves_out_a_ratio_where_rounds_differ_in_number() -> None:
    lines = seconds_table({"docgen": [0.001, 0.001], "peer": [0.02, 0.04], "slow": [1.0]}, "docgen").splitlines()
    assert lines[2].split() == ["peer", "30.0", "30.0"]
    assert lines[3].split() == ["slow", "1000"]


def test_a_table_of_a_page_has_its_numbers_to_the_right() -> None:
    assert markdown(("项目", "值"), [("甲", "1")]) == "| 项目 | 值 |\n| --- | ---: |\n| 甲 | 1 |"
