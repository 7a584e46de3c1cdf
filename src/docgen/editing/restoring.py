"""Takes a revision of the journal, gives the record as it was then, and the file that holds it again."""

from __future__ import annotations

from msgspec import Struct

from docgen.editing.book import book_of
from docgen.editing.change import Verb, as_bytes
from docgen.editing.desk import content_of
from docgen.editing.journal import Journal
from docgen.editing.placing import free_path, refuse_links
from docgen.editing.shelf import Found, find
from docgen.errors import UsageError
from docgen.workspace import Workspace
from docgen.workspace.files import RECORDS_FOLDER


class Return(Struct, frozen=True):
    """A record that comes back: the file with it, the record that it replaces, if it is there, and the file's content.

    `undoes` is the revision by which it was deleted, 0 where it was not.
    """

    after: Found
    before: Found | None
    content: bytes | None
    undoes: int = 0


def before_it_went(workspace: Workspace, journal: Journal, revision: int) -> Found:
    """Return a record as it was after a change, or before the one by which it went; raise UsageError."""
    change = journal.find(revision)
    if change is None:
        raise UsageError("revision-unknown", {"value": revision})
    text = change.before if change.verb is Verb.DELETED or change.after is None else change.after
    folder = workspace.unit(change.unit)
    # By the unit's own folder, which may have moved since.
    path = folder.path / RECORDS_FOLDER / change.file.partition(f"{RECORDS_FOLDER}/")[2]
    book = book_of(workspace, folder, path, as_bytes(text) or b"")
    numbers = [each.number for each in book.stored if each.id == change.record]
    if not numbers and len(book.stored) == 1:
        numbers = [1]
    if not numbers:
        raise UsageError("revision-without-record", {"value": revision})
    return Found(book, numbers[0], change.record)


def bring_back(workspace: Workspace, journal: Journal, revision: int, then: Found) -> Return:
    """Return the file in which a record is again as it was: in its own place where it still is, else a free one."""
    deletion = journal.deletion_of(revision, then.id)
    if deletion:
        return _absent(workspace, then, deletion)
    try:
        now = find(workspace, journal.name_now(revision, then.id))
    except UsageError:
        return _absent(workspace, then, 0)
    text = then.stored.text
    is_alone = len(then.book.stored) == len(now.book.stored) == 1
    content = then.book.content if is_alone else now.book.sheet.replaced(now.number, text)
    after = book_of(workspace, now.book.folder, now.book.path, content)
    return Return(Found(after, now.number), now, now.book.content)


def _absent(workspace: Workspace, then: Found, deletion: int) -> Return:
    """Return the file of a record that is not there any more."""
    book = then.book
    refuse_links(workspace.root, book.path)
    content = content_of(book.path)
    text = then.stored.text
    if content is None or len(book.stored) == 1:
        path = free_path(book.path)
        alone = book.content if len(book.stored) == 1 else text.encode("utf-8", "replace")
        return Return(Found(book_of(workspace, book.folder, path, alone), 1), None, None, deletion)
    now = book_of(workspace, book.folder, book.path, content)
    number = min(then.number, len(now.stored) + 1)
    after = book_of(workspace, book.folder, book.path, now.sheet.inserted(number, text))
    return Return(Found(after, number), None, content, deletion)
