"""Takes how far a long run is, gives what `docgen export` says of it on a terminal and elsewhere."""

from __future__ import annotations

import pytest

from docgen.cli.progress import Progress, pace_text
from docgen.export.pace import Pace


class Clock:
    """A clock that goes on by so many seconds whenever it is looked at."""

    def __init__(self, step: float) -> None:
        self.now, self.step = 0.0, step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


def lines(capsys: pytest.CaptureFixture[str], total: int, seconds: float) -> list[str]:
    """What is printed of a run of so many tasks, each of so many seconds, where there is no terminal."""
    capsys.readouterr()
    with Progress(on_terminal=False, clock=Clock(seconds)) as progress:
        for done in range(1, total + 1):
            progress(f"{done}支部", done, total)
    return capsys.readouterr().err.splitlines()


def test_a_thousand_units_are_twenty_lines_and_the_last_one_is_among_them(capsys: pytest.CaptureFixture[str]) -> None:
    said = lines(capsys, 1000, 0.25)

    assert len(said) == 20
    assert said[0] == "50/1000 50支部  每分钟 240 项，还要约 4 分钟"
    assert said[-1] == "1000/1000 1000支部"


def test_of_a_slow_run_a_minute_never_passes_without_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    said = lines(capsys, 1000, 45)

    assert len(said) == 500
    assert said[9] == "20/1000 20支部  每小时 80 项，还要约 12 小时 15 分钟"


def test_few_units_have_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert [line.split()[0] for line in lines(capsys, 3, 10)] == ["1/3", "2/3", "3/3"]


def test_a_short_run_makes_no_guess(capsys: pytest.CaptureFixture[str]) -> None:
    assert lines(capsys, 2, 0.1) == ["1/2 1支部", "2/2 2支部"]


def test_the_rest_is_reckoned_from_how_fast_it_goes_now() -> None:
    pace = Pace(0)
    pace.step(1, 500)  # were there already
    for second in range(2, 60):
        pace.step(second, 499 + second)

    assert pace_text(pace, 1000) == "每分钟 60 项，还要约 8 分钟"


@pytest.mark.parametrize(
    ("seconds", "done", "total", "said"),
    [
        (0.5, 1, 10, ""),
        (3600, 10, 20, "每小时 10 项，还要约 1 小时"),
        (60, 30, 60, "每分钟 30 项，还要约 1 分钟"),
        (10, 200, 210, "每秒 20 项，还要约 5 秒"),
        (3600, 10, 101, "每小时 10 项，还要约 9 小时 6 分钟"),
        (10, 0, 10, ""),
        (10, 10, 10, "每分钟 60 项"),
        (10, 10, 5, "每分钟 60 项"),
    ],
)
def test_rate_and_remaining_time_are_in_the_words_of_a_person(seconds: float, done: int, total: int, said: str) -> None:
    pace = Pace(0)
    pace.step(seconds, done)

    assert pace_text(pace, total) == said


def test_on_a_terminal_the_bar_tells_unit_number_rate_and_remaining_time(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    with Progress(on_terminal=True, patience=60, clock=Clock(5)) as progress:
        progress._show()
        for done in range(1, 8):
            progress("一支部", done, 40)

    shown = capsys.readouterr().err
    for part in ("正在生成 一支部", "7/40", "每分钟 12 项，还要约 3 分钟"):
        assert part in shown


def test_an_odd_report_stops_nothing() -> None:
    for on_terminal in (True, False):
        with Progress(on_terminal=on_terminal, patience=60, clock=Clock(0)) as progress:
            progress._show()
            for report in (("", 0, 0), ("一支部", 5, 3), ("一支部", 1, 0)):
                progress(*report)
        progress("一支部", 1, 2)
