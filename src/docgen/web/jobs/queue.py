"""Takes wishes, gives jobs: in a line that is bounded, each person in it a few times at most; stopped, resumed, ended."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from docgen.web.jobs.gallery import Gallery
from docgen.web.jobs.runner import GRACE, Runner
from docgen.web.jobs.wish import Wish
from docgen.web.problems import Refusal
from docgen.web.state.jobs import RESUMABLE, Job, JobBook, JobState
from docgen.web.state.papers import Papers
from docgen.web.state.store import Store

# How many exports wait at most behind the one that runs, and how many of one person.
WAITING, OWN = 8, 2
RETRY = 60


class Jobs:
    """The exports of a workspace: at most one runs, the others wait their turn."""

    def __init__(self, root: Path, store: Store, processes: int, now: Callable[[], datetime]) -> None:
        self.book = JobBook(store)
        self.papers = Papers(store)
        self._now = now
        self._runner = Runner(root, self.book, self.papers, processes, now)
        self.gallery = Gallery(self.book, lambda: self._runner.is_ending)

    def start(self) -> None:
        """Begin with the jobs that wait; those that ran when the service died are interrupted."""
        self._runner.begin()

    def end(self) -> None:
        """Tell the job under way to end, as the service is about to; return at once."""
        self._runner.end()

    def close(self) -> None:
        """Wait until the job under way has ended; what waits goes on waiting."""
        self._runner.end()
        if self._runner.is_alive():
            self._runner.join(GRACE * 2)

    def ask(self, account: str, wish: Wish) -> Job:
        """Put a wish into the line; one that somebody's own open job is about already is that job.

        Raise Refusal where too many wait.
        """
        request = wish.as_plain()
        waiting = self.book.open()
        for job in waiting:
            if job.account == account and wish.same(job.request) and not job.stopping:
                return job
        self._refuse_too_many(account, waiting)
        job = self.book.add(account, request, self._now())
        self._runner.wake()
        return job

    def resume(self, job: Job, account: str) -> Job:
        """Put a job that was not finished into the line again; raise Refusal where it is none, or too many wait."""
        if job.state not in RESUMABLE:
            raise Refusal(409, "export-not-resumable")
        self._refuse_too_many(account, self.book.open())
        again = self.book.again(job.id, self._now())
        self._runner.wake()
        return again

    def cancel(self, job: Job) -> Job:
        """End a job: what was made stays. Raise Refusal where it has ended."""
        if not job.is_open:
            raise Refusal(409, "export-ended")
        stopped = self.book.stop(job.id, self._now())
        self._runner.wake()
        return stopped

    def before(self, job: Job) -> int:
        """Return how many jobs come before one that waits."""
        return next((number for number, each in enumerate(self.book.open()) if each.id == job.id), 0)

    def _refuse_too_many(self, account: str, waiting: list[Job]) -> None:
        asked = [job for job in waiting if job.state is JobState.ASKED]
        if len(asked) >= WAITING:
            raise Refusal(503, "exports-full", {"limit": WAITING}).after(RETRY)
        if sum(job.account == account for job in asked) >= OWN:
            raise Refusal(429, "exports-many", {"limit": OWN}).after(RETRY)
