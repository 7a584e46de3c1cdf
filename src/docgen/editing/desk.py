"""Takes whole files with what is to be noted of them, gives them written one at a time, each with its line in the journal.

A change is written beside, then noted, then moved to its place: whoever is stopped in between leaves a line that the next
one carries out, or nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from threading import RLock

from filelock import FileLock, Timeout

from docgen.editing.book import kinds_written
from docgen.editing.change import Change, Note, Verb, as_bytes, digest_of
from docgen.editing.journal import Journal
from docgen.editing.staging import Staging
from docgen.errors import Busy, OutputError
from docgen.model.kinds import KINDS
from docgen.outputs import unwritable
from docgen.records.salvage import decoded
from docgen.workspace.files import STATE_FOLDER

JOURNAL_FOLDER, STAGED_FOLDER, LOCK = "journal", "staged", "lock"
PATIENCE = 30
"""Seconds to wait for another program that writes."""


class Desk:
    """Where files are written: of several threads and processes one at a time."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / STATE_FOLDER / JOURNAL_FOLDER
        self.journal = Journal(self.folder)
        self._staging = Staging(self.folder / STAGED_FOLDER)
        self._threads = RLock()
        self._processes = FileLock(self.folder / LOCK, thread_local=False)

    @contextmanager
    def turn(self) -> Iterator[list[Change]]:
        """Wait until nobody else writes, and give the change that somebody who was stopped had begun, now finished.

        Raise Busy where the wait takes too long, OutputError where the workspace cannot be written.
        """
        with self._threads:
            try:
                self.folder.mkdir(parents=True, exist_ok=True)
                self._processes.acquire(timeout=PATIENCE)
            except Timeout as fault:
                raise Busy("workspace-busy", {"value": PATIENCE}) from fault
            except OSError as fault:
                raise unwritable(self.folder, fault) from fault
            try:
                yield self._finished()
            finally:
                self._processes.release()

    def put(self, note: Note) -> Change:
        """Write a file and note it; what it held before without the journal's knowing is noted first.

        Raise OutputError where it cannot be written, Busy where it is not as it was any more.
        """
        self._note_outside(note.file, note.before, note.former or note.record, note.unit)
        target = self.root / note.file
        staged = self._staging.stage(note.after, target)
        if content_of(target) != note.before:
            # Other programs write without waiting for a turn.
            self._staging.drop(staged)
            raise Busy("record-moved", {"value": note.file})
        change = self.journal.append(note, staged)
        self._staging.place(staged, target)
        return change

    def survey(self) -> list[Change]:
        """Note every file of the journal that holds something else by now, and return what was noted."""
        found = []
        for file, last in self.journal.files().items():
            # A file that cannot be read just now is not gone: it is noted when it can.
            with suppress(OutputError):
                content = content_of(self.root / file)
                found.append(self._note_outside(file, content, last.record, last.unit))
        return [change for change in found if change is not None]

    def _finished(self) -> list[Change]:
        """Bring the last change to its file where its writer was stopped before."""
        head = self.journal.mend()
        finished: list[Change] = []
        if head is not None and self._staging.waits(head.staged):
            target = self.root / head.file
            # Where somebody has changed the file since, theirs stays, and is noted when it is met.
            if digest_of(content_of(target)) == head.was:
                self._staging.place(head.staged, target)
                finished = self.journal.select(None, None, None, 1)
        self._staging.sweep()
        return finished

    def _note_outside(self, file: str, content: bytes | None, record: str, unit: str) -> Change | None:
        """Note what a file holds where the journal knows another content of it, or none."""
        last = self.journal.last_of(file)
        known = last.now if last is not None else None
        if known == digest_of(content):
            return None
        before = as_bytes(self.journal.read(last.position).after) if last is not None else None
        at = _changed_at(self.root / file)
        kinds = kinds_of(before, content)
        return self.journal.append(Note(at, "", Verb.OUTSIDE, record, unit, file, before, content, kinds=kinds), "")


def content_of(path: Path) -> bytes | None:
    """Return the bytes of a file, None where there is none; raise OutputError where it cannot be read."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as fault:
        raise OutputError("file-unreadable", {"value": str(path), "reason": fault.strerror or str(fault)}) from fault


def kinds_of(*contents: bytes | None) -> tuple[str, ...]:
    """Return the kinds of record that files speak of."""
    there = [each for each in contents if each is not None]
    found = [kind for each in there for kind in kinds_written(decoded(each))]
    # What is no UTF-8 cannot be searched by whoever reads the journal, so every kind that it names counts.
    odd = [decoded(each) for each in there if not _is_utf8(each)]
    return tuple(dict.fromkeys([*found, *(kind for kind in KINDS if any(kind in text for text in odd))]))


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return b"\0" not in content


def _changed_at(path: Path) -> datetime:
    """Return when a file was changed, or the nearest folder above one that is gone."""
    there = next(each for each in (path, *path.parents) if each.exists())
    return datetime.fromtimestamp(there.stat().st_mtime).astimezone()
