"""Those who follow jobs: what they are told, and when they are let go."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from docgen.web.jobs.gallery import PLACES, Gallery
from docgen.web.problems import Refusal
from docgen.web.state.jobs import Event, JobBook, JobState, Progress
from docgen.web.state.store import Store

NOW = datetime(2020, 12, 31, tzinfo=UTC)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[JobBook]:
    store = Store(tmp_path)
    yield JobBook(store)
    store.close()


async def told(gallery: Gallery, id: str, *, latest: bool = False) -> list[Event]:
    return [event async for event in gallery.follow(id, latest=latest)]


def test_a_listener_is_told_what_happens_while_they_listen_until_the_job_has_ended(book: JobBook) -> None:
    id = book.add("甲", {}, NOW).id
    book.begin(NOW)

    async def both() -> list[Event]:
        listening = asyncio.create_task(told(Gallery(book, lambda: False), id))
        await asyncio.sleep(0.1)
        book.step(id, Progress("一支部", 1, 1), NOW)
        book.end(id, JobState.DONE, {}, NOW)
        return await listening

    assert asyncio.run(both()) == book.events(id)


def test_who_wants_to_know_how_it_stands_is_not_told_how_it_came_there(book: JobBook) -> None:
    id = book.add("甲", {}, NOW).id
    book.begin(NOW)
    for done in range(9):
        book.step(id, Progress("一支部", done, 9), NOW)
    book.end(id, JobState.DONE, {}, NOW)

    assert asyncio.run(told(Gallery(book, lambda: False), id, latest=True)) == book.events(id)[-1:]


def test_listeners_are_let_go_when_the_service_is_about_to_end(book: JobBook) -> None:
    id = book.add("甲", {}, NOW).id

    assert asyncio.run(told(Gallery(book, lambda: True), id)) == book.events(id)


def test_a_place_is_free_again_when_its_listener_has_gone(book: JobBook) -> None:
    gallery = Gallery(book, lambda: True)
    id = book.add("甲", {}, NOW).id
    for _ in range(PLACES):
        asyncio.run(told(gallery, id))

    gallery.refuse_full()
    gallery._taken = PLACES
    with pytest.raises(Refusal):
        gallery.refuse_full()
