"""Takes the limits of one job, gives them to the system to keep in this process."""

from __future__ import annotations

import math
import mmap
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from msgspec import Struct

# Windows has none.
resource: Any = import_module("resource") if find_spec("resource") else None

MIB = 1024 * 1024
# What a process may take beyond the wall clock of its job before it ends itself, should nobody be there to end it.
_GRACE_SECONDS = 5
# What is taken for granted where a process cannot learn how much it holds.
_USUAL_BYTES = 1024 * MIB


class Limits(Struct, frozen=True):
    """What one job may take: seconds on the clock and of the processor, memory beside what the worker holds, its answer."""

    seconds: float = 20.0
    cpu_seconds: int = 15
    memory_mib: int = 512
    answer_mib: int = 64


@contextmanager
def imposed(limits: Limits) -> Iterator[None]:
    """Bound this process while one job runs: too much memory raises MemoryError, too much time ends the process."""
    _alarm(limits.seconds + _GRACE_SECONDS)
    _bound("RLIMIT_CPU", math.ceil(time.process_time()) + limits.cpu_seconds)
    _bound("RLIMIT_AS", _held_bytes() + limits.memory_mib * MIB)
    try:
        yield
    finally:
        _bound("RLIMIT_AS", None)
        _bound("RLIMIT_CPU", None)
        _alarm(0)


def leave_no_core() -> None:
    """Let a crash of this process write nothing of what it held."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _bound(name: str, most: int | None) -> None:
    """Set a soft limit below the hard one; None lifts it again."""
    if resource is None:
        return
    which = getattr(resource, name)
    _, hard = resource.getrlimit(which)
    wanted = hard if most is None else most
    resource.setrlimit(which, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))


def _alarm(seconds: float) -> None:
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _held_bytes() -> int:
    """Return the size of this process's address space."""
    try:
        return int(Path("/proc/self/statm").read_bytes().split()[0]) * mmap.PAGESIZE
    except (OSError, ValueError, IndexError):
        return _USUAL_BYTES
