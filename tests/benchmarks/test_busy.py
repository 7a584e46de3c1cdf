"""Takes two moments, gives whether the share of other programs is told."""

from __future__ import annotations

import pytest
from benchmarks.busy import Busy, others_share


@pytest.mark.parametrize(
    ("all_at_work", "own", "share"),
    [(10.0, 10.0, 0.0), (15.0, 10.0, 0.25), (9.0, 10.0, 0.0), (40.0, 0.0, 1.0)],
)
def test_what_is_not_ones_own_is_the_others(all_at_work: float, own: float, share: float) -> None:
    assert others_share(Busy(5.0, 100.0, 1.0), Busy(15.0, 100.0 + all_at_work, 1.0 + own), cores=2) == share


def test_the_machine_can_be_looked_at_twice() -> None:
    before = Busy.now()
    after = Busy.now()
    assert before.clock <= after.clock
    assert 0 <= others_share(before, after) <= 1
