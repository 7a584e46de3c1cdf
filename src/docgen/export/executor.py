"""Takes jobs for workers, gives their reports: in this process, or in several by `concurrent.futures`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from typing import Self, TypeAlias

from docgen.export.order import UnitReport

Task: TypeAlias = Callable[[], UnitReport]


class Executor:
    """Runs tasks; `jobs` 1 stays in this process, more start that many, by spawn on every system."""

    def __init__(self, jobs: int = 1) -> None:
        self._pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) if jobs > 1 else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def run(self, tasks: Iterable[Task]) -> Iterator[UnitReport]:
        """Yield reports as they come in; the order is the executor's own."""
        if self._pool is None:
            yield from (task() for task in tasks)
            return
        futures: list[Future[UnitReport]] = [self._pool.submit(task) for task in tasks]
        yield from (future.result() for future in as_completed(futures))
