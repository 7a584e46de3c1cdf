"""Takes a job, gives what becomes of it as it happens, to so many listeners at once as there are places."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable

from starlette.concurrency import run_in_threadpool

from docgen.web.problems import Refusal
from docgen.web.state.jobs import Event, JobBook

TICK = 0.4
# A listener who is still there then asks again, and is asked again who they are.
LONGEST = 600.0
# A place is taken for long, so that there are fewer than requests may be under way.
PLACES = 32
RETRY = 15


class Gallery:
    """Those who follow jobs at the moment."""

    def __init__(self, book: JobBook, is_ending: Callable[[], bool]) -> None:
        self._book, self._is_ending = book, is_ending
        self._taken = 0

    def refuse_full(self) -> None:
        """Raise Refusal where no further listener finds a place."""
        if self._taken >= PLACES:
            raise Refusal(503, "busy", {"seconds": RETRY}).after(RETRY)

    async def follow(self, id: str, after: int = 0, *, latest: bool = False) -> AsyncIterator[Event]:
        """Yield the events of a job after one of them, until it ended, the service is about to, or it took too long.

        Of several that wait to be told at once, the `latest` alone says how it stands.
        """
        self._taken += 1
        try:
            begun = time.monotonic()
            while True:
                # First the job, then its events: when it is seen as ended, so is its last event.
                job = await run_in_threadpool(self._book.job, id)
                events = await run_in_threadpool(self._book.events, id, after)
                for event in events[-1:] if latest else events:
                    after = event.number
                    yield event
                if job is None or not job.is_open or self._is_ending() or time.monotonic() - begun > LONGEST:
                    return
                await asyncio.sleep(TICK)
        finally:
            self._taken -= 1
