"""Takes what becomes of jobs, gives it again after a restart: who asked for what, how far it is, how each paper ended."""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from docgen.web.state.store import Store

# Of older jobs nothing is kept: their files lie where the latest export of the period left them.
KEPT = 40


class JobState(StrEnum):
    """Where a job is."""

    ASKED = "asked"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    INTERRUPTED = "interrupted"


OPEN = frozenset({JobState.ASKED, JobState.RUNNING})
RESUMABLE = frozenset({JobState.FAILED, JobState.CANCELLED, JobState.INTERRUPTED})


class Progress(Struct, frozen=True):
    """How far a job is: the unit done last, units done of how many, files noted so far, units in a second, seconds left."""

    unit: str = ""
    done: int = 0
    total: int = 0
    files: int = 0
    rate: float | None = None
    seconds: float | None = None


class Job(Struct, frozen=True):
    """One job as it now stands; `request` and `result` are plain data of whoever does it."""

    id: str
    account: str
    asked: datetime
    request: Mapping[str, Any]
    state: JobState
    stopping: bool
    progress: Progress
    began: datetime | None
    ended: datetime | None
    result: Mapping[str, Any]

    @property
    def is_open(self) -> bool:
        """Tell whether it waits or runs."""
        return self.state in OPEN


class Event(Struct, frozen=True):
    """One thing that became of a job; numbers grow within a job."""

    number: int
    at: datetime
    sort: str
    data: Mapping[str, Any]


STATE, PROGRESS = "state", "progress"


