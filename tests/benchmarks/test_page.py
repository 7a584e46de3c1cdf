"""Takes results of benchmarks, gives whether docs/性能.md says them and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from benchmarks.page import COMMANDS, page, target_row
from benchmarks.places import PAGE
from benchmarks.results import Result, keep, kept
from benchmarks.targets import TARGETS
from benchmarks.words import DETAILS, DISTURBED, NO, NOT_MEASURED, YES

ABOUT = {"processor": "一种处理器", "cores": "2"}


def _result(part: str, values: Mapping[str, Sequence[float]], facts: Mapping[str, int] | None = None) -> Result:
    return Result(part, "2026-11-26", values, facts=facts or {})


def test_without_results_every_target_and_every_part_is_not_measured() -> None:
    text = page({}, ABOUT)
    assert len(TARGETS) > 20
    assert all(f"| {target.says} |" in text for target in TARGETS)
    assert text.count(NOT_MEASURED) == len(TARGETS) + len(DETAILS) + 1  # the introduction says what the word means
    assert f" {YES} |" not in text
    assert f" {NO} |" not in text


def test_a_part_that_was_measured_stands_beside_parts_that_were_not() -> None:
    text = page({"docx": _result("docx", {"docgen": [0.001, 0.002], "docxtpl": [0.06, 0.12]})}, ABOUT)
    assert "| docx，视图→字节：docxtpl（每份新开）÷ docgen | ≥ 50 倍 | 60.0 倍 | 是 |" in text
    assert "| docx，视图→字节：Carbone ÷ docgen | ≥ 80 倍 | 未测 |  |" in text
    assert "| docxtpl，每份新开 | 90.0 | 60.0 | 60.0 |  |" in text


@pytest.mark.parametrize(("again", "said", "reached"), [(4.0, "4.0 %", YES), (60.0, "60.0 %", NO)])
def test_a_target_at_most_is_reached_below_its_bound_only(again: float, said: str, reached: str) -> None:
    target = next(each for each in TARGETS if each.says.startswith("无改动的第二次导出 ÷"))
    row = target_row(target, {"again": _result("again", {"first": [100.0], "again": [again]})})
    assert row[1:] == ("≤ 5 %", said, reached)


def test_a_time_measured_beside_other_programs_decides_nothing_but_a_count_does() -> None:
    values, facts = {"first": [100.0], "again": [4.0]}, {"touched": 0}
    results = {"again": Result("again", "2026-11-26", values, facts=facts, others=0.4)}
    rows = {target.says: target_row(target, results) for target in TARGETS if target.part == "again"}
    assert rows["无改动的第二次导出 ÷ 第一次（含 pdf）"][2:] == ("4.0 %", DISTURBED)
    assert rows["无改动的第二次导出写过的文件"][2:] == ("0 个", YES)


def test_two_sizes_of_three_say_nothing_of_the_spread() -> None:
    target = next(each for each in TARGETS if "每支部用时最多相差" in each.says)
    two = {"inner-10": [0.4], "inner-100": [0.4]}
    assert target.measured({"scale": _result("scale", two)}) is None
    assert target.measured({"scale": _result("scale", {**two, "inner-1000": [0.5]})}) == pytest.approx(0.25)


def test_what_was_kept_is_read_again(tmp_path: Path) -> None:
    found = _result("crash", {"undisturbed": [1.5]}, {"broken": 0})
    keep(found, tmp_path)
    assert kept(tmp_path) == {"crash": found}


def test_every_part_has_a_section_a_command_and_a_target() -> None:
    assert set(DETAILS) == set(COMMANDS) == {target.part for target in TARGETS}


def test_the_committed_page_has_every_target() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert [target.says for target in TARGETS if f"| {target.says} |" not in text] == []
