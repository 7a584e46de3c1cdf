"""Takes tasks and a crew, gives their reports: the order in which they are given out, and the crew of one process."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import partial
from typing import Any, Protocol, TypeAlias

from docgen.export.outcome import UnitReport
from docgen.export.work import Task

Promise: TypeAlias = Any
"""What a crew hands out for a task it has taken: a future of its own kind, or what a future stands for."""
# Tasks given out beyond those under way, so that no worker waits for the driver.
AHEAD = 2
# How often a task is begun again after its worker died, before it is the task that is to blame.
TRIES = 3
# A worker that has held so many MiB is replaced: long documents leave their pages behind.
MOST_MEMORY = 1536


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
        """Promise the task, which is done when its report is asked for."""
        return partial(task)

    def ended(self, promises: Collection[Promise]) -> Collection[Promise]:
        """Return all: nobody else is to be waited for."""
        return list(promises)

    def result(self, promise: Promise) -> UnitReport:
        """Do the task and return its report."""
        report: UnitReport = promise()
        return report

    def renew(self) -> None:
        """Do nothing: a process cannot replace itself."""

    def close(self) -> None:
        """Do nothing."""
