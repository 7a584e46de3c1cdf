"""Takes a job, gives what becomes of it as it happens, from an event on until it has ended."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator

from starlette.concurrency import run_in_threadpool

from docgen.web.jobs.queue import Jobs
from docgen.web.state.jobs import Event

TICK = 0.4
# A listener who is still there then asks again, and is asked again who they are.
LONGEST = 600.0
# A place that is taken for so long is not given to more than so many.
MOST = 32


class Gallery:
    """Counts who follows jobs at the moment."""

    def __init__(self) -> None:
        self._taken = 0

    @property
    def is_full(self) -> bool:
        """Tell whether no further listener finds a place."""
        return self._taken >= MOST

    async def follow(self, jobs: Jobs, id: str, after: int = 0) -> AsyncIterator[Event]:
        """Yield the events of a job after one of them, until it ended, the service is about to, or it took too long."""
        self._taken += 1
        try:
            async for event in _followed(jobs, id, after):
                yield event
        finally:
            self._taken -= 1


async def _followed(jobs: Jobs, id: str, after: int) -> AsyncIterator[Event]:
    begun = time.monotonic()
    while True:
        # First the job, then its events: when it is seen as ended, so is its last event.
        job = await run_in_threadpool(jobs.book.job, id)
        for event in await run_in_threadpool(jobs.book.events, id, after):
            after = event.number
            yield event
        if job is None or not job.is_open or jobs.is_ending or time.monotonic() - begun > LONGEST:
            return
        await asyncio.sleep(TICK)
