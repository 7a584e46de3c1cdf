"""Takes sources of figures, gives how a manifest lists them: records as they are, cited figures by unit and period."""

from __future__ import annotations

import pytest

from docgen.ledger.organisation import subject_cited


@pytest.mark.parametrize(
    ("source", "listed"),
    [
        ("一支部/2020/03/2020-03-12-支委会", "一支部/2020/03/2020-03-12-支委会"),
        ("一支部/2020/年度/2020-谈话#2", "一支部/2020/年度/2020-谈话#2"),
        ("一支部/2020-03#five-ones-matrix.学习研讨.done", "一支部/2020-03"),
        ("一支部/2020#activity-statistics.支委会.times", "一支部/2020"),
    ],
)
def test_a_cited_figure_is_listed_by_its_unit_and_period(source: str, listed: str) -> None:
    assert subject_cited(source) == listed
