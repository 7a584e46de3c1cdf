"""Takes an export and who follows it, gives server-sent events: how far it is, and at last that it has ended."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from typing import Any

from fastapi.sse import ServerSentEvent
from starlette.concurrency import run_in_threadpool

from docgen.web.service import Service
from docgen.web.state.jobs import Event, Job

ENDED, RETRY_MS = "ended", 3000
"""The last event: whoever hears it need not come again."""
Say = Callable[[Job, Event], Mapping[str, Any] | str]
"""What an event says: data for programs, a piece of a page for browsers."""


async def tidings(
    service: Service, id: str, after: int, say: Say, *, latest: bool = False
) -> AsyncIterator[ServerSentEvent]:
    """Yield what becomes of an export, all of it or how it stands at the `latest`; a job that is gone has ended."""
    jobs = service.jobs
    async for event in jobs.gallery.follow(id, after, latest=latest):
        job = await run_in_threadpool(jobs.book.job, id)
        if job is not None:
            said = await run_in_threadpool(say, job, event)
            yield _sent(said, event=event.sort, id=str(event.number), retry=RETRY_MS)
    job = await run_in_threadpool(jobs.book.job, id)
    if job is None or not job.is_open:
        yield ServerSentEvent(event=ENDED, data={"state": job.state.value if job is not None else None})


def _sent(said: Mapping[str, Any] | str, **about: Any) -> ServerSentEvent:
    return ServerSentEvent(raw_data=said, **about) if isinstance(said, str) else ServerSentEvent(data=said, **about)
