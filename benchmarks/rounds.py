"""Takes things to time, gives the seconds of each, round after round and by turns."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from statistics import median

Batch = Callable[[int], list[float]]
"""Does something so many times and returns the seconds of each time."""
BATCH_SECONDS = 0.5
FEWEST, MOST = 3, 400


def by_turns(cases: Mapping[str, Batch], rounds: int, seconds: float = BATCH_SECONDS) -> dict[str, list[float]]:
    """Return each case's median of each round; in a round every case is run for about `seconds`, one after the other.

    Each is run once beforehand, which warms it up and tells how often it fits.
    """
    counts = {name: _fitting(case, seconds) for name, case in cases.items()}
    found: dict[str, list[float]] = {name: [] for name in cases}
    for _ in range(rounds):
        for name, case in cases.items():
            found[name].append(median(case(counts[name])))
    return found


def timed(action: Callable[[], object]) -> Batch:
    """Make a batch of a function of this process."""

    def batch(count: int) -> list[float]:
        return [seconds_of(action) for _ in range(count)]

    return batch


def seconds_of(action: Callable[[], object]) -> float:
    """Return how long a function takes by the clock."""
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


def ratio(above: Sequence[float], below: Sequence[float]) -> float:
    """Return the median of the rounds' ratios: what slows a whole round down is in both."""
    return median(left / right for left, right in zip(above, below, strict=True))


def spread(values: Iterable[float]) -> float:
    """Return how far the greatest is above the least, as a share of the least."""
    known = list(values)
    return max(known) / min(known) - 1


def _fitting(case: Batch, seconds: float) -> int:
    once = median(case(FEWEST)[1:])
    return max(FEWEST, min(MOST, round(seconds / once)))
