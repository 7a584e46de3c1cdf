"""Takes how each paper of a job ended, gives them again: one by its number, some by page, the files of a unit."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from msgspec import Struct
from msgspec.structs import astuple, replace

from docgen.web.state.store import Store


class Shown(StrEnum):
    """Which papers of a job are looked at: all, those that were not made, those that lack something."""

    ALL = "all"
    FAILED = "failed"
    GAPS = "gaps"


_STATUS: Mapping[Shown, str] = {Shown.FAILED: "fail", Shown.GAPS: "warn"}


class Paper(Struct, frozen=True):
    """How one paper of a job ended in one format; `number` names it within the job, `findings` are plain."""

    number: int
    unit: str
    kind: str
    subject: str
    format: str
    status: str
    title: str
    date: str
    path: str
    sha256: str
    pages: int | None
    confidential: bool
    findings: tuple[Mapping[str, Any], ...] = ()
    error: str = ""
    hint: str = ""


_INSERT = "INSERT INTO outcome VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_MEANT = "job = ? AND (? = '' OR status = ?) AND (? OR NOT confidential)"


class Papers:
    """The papers of all jobs of a service, in its one file; confidential ones are told where `secret`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def note(self, job: str, papers: Iterable[Paper]) -> None:
        """Note how papers of a job ended."""
        with self._store.writing() as write:
            write.executemany(_INSERT, ((job, *astuple(_sealed(each))) for each in papers))

    def one(self, job: str, number: int, *, secret: bool) -> Paper | None:
        """Return one paper of a job; None where there is none of this number."""
        query = "SELECT * FROM outcome WHERE job = ? AND number = ? AND (? OR NOT confidential)"
        found = self._store.row(query, job, number, secret)
        return None if found is None else _paper(found)

    def some(self, job: str, shown: Shown, offset: int, limit: int, *, secret: bool) -> list[Paper]:
        """Return some papers of a job in their order."""
        query = f"SELECT * FROM outcome WHERE {_MEANT} ORDER BY number LIMIT ? OFFSET ?"  # noqa: S608 - own words
        return [_paper(row) for row in self._store.rows(query, *_meant(job, shown, secret=secret), limit, offset)]

    def count(self, job: str, shown: Shown, *, secret: bool) -> int:
        """Return how many papers `some` could give."""
        query = f"SELECT count(*) AS papers FROM outcome WHERE {_MEANT}"  # noqa: S608 - own words
        found = self._store.row(query, *_meant(job, shown, secret=secret))
        return 0 if found is None else int(found["papers"])

    def files(self, job: str, unit: str = "", *, secret: bool) -> list[tuple[str, str]]:
        """Return path and sha256 of a job's files, of one unit where it is named."""
        query = (
            "SELECT path, sha256 FROM outcome WHERE job = ? AND (? = '' OR unit = ?) AND (? OR NOT confidential)"
            " AND path != '' ORDER BY path"
        )
        return [(row["path"], row["sha256"]) for row in self._store.rows(query, job, unit, unit, secret)]


def _meant(job: str, shown: Shown, *, secret: bool) -> tuple[object, ...]:
    status = _STATUS.get(shown, "")
    return job, status, status, secret


def _sealed(paper: Paper) -> Any:
    """Return a paper with its findings as text."""
    text: Any = json.dumps(paper.findings, ensure_ascii=False)
    return replace(paper, findings=text)


def _paper(row: sqlite3.Row) -> Paper:
    known: dict[str, Any] = dict(zip(row.keys(), row, strict=True))
    del known["job"]
    known |= {"confidential": bool(known["confidential"]), "findings": tuple(json.loads(known["findings"]))}
    return Paper(**known)
