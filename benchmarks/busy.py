"""Takes two moments, gives the share of the processors' time between them that other programs had."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path

STAT = Path("/proc/stat")
IDLE = (3, 4)
"""Where idling and waiting for disks stand among the numbers of /proc/stat."""


@dataclass(frozen=True)
class Busy:
    """Seconds so far: by the clock, of all processors at work, of this process and those it has waited for."""

    clock: float
    all: float
    own: float

    @classmethod
    def now(cls) -> Busy:
        """Look at the machine; where it does not tell, everything counts as this process's."""
        times = os.times()
        own = times.user + times.system + times.children_user + times.children_system
        return cls(time.monotonic(), _at_work() if STAT.is_file() else own, own)


def others_share(before: Busy, after: Busy, cores: int = os.cpu_count() or 1) -> float:
    """Return the share, 0 to 1."""
    passed = (after.clock - before.clock) * cores
    others = (after.all - before.all) - (after.own - before.own)
    return min(1.0, max(0.0, others / passed)) if passed else 0.0


def _at_work() -> float:
    numbers = [int(each) for each in STAT.read_text(encoding="ascii").split("\n", 1)[0].split()[1:8]]
    return sum(each for place, each in enumerate(numbers) if place not in IDLE) / os.sysconf("SC_CLK_TCK")