class JobBook:
    """The jobs of a service, in its one file; every change of state is an event too."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # ---- asking ----

    def add(self, account: str, request: Mapping[str, Any], now: datetime) -> Job:
        """Write down what somebody asks for, and forget the oldest jobs."""
        id = secrets.token_hex(8)
        with self._store.writing() as write:
            write.execute(
                "INSERT INTO job (id, account, asked, request, state) VALUES (?, ?, ?, ?, ?)",
                (id, account, _text(now), _json(request), JobState.ASKED),
            )
            _tell(write, id, now, STATE, {"state": JobState.ASKED})
            write.execute(
                "DELETE FROM job WHERE state NOT IN (?, ?) AND rowid NOT IN (SELECT rowid FROM job ORDER BY rowid DESC LIMIT ?)",
                (*OPEN, KEPT),
            )
        return self._known(id)

    def again(self, id: str, now: datetime) -> Job:
        """Let a job that was not finished wait once more, behind all that wait now."""
        with self._store.writing() as write:
            changed = write.execute(
                "UPDATE job SET state = ?, asked = ?, stopping = 0, began = NULL, ended = NULL, result = '{}'"
                " WHERE id = ? AND state IN (?, ?, ?)",
                (JobState.ASKED, _text(now), id, *RESUMABLE),
            ).rowcount
            if changed:
                write.execute("DELETE FROM outcome WHERE job = ?", (id,))
                _tell(write, id, now, STATE, {"state": JobState.ASKED})
        return self._known(id)

    def stop(self, id: str, now: datetime) -> Job:
        """End a job that waits; of one that runs, note that it is to end."""
        with self._store.writing() as write:
            waited = write.execute(
                "UPDATE job SET state = ?, ended = ? WHERE id = ? AND state = ?",
                (JobState.CANCELLED, _text(now), id, JobState.ASKED),
            ).rowcount
            if waited:
                _tell(write, id, now, STATE, {"state": JobState.CANCELLED})
            else:
                write.execute("UPDATE job SET stopping = 1 WHERE id = ? AND state = ?", (id, JobState.RUNNING))
        return self._known(id)

    # ---- doing ----

    def begin(self, now: datetime) -> Job | None:
        """Return the job whose turn it is, as running; None where none waits."""
        with self._store.writing() as write:
            row = write.execute(
                "SELECT id FROM job WHERE state = ? ORDER BY asked, rowid LIMIT 1", (JobState.ASKED,)
            ).fetchone()
            if row is None:
                return None
            write.execute(
                "UPDATE job SET state = ?, began = ?, unit = '', done = 0, total = 0, files = 0, rate = NULL,"
                " seconds = NULL WHERE id = ?",
                (JobState.RUNNING, _text(now), row["id"]),
            )
            _tell(write, row["id"], now, STATE, {"state": JobState.RUNNING})
        return self._known(row["id"])

    def step(self, id: str, progress: Progress, now: datetime) -> None:
        """Note how far a job is."""
        values = (progress.unit, progress.done, progress.total, progress.files, progress.rate, progress.seconds)
        with self._store.writing() as write:
            write.execute(
                "UPDATE job SET unit = ?, done = ?, total = ?, files = ?, rate = ?, seconds = ? WHERE id = ?",
                (*values, id),
            )
            _tell(write, id, now, PROGRESS, as_plain(progress))

    def end(self, id: str, state: JobState, result: Mapping[str, Any], now: datetime) -> None:
        """Note how a job ended; of one that came to nothing, no papers."""
        with self._store.writing() as write:
            write.execute(
                "UPDATE job SET state = ?, ended = ?, result = ?, stopping = 0 WHERE id = ?",
                (state, _text(now), _json(result), id),
            )
            if state is not JobState.DONE:
                write.execute("DELETE FROM outcome WHERE job = ?", (id,))
            _tell(write, id, now, STATE, {"state": state})

    def interrupt(self, result: Mapping[str, Any], now: datetime) -> None:
        """Note of every job that still runs, by the book, that nobody does it any more."""
        for row in self._store.rows("SELECT id FROM job WHERE state = ?", JobState.RUNNING):
            self.end(row["id"], JobState.INTERRUPTED, result, now)

    # ---- looking ----

    def job(self, id: str) -> Job | None:
        """Return a job; None where there is none of this id, or none any more."""
        row = self._store.row("SELECT * FROM job WHERE id = ?", id)
        return None if row is None else _job(row)

    def jobs(self) -> list[Job]:
        """Return all jobs, the latest first."""
        return [_job(row) for row in self._store.rows("SELECT * FROM job ORDER BY asked DESC, rowid DESC")]

    def open(self) -> list[Job]:
        """Return the job that runs, and those that wait in their order."""
        rows = self._store.rows("SELECT * FROM job WHERE state IN (?, ?) ORDER BY began IS NULL, asked, rowid", *OPEN)
        return [_job(row) for row in rows]

    def is_stopping(self, id: str) -> bool:
        """Tell whether a job is to end."""
        row = self._store.row("SELECT stopping FROM job WHERE id = ?", id)
        return row is None or bool(row["stopping"])

    def events(self, id: str, after: int = 0) -> list[Event]:
        """Return what became of a job after an event."""
        rows = self._store.rows("SELECT * FROM event WHERE job = ? AND number > ? ORDER BY number", id, after)
        return [Event(row["number"], _moment(row["at"]), row["sort"], json.loads(row["data"])) for row in rows]

    def _known(self, id: str) -> Job:
        job = self.job(id)
        if job is None:
            raise KeyError(id)
        return job


def as_plain(progress: Progress) -> dict[str, Any]:
    """Return how far a job is as plain data."""
    return asdict(progress)


def _tell(write: sqlite3.Connection, id: str, now: datetime, sort: str, data: Mapping[str, Any]) -> None:
    write.execute(
        "INSERT INTO event (job, number, at, sort, data)"
        " SELECT ?, coalesce(max(number), 0) + 1, ?, ?, ? FROM event WHERE job = ?",
        (id, _text(now), sort, _json(data), id),
    )


def _job(row: sqlite3.Row) -> Job:
    return Job(
        id=row["id"],
        account=row["account"],
        asked=_moment(row["asked"]),
        request=json.loads(row["request"]),
        state=JobState(row["state"]),
        stopping=bool(row["stopping"]),
        progress=Progress(row["unit"], row["done"], row["total"], row["files"], row["rate"], row["seconds"]),
        began=_moment(row["began"]) if row["began"] else None,
        ended=_moment(row["ended"]) if row["ended"] else None,
        result=json.loads(row["result"]),
    )


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False)


def _text(moment: datetime) -> str:
    return moment.isoformat()


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
