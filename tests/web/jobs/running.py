"""Takes a workspace, gives its exports as a service runs them, and a wait until something has become of one."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from docgen.web.jobs.queue import Jobs
from docgen.web.state.jobs import Job
from docgen.web.state.store import Store

# Longer than any export of these tests takes on a busy machine.
PATIENCE = 240.0


def now() -> datetime:
    """Return the moment."""
    return datetime.now(UTC)


def opened(root: Path, processes: int = 1) -> tuple[Jobs, Store]:
    """Return the jobs of a workspace, begun."""
    store = Store(root)
    jobs = Jobs(root, store, processes, now)
    jobs.start()
    return jobs, store


def waited(jobs: Jobs, id: str, until: Callable[[Job], bool]) -> Job:
    """Return a job when something has become of it."""
    last = time.monotonic() + PATIENCE
    while time.monotonic() < last:
        job = jobs.book.job(id)
        assert job is not None
        if until(job):
            return job
        time.sleep(0.05)
    raise AssertionError(jobs.book.job(id))


def over(job: Job) -> bool:
    """Tell whether a job has ended."""
    return not job.is_open
