"""Takes a number of processes, gives how long they count side by side: what this machine lets two of anything gain."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, field

from benchmarks.rounds import ratio, seconds_of

STEPS = 60_000_000
_COUNTING = f"for _ in range({STEPS}): pass"
_DIGITS = 2


@dataclass
class Limit:
    """What two processes do that share nothing but the machine, beside one; looked at in the rounds of what is measured."""

    _one: list[float] = field(default_factory=list)
    _two: list[float] = field(default_factory=list)

    def look(self) -> None:
        """Let one process count, then two at once."""
        self._one.append(seconds_of(lambda: _count(1)))
        self._two.append(seconds_of(lambda: _count(2)))

    @property
    def times(self) -> float:
        """How much more two have counted in the same time."""
        return round(2 * ratio(self._one, self._two), _DIGITS)


def _count(processes: int) -> None:
    counting = [subprocess.Popen([sys.executable, "-S", "-c", _COUNTING]) for _ in range(processes)]
    for each in counting:
        each.wait()
