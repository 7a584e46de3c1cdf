"""Takes the command `explain`, gives what it prints of a figure and of a paper's figures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Docgen = Callable[..., Any]
PAPER = ("explain", "组织生活统计表", "一支部/2020")
MEETING = "一支部/2020/01/2020-01-10-支委会"


def test_a_figure_is_told_with_its_records_and_where_they_stand(docgen: Docgen) -> None:
    answer = docgen(*PAPER, "支委会.合计", "--on", "2020-12-31")

    assert answer.code == 0
    assert "各项活动.支委会.合计：1" in answer.out
    assert "数出 1 条记录" in answer.out
    assert f"2020-01-10  {MEETING}" in answer.out
    assert "支部/一支部/记录/2020/01/2020-01-10-支委会.yaml:" in answer.out


def test_a_share_is_told_by_its_two_figures(docgen: Docgen) -> None:
    share = docgen(*PAPER, "支委会.到会率", "--format", "json").json

    assert share["way"] == "占比"
    assert len(share["parts"]) == 2
    assert [each["parts"][0]["records"][0]["id"] for each in share["parts"]] == [MEETING, MEETING]


def test_without_a_figure_all_are_listed(docgen: Docgen) -> None:
    text, plain = docgen(*PAPER), docgen(*PAPER, "--format", "json").json

    assert "各项活动.支委会.到会率" in text.out
    assert {"path": "各项活动.支委会.合计", "text": "1", "sources": 1} in plain["figures"]


def test_an_unknown_figure_ends_with_the_nearest_and_code_2(docgen: Docgen) -> None:
    answer = docgen(*PAPER, "支委会.到会")

    assert answer.code == 2
    assert "没有名为“支委会.到会”的数" in answer.err
    assert "到会率" in answer.err
