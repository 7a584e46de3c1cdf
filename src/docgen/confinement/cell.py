"""Takes jobs, gives them to one worker process and ends it where it overruns: the worker seen from outside."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any

from docgen.confinement.answers import End, UnreadableAnswerError, unpacked
from docgen.confinement.limits import MIB, Limits
from docgen.confinement.worker import READY, Job, serve
from docgen.errors import Overrun

# Loading the engines takes seconds where the machine is busy.
START_SECONDS = 60.0
# How long a process that has closed its pipe may take to be gone.
END_SECONDS = 5.0
# A worker keeps what it has compiled; after so many jobs another one begins with nothing.
MOST_JOBS = 100
_SPAWN = get_context("spawn")
_TIMES = frozenset(-getattr(signal, name) for name in ("SIGXCPU", "SIGALRM") if hasattr(signal, name))


class Cell:
    """One confined process; `fit` tells whether it can take another job."""

    def __init__(self, warm: Sequence[str]) -> None:
        self._pipe: Connection
        self._pipe, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=serve, args=(theirs, tuple(warm)), daemon=True)
        self._process.start()
        theirs.close()
        self._left = MOST_JOBS
        self._begun = False
        self._late = False

    @property
    def fit(self) -> bool:
        """Tell whether the process is there and has not worked too long."""
        return self._left > 0 and self._process.is_alive()

    def run(self, job: Job) -> Any:
        """Do a job; raise what it refused, Overrun where it took too much or took the process with it."""
        limits = job[2]
        try:
            self._begin(limits)
            self._left -= 1
            with self._ended_after(limits.seconds):
                self._pipe.send(job)
                content = self._pipe.recv_bytes(limits.answer_mib * MIB)
        except (EOFError, OSError) as fault:
            self._left = 0
            raise self._reason(limits, fault) from fault
        if self._late:  # the answer came with the last tick; the process is about to end
            self._left = 0
        return self._answer(content, limits)

    def end(self) -> None:
        """End the process at once."""
        self._left = 0
        self._process.kill()
        self._process.join()
        self._pipe.close()

    def _begin(self, limits: Limits) -> None:
        """Wait until the process is ready, which is no job's time."""
        if not self._begun:
            with self._ended_after(START_SECONDS):
                self._begun = self._pipe.recv_bytes(len(READY)) == READY
            if self._late:
                raise Overrun("confinement-crash", {"reason": "", "limit": _told(limits.seconds)})

    @contextmanager
    def _ended_after(self, seconds: float) -> Iterator[None]:
        """End the process when it is not done in time; whoever waits for it then meets the end of the pipe."""
        timer = threading.Timer(seconds, self._kill)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _kill(self) -> None:
        self._late = True
        self._process.kill()

    def _answer(self, content: bytes, limits: Limits) -> Any:
        try:
            end, value = unpacked(content)
        except UnreadableAnswerError as fault:
            self._left = 0
            raise Overrun("confinement-crash", {"reason": str(fault)}) from fault
        match end:
            case End.DONE:
                return value
            case End.REFUSED:
                raise value
            case End.MEMORY:
                self._left = 0
                raise Overrun("confinement-memory", {"limit": limits.memory_mib})
            case End.FAILED:
                raise Overrun("confinement-crash", {"reason": str(value)})

    def _reason(self, limits: Limits, fault: Exception) -> Overrun:
        """Say why a process gave no answer, or one without end."""
        if isinstance(fault, OSError) and fault.errno is None and not self._late:
            return Overrun("confinement-answer", {"limit": limits.answer_mib})
        self._process.join(END_SECONDS)
        code = self._process.exitcode
        if self._late or code in _TIMES:
            return Overrun("confinement-time", {"limit": _told(limits.seconds)})
        return Overrun("confinement-crash", {"reason": str(code)})


def _told(seconds: float) -> str:
    return f"{seconds:g}"
