"""Takes when tasks were done, gives how fast it goes lately and how long the rest will take."""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

PATIENCE = 1.0
RECENT, FEWEST = 20.0, 5
"""The pace is that of the last seconds, but of so many steps at least."""


class Reckoning(NamedTuple):
    """How many tasks are done in a second, and how many seconds the rest will take."""

    per_second: float
    seconds_left: float


class Pace:
    """How fast tasks are done lately: what was done at once, as it was there already, does not promise anything."""

    def __init__(self, now: float) -> None:
        self._steps: deque[tuple[float, int]] = deque([(now, 0)])

    def step(self, now: float, done: int) -> None:
        """Remember how many tasks are done by now, and forget what was long ago."""
        self._steps.append((now, done))
        while len(self._steps) > FEWEST + 1 and now - self._steps[1][0] >= RECENT:
            self._steps.popleft()

    def reckoned(self, total: int) -> Reckoning | None:
        """Return rate and remaining time; None as long as they are a guess."""
        (begun, before), (now, done) = self._steps[0], self._steps[-1]
        if now - begun < PATIENCE or done <= before:
            return None
        per_second = (done - before) / (now - begun)
        return Reckoning(per_second, max(total - done, 0) / per_second)
