"""Takes a workspace and a record's id, gives the file that it stands in, and which of its documents it is."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from docgen.editing.book import NUMBER, Book, book_of, is_far_too_large, open_book, stem_of
from docgen.editing.stored import Stored
from docgen.errors import UsageError
from docgen.findings import Finding, Level, Place
from docgen.workspace import UnitFolder, Workspace
from docgen.workspace.files import RECORD_SUFFIX, RECORDS_FOLDER, record_files
from docgen.workspace.nearest import nearest

_ENCODINGS = ("utf-8", "gb18030", "utf-16-le", "utf-16-be")


class Found(Struct, frozen=True):
    """One record of a file; `name` is what it is called where that is not its own id, which another record bears."""

    book: Book
    number: int
    name: str = ""

    @property
    def stored(self) -> Stored:
        """The record."""
        stored = self.book.at(self.number)
        return replace(stored, id=self.name) if self.name else stored

    @property
    def id(self) -> str:
        """What it is called."""
        return self.name or self.book.at(self.number).id


def find(workspace: Workspace, record: str, likely: Path | None = None) -> Found:
    """Return where a record stands; raise UsageError with the nearest ids where it does not.

    Besides its id a record answers to its place, unit and path below 记录/, by which one of two with the same id is
    reached. `likely` is the file that it stood in before.
    """
    short, _, rest = record.partition("/")
    folder = workspace.units.get(short)
    if folder is None or not rest:
        raise UsageError("record-unknown", {"value": record, "near": nearest(record, workspace.units)})
    if likely is not None and (found := _by_number(workspace, folder, likely, record)) is not None:
        return found
    if (found := _by_place(workspace, folder, record, rest)) is not None:
        return found
    paths = record_files(workspace.root, folder.path)[0]
    for path in paths:
        if (found := _by_number(workspace, folder, path, record)) is not None:
            return found
    known = (f"{short}/{stem_of(folder, path)}" for path in paths)
    raise UsageError("record-unknown", {"value": record, "near": nearest(record, known)})


def borne_by_another(workspace: Workspace, found: Found) -> Stored:
    """Return a record under its id; where another record of the unit bears that, under its place, with an error."""
    stored = found.book.at(found.number)
    other = _bearer(workspace, found) if NUMBER in stored.data else None
    if other is None:
        return stored
    first = f"{other.stored.file}:{other.stored.line}"
    values = {"value": stored.id.partition("/")[2], "other": first}
    place = found.book.place_of(found.number)
    double = Finding("record-duplicate", Level.ERROR, Place(stored.file, stored.line), place, values)
    return replace(stored, id=place, findings=(*stored.findings, double))


def _by_place(workspace: Workspace, folder: UnitFolder, record: str, rest: str) -> Found | None:
    """Look for a record in the file that its id seems to name."""
    for name in (rest, rest.rpartition("#")[0]):
        path = _file_named(folder, name)
        if path is None:
            continue
        book = open_book(workspace, folder, path)
        numbers = range(1, len(book.stored) + 1)
        exact = next((number for number in numbers if book.at(number).id == record), None)
        number = exact or next((number for number in numbers if book.place_of(number) == record), None)
        if number is not None:
            found = Found(book, number)
            return found if exact or _bearer(workspace, found) is None else replace(found, name=record)
    return None


def _file_named(folder: UnitFolder, stem: str) -> Path | None:
    """Return the record file with a path below 记录/; names are only ever compared, and links not followed."""
    *above, name = stem.split("/")
    here = folder.path / RECORDS_FOLDER
    if here.is_symlink():
        return None
    for part in above:
        below = (each for each in _entries(here) if each.name == part and each.is_dir(follow_symlinks=False))
        if (entry := next(below, None)) is None:
            return None
        here = here / entry.name
    files = (each.name for each in _entries(here) if each.is_file(follow_symlinks=False))
    return next((here / each for each in files if _splits_into(each, name)), None)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return [each for each in entries if not each.name.startswith(".")]
    except OSError:
        return []


def _splits_into(name: str, stem: str) -> bool:
    return name.startswith(stem) and name[len(stem) :].lower() == RECORD_SUFFIX


def _bearer(workspace: Workspace, found: Found) -> Found | None:
    """Return another record that is reached by the id of one."""
    try:
        other = find(workspace, found.book.at(found.number).id)
    except UsageError:
        return None
    is_same = (other.book.path, other.number) == (found.book.path, found.number)
    return None if is_same else other


def _by_number(workspace: Workspace, folder: UnitFolder, path: Path, record: str) -> Found | None:
    """Look for a record in a file; one whose bytes do not hold its 编号 is not read."""
    try:
        content = b"" if path.is_symlink() or is_far_too_large(workspace, path) else path.read_bytes()
    except OSError:
        return None
    if not any(each in content for each in _spellings(record)):
        return None
    book = book_of(workspace, folder, path, content)
    number = next((each.number for each in book.stored if each.id == record), None)
    return None if number is None else Found(book, number)


def _spellings(record: str) -> Iterator[bytes]:
    number = record.partition("/")[2]
    return (number.encode(encoding, "replace") for encoding in _ENCODINGS)
