"""Takes a workspace and what of it to look at, gives the findings of reading it, references between units included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from docgen.errors import UsageError
from docgen.findings import Finding, in_order
from docgen.generation.addressing import is_inside, name_of, stands_in, unit_of
from docgen.model.base import RECORD, pointers
from docgen.model.subject import Subject
from docgen.records.entry import names_of
from docgen.workspace import UnitRecords, Workspace, load_unit
from docgen.workspace.files import RECORD_SUFFIX, RECORDS_FOLDER
from docgen.workspace.nearest import nearest


def check(workspace: Workspace, about: Iterable[Subject | Path] = ()) -> tuple[Finding, ...]:
    """Return what is wrong in the whole workspace, or in the units, periods, records, files and folders named.

    A record that cannot be read has no day, so it shows for every period of its unit. Raise UsageError where there is
    no such unit, record or path.
    """
    checking = _Checking(workspace)
    found = [finding for each in list(about) or [workspace.root] for finding in checking.one(each)]
    return tuple(in_order({(each.code, each.place, each.subject): each for each in found}.values()))


def subjects_in(workspace: Workspace, path: Path) -> tuple[Subject, ...]:
    """Return the records that a file, or the files of a folder, hold; raise UsageError for a path of no unit."""
    entries = load_unit(workspace, unit_of(workspace, path)).entries
    name = name_of(workspace, path)
    return tuple(Subject(each.unit, record=each.id) for each in entries if stands_in(each.source.file, name))


class _Checking:
    """One check: each unit is read when it is first needed."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._read: dict[str, UnitRecords] = {}
        self._checked: dict[str, tuple[Finding, ...]] = {}

    def one(self, about: Subject | Path) -> Iterator[Finding]:
        return self._path(about) if isinstance(about, Path) else self._subject(about)

    def _path(self, path: Path) -> Iterator[Finding]:
        if not path.exists():
            raise UsageError("path-foreign", {"value": str(path)})
        name = name_of(self.workspace, path)
        findings = list(self.workspace.findings)
        for short, folder in self.workspace.units.items():
            if is_inside(path, folder.path) or is_inside(folder.path, path):
                findings += self._findings(short)
        yield from (each for each in findings if stands_in(each.place.file, name))

    def _subject(self, subject: Subject) -> Iterator[Finding]:
        folder = self.workspace.unit(subject.unit)
        short = folder.unit.short
        own = [each for each in self.workspace.findings if each.place.file == folder.source.file]
        findings = [*own, *self._findings(short)]
        if subject.record:
            yield from self._record(short, subject.record, findings)
        elif subject.period is None:
            yield from findings
        else:
            days = {entry.id: entry.day for entry in self._records(short).entries}
            yield from (each for each in findings if (day := days.get(each.subject)) is None or day in subject.period)

    def _record(self, short: str, record: str, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Yield what is wrong with a record; one that cannot be read at all is known by its file."""
        entries = [entry.id for entry in self._records(short).entries]
        record = names_of(entries, short).get(record, record)
        folder = name_of(self.workspace, self.workspace.units[short].path)
        file = f"{folder}/{RECORDS_FOLDER}/{record.removeprefix(f'{short}/')}{RECORD_SUFFIX}"
        found = [each for each in findings if each.subject == record or (not each.subject and each.place.file == file)]
        if record not in entries and not found:
            raise UsageError("record-unknown", {"value": record, "near": nearest(record, entries)})
        yield from found

    def _records(self, short: str) -> UnitRecords:
        if short not in self._read:
            self._read[short] = load_unit(self.workspace, short)
        return self._read[short]

    def _findings(self, short: str) -> tuple[Finding, ...]:
        """Return a unit's findings; where it cites other units, their ids are known and it is read again."""
        if short not in self._checked:
            records = self._records(short)
            if others := self._cited(records):
                known = {entry.id for unit in (short, *others) for entry in self._records(unit).entries}
                records = load_unit(self.workspace, short, known)
            self._checked[short] = records.findings
        return self._checked[short]

    def _cited(self, records: UnitRecords) -> set[str]:
        pointed = (pointer for entry in records.entries for pointer in pointers(entry.model))
        units = {text.partition("/")[0] for _, refers, text in pointed if refers == RECORD}
        return (units & self.workspace.units.keys()) - {records.unit.short}
