"""Takes tasks, gives their reports: by several processes of this machine, at once or when it is seen that they pay."""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections.abc import Collection, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from functools import partial
from multiprocessing import connection, get_context, parent_process
from pathlib import Path
from typing import Any, Literal

from docgen.export.executor import AHEAD, Alone, Crew, Promise, WorkerDied
from docgen.export.held import hold
from docgen.export.order import Order
from docgen.export.outcome import Standing, UnitReport
from docgen.export.work import Task
from docgen.workspace import Workspace

# Processes begun anew take as long to begin as looking at so many units, or making so many papers.
FEW_TASKS, LITTLE_WORK = 8, 20
# Linux alone has it.
_THREADS = Path("/proc/self/task")


class Processes:
    """Several processes of this machine: copies of this one where that is safe, else begun anew."""

    def __init__(self, size: int, order: Order, workspace: Workspace) -> None:
        self.room = size + AHEAD
        self._size = size
        self._begin: tuple[Any, ...] = (order, workspace)
        self._pool = self._new()

    def take(self, task: Task) -> Promise:
        """Queue the task; where the workers are gone, promise that it died."""
        try:
            with _deaf_children():
                return self._pool.submit(task)
        except BrokenExecutor as fault:
            died: Future[UnitReport] = Future()
            died.set_exception(fault)
            return died

    def ended(self, promises: Collection[Promise]) -> Collection[Promise]:
        """Wait for the first."""
        return wait(promises, return_when=FIRST_COMPLETED).done

    def result(self, promise: Promise) -> UnitReport:
        """Return the report."""
        try:
            report: UnitReport = promise.result()
        except BrokenExecutor as fault:
            raise WorkerDied(str(fault)) from fault
        return report

    def renew(self) -> None:
        """Begin new processes."""
        self.close()
        self._pool = self._new()

    def close(self) -> None:
        """Wait for what is under way, and end."""
        self._pool.shutdown(cancel_futures=True)

    def _new(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._size, mp_context=get_context(way()), initializer=begin, initargs=self._begin)


class Gradual:
    """The process itself while all that it meets is current, and several from when it is seen that they pay."""

    def __init__(self, size: int, order: Order, workspace: Workspace) -> None:
        self._alone = Alone()
        self._call = partial(Processes, size, order, workspace)
        self._many: Processes | None = None
        self._done = 0

    @property
    def room(self) -> int:
        """One task at a time, until there are others."""
        return self._crew.room

    def take(self, task: Task) -> Promise:
        """Do the task, or queue it."""
        return self._crew.take(task)

    def ended(self, promises: Collection[Promise]) -> Collection[Promise]:
        """Wait for the first."""
        return self._crew.ended(promises)

    def result(self, promise: Promise) -> UnitReport:
        """Return the report; call for help where it tells of work, or where there is much to look at."""
        report = self._crew.result(promise)
        self._done += 1
        if self._many is None and (_written(report) > LITTLE_WORK or self._done >= FEW_TASKS):
            self._many = self._call()
        return report

    def renew(self) -> None:
        """Replace the others."""
        self._crew.renew()

    def close(self) -> None:
        """Let the others go."""
        self._crew.close()

    @property
    def _crew(self) -> Crew:
        return self._many or self._alone


def way() -> Literal["fork", "spawn"]:
    """Return how processes begin: by copying this one, which takes no time, where Linux knows of no other thread in it.

    A copy has the one thread that made it: a lock that another one held would stay locked for ever. Not even libraries
    may have begun threads of their own, of which Python does not know.
    """
    try:
        threads = sum(1 for _ in _THREADS.iterdir())
    except OSError:
        return "spawn"
    return "fork" if threads == 1 else "spawn"


def _written(report: UnitReport) -> int:
    standings = report.tally.standings
    return standings[Standing.MISSING] + standings[Standing.STALE] + standings[Standing.EDITED]


@contextmanager
def _deaf_children() -> Iterator[None]:
    """Let processes that begin meanwhile leave an interrupt to their driver from their first moment on."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def begin(order: Order, workspace: Workspace) -> None:
    """Make this process a worker: it ends when its driver does, and leaves an interrupt to it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    hold(order, workspace)
    gc.freeze()


def _end_with_parent() -> None:
    """End at once when the driver is gone, however that went: nothing may be written that nobody waits for."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
