"""Takes a command, gives how long it ran, how it ended and how much memory it took."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from benchmarks.places import ROOT

KB = 1024
# As an installed docgen runs: its modules compiled once and for all.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
TICK = 0.02
_TAIL = 2000


@dataclass(frozen=True)
class Run:
    """One run of a command; `peak` is the largest memory of one of its processes, `own` of the first alone, in bytes."""

    seconds: float
    code: int
    peak: int
    own: int
    said: str


def compile_docgen() -> None:
    """Compile docgen's modules, as installing it does, so that no start is timed that compiles."""
    folder = find_spec("docgen")
    places = list(folder.submodule_search_locations or ()) if folder else []
    subprocess.run([sys.executable, "-m", "compileall", "-q", *places], env=ENVIRONMENT, check=True)


def start(command: Sequence[str], log: Path | None = None) -> subprocess.Popen[bytes]:
    """Start a command in a process group of its own, in the project's folder."""
    with Path(log or os.devnull).open("wb") as file:
        return subprocess.Popen(
            command, cwd=ROOT, env=ENVIRONMENT, stdout=file, stderr=subprocess.STDOUT, start_new_session=True
        )


def run(command: Sequence[str], log: Path | None = None, *, watched: bool = False) -> Run:
    """Run a command to its end; `watched` looks at the memory of its first process while it runs."""
    begun = time.perf_counter()
    process = start(command, log)
    own = 0
    while watched and os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG) is None:
        own = max(own, high_water(process.pid))
        time.sleep(TICK)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    said = log.read_text(encoding="utf-8", errors="replace")[-_TAIL:] if log else ""
    return Run(time.perf_counter() - begun, process.returncode, usage.ru_maxrss * KB, own, said)


def high_water(pid: int) -> int:
    """Return the most memory that a process has held so far, in bytes; 0 when it has ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * KB for line in lines if line.startswith("VmHWM")), 0)
