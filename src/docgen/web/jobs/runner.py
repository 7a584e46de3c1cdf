"""Takes the jobs of the book one after the other, gives each to a process of its own and writes down what it tells."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from docgen.errors import Fault
from docgen.web.jobs.child import Ended, do_export
from docgen.web.jobs.wish import wish_of
from docgen.web.problems import problem
from docgen.web.state.jobs import Job, JobBook, JobState, Progress
from docgen.web.state.papers import Papers
from docgen.workspace.files import STATE_FOLDER

LOCK = "exports.lock"
# How often it is looked whether a job is to end, and whether another one waits.
TICK = 0.25
# How long an export may take to end when it is told to: as long as the longest paper; then it is killed.
GRACE = 20.0


class Runner(threading.Thread):
    """Does the jobs of one workspace: of several services that share it, one alone does."""

    def __init__(self, root: Path, book: JobBook, papers: Papers, jobs: int, now: Callable[[], datetime]) -> None:
        super().__init__(name="docgen-exports", daemon=True)
        self._root, self._book, self._papers, self._jobs, self._now = root, book, papers, jobs, now
        self._lock = FileLock(root / STATE_FOLDER / LOCK, thread_local=False)
        self._ending = threading.Event()
        self._woken = threading.Event()

    def begin(self) -> None:
        """Say of jobs that ran when the service died that they were interrupted, and begin with those that wait."""
        self._takes_over()
        self.start()

    def wake(self) -> None:
        """Look at the book at once."""
        self._woken.set()

    def end(self) -> None:
        """End the job under way; return at once."""
        self._ending.set()
        self._woken.set()

    @property
    def is_ending(self) -> bool:
        """Tell whether no more jobs are done here."""
        return self._ending.is_set()

    def run(self) -> None:
        """Do jobs until told to end."""
        try:
            while not self._ending.is_set():
                job = self._book.begin(self._now()) if self._takes_over() else None
                if job is not None:
                    self._do(job)
                else:
                    self._woken.wait(TICK * 4)
                    self._woken.clear()
        finally:
            self._lock.release()

    def _takes_over(self) -> bool:
        """Tell whether it is this service that does the jobs; say of those of one that is gone that they do not run."""
        if self._lock.is_locked:
            return True
        try:
            self._lock.acquire(blocking=False)
        except Timeout:
            return False
        self._book.interrupt({}, self._now())
        return True

    def _do(self, job: Job) -> None:
        """Have one job done, and write down how it ended."""
        try:
            line, process = self._begun(job)
        except OSError as fault:
            self._book.end(job.id, JobState.FAILED, _told("export-unbegun", {"reason": str(fault)}), self._now())
            return
        ended = self._attended(job.id, line, process)
        process.join()
        state, result = self._judged(job.id, ended, process.exitcode or 0)
        process.close()
        line.close()
        self._book.end(job.id, state, result, self._now())

    def _begun(self, job: Job) -> tuple[Connection, SpawnProcess]:
        context = get_context("spawn")
        line, theirs = context.Pipe()
        wish = wish_of(job.request)
        process = context.Process(
            target=do_export, args=(self._root, wish, self._jobs, self._now().date(), theirs), name="docgen-export"
        )
        process.start()
        theirs.close()
        return line, process

    def _attended(self, id: str, line: Connection, process: SpawnProcess) -> Ended | None:
        """Write down what an export tells until it says no more; return how it ended, None where it did not say."""
        ended: Ended | None = None
        last: float | None = None
        while True:
            try:
                if line.poll(TICK):
                    said = line.recv()
                    ended = self._taken(id, said) or ended
            except (EOFError, OSError):
                return ended
            if last is None and (self._ending.is_set() or self._book.is_stopping(id)):
                last = time.monotonic() + GRACE
                self._tell_to_stop(line)
            if last is not None and time.monotonic() > last:
                process.kill()

    def _tell_to_stop(self, line: Connection) -> None:
        try:
            line.send(None)
        except OSError:
            return

    def _taken(self, id: str, said: object) -> Ended | None:
        """Write down one thing that an export tells."""
        if isinstance(said, Ended):
            return said
        if isinstance(said, Progress):
            self._book.step(id, said, self._now())
        elif isinstance(said, list):
            self._papers.note(id, said)
        return None

    def _judged(self, id: str, ended: Ended | None, code: int) -> tuple[JobState, Mapping[str, Any]]:
        """Return the state in which a job ended: as it said itself, else as it was told to, else it died."""
        if ended is not None and ended.state is not None:
            return ended.state, ended.result
        if self._book.is_stopping(id):
            return JobState.CANCELLED, {}
        if ended is not None or self._ending.is_set():
            return JobState.INTERRUPTED, {}
        return JobState.INTERRUPTED, _told("export-died", {"value": code})


def _told(code: str, values: Mapping[str, str | int]) -> dict[str, Any]:
    return {"problem": problem(Fault(code, values))}
