"""Takes a unit of a workspace, gives all its records in order, with what is wrong in reading them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from docgen.findings import Finding, Level, in_order
from docgen.model.base import RecordModel, label_of
from docgen.model.kinds import MODELS
from docgen.model.subject import Subject
from docgen.model.unit import Unit
from docgen.records.entry import Entry
from docgen.records.record import Record, Source
from docgen.records.validation import parse
from docgen.view import Picture
from docgen.workspace.files import RECORDS_FOLDER, limits_of, read_file, record_files
from docgen.workspace.references import References
from docgen.workspace.units import UnitFolder
from docgen.workspace.workspace import Workspace

AnyEntry = Entry[RecordModel]


@dataclass(frozen=True, slots=True)
class UnitRecords:
    """One unit with its records by day, beginning and id; `pictures` go by (entry id, file as written)."""

    unit: Unit
    source: Source
    entries: tuple[AnyEntry, ...]
    findings: tuple[Finding, ...]
    pictures: Mapping[tuple[str, str], Picture] = field(default_factory=dict)


def load_unit(workspace: Workspace, short: str, known_ids: Collection[str] | None = None) -> UnitRecords:
    """Read all records of a unit; raise UsageError when there is no such unit.

    References to records of other units are checked only against `known_ids`, where these are given.
    """
    folder = workspace.unit(short)
    paths, findings = record_files(workspace.root, folder.path)
    entries: list[AnyEntry] = []
    for path in paths:
        found, wrong = _read(workspace, folder, path)
        entries += found
        findings += wrong
    unique, doubles = _by_id(entries)
    references = References(workspace, folder, unique.keys(), known_ids)
    findings += [*doubles, *(finding for entry in unique.values() for finding in references.check(entry))]
    ordered = tuple(sorted(unique.values(), key=lambda entry: entry.order))
    return UnitRecords(folder.unit, folder.source, ordered, tuple(in_order(findings)), references.pictures)


def record_id(unit: str, path: Path, number: int, written: str | None) -> str:
    """Return a record's id: unit and 编号, else unit and path below 记录/ without suffix, #n from the second on."""
    if written:
        return f"{unit}/{written}"
    suffix = f"#{number}" if number > 1 else ""
    return f"{unit}/{path.with_suffix('').as_posix()}{suffix}"


def _read(workspace: Workspace, folder: UnitFolder, path: Path) -> tuple[list[AnyEntry], list[Finding]]:
    records, findings = read_file(workspace.root, path, limits_of(workspace.settings.limits))
    entries = []
    for record in records:
        model, wrong = parse(record, MODELS)
        own_path = path.relative_to(folder.path / RECORDS_FOLDER)
        number = model.number if isinstance(model, RecordModel) else None
        named = record_id(folder.unit.short, own_path, record.number, number)
        findings += [finding.about(named) for finding in wrong]
        if isinstance(model, RecordModel):
            entries.append(Entry(named, folder.unit.short, model, record.source))
            findings += _misleading(named, record, model)
    return entries, findings


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
