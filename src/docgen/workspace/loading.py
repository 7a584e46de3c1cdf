"""Takes a unit of a workspace, gives all its records in order, with what is wrong in reading them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct, field
from pydantic import BaseModel

from docgen.findings import Finding, Level, in_order, worst
from docgen.model.base import RecordModel, label_of
from docgen.model.kinds import MODELS
from docgen.model.subject import Subject
from docgen.model.unit import Unit
from docgen.records.entry import Entry
from docgen.records.reading import Limits
from docgen.records.record import Record, Source
from docgen.records.salvage import numbers_written
from docgen.records.validation import parse
from docgen.view import Picture
from docgen.workspace.files import (
    RECORDS_FOLDER,
    content_of,
    limits_of,
    passed_over,
    read_file,
    record_files,
    relative,
    stamp_of,
    stamps,
    uncollected,
)
from docgen.workspace.folders import outside_findings
from docgen.workspace.memory import FILE, UNIT
from docgen.workspace.references import KnownIds, References
from docgen.workspace.units import UnitFolder
from docgen.workspace.workspace import Workspace

AnyEntry = Entry[RecordModel]


class _Read(Struct):
    """What files hold: entries, ids of records that could not be read, and what is wrong."""

    entries: list[AnyEntry] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    def add(self, other: _Read) -> None:
        """Take in what another file holds."""
        self.entries += other.entries
        self.unread |= other.unread
        self.findings += other.findings


class UnitRecords(Struct, frozen=True, eq=False):
    """One unit with its records by day, beginning and id.

    `pictures` go by (entry id, file as written); `unread` are the ids of records that could not be read. Two readings
    are two, whatever they say.
    """

    unit: Unit
    source: Source
    entries: tuple[AnyEntry, ...]
    findings: tuple[Finding, ...]
    pictures: Mapping[tuple[str, str], Picture] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()


def load_unit(workspace: Workspace, short: str) -> UnitRecords:
    """Read all records of a unit; raise UsageError when there is no such unit."""
    folder = workspace.unit(short)
    with uncollected():
        if workspace.memory is None or any(path.is_relative_to(folder.path) for path in workspace.drafts):
            return _loaded(workspace, folder)
        stamp = (stamps(folder.path), folder.sealed, workspace.settings)
        return workspace.memory.once((UNIT, folder.path), stamp, lambda: _loaded(workspace, folder))


def _loaded(workspace: Workspace, folder: UnitFolder) -> UnitRecords:
    read = _read_unit(workspace, folder)
    unique, doubles = _by_id(read.entries)
    references = References(workspace, folder, KnownIds(unique.keys(), read.unread))
    checked = (finding for entry in unique.values() for finding in references.check(entry))
    findings = in_order([*read.findings, *doubles, *checked])
    ordered = tuple(sorted(unique.values(), key=lambda entry: entry.order))
    return UnitRecords(
        folder.unit, folder.source, ordered, tuple(findings), references.pictures, frozenset(read.unread)
    )


def record_id(unit: str, stem: str, number: int, written: str | None) -> str:
    """Return a record's id: unit and 编号, else unit and path below 记录/ without suffix, #n from the second on."""
    if written:
        return f"{unit}/{written}"
    suffix = f"#{number}" if number > 1 else ""
    return f"{unit}/{stem}{suffix}"


def _read_unit(workspace: Workspace, folder: UnitFolder) -> _Read:
    paths, skipped = record_files(workspace.root, folder.path)
    records = folder.path / RECORDS_FOLDER
    drafted = (path for path in workspace.drafts if path.is_relative_to(records))
    read = _Read(findings=[*skipped, *outside_findings(workspace.root, folder.path)])
    for path in sorted({*paths, *drafted}):
        read.add(_read_file(workspace, folder, path))
    return read


def _read_file(workspace: Workspace, folder: UnitFolder, path: Path) -> _Read:
    """Read one file of a unit, or what the process remembers of it."""
    limits = limits_of(workspace.settings.limits)
    if path in workspace.drafts:
        return _read(workspace.root, folder, path, limits, workspace.drafts[path])
    stamp = stamp_of(path) if workspace.memory is not None else None
    if workspace.memory is None or stamp is None:
        return _read(workspace.root, folder, path, limits)
    return workspace.memory.once(
        (FILE, path), (stamp, folder.short, limits), lambda: _read(workspace.root, folder, path, limits)
    )


def _read(root: Path, folder: UnitFolder, path: Path, limits: Limits, draft: bytes | None = None) -> _Read:
    """Read one file; what it holds and cannot be read is still known by its id."""
    records, findings = read_file(root, path, limits, draft)
    read = _Read()
    stem = relative(folder.path, path)[len(RECORDS_FOLDER) + 1 : -len(path.suffix)]
    if worst(findings) is Level.ERROR:
        content = content_of(path, limits) if draft is None else draft
        numbers = enumerate(numbers_written(content) or [None], 1)
        read.unread |= {record_id(folder.short, stem, place, number) for place, number in numbers}
    elif not records:
        findings = [*findings, passed_over("record-empty", root, path)]
    read.findings += findings
    for record in records:
        model, wrong = parse(record, MODELS)
        named = record_id(folder.short, stem, record.number, _number(record, model))
        read.findings += [finding.about(named) for finding in wrong]
        if isinstance(model, RecordModel):
            read.entries.append(Entry(named, folder.short, model, record.source))
            read.findings += _misleading(named, record, model)
        else:
            read.unread.add(named)
    return read


def _number(record: Record, model: BaseModel | None) -> str | None:
    """Return a record's 编号; one that fits no model has it as it was typed."""
    if isinstance(model, RecordModel):
        return model.number
    written = record.data.get(label_of(RecordModel, "number"))
    return written.strip() if isinstance(written, str) else None


def _misleading(named: str, record: Record, model: RecordModel) -> list[Finding]:
    """Return an error when an id reads as a period of the unit, so that no command could mean the record."""
    subject = Subject.parse(named)
    if subject.period is None or subject.person:
        return []
    path = (label_of(RecordModel, "number"),) if model.number else ()
    return [Finding("record-id-misleading", Level.ERROR, record.source.place(*path), named, {"value": named})]


def _by_id(entries: Iterable[AnyEntry]) -> tuple[dict[str, AnyEntry], list[Finding]]:
    """Return the entries by id; of two with the same one the first is kept and the other is a finding."""
    unique: dict[str, AnyEntry] = {}
    findings = []
    for entry in entries:
        first = unique.setdefault(entry.id, entry)
        if first is not entry:
            place = entry.place(label_of(RecordModel, "number"))
            values = {"value": entry.local_id, "other": str(first.place())}
            findings.append(Finding("record-duplicate", Level.ERROR, place, entry.id, values))
    return unique, findings
