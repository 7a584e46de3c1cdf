"""How fast it goes, and how long the rest takes."""

from __future__ import annotations

from docgen.export.pace import Pace, Reckoning


def test_what_was_there_already_promises_nothing_for_the_rest() -> None:
    pace = Pace(0)
    pace.step(1, 500)
    for second in range(2, 60):
        pace.step(second, 499 + second)

    assert pace.reckoned(1000) == Reckoning(1.0, 442.0)


def test_nothing_is_reckoned_from_less_than_a_second() -> None:
    pace = Pace(0)
    pace.step(0.5, 3)

    assert pace.reckoned(10) is None
