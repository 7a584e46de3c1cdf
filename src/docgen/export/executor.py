"""Takes tasks, gives their reports: by a crew that is this process, several of this machine, or a cluster."""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from functools import partial
from multiprocessing import connection, get_context, parent_process
from typing import Any, Protocol, TypeAlias

from docgen.export.outcome import Standing, UnitReport
from docgen.export.work import Task, hold
from docgen.workspace import Workspace

Promise: TypeAlias = Any
"""What a crew hands out for a task it has taken: a future of its own kind."""
# Tasks given out beyond those under way, so that no worker waits for the driver.
AHEAD = 2
# How often a task is begun again after its worker died, before it is the task that is to blame.
TRIES = 3
# A worker that has held so many MiB is replaced: long documents leave their pages behind.
MOST_MEMORY = 1536

# Processes take as long to begin as looking at so many units, or making so many papers.
FEW_TASKS, LITTLE_WORK = 8, 20


class WorkerDied(Exception):
    """A worker ended without an answer."""


class Crew(Protocol):
    """Who does tasks."""

    @property
    def room(self) -> int:
        """How many tasks may be given out at once."""

    def take(self, task: Task) -> Promise:
        """Begin a task some time."""

    def ended(self, promises: Collection[Promise]) -> Collection[Promise]:
        """Wait until some are done, and return these."""

    def result(self, promise: Promise) -> UnitReport:
        """Return a task's report; raise WorkerDied where it has none, and what the task raised."""

    def renew(self) -> None:
        """Replace the workers, between tasks or after one died."""

    def close(self) -> None:
        """Let everybody go; what was not begun is never begun."""


def run(crew: Crew, tasks: Iterable[Task]) -> Iterator[UnitReport]:
    """Yield reports as they come in; never more tasks are given out than the crew can begin soon."""
    waiting = iter(tasks)
    again: list[tuple[Task, int]] = []
    under_way: dict[Promise, tuple[Task, int]] = {}
    tired = False
    while True:
        while not tired and len(under_way) < crew.room and (given := _next(again, waiting)):
            under_way[crew.take(given[0])] = given
        if not under_way and not tired:
            return
        for promise in crew.ended(under_way) if under_way else ():
            task, tries = under_way.pop(promise)
            try:
                report = crew.result(promise)
            except WorkerDied as fault:
                tired = True
                if tries < TRIES:
                    again.append((task, tries + 1))
                    continue
                report = task.lost(fault)
            tired |= report.memory > MOST_MEMORY
            yield report
        if tired and not under_way:
            crew.renew()
            tired = False


def _next(again: list[tuple[Task, int]], waiting: Iterator[Task]) -> tuple[Task, int] | None:
    if again:
        return again.pop()
    task = next(waiting, None)
    return None if task is None else (task, 1)


class Alone:
    """The process itself, one task after the other."""

    room = 1

    def take(self, task: Task) -> Promise:
        """Do the task at once."""
        done: Future[UnitReport] = Future()
        try:
            done.set_result(task())
        except Exception as fault:  # noqa: BLE001 - a future carries whatever its task raised
            done.set_exception(fault)
        return done

    def ended(self, promises: Collection[Promise]) -> Collection[Promise]:
        """Return all: they were done when they were taken."""
        return list(promises)

    def result(self, promise: Promise) -> UnitReport:
        """Return the report."""
        report: UnitReport = promise.result()
        return report

    def renew(self) -> None:
        """Do nothing: a process cannot replace itself."""

    def close(self) -> None:
        """Do nothing."""


class Processes:
    """Several processes of this machine, begun by spawn on every system."""

    def __init__(self, size: int, run: str, workspace: Workspace) -> None:
        self.room = size + AHEAD
        self._size = size
        self._begin: tuple[Any, ...] = (run, workspace)
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
        return ProcessPoolExecutor(self._size, mp_context=get_context("spawn"), initializer=begin, initargs=self._begin)


class Gradual:
    """The process itself while all that it meets is current, and several from when it is seen that they pay."""

    def __init__(self, size: int, run: str, workspace: Workspace) -> None:
        self._alone = Alone()
        self._call = partial(Processes, size, run, workspace)
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


def begin(run: str, workspace: Workspace) -> None:
    """Make this process a worker: it ends when its driver does, and leaves an interrupt to it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    hold(run, workspace)
    gc.freeze()


def _end_with_parent() -> None:
    """End at once when the driver is gone, however that went: nothing may be written that nobody waits for."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
