"""Exports in processes of their own: done, cancelled, killed, interrupted, resumed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest
from tests.web.jobs.running import PATIENCE, opened, over, waited

from docgen.export.manifest import NAME
from docgen.outputs import digest
from docgen.web.jobs.queue import Jobs
from docgen.web.jobs.wish import Wish
from docgen.web.state.jobs import Job, JobState
from docgen.web.state.papers import Shown

pytestmark = pytest.mark.slow
ONE = Wish("2020", ("一支部",), (), ("docx",))
LONG = Wish("2020", ("一支部",), ("minutes", "resolution"), ("pdf",))
SERVICE = """
import sys, time
from pathlib import Path
from tests.web.jobs.running import opened
from docgen.web.jobs.wish import Wish
jobs, _ = opened(Path(sys.argv[1]), 2)
print(jobs.ask("甲", Wish("2020", (), ("minutes", "meeting-record"), ("pdf",))).id, flush=True)
time.sleep(600)
"""


@pytest.fixture
def root(tmp_path: Path, samples: Path) -> Path:
    copied = tmp_path / "工作区"
    shutil.copytree(samples, copied, ignore=shutil.ignore_patterns(".docgen", "broken", "output"))
    return copied


@pytest.fixture
def jobs(root: Path) -> Iterator[Jobs]:
    begun, store = opened(root, 2)
    yield begun
    begun.close()
    store.close()


def has_files(job: Job) -> bool:
    return over(job) or job.progress.files >= 3


def files_in(root: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in (root / "output" / "2020" / "一支部").rglob("*.pdf")}


def test_an_export_is_done_and_each_of_its_papers_is_known_with_its_file(jobs: Jobs, root: Path) -> None:
    job = waited(jobs, jobs.ask("甲", ONE).id, over)

    papers = jobs.papers.some(job.id, Shown.ALL, 0, 1000, secret=True)
    out = root / "output" / "2020"
    assert (job.state, job.progress.done, job.progress.total, job.progress.unit) == (JobState.DONE, 1, 1, "一支部")
    assert [each.number for each in papers] == list(range(1, len(papers) + 1))
    assert len(papers) == sum(number for *_, number in job.result["kinds"]) > 300
    assert all(digest((out / each.path).read_bytes()) == each.sha256 for each in papers)
    assert not any(each.confidential for each in papers)
    assert (out / NAME).is_file()
    assert not (out / ".docgen").exists()


def test_an_export_that_cannot_be_says_why_in_words(jobs: Jobs, root: Path) -> None:
    job = waited(jobs, jobs.ask("甲", Wish("1999", ("一支部",), (), ("docx",))).id, over)

    assert job.state is JobState.FAILED
    assert job.result["problem"]["type"] == "urn:docgen:no-paper"
    assert not (root / "output" / "1999").exists()


def test_what_was_made_stays_when_an_export_is_cancelled_and_is_not_made_again_when_it_goes_on(
    jobs: Jobs, root: Path
) -> None:
    job = waited(jobs, jobs.ask("甲", LONG).id, has_files)
    cancelled = waited(jobs, jobs.cancel(job).id, over)
    made = files_in(root)

    done = waited(jobs, jobs.resume(cancelled, "甲").id, over)

    assert (cancelled.state, done.state) == (JobState.CANCELLED, JobState.DONE)
    assert 3 <= len(made) < len(files_in(root))
    assert made.items() <= files_in(root).items()
    assert done.result["standings"]["current"] == len(made)


def test_an_export_of_several_processes_ends_when_it_is_cancelled_and_leaves_none_behind(
    jobs: Jobs, root: Path
) -> None:
    wish = Wish("2020", (), ("minutes", "meeting-record"), ("pdf",))
    job = waited(jobs, jobs.ask("甲", wish).id, has_files)

    cancelled = waited(jobs, jobs.cancel(job).id, over)

    assert cancelled.state is JobState.CANCELLED
    assert not list((root / "output").rglob(".docgen-*"))
    assert not _children()


def test_an_export_whose_process_is_killed_is_interrupted_and_says_so(jobs: Jobs, root: Path) -> None:
    job = waited(jobs, jobs.ask("甲", LONG).id, lambda job: over(job) or len(files_in(root)) >= 3)
    (process,) = _children()
    os.kill(process, signal.SIGKILL)

    killed = waited(jobs, job.id, over)
    done = waited(jobs, jobs.resume(killed, "甲").id, over)

    assert killed.state is JobState.INTERRUPTED
    assert killed.result["problem"]["type"] == "urn:docgen:export-died"
    assert done.state is JobState.DONE
    assert done.result["standings"]["current"] >= 3


def test_a_service_that_ends_interrupts_its_export_and_the_next_one_does_what_waited(root: Path) -> None:
    jobs, store = opened(root)
    first, second = jobs.ask("甲", LONG), jobs.ask("甲", Wish("2020-03", ("一支部",), ("minutes",), ("docx",)))
    waited(jobs, first.id, has_files)
    jobs.close()
    assert _states(jobs, first, second) == [JobState.INTERRUPTED, JobState.ASKED]
    store.close()

    jobs, store = opened(root)
    done = waited(jobs, second.id, over)
    assert (done.state, *_states(jobs, first)) == (JobState.DONE, JobState.INTERRUPTED)
    jobs.close()
    store.close()


def test_an_export_ends_with_its_service_however_that_ended_and_is_interrupted_when_it_comes_back(root: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SERVICE, str(root)], stdout=subprocess.PIPE, text=True, env=_environment()
    ) as service:
        assert service.stdout is not None
        id = service.stdout.readline().strip()
        _wait_for_files(root)
        service.kill()
    _wait_for_quiet(root)

    jobs, store = opened(root, 2)
    job = waited(jobs, id, over)
    jobs.close()
    store.close()

    assert job.state is JobState.INTERRUPTED
    assert not (root / "output" / "2020" / NAME).exists()


def test_of_two_services_of_one_workspace_one_alone_does_the_jobs(jobs: Jobs, root: Path) -> None:
    other, store = opened(root)
    job = other.ask("乙", Wish("2020-03", ("一支部",), ("minutes",), ("docx",)))

    done = waited(other, job.id, over)
    other.close()
    store.close()

    assert done.state is JobState.DONE
    assert jobs.book.job(job.id) == done


def _children() -> list[int]:
    return [each.pid for each in active_children() if each.name == "docgen-export" and each.pid is not None]


def _states(jobs: Jobs, *asked: Job) -> list[JobState]:
    found = [jobs.book.job(each.id) for each in asked]
    return [each.state for each in found if each is not None]


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}


def _wait_for_files(root: Path) -> None:
    last = time.monotonic() + PATIENCE
    while len(list((root / "output").rglob("*.pdf"))) < 3:
        assert time.monotonic() < last
        time.sleep(0.1)


def _wait_for_quiet(root: Path) -> None:
    """Wait until nothing more is written: the export has noticed that its service is gone."""
    last, before = time.monotonic() + PATIENCE, -1
    while before != (before := len(list((root / "output").rglob("*")))):
        assert time.monotonic() < last
        time.sleep(3)
