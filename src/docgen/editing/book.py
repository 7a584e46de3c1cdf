"""Takes a record file, gives its records as they are stored: texts, data, ids, kinds, findings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from docgen.editing.sheet import BOM, Sheet, open_sheet, sheet_of
from docgen.editing.stored import Stored, etag_of
from docgen.errors import UnreadableFile, WorkspaceError
from docgen.findings import Finding, in_order
from docgen.model.base import RecordModel, label_of
from docgen.model.kinds import KINDS, MODELS
from docgen.records.encoding import decode
from docgen.records.reading import read_documents, read_text
from docgen.records.record import Record
from docgen.records.salvage import numbers_written
from docgen.records.validation import parse, record_type
from docgen.workspace import UnitFolder, Workspace
from docgen.workspace.files import RECORDS_FOLDER, limits_of, relative
from docgen.workspace.loading import record_id

KIND, NUMBER = label_of(RecordModel, "kind"), label_of(RecordModel, "number")
_KIND_LINE = re.compile(rf"^[ \t]*['\"]?{KIND}['\"]?[ \t]*[:\uff1a][ \t]*['\"]?(?P<kind>[^\s'\"#]+)", re.MULTILINE)
MOST_TOO_LARGE = 4
"""So many times the limit a file may have to be looked at all the same, so that it can be made smaller."""


class Book(Struct, frozen=True):
    """A record file as it stands: its unit, its path, its bytes, its documents and what they say."""

    folder: UnitFolder
    path: Path
    content: bytes
    sheet: Sheet
    stored: tuple[Stored, ...]

    def at(self, number: int) -> Stored:
        """Return one record of the file, counted from 1."""
        return self.stored[number - 1]

    def place_of(self, number: int) -> str:
        """Return what a record is called by where it stands."""
        return record_id(self.folder.short, stem_of(self.folder, self.path), number, None)


def stem_of(folder: UnitFolder, path: Path) -> str:
    """Return the path of a file below 记录/, without its suffix."""
    return relative(folder.path, path)[len(RECORDS_FOLDER) + 1 : -len(path.suffix)]


def open_book(workspace: Workspace, folder: UnitFolder, path: Path) -> Book:
    """Read a file with all its records; raise WorkspaceError where it cannot be opened, UnreadableFile where it is far too large."""
    name = relative(workspace.root, path)
    try:
        if is_far_too_large(workspace, path):
            values: dict[str, str | int] = {"value": name}
            values |= {"size": path.stat().st_size // 1024 + 1, "limit": workspace.settings.limits.file_kib}
            raise UnreadableFile("file-large", values)
        return book_of(workspace, folder, path, path.read_bytes())
    except OSError as fault:
        values = {"value": name, "reason": fault.strerror or str(fault)}
        raise WorkspaceError("file-unreadable", values) from fault


def is_far_too_large(workspace: Workspace, path: Path) -> bool:
    """Tell whether a file is better not opened at all."""
    return path.stat().st_size > limits_of(workspace.settings.limits).file_size * MOST_TOO_LARGE


def book_of(workspace: Workspace, folder: UnitFolder, path: Path, content: bytes) -> Book:
    """Return a file as it is, or would be, with some bytes."""
    limits = limits_of(workspace.settings.limits)
    file = relative(workspace.root, path)
    text, _ = decode(content, file)
    if text is None or len(content) > limits.file_size:
        sheet = open_sheet(content, limits)
        records, findings = read_text(content, file, limits)
    else:
        records, findings, beginnings = read_documents(text, file, limits)
        sheet = sheet_of(text, beginnings, has_mark=content.startswith(BOM.encode()))
    by_number = {record.number: record for record in records}
    numbers = range(1, len(sheet.parts) + 1)
    own = (_within(findings, sheet, number) for number in numbers)
    stem = stem_of(folder, path)
    stored = (
        _stored(sheet, number, file, folder.short, stem, by_number.get(number), found)
        for number, found in zip(numbers, own, strict=True)
    )
    return Book(folder, path, content, sheet, tuple(stored))


def kinds_written(text: str) -> tuple[str, ...]:
    """Return the kinds of all records that a text seems to hold, readable or not, each once."""
    return tuple(dict.fromkeys(hit["kind"] for hit in _KIND_LINE.finditer(text) if hit["kind"] in KINDS))


def _stored(
    sheet: Sheet, number: int, file: str, unit: str, stem: str, record: Record | None, found: Iterable[Finding]
) -> Stored:
    text = sheet.document(number)
    named = record_id(unit, stem, number, _number(record, text))
    misfits = parse(record, MODELS)[1] if record is not None else ()
    return Stored(
        id=named,
        unit=unit,
        kind=_kind(record, text),
        file=file,
        number=number,
        line=sheet.parts[number - 1].line,
        text=text,
        data=record.data if record is not None else {},
        etag=etag_of(text),
        findings=tuple(in_order(each.about(named) for each in (*found, *misfits))),
    )


def _within(findings: Iterable[Finding], sheet: Sheet, number: int) -> list[Finding]:
    """Return the findings of one document; those of the file as a whole are the first one's."""
    first = sheet.parts[number - 1].line if number > 1 else 0
    end = sheet.parts[number].line if number < len(sheet.parts) else None
    return [each for each in findings if each.place.line >= first and (end is None or each.place.line < end)]


def _number(record: Record | None, text: str) -> str | None:
    """Return the 编号 of a document as it was typed; of one that cannot be read, what stands after the word."""
    if record is None:
        return next(iter(numbers_written(text.encode("utf-8", "replace"))), None)
    written = record.data.get(NUMBER)
    return written.strip() if isinstance(written, str) else None


def _kind(record: Record | None, text: str) -> str:
    """Return the label of the kind that a document says it is, readable or not; "" where it is none that is known."""
    typed = (record_type(record) or "").strip() if record is not None else ""
    return typed if typed in KINDS else next(iter(kinds_written(text)), "")
