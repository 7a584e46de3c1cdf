"""Takes changes, gives the journal: lines that are only ever added, found again by record, unit and file.

A line begins with what finds it and ends with the two texts, so that the index reads the first half alone.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import Any

from docgen.editing.change import Change, Note, Verb, as_text, digest_of
from docgen.editing.index import Head, Index, Last
from docgen.outputs import unwritable

SUFFIX = ".jsonl"
TEXTS = b', "before":'
_APPEND = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)


class Journal:
    """The lines of `YYYY-MM.jsonl` files in one folder; whoever adds to it holds the lock."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._index = Index()
        self._reading = RLock()

    def append(self, note: Note, staged: str) -> Change:
        """Add a line and see it on disk before anything else happens; raise OutputError where it cannot be written."""
        index = self._now()
        revision = index.last_revision + 1
        # A clock that was set back must not bring later lines into an earlier file.
        month = max(f"{note.at:%Y-%m}{SUFFIX}", index.last_month)
        self._cut(month)
        try:
            _write(self.folder / month, _line(note, revision, staged))
        except OSError as fault:
            self._cut(month)
            raise unwritable(self.folder / month, fault) from fault
        self._now()
        return _change(note, revision)

    def mend(self) -> Head | None:
        """Cut what somebody who was stopped has half written, and return the head of the last line."""
        index = self._now()
        if index.last_month:
            self._cut(index.last_month)
        return index.last

    def read(self, position: int) -> Change:
        """Return the change of one line."""
        month, offset, length = self._index.where(position)
        with (self.folder / month).open("rb") as file:
            file.seek(offset)
            return _change_of(json.loads(file.read(length)))

    def find(self, revision: int) -> Change | None:
        """Return the change with a revision, None where there is none."""
        position = self._now().position(revision)
        return None if position is None else self.read(position)

    def select(
        self, record: str | None, unit: str | None, before: int | None, limit: int, by: str | None = None
    ) -> list[Change]:
        """Return changes of a record, of a unit, or all, by one person or all, the newest first."""
        with self._reading:
            positions = self._now().newest(record, unit, before, limit, by)
        return [self.read(each) for each in positions]

    def people(self) -> list[str]:
        """Return who has changed anything."""
        with self._reading:
            return self._now().people()

    def deleted(self, unit: str | None) -> list[Change]:
        """Return the changes by which records were deleted that did not come back, the newest first."""
        with self._reading:
            positions = self._now().deleted(unit)
        return [self.read(each) for each in positions]

    def is_deleted(self, record: str) -> bool:
        """Tell whether a record was deleted and did not come back."""
        return self._now().is_deleted(record)

    def deletion_of(self, revision: int, record: str) -> int:
        """Return the revision by which a record went that it had at another, 0 where it is there."""
        index = self._now()
        return index.deletion_of(revision, {record, index.name_now(revision, record)})

    def name_now(self, revision: int, record: str) -> str:
        """Return the id that a record has by now which had one at a revision."""
        return self._now().name_now(revision, record)

    def last_of(self, file: str) -> Last | None:
        """Return what the journal says last of a file."""
        return self._now().last_of_file.get(file)

    def files(self) -> dict[str, Last]:
        """Return what the journal says last of every file that it knows."""
        with self._reading:
            return dict(self._now().last_of_file)

    def _now(self) -> Index:
        """Return the index with the lines that others have added meanwhile."""
        with self._reading:
            months = sorted(path.name for path in self.folder.glob(f"*{SUFFIX}"))
            if not self._index.follows(months, self._size):
                self._index = Index()
            for month in months:
                if self._size(month) > self._index.end_of(month):
                    self._take_in(month)
            return self._index

    def _cut(self, month: str) -> None:
        end = self._index.end_of(month)
        if self._size(month) > end:
            os.truncate(self.folder / month, end)

    def _size(self, month: str) -> int:
        try:
            return (self.folder / month).stat().st_size
        except OSError:
            return 0

    def _take_in(self, month: str) -> None:
        with (self.folder / month).open("rb") as file:
            offset = self._index.end_of(month)
            file.seek(offset)
            for line in file:
                if not line.endswith(b"\n"):
                    break
                self._index.add(month, offset, len(line), head_of(line))
                offset += len(line)


def head_of(line: bytes) -> Head | None:
    """Return what finds a line; None for one that cannot be read, which a damaged disk may leave."""
    try:
        found: Mapping[str, Any] = json.loads(line.partition(TEXTS)[0] + b"}")
        return Head(
            int(found["revision"]), found["verb"], found["record"], found["unit"], found["file"], found["now"],
            found.get("former", ""), found.get("staged", ""), found.get("was"), found.get("undoes", 0),
            found.get("by", ""),
        )  # fmt: skip
    except (ValueError, KeyError, TypeError):
        return None


def _line(note: Note, revision: int, staged: str) -> bytes:
    fields = {
        "revision": revision,
        "at": note.at.isoformat(),
        "by": note.by,
        "verb": note.verb.value,
        "record": note.record,
        "unit": note.unit,
        "file": note.file,
        "former": note.former,
        "kinds": list(note.kinds),
        "undoes": note.undoes,
        "staged": staged,
        "was": digest_of(note.before),
        "now": digest_of(note.after),
        "before": as_text(note.before),
        "after": as_text(note.after),
    }
    try:
        return json.dumps(fields, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:
        # Bytes that are no UTF-8 are single surrogates here, which only escapes can write.
        return json.dumps(fields).encode() + b"\n"


def _write(path: Path, line: bytes) -> None:
    handle = os.open(path, _APPEND, 0o600)
    try:
        rest = memoryview(line)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def _change(note: Note, revision: int) -> Change:
    before, after = as_text(note.before), as_text(note.after)
    return Change(
        revision, note.at, note.by, note.verb, note.record, note.unit, note.file, before, after, note.former, note.kinds,
        note.undoes,
    )  # fmt: skip


def _change_of(line: Mapping[str, Any]) -> Change:
    return Change(
        line["revision"],
        datetime.fromisoformat(line["at"]),
        line["by"],
        Verb(line["verb"]),
        line["record"],
        line["unit"],
        line["file"],
        line["before"],
        line["after"],
        line.get("former", ""),
        tuple(line.get("kinds", ())),
        line.get("undoes", 0),
    )
