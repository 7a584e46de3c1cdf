"""Jobs in the book: their turns, their states, what is kept of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from docgen.web.state.jobs import KEPT, JobBook, JobState, Progress
from docgen.web.state.papers import Paper, Papers, Shown
from docgen.web.state.store import Store

NOW = datetime(2020, 12, 31, 10, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def book(store: Store) -> JobBook:
    return JobBook(store)


def paper(number: int, status: str = "ok", *, unit: str = "一支部", confidential: bool = False) -> Paper:
    return Paper(
        number,
        unit,
        "minutes",
        f"{unit}/{number}",
        "docx",
        status,
        "纪要",
        "",
        f"{number}.docx",
        "",
        None,
        confidential,
    )


def test_jobs_have_their_turn_in_the_order_in_which_they_were_asked_for(book: JobBook) -> None:
    first, second = book.add("甲", {"period": "2020"}, NOW), book.add("乙", {"period": "2021"}, NOW)

    assert [book.begin(NOW), book.begin(NOW), book.begin(NOW)] == [book.job(first.id), book.job(second.id), None]
    assert {job.state for job in book.open()} == {JobState.RUNNING}


def test_a_job_is_known_again_by_whoever_opens_the_file_next(store: Store, tmp_path: Path) -> None:
    book = JobBook(store)
    id = book.add("甲", {"period": "2020", "units": ["一支部"]}, NOW).id
    book.begin(NOW)
    book.step(id, Progress("一支部", 3, 8, 412, 0.2, 25.0), LATER)

    other = Store(tmp_path)
    known = JobBook(other).job(id)
    other.close()

    assert known is not None
    assert (known.account, known.request, known.began) == ("甲", {"period": "2020", "units": ["一支部"]}, NOW)
    assert known.progress == Progress("一支部", 3, 8, 412, 0.2, 25.0)


def test_a_job_that_waits_is_cancelled_at_once_and_one_that_runs_is_told_to_end(book: JobBook) -> None:
    running, waiting = book.add("甲", {}, NOW), book.add("甲", {}, LATER)
    book.begin(NOW)

    assert book.stop(waiting.id, LATER).state is JobState.CANCELLED
    assert book.stop(running.id, LATER).state is JobState.RUNNING
    assert book.is_stopping(running.id)
    assert not book.is_stopping(waiting.id)


def test_what_ran_when_the_service_died_is_interrupted_and_what_waited_goes_on_waiting(book: JobBook) -> None:
    ran, waits = book.add("甲", {}, NOW), book.add("甲", {}, LATER)
    book.begin(NOW)

    book.interrupt({}, LATER)

    assert [_state(book, ran.id), _state(book, waits.id)] == [JobState.INTERRUPTED, JobState.ASKED]


def test_a_job_that_goes_on_waits_behind_all_others_and_begins_from_nothing(book: JobBook, store: Store) -> None:
    ended, waits = book.add("甲", {}, NOW), book.add("乙", {}, NOW)
    book.begin(NOW)
    Papers(store).note(ended.id, [paper(1)])
    book.end(ended.id, JobState.INTERRUPTED, {"problem": {}}, NOW)

    again = book.again(ended.id, LATER)

    assert (again.state, again.result, again.ended) == (JobState.ASKED, {}, None)
    assert [job.id for job in book.open()] == [waits.id, ended.id]


@pytest.mark.parametrize("state", [JobState.DONE, JobState.RUNNING])
def test_a_job_that_is_done_or_runs_does_not_begin_again(book: JobBook, state: JobState) -> None:
    job = book.add("甲", {}, NOW)
    book.begin(NOW)
    if state is JobState.DONE:
        book.end(job.id, state, {}, NOW)

    assert book.again(job.id, LATER).state is state


def test_what_becomes_of_a_job_is_told_from_any_event_on(book: JobBook) -> None:
    id = book.add("甲", {}, NOW).id
    book.begin(NOW)
    book.step(id, Progress("一支部", 1, 2), NOW)
    book.end(id, JobState.DONE, {}, LATER)

    told = book.events(id)

    assert [(each.number, each.sort, each.data.get("state"), each.data.get("done")) for each in told] == [
        (1, "state", "asked", None),
        (2, "state", "running", None),
        (3, "progress", None, 1),
        (4, "state", "done", None),
    ]
    assert book.events(id, after=2) == told[2:]


def test_the_oldest_jobs_are_forgotten_with_all_that_was_kept_of_them_but_never_open_ones(
    book: JobBook, store: Store
) -> None:
    waits, ended = book.add("甲", {}, NOW), book.add("甲", {}, NOW)
    book.end(ended.id, JobState.DONE, {}, NOW)
    Papers(store).note(ended.id, [paper(1)])

    for _ in range(KEPT):
        book.add("甲", {}, LATER)

    assert (book.job(ended.id), book.events(ended.id)) == (None, [])
    assert Papers(store).count(ended.id, Shown.ALL, secret=True) == 0
    assert _state(book, waits.id) is JobState.ASKED


def test_papers_are_told_by_how_they_ended_and_confidential_ones_to_few(book: JobBook, store: Store) -> None:
    id, papers = book.add("甲", {}, NOW).id, Papers(store)
    noted = [paper(1), paper(2, "warn"), paper(3, "fail"), paper(4, "fail", confidential=True)]
    papers.note(id, noted)

    def numbers(shown: Shown, *, secret: bool = True, offset: int = 0, limit: int = 9) -> list[int]:
        return [each.number for each in papers.some(id, shown, offset, limit, secret=secret)]

    assert papers.one(id, 2, secret=False) == noted[1]
    assert papers.one(id, 4, secret=False) is None
    assert papers.one(id, 4, secret=True) == noted[3]
    assert [numbers(each) for each in Shown] == [[1, 2, 3, 4], [3, 4], [2]]
    assert numbers(Shown.FAILED, secret=False) == [3]
    assert numbers(Shown.ALL, offset=1, limit=2) == [2, 3]
    assert papers.count(id, Shown.FAILED, secret=True) == 2


def test_the_files_of_a_job_are_those_of_one_unit_where_it_is_named(book: JobBook, store: Store) -> None:
    id, papers = book.add("甲", {}, NOW).id, Papers(store)
    papers.note(id, [paper(1), paper(2, unit="二支部"), paper(3, confidential=True)])

    assert papers.files(id, secret=False) == [("1.docx", ""), ("2.docx", "")]
    assert papers.files(id, "二支部", secret=True) == [("2.docx", "")]


def _state(book: JobBook, id: str) -> JobState | None:
    job = book.job(id)
    return job.state if job is not None else None
