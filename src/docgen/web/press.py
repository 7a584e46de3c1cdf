"""Takes subjects of a workspace, gives their papers in memory: pdf by other processes, all else by this one, not too many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures import TimeoutError as TookTooLong
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from threading import BoundedSemaphore, Lock

from msgspec import Struct, field

from docgen.export import Outcome, Proofs, proofs
from docgen.findings import Finding
from docgen.formats import Format
from docgen.web.measures import Measures
from docgen.web.options import Bounds
from docgen.web.problems import Refusal
from docgen.workspace import Workspace, open_workspace
from docgen.workspace.memory import Memory

RETRY = 2
PATIENCE = 10.0


class Wish(Struct, frozen=True):
    """Which papers are wanted: of subjects, of which kinds, in which formats."""

    subjects: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    to: tuple[str, ...] = (Format.DOCX.value,)
    final: bool = False
    sourced: bool = False
    outlet: str = ""
    on: date = date.max
    drafts: Mapping[Path, bytes] = field(default_factory=dict)


class Printed(Struct, frozen=True):
    """Papers in memory: how each ended, their bytes by the path of the outcome, subjects that have none, findings."""

    outcomes: tuple[Outcome, ...]
    files: Mapping[str, bytes]
    paperless: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


class Press:
    """Makes papers for requests; those that find no place within some seconds are sent away."""

    def __init__(self, root: Path, bounds: Bounds, measures: Measures | None = None) -> None:
        self._root = root
        self._measures = measures
        self._bounds = bounds
        self._places = BoundedSemaphore(bounds.papers)
        self._waiting = BoundedSemaphore(bounds.pdf_waiting)
        self._lock = Lock()
        self._pool: ProcessPoolExecutor | None = None

    def papers(self, workspace: Workspace, wish: Wish) -> Printed:
        """Make papers; raise UsageError as `render` does, Refusal where the press is busy or a pdf takes too long."""
        with self._place():
            made = self._elsewhere(wish) if Format.PDF in wish.to else printed(workspace, wish)
        if self._measures is not None:
            self._measures.made(made.outcomes)
        return made

    def close(self) -> None:
        """Let the processes go."""
        with self._lock:
            if self._pool is not None:
                self._pool.shutdown(wait=False, cancel_futures=True)
                self._pool = None

    @contextmanager
    def _place(self) -> Iterator[None]:
        if not self._places.acquire(timeout=PATIENCE):
            raise Refusal(503, "busy", {"seconds": RETRY}).after(RETRY)
        try:
            yield
        finally:
            self._places.release()

    def _elsewhere(self, wish: Wish) -> Printed:
        """Make papers in another process: WeasyPrint holds its own for long, and changes itself while it works."""
        if not self._waiting.acquire(blocking=False):
            # Whoever waits for a pdf holds a thread that others need.
            raise Refusal(503, "busy", {"seconds": RETRY}).after(RETRY)
        pool = self._workers()
        try:
            return pool.submit(_made, wish).result(self._bounds.pdf_seconds)
        except TookTooLong as fault:
            self._renew(pool)
            raise Refusal(503, "too-slow", {"seconds": int(self._bounds.pdf_seconds)}) from fault
        except BrokenProcessPool as fault:
            # A process was ended, by the system for want of memory or with one that took too long: others may try again.
            self._renew(pool)
            raise Refusal(503, "busy", {"seconds": RETRY}).after(RETRY) from fault
        finally:
            self._waiting.release()

    def _workers(self) -> ProcessPoolExecutor:
        with self._lock:
            if self._pool is None:
                self._pool = ProcessPoolExecutor(
                    self._bounds.pdf_workers, get_context("spawn"), _begin, (self._root,), max_tasks_per_child=200
                )
            return self._pool

    def _renew(self, pool: ProcessPoolExecutor) -> None:
        """End the processes of a pool, of which one does not come back; the next request begins new ones."""
        with self._lock:
            if self._pool is pool:
                self._pool = None
        for process in list((pool._processes or {}).values()):  # noqa: SLF001 - 3.14 has kill_workers for it
            process.kill()
        pool.shutdown(wait=False, cancel_futures=True)


def printed(workspace: Workspace, wish: Wish) -> Printed:
    """Make papers in this process."""
    done: Proofs = proofs(
        workspace.with_drafts(wish.drafts),
        *wish.subjects,
        kinds=wish.kinds,
        to=wish.to,
        final=wish.final,
        sourced=wish.sourced,
        outlet=wish.outlet,
        on=wish.on,
    )
    export = done.export
    return Printed(tuple(export.outcomes), done.files, tuple(map(str, export.paperless)), export.findings)


# ---- in another process ----

_here: list[tuple[Path, Memory]] = []


def _begin(root: Path) -> None:
    """Make a process ready: what it reads it remembers, as the service does."""
    _here[:] = [(root, Memory(most_units=64))]


def _made(wish: Wish) -> Printed:
    root, memory = _here[0]
    return printed(open_workspace(root, memory), wish)
