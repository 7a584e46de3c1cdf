"""Takes a spreadsheet and a kind of record, gives the records that it holds and what keeps them from being taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from docgen.drafting import kind_called
from docgen.drafting.record import MEETING_TYPE, places
from docgen.drafting.schemas import RECORD, modeline, write_schemas
from docgen.errors import UnreadableFile, UsageError
from docgen.findings import Finding, Level, Place, in_order, worst
from docgen.intake.columns import Column, find_heads
from docgen.intake.rows import record_of
from docgen.intake.sheet import Sheet, cell_name, read_sheet
from docgen.model.base import RecordModel, label_of
from docgen.model.kinds import RecordKind
from docgen.outputs import write_whole
from docgen.records.entry import Entry
from docgen.records.record import Record, Written
from docgen.records.validation import validate
from docgen.records.writing import Plain
from docgen.records.writing import entry as yaml_entry
from docgen.workspace import Workspace, load_unit
from docgen.workspace.files import RECORDS_FOLDER
from docgen.workspace.references import KnownIds, References

BRANCH = label_of(RecordModel, "branch")
SUM = "合计"


class Taken(Struct, frozen=True):
    """One row that can be taken: of which unit, what it is, where its file goes; `there` says that the file is there."""

    row: int
    unit: str
    title: str
    path: Path
    text: str
    there: bool = False


class Import(Struct, frozen=True):
    """What a spreadsheet holds: how its columns are understood, the rows that can be taken, and what is wrong by cell."""

    root: Path
    kind: RecordKind
    sheet: str
    columns: tuple[Column, ...]
    taken: tuple[Taken, ...]
    findings: tuple[Finding, ...]

    @property
    def is_sound(self) -> bool:
        """Tell whether nothing keeps the rows from being taken."""
        return worst(self.findings) is not Level.ERROR

    @property
    def new(self) -> tuple[Taken, ...]:
        """The rows whose files are not there yet."""
        return tuple(each for each in self.taken if not each.there)

    def write(self) -> tuple[Path, ...]:
        """Write the files of all rows that are new; raise UsageError where anything is wrong: all rows or none."""
        if not self.is_sound:
            raise UsageError("import-refused", {"value": sum(each.level is Level.ERROR for each in self.findings)})
        write_schemas(self.root)
        for each in self.new:
            write_whole(each.path, each.text.encode())
        return tuple(each.path for each in self.new)


def read_import(workspace: Workspace, path: Path, kind: str, unit: str = "", sheet: str = "") -> Import:
    """Read a spreadsheet as records of a kind; of `unit` are the rows that name no 党支部 of their own.

    Raise UnreadableFile for a file without such records, UsageError for an unknown kind, unit or sheet.
    """
    found, known = kind_called(kind)
    table = read_sheet(path, sheet)
    heads = find_heads(table, found)
    if heads is None:
        values = {"value": str(path), "kind": found.label, "near": ", ".join(_labels(found))}
        raise UnreadableFile("sheet-without-heads", values)
    reading = _Reading(workspace, table, path.name, found, known, workspace.unit(unit).short if unit else "")
    for number, head, near in heads.unknown:
        reading.tell("column-unknown", heads.row, number, value=head, near=near)
    taken = [each for row in _rows(table, heads.row) if (each := reading.row(row, heads.columns, heads.row))]
    return Import(workspace.root, found, table.name, heads.columns, tuple(taken), tuple(in_order(reading.findings)))


def _labels(kind: RecordKind) -> Iterator[str]:
    return (label_of(kind.model, name) for name in kind.model.model_fields if name not in RecordModel.model_fields)


def _rows(sheet: Sheet, head: int) -> Iterator[int]:
    """Yield the rows below the heads, sums left out."""
    return (row for row, texts in sheet.rows.items() if row > head and SUM not in texts.values())


class _Reading:
    """The rows of one sheet under way: the units that they speak of, the files that they would make."""

    def __init__(
        self, workspace: Workspace, sheet: Sheet, file: str, kind: RecordKind, known: Mapping[str, Plain], unit: str
    ) -> None:
        self.workspace, self.sheet, self.kind, self.known, self.unit = workspace, sheet, kind, known, unit
        self.file = file
        self.findings: list[Finding] = []
        self._references: dict[str, References] = {}
        self._given: Counter[Path] = Counter()

    def row(self, row: int, columns: Iterable[Column], head: int) -> Taken | None:
        """Return a row as a record to be written; None where something in it does not fit."""
        record = record_of(self.file, self.kind.label, row, self.sheet.rows[row], columns, head)
        record.data.update({key: str(value) for key, value in self.known.items() if key not in record.data})
        model, wrong = validate(record, self.kind.model)
        self._at_cells(wrong)
        unit = self._unit_of(record, row)
        if model is None or not unit:
            return None
        self._at_cells(self._references_of(unit).check(Entry(f"{unit}/{row}", unit, model, record.source)))
        return self._placed(row, unit, model, record)

    def tell(self, code: str, row: int, column: int, level: Level = Level.WARN, **values: str | int) -> None:
        """Note what is to be said of a cell."""
        self.findings.append(Finding(code, level, self._cell(row, column), values=values))

    def _unit_of(self, record: Record, row: int) -> str:
        written = record.data.get(BRANCH)
        if self.kind.model.about_a_branch or not isinstance(written, str):
            if not self.unit:
                self.tell("import-unit-missing", row, 1, Level.ERROR)
            return self.unit
        found = self.workspace.named(written)
        if found is None:
            place = record.source.place(BRANCH)
            self.tell("unit-unknown", place.line, place.column, Level.ERROR, value=written, near="")
            return ""
        # The folder says it.
        del record.data[BRANCH]
        return found.short

    def _references_of(self, unit: str) -> References:
        if unit not in self._references:
            loaded = load_unit(self.workspace, unit)
            known = KnownIds({entry.id for entry in loaded.entries}, loaded.unread)
            self._references[unit] = References(self.workspace, self.workspace.unit(unit), known)
        return self._references[unit]

    def _placed(self, row: int, unit: str, model: RecordModel, record: Record) -> Taken:
        """Say where a record goes: beside what is there, or nowhere new where a file says exactly the same."""
        folder = self.workspace.unit(unit).path / RECORDS_FOLDER
        name = str(record.data.get(MEETING_TYPE) or self.kind.label)
        for path in places(folder, name, model.day):
            text = self._text(path, record.data)
            there = path.is_file()
            if there and path.read_text(encoding="utf-8", errors="replace") == text and not self._given[path]:
                self._given[path] += 1
                return Taken(row, unit, model.title, path, text, there=True)
            if not there and not self._given[path]:
                self._given[path] += 1
                return Taken(row, unit, model.title, path, text)
        raise AssertionError(unit)

    def _text(self, path: Path, data: Mapping[str, Written]) -> str:
        lines = [modeline(self.workspace.root, path, RECORD)]
        lines += [line for key, value in data.items() for line in yaml_entry(key, value)]
        return "\n".join(lines) + "\n"

    def _at_cells(self, findings: Iterable[Finding]) -> None:
        for each in findings:
            self.findings.append(replace(each, place=self._cell(each.place.line, each.place.column), subject=""))

    def _cell(self, row: int, column: int) -> Place:
        return Place(f"{self.file} {self.sheet.name}!{cell_name(row, column or 1)}")
