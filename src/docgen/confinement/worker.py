"""Takes jobs from a pipe, one after the other, gives their answers: what runs inside the confined process."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from multiprocessing.connection import Connection
from typing import Any, TypeAlias

from docgen.confinement.answers import End, packed
from docgen.confinement.limits import Limits, imposed, leave_no_core
from docgen.confinement.walls import raise_walls
from docgen.errors import DocgenError

Job: TypeAlias = tuple[Callable[..., Any], tuple[Any, ...], Limits]
READY = b"ready"
# Requests come first; who uploads a template can wait a little.
_NICENESS = 5


def serve(jobs: Connection, warm: Sequence[str]) -> None:
    """Load what the jobs will need, shut the process in, and do jobs until nobody is there to give any."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    leave_no_core()
    for name in warm:
        import_module(name)
    raise_walls()
    with suppress(EOFError, OSError):
        jobs.send_bytes(READY)
        while _go_on(jobs):
            pass


def _go_on(jobs: Connection) -> bool:
    """Do one job; tell whether the process is fit for another."""
    function, arguments, limits = jobs.recv()
    end, value = _ended(function, arguments, limits)
    try:
        answer = packed(end, value)
    except Exception as fault:  # noqa: BLE001 - what cannot be sent is the job's fault, whatever it is
        end, answer = End.FAILED, packed(End.FAILED, f"{type(fault).__name__}: {fault}")
    jobs.send_bytes(answer)
    return end is not End.MEMORY


def _ended(function: Callable[..., Any], arguments: tuple[Any, ...], limits: Limits) -> tuple[End, object]:
    try:
        with imposed(limits):
            return End.DONE, function(*arguments)
    except DocgenError as refused:
        return End.REFUSED, refused
    except MemoryError:
        return End.MEMORY, ""
    except BaseException as fault:  # noqa: BLE001 - the one who asked is told, whatever it is
        return End.FAILED, f"{type(fault).__name__}: {fault}"
