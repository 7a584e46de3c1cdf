"""Takes a record as somebody changed it, puts it into its file and a line into the journal: both or neither."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import RLock

from filelock import FileLock, Timeout

from docgen.drafting.schemas import RECORD, modeline, write_schemas
from docgen.editing.change import Change, Note, Verb, as_bytes, digest_of
from docgen.editing.content import Content, text_of
from docgen.editing.journal import Journal
from docgen.editing.placing import free_path, new_path, refuse_links
from docgen.editing.sheet import LF, open_sheet
from docgen.editing.shelf import Book, find, kinds_written, read_book
from docgen.editing.staging import Staging
from docgen.editing.stored import Conflict, Draft, Stored, etag_of
from docgen.errors import OutputError, UsageError
from docgen.workspace import Workspace
from docgen.workspace.files import RECORDS_FOLDER, STATE_FOLDER, limits_of

JOURNAL_FOLDER, STAGED_FOLDER, LOCK = "journal", "staged", "lock"
PATIENCE = 30
"""Seconds to wait for another program that writes."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """Who asks for a change, and when."""

    by: str
    at: datetime


class Editor:
    """The one hand that writes records: of several threads and processes one at a time."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self.folder = self.root / STATE_FOLDER / JOURNAL_FOLDER
        self._journal = Journal(self.folder)
        self._staging = Staging(self.folder / STAGED_FOLDER)
        self._threads = RLock()
        self._processes = FileLock(self.folder / LOCK, thread_local=False)

    def read(self, workspace: Workspace, record: str) -> Stored:
        """Return a record as it is stored; raise UsageError where there is none."""
        book, number = find(workspace, record)
        return book.at(number)

    def create(self, workspace: Workspace, unit: str, content: Content, *, by: str, at: datetime) -> Stored:
        """Store a new record; raise UsageError where it is empty, too large or without 类型."""
        with self._turn():
            draft = self.draft(workspace, unit, None, content)
            refuse_links(self.root, draft.path)
            if not isinstance(content, str):
                write_schemas(self.root)
            book = read_book(workspace, workspace.unit(unit), draft.path, draft.content)
            return self._write(workspace, book, 1, None, Verb.CREATED, _Asked(by, at))

    def replace(
        self, workspace: Workspace, record: str, content: Content, *, expected: str, by: str, at: datetime
    ) -> Stored:
        """Store a record anew; raise Conflict where it is no longer the one with the etag `expected`."""
        with self._turn():
            book, number = self._find(workspace, record, content)
            current = book.at(number)
            text = text_of(content, current.text, book.sheet.line_end, limits_of(workspace.settings.limits))
            if text == current.text:
                return current
            if current.etag != expected:
                raise Conflict(current, text, self._version(workspace, current, expected))
            after = read_book(workspace, book.folder, book.path, book.sheet.replaced(number, text))
            if len(after.stored) != len(book.stored):
                raise UsageError("record-text-several", {"value": len(after.stored) - len(book.stored) + 1})
            return self._write(workspace, after, number, book, Verb.REPLACED, _Asked(by, at))

    def delete(self, workspace: Workspace, record: str, *, expected: str, by: str, at: datetime) -> Change:
        """Take a record away, so that `restore` brings it back; raise Conflict where it has changed."""
        with self._turn():
            book, number = self._find(workspace, record, "")
            current = book.at(number)
            if current.etag != expected:
                raise Conflict(current, "", self._version(workspace, current, expected))
            after = book.sheet.without(number) if len(book.stored) > 1 else None
            return self._put(current, book.path, book.content, after, Verb.DELETED, _Asked(by, at))

    def restore(self, workspace: Workspace, revision: int, *, by: str, at: datetime) -> Stored:
        """Bring a record back as it was after a change, or before the one that deleted it; raise UsageError."""
        with self._turn():
            then, number, known = self._then(workspace, revision)
            asked = _Asked(by, at)
            text = then.sheet.document(number)
            try:
                book, place = find(workspace, known)
            except UsageError:
                return self._bring_back(workspace, then, number, asked)
            if book.at(place).text == text:
                return book.at(place)
            is_alone = len(then.stored) == len(book.stored) == 1
            content = then.content if is_alone else book.sheet.replaced(place, text)
            after = read_book(workspace, book.folder, book.path, content)
            return self._write(workspace, after, place, book, Verb.RESTORED, asked)

    def changes(
        self, *, record: str | None = None, unit: str | None = None, before: int | None = None, limit: int = 50
    ) -> list[Change]:
        """Return the changes of a record, of a unit, or all, the newest first; those with a revision below `before`."""
        return self._journal.select(record, unit, before, limit)

    def deleted(self, unit: str | None = None) -> list[Change]:
        """Return the changes by which the records in the bin were deleted, the newest first."""
        return self._journal.deleted(unit)

    def draft(self, workspace: Workspace, unit: str, record: str | None, content: Content) -> Draft:
        """Return what a file would hold if a record were stored; nothing is written."""
        limits = limits_of(workspace.settings.limits)
        if record is not None:
            book, number = find(workspace, record)
            text = text_of(content, book.at(number).text, book.sheet.line_end, limits)
            after = read_book(workspace, book.folder, book.path, book.sheet.replaced(number, text))
        else:
            folder, number = workspace.unit(unit), 1
            text = text_of(content, "", LF, limits)
            path = new_path(folder, text.encode("utf-8", "replace"))
            if not isinstance(content, str):
                text = f"{modeline(self.root, path, RECORD)}{LF}{text}"
            after = read_book(workspace, folder, path, text.encode("utf-8", "replace"))
        _refuse_large(after.content, limits.file_size)
        stored = after.at(number)
        return Draft(after.path, after.content, stored.id, stored.kind, stored.text)

    def recover(self) -> list[Change]:
        """Finish what was interrupted and note what changed outside; return both as changes."""
        with self._turn() as finished:
            known = self._journal.files()
            changed = [each for file in known if (each := self._note_outside(file, _content(self.root / file)))]
            return [*finished, *changed]

    def replayed(self) -> Mapping[str, str | None]:
        """Return, by file, the sha256 of what it holds by the journal, None where it is gone."""
        return self._journal.files()

    @contextmanager
    def _turn(self) -> Iterator[list[Change]]:
        """Wait until nobody else writes, finish what an interrupted one has begun, and give that."""
        with self._threads:
            try:
                self.folder.mkdir(parents=True, exist_ok=True)
                self._processes.acquire(timeout=PATIENCE)
            except Timeout as fault:
                raise OutputError("workspace-busy", {"value": PATIENCE}) from fault
            except OSError as fault:
                values = {"value": str(self.folder), "reason": fault.strerror or str(fault)}
                raise OutputError("output-unwritable", values) from fault
            try:
                yield self._settle()
            finally:
                self._processes.release()

    def _settle(self) -> list[Change]:
        """Bring the last change to its file where its writer was stopped in between."""
        head, finished = self._journal.mend(), []
        if head is not None and self._staging.waits(head.staged):
            target = self.root / head.file
            # Where somebody has changed the file since, theirs stays, and is noted when it is met.
            if digest_of(_content(target)) == head.was:
                self._staging.place(head.staged, target)
                finished = self._journal.select(None, None, None, 1)
        self._staging.sweep()
        return finished

    def _find(self, workspace: Workspace, record: str, content: Content) -> tuple[Book, int]:
        try:
            return find(workspace, record)
        except UsageError:
            if not self._journal.is_deleted(record):
                raise
        proposed = text_of(content, "", LF, limits_of(workspace.settings.limits)) if content else ""
        raise Conflict(None, proposed, record=record)

    def _version(self, workspace: Workspace, current: Stored, etag: str) -> str | None:
        """Return the text of a record that has an etag, where the journal has it."""
        limits = limits_of(workspace.settings.limits)
        for change in self._journal.select(current.id, None, None, 50):
            for content in (as_bytes(change.after), as_bytes(change.before)):
                if content is not None:
                    sheet = open_sheet(content, limits)
                    texts = map(sheet.document, range(1, len(sheet.parts) + 1))
                    if (text := next((each for each in texts if etag_of(each) == etag), None)) is not None:
                        return text
        return None

    def _write(
        self, workspace: Workspace, after: Book, number: int, before: Book | None, verb: Verb, asked: _Asked
    ) -> Stored:
        """Store a file with a record, and return the record."""
        _refuse_large(after.content, limits_of(workspace.settings.limits).file_size)
        stored = after.at(number)
        former = before.at(number).id if before is not None and number <= len(before.stored) else ""
        content = before.content if before is not None else None
        self._put(stored, after.path, content, after.content, verb, asked, former if former != stored.id else "")
        return stored

    def _put(
        self,
        stored: Stored,
        path: Path,
        before: bytes | None,
        after: bytes | None,
        verb: Verb,
        asked: _Asked,
        former: str = "",
    ) -> Change:
        """Write the new content beside, then the journal's line, then move the content to its place."""
        self._note_outside(stored.file, before, stored)
        note = Note(
            asked.at, asked.by, verb, stored.id, stored.unit, stored.file, before, after, former, _kinds(before, after)
        )
        staged = self._staging.stage(after, path)
        change = self._journal.append(note, staged)
        self._staging.place(staged, path)
        return change

    def _note_outside(self, file: str, content: bytes | None, stored: Stored | None = None) -> Change | None:
        """Note what a file holds where the journal knows another content, or nothing, of it."""
        last = self._journal.last_of(file)
        if (last is None and content is None) or (last is not None and last.now == digest_of(content)):
            return None
        record, unit = (last.record, last.unit) if stored is None and last is not None else (stored.id, stored.unit)
        before = as_bytes(self._journal.read(last.position).after) if last is not None else None
        at = _changed_at(self.root / file)
        kinds = _kinds(before, content)
        return self._journal.append(Note(at, "", Verb.OUTSIDE, record, unit, file, before, content, "", kinds), "")

    def _then(self, workspace: Workspace, revision: int) -> tuple[Book, int, str]:
        """Return a file as it was at a revision, the number of the record there, and the id that it has by now."""
        change = self._journal.find(revision)
        if change is None:
            raise UsageError("revision-unknown", {"value": revision})
        text = change.before if change.verb is Verb.DELETED or change.after is None else change.after
        folder = workspace.unit(change.unit)
        path = folder.path / RECORDS_FOLDER / change.file.partition(f"{RECORDS_FOLDER}/")[2]
        then = read_book(workspace, folder, path, as_bytes(text) or b"")
        numbers = [each.number for each in then.stored if each.id == change.record]
        if not numbers and len(then.stored) == 1:
            numbers = [1]
        if not numbers:
            raise UsageError("revision-without-record", {"value": revision})
        return then, numbers[0], self._journal.name_now(revision, change.record)

    def _bring_back(self, workspace: Workspace, then: Book, number: int, asked: _Asked) -> Stored:
        """Store a record again that is not there any more, in the file that it had."""
        text = then.sheet.document(number)
        refuse_links(self.root, then.path)
        content = _content(then.path)
        if content is None:
            alone = then.content if len(then.stored) == 1 else text.encode("utf-8", "replace")
            return self._write(
                workspace, read_book(workspace, then.folder, then.path, alone), 1, None, Verb.RESTORED, asked
            )
        if len(then.stored) == 1:
            path = free_path(then.path)
            return self._write(
                workspace, read_book(workspace, then.folder, path, then.content), 1, None, Verb.RESTORED, asked
            )
        book = read_book(workspace, then.folder, then.path, content)
        place = min(number, len(book.stored) + 1)
        after = read_book(workspace, then.folder, then.path, book.sheet.inserted(place, text))
        stored = after.at(place)
        _refuse_large(after.content, limits_of(workspace.settings.limits).file_size)
        self._put(stored, book.path, book.content, after.content, Verb.RESTORED, asked)
        return stored


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _changed_at(path: Path) -> datetime:
    """Return when a file was changed, or the nearest folder above one that is gone."""
    there = next(each for each in (path, *path.parents) if each.exists())
    return datetime.fromtimestamp(there.stat().st_mtime).astimezone()


def _kinds(*contents: bytes | None) -> tuple[str, ...]:
    texts = (each.decode("utf-8", "replace") for each in contents if each is not None)
    return tuple(dict.fromkeys(kind for text in texts for kind in kinds_written(text)))


def _refuse_large(content: bytes, most: int) -> None:
    if len(content) > most:
        raise UsageError("record-large", {"size": len(content) // 1024 + 1, "limit": most // 1024})
