"""Takes functions and plain data, gives their answers from a few worker processes that are kept warm."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Any, Self, TypeVar

from docgen.confinement.cell import Cell
from docgen.confinement.limits import Limits
from docgen.errors import Busy

T = TypeVar("T")
SIZE = 2
PATIENCE_SECONDS = 30.0


class Confinement:
    """A bounded number of confined processes, begun when first needed; may be asked from several threads; a context.

    `warm` names modules that a process loads before its first job: what it loads later counts as the job's time.
    """

    def __init__(self, size: int = SIZE, *, warm: Sequence[str] = (), patience: float = PATIENCE_SECONDS) -> None:
        self._warm = tuple(warm)
        self._patience = patience
        self._room = threading.BoundedSemaphore(size)
        self._lock = threading.Lock()
        self._idle: list[Cell] = []
        self._closed = False

    def run(self, function: Callable[..., T], *arguments: Any, limits: Limits | None = None) -> T:
        """Return what a top-level function answers to plain data; findings may be in it.

        Raise the DocgenError that it raised, Overrun where it took too much time, memory or the process itself, Busy
        where no process became free in time.
        """
        if self._closed or not self._room.acquire(timeout=self._patience):
            raise Busy("confinement-busy")
        try:
            cell = self._taken()
            try:
                answer: T = cell.run((function, arguments, limits or Limits()))
                return answer
            finally:
                self._put_back(cell)
        finally:
            self._room.release()

    def close(self) -> None:
        """End all processes; whoever comes later is told that none is free."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for cell in idle:
            cell.end()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _taken(self) -> Cell:
        """Return a process that waits, or a new one; what died while it waited is cleared away."""
        with self._lock:
            while self._idle:
                cell = self._idle.pop()
                if cell.fit:
                    return cell
                cell.end()
        return Cell(self._warm)

    def _put_back(self, cell: Cell) -> None:
        with self._lock:
            if cell.fit and not self._closed:
                self._idle.append(cell)
                return
        cell.end()
