"""Takes a workspace and a record's id, gives the document that bears it, or all documents of a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from docgen.editing.sheet import Sheet, open_sheet
from docgen.editing.stored import Stored, etag_of
from docgen.errors import UsageError, WorkspaceError
from docgen.findings import Finding, Level, Place, in_order
from docgen.model.base import RecordModel, label_of
from docgen.model.kinds import KINDS, MODELS
from docgen.records.reading import read_text
from docgen.records.record import Record
from docgen.records.salvage import numbers_written
from docgen.records.validation import parse, record_type
from docgen.workspace import UnitFolder, Workspace
from docgen.workspace.files import RECORDS_FOLDER, limits_of, record_files, relative
from docgen.workspace.loading import record_id
from docgen.workspace.nearest import nearest

KIND, NUMBER = label_of(RecordModel, "kind"), label_of(RecordModel, "number")
_KIND_LINE = re.compile(rf"^[ \t]*['\"]?{KIND}['\"]?[ \t]*[:：][ \t]*['\"]?(?P<kind>[^\s'\"#]+)", re.MULTILINE)
_ENCODINGS = ("utf-8", "gb18030", "utf-16-le", "utf-16-be")


@dataclass(frozen=True, slots=True)
class Book:
    """A record file as it stands: its unit, its path, its bytes, its documents with their ids."""

    folder: UnitFolder
    path: Path
    content: bytes
    sheet: Sheet
    stored: tuple[Stored, ...]

    def at(self, number: int) -> Stored:
        """Return one record of the file, counted from 1."""
        return self.stored[number - 1]


@dataclass(frozen=True, slots=True)
class Found:
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


def find(workspace: Workspace, record: str) -> Found:
    """Return the file that a record stands in, and its number there; raise UsageError with the nearest ids.

    Besides its id a record answers to its place, unit and path below 记录/, by which one of two with the same id is
    reached.
    """
    short, _, rest = record.partition("/")
    folder = workspace.units.get(short)
    if folder is None or not rest:
        raise UsageError("record-unknown", {"value": record, "near": nearest(record, workspace.units)})
    paths = record_files(workspace.root, folder.path)[0]
    stems = {stem_of(folder, path): path for path in paths}
    for name in (rest, rest.rpartition("#")[0]):
        if name in stems and (found := _of_place(workspace, folder, stems[name], record)) is not None:
            return _by_its_id(workspace, found, record)
    for path in paths:
        if (found := _of_number(workspace, folder, path, record)) is not None:
            return found
    raise UsageError(
        "record-unknown", {"value": record, "near": nearest(record, (f"{short}/{each}" for each in stems))}
    )


def stem_of(folder: UnitFolder, path: Path) -> str:
    """Return the path of a file below 记录/, without its suffix."""
    return relative(folder.path, path)[len(RECORDS_FOLDER) + 1 : -len(path.suffix)]


def read_book(workspace: Workspace, folder: UnitFolder, path: Path, content: bytes | None = None) -> Book:
    """Read a file with all its records, or what it would be with other bytes; raise WorkspaceError."""
    if content is None:
        try:
            content = path.read_bytes()
        except OSError as fault:
            values = {"value": relative(workspace.root, path), "reason": fault.strerror or str(fault)}
            raise WorkspaceError("file-unreadable", values) from fault
    limits = limits_of(workspace.settings.limits)
    sheet = open_sheet(content, limits)
    file = relative(workspace.root, path)
    records, findings = read_text(content, file, limits)
    by_number = {record.number: record for record in records}
    stem = stem_of(folder, path)
    stored = [
        _stored(sheet, folder.short, stem, number, file, by_number.get(number), findings)
        for number in range(1, len(sheet.parts) + 1)
    ]
    return Book(folder, path, content, sheet, tuple(stored))


def _stored(
    sheet: Sheet, unit: str, stem: str, number: int, file: str, record: Record | None, findings: list[Finding]
) -> Stored:
    text = sheet.document(number)
    part = sheet.parts[number - 1]
    last = sheet.parts[number].line if number < len(sheet.parts) else None
    own = [each for each in findings if _is_in(each, part.line if number > 1 else 0, last)]
    if record is not None:
        own += parse(record, MODELS)[1]
    named = record_id(unit, stem, number, _number(record, text))
    kind = (record_type(record) if record is not None else None) or kind_written(text)
    return Stored(
        id=named,
        unit=unit,
        kind=kind if kind in KINDS else "",
        file=file,
        number=number,
        line=part.line,
        text=text,
        data=record.data if record is not None else {},
        etag=etag_of(text),
        findings=tuple(in_order(each.about(named) for each in own)),
    )


def _is_in(finding: Finding, first: int, end: int | None) -> bool:
    return finding.place.line >= first and (end is None or finding.place.line < end)


def _number(record: Record | None, text: str) -> str | None:
    """Return the 编号 of a document as it was typed; of one that cannot be read, what stands after the word."""
    if record is None:
        return next(iter(numbers_written(text.encode("utf-8", "replace"))), None)
    written = record.data.get(NUMBER)
    return written.strip() if isinstance(written, str) else None


def kind_written(text: str) -> str:
    """Return the kind of record that a text says it is, readable or not; "" where it says none that is known."""
    return next(iter(kinds_written(text)), "")


def kinds_written(text: str) -> tuple[str, ...]:
    """Return the kinds of all records that a text seems to hold, each once."""
    return tuple(dict.fromkeys(hit["kind"] for hit in _KIND_LINE.finditer(text) if hit["kind"] in KINDS))


def _of_place(workspace: Workspace, folder: UnitFolder, path: Path, record: str) -> Found | None:
    book = read_book(workspace, folder, path)
    stem = stem_of(folder, path)
    numbers = range(1, len(book.stored) + 1)
    exact = (number for number in numbers if book.at(number).id == record)
    placed = (number for number in numbers if record_id(folder.short, stem, number, None) == record)
    number = next(exact, None) or next(placed, None)
    return None if number is None else Found(book, number)


def _by_its_id(workspace: Workspace, found: Found, record: str) -> Found:
    """Return a record that was reached by its place, by its own id unless that leads to another."""
    if found.id == record or not _is_borne(workspace, found):
        return found
    return replace(found, name=record)


def _is_borne(workspace: Workspace, found: Found) -> Found | None:
    """Return another record that is reached by the id of one."""
    try:
        other = find(workspace, found.book.at(found.number).id)
    except UsageError:
        return None
    is_same = (other.book.path, other.number) == (found.book.path, found.number)
    return None if is_same else other


def _of_number(workspace: Workspace, folder: UnitFolder, path: Path, record: str) -> Found | None:
    """Look for a 编号 in a file; one whose bytes do not hold it is not read."""
    content = _bytes(path)
    if not any(each in content for each in _spellings(record)):
        return None
    book = read_book(workspace, folder, path, content)
    number = next((each.number for each in book.stored if each.id == record), None)
    return None if number is None else Found(book, number)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _spellings(record: str) -> Iterator[bytes]:
    number = record.partition("/")[2]
    return (number.encode(encoding, "replace") for encoding in _ENCODINGS)


def borne_by_another(workspace: Workspace, found: Found) -> Stored:
    """Return a record under its id; where another record of the unit bears that, under its place, with an error."""
    stored = found.book.at(found.number)
    other = _is_borne(workspace, found) if NUMBER in stored.data else None
    if other is None:
        return stored
    place = record_id(stored.unit, stem_of(found.book.folder, found.book.path), found.number, None)
    first = f"{other.stored.file}:{other.stored.line}"
    values = {"value": stored.id.partition("/")[2], "other": first}
    double = Finding("record-duplicate", Level.ERROR, Place(stored.file, stored.line), place, values)
    return replace(stored, id=place, findings=(*stored.findings, double))
