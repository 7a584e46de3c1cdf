"""Takes a record as somebody changed it, puts it into its file and a line into the journal: both or neither."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from docgen.drafting.schemas import RECORD, modeline, write_schemas
from docgen.editing.book import book_of
from docgen.editing.change import Change, Note, Verb, as_bytes
from docgen.editing.content import Content, text_of
from docgen.editing.desk import Desk, kinds_of
from docgen.editing.placing import new_path, refuse_links
from docgen.editing.restoring import Return, before_it_went, bring_back
from docgen.editing.sheet import LF, open_sheet
from docgen.editing.shelf import Found, borne_by_another, find
from docgen.editing.stored import Conflict, Draft, Stored, etag_of
from docgen.errors import UsageError
from docgen.workspace import Workspace
from docgen.workspace.files import limits_of

SEARCHED = 50
"""So many versions back the one is looked for that an edit began from."""

MOST_PLACES = 10_000
"""So many records' files are remembered: one with a 编号 may stand in any file of its unit."""


class Editor:
    """The one hand that writes records. Bad records are stored like good ones: what is wrong in them are findings."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self._desk = Desk(self.root)
        self._places: dict[str, Path] = {}

    def read(self, workspace: Workspace, record: str) -> Stored:
        """Return a record as it is stored; raise UsageError where there is none."""
        return self._found(workspace, record).stored

    def create(self, workspace: Workspace, unit: str, content: Content, *, by: str, at: datetime) -> Stored:
        """Store a new record; raise UsageError where it is empty, too large, several, or data without 类型."""
        with self._desk.turn():
            draft = self.draft(workspace, unit, None, content)
            refuse_links(self.root, draft.path)
            if not isinstance(content, str):
                write_schemas(self.root)
            book = book_of(workspace, workspace.unit(unit), draft.path, draft.content)
            return self._write(workspace, Found(book, 1), None, Verb.CREATED, by, at)

    def replace(
        self, workspace: Workspace, record: str, content: Content, *, expected: str, by: str, at: datetime
    ) -> Stored:
        """Store a record anew, and return it by the id that it then has; nothing is written where nothing changes.

        Raise Conflict where it is no longer the one with the etag `expected`, else as `create` does.
        """
        with self._desk.turn():
            found = self._find(workspace, record, content)
            current = found.stored
            text = self._text(workspace, found, content)
            # Even where both have written the same: each may have counted one up.
            if current.etag != expected:
                raise Conflict(current, text, self._version(workspace, current.id, expected))
            if text == current.text:
                return current
            after = self._replaced(workspace, found, text)
            return self._write(workspace, after, found, Verb.REPLACED, by, at)

    def delete(self, workspace: Workspace, record: str, *, expected: str, by: str, at: datetime) -> Change:
        """Take a record away, so that `restore` brings it back; raise Conflict where it has changed."""
        with self._desk.turn():
            found = self._find(workspace, record, "")
            current, book = found.stored, found.book
            if current.etag != expected:
                raise Conflict(current, "", self._version(workspace, current.id, expected))
            after = book.sheet.without(found.number) if len(book.stored) > 1 else None
            kinds = kinds_of(book.content)
            return self._desk.put(
                Note(at, by, Verb.DELETED, current.id, current.unit, current.file, book.content, after, kinds=kinds)
            )

    def restore(self, workspace: Workspace, revision: int, *, by: str, at: datetime) -> Stored:
        """Bring a record back as it was after a change, or before the one that deleted it; raise UsageError."""
        with self._desk.turn():
            then = before_it_went(workspace, self._desk.journal, revision)
            back = bring_back(workspace, self._desk.journal, revision, then)
            if back.before is not None and back.before.stored.text == back.after.stored.text:
                return back.before.stored
            return self._write(workspace, back.after, back.before, Verb.RESTORED, by, at, back)

    def changes(
        self,
        *,
        record: str | None = None,
        unit: str | None = None,
        by: str | None = None,
        before: int | None = None,
        limit: int = 50,
    ) -> list[Change]:
        """Return the changes of a record, of a unit, or all, the newest first; those with a revision below `before`.

        With `by` those of one person; "" is whoever wrote outside.
        """
        return self._desk.journal.select(record, unit, before, limit, by)

    def people(self) -> list[str]:
        """Return who has changed anything, by name; "" is whoever wrote outside."""
        return self._desk.journal.people()

    def change(self, revision: int) -> Change:
        """Return one change; raise UsageError where there is none."""
        found = self._desk.journal.find(revision)
        if found is None:
            raise UsageError("revision-unknown", {"value": revision})
        return found

    def deleted(self, unit: str | None = None) -> list[Change]:
        """Return the changes by which the records in the bin were deleted, the newest first."""
        return self._desk.journal.deleted(unit)

    def draft(self, workspace: Workspace, unit: str, record: str | None, content: Content) -> Draft:
        """Return what a file would hold if a record were stored, of `unit` where it is new; nothing is written."""
        if record is not None:
            found = self._found(workspace, record)
            after = self._replaced(workspace, found, self._text(workspace, found, content))
        else:
            folder = workspace.unit(unit)
            text = text_of(content, "", LF, limits_of(workspace.settings.limits))
            path = new_path(folder, text.encode("utf-8", "replace"))
            if not isinstance(content, str):
                text = f"{modeline(self.root, path, RECORD)}{LF}{text}"
            after = Found(book_of(workspace, folder, path, text.encode("utf-8", "replace")), 1)
        _refuse_large(workspace, after.book.content)
        stored = after.stored
        return Draft(after.book.path, after.book.content, stored.id, stored.kind, stored.text)

    def recover(self) -> list[Change]:
        """Finish what was interrupted and note what changed outside; return both as changes."""
        with self._desk.turn() as finished:
            return [*finished, *self._desk.survey()]

    def replayed(self) -> Mapping[str, str | None]:
        """Return, by file, the sha256 of what it holds by the journal, None where it is gone."""
        return {file: last.now for file, last in self._desk.journal.files().items()}

    def _found(self, workspace: Workspace, record: str) -> Found:
        """Return where a record stands, looking first where it stood when last asked for."""
        found = find(workspace, record, self._places.get(record))
        if len(self._places) > MOST_PLACES:
            self._places.clear()
        self._places[record] = found.book.path
        return found

    def _find(self, workspace: Workspace, record: str, content: Content) -> Found:
        try:
            return self._found(workspace, record)
        except UsageError:
            if not self._desk.journal.is_deleted(record):
                raise
        proposed = text_of(content, "", LF, limits_of(workspace.settings.limits)) if content else ""
        raise Conflict(None, proposed, record=record)

    def _text(self, workspace: Workspace, found: Found, content: Content) -> str:
        limits = limits_of(workspace.settings.limits)
        return text_of(content, found.stored.text, found.book.sheet.line_end, limits)

    def _replaced(self, workspace: Workspace, found: Found, text: str) -> Found:
        """Return a file as it would be with another text of one record, the number of its records the same."""
        book = found.book
        after = book_of(workspace, book.folder, book.path, book.sheet.replaced(found.number, text))
        if len(after.stored) != len(book.stored):
            raise UsageError("record-text-several", {"value": max(len(after.stored) - len(book.stored), 1) + 1})
        return Found(after, found.number)

    def _version(self, workspace: Workspace, record: str, etag: str) -> str | None:
        """Return the text of a record that has an etag, where the journal has it."""
        limits = limits_of(workspace.settings.limits)
        for change in self._desk.journal.select(record, None, None, SEARCHED):
            for content in (as_bytes(change.after), as_bytes(change.before)):
                sheet = open_sheet(content or b"", limits)
                texts = map(sheet.document, range(1, len(sheet.parts) + 1))
                if (text := next((each for each in texts if etag_of(each) == etag), None)) is not None:
                    return text
        return None

    def _write(
        self,
        workspace: Workspace,
        after: Found,
        before: Found | None,
        verb: Verb,
        by: str,
        at: datetime,
        back: Return | None = None,
    ) -> Stored:
        """Store a file with a record, and return the record."""
        book = after.book
        _refuse_large(workspace, book.content)
        stored = after.stored
        if before is not None and before.book.at(before.number).id == stored.id:
            stored = replace(stored, id=before.id)
        else:
            stored = borne_by_another(workspace, after)
        former = before.id if before is not None and before.id != stored.id else ""
        content = before.book.content if before is not None else back.content if back is not None else None
        undoes = back.undoes if back is not None else 0
        kinds = kinds_of(content, book.content)
        note = Note(at, by, verb, stored.id, stored.unit, stored.file, content, book.content, former, kinds, undoes)
        self._desk.put(note)
        return stored


def _refuse_large(workspace: Workspace, content: bytes) -> None:
    most = limits_of(workspace.settings.limits).file_size
    if len(content) > most:
        raise UsageError("record-large", {"size": len(content) // 1024 + 1, "limit": most // 1024})
