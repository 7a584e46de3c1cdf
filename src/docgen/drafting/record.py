"""Takes a kind, a unit, a day and perhaps an earlier record, gives the file of a new record for a person to fill."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from itertools import count
from pathlib import Path

from msgspec import Struct

from docgen.drafting.form import Field, form_of
from docgen.drafting.repetition import repeated
from docgen.drafting.schemas import RECORD, modeline, write_schemas
from docgen.drafting.skeleton import KIND, skeleton
from docgen.errors import UsageError
from docgen.model.base import RecordModel, label_of
from docgen.model.kinds import RECORD_KINDS, RecordKind
from docgen.model.meeting import Meeting, MeetingType
from docgen.outputs import safe_part, write_whole
from docgen.records.entry import Entry
from docgen.records.writing import Plain
from docgen.workspace import Workspace, load_unit
from docgen.workspace.files import RECORD_SUFFIX, RECORDS_FOLDER
from docgen.workspace.nearest import nearest

MOMENT, DAY, MONTH, YEAR = "moment-invalid", "date-invalid", "month-invalid", "year-invalid"
DATED = (MOMENT, DAY, MONTH, YEAR)
MEETING_TYPE = label_of(Meeting, "type")
HEAD = "# {}：把内容写在冒号和空格之后。写好后用 docgen check 核对。"


class Draft(Struct, frozen=True):
    """A record to be written: where, and its text."""

    path: Path
    text: str

    def write(self) -> Path:
        """Write the file; it was not there when the draft was made."""
        write_whole(self.path, self.text.encode())
        return self.path


def kind_called(name: str) -> tuple[RecordKind, dict[str, Plain]]:
    """Return the record kind with a label or stem, or 会议 with its 会议类型; raise UsageError with the nearest."""
    for kind in RECORD_KINDS:
        if name in {kind.label, kind.stem}:
            return kind, {KIND: kind.label}
    meeting = next(kind for kind in RECORD_KINDS if kind.model is Meeting)
    if name in list(MeetingType):
        return meeting, {KIND: meeting.label, MEETING_TYPE: name}
    known = [*(kind.label for kind in RECORD_KINDS), *(kind.stem for kind in RECORD_KINDS), *MeetingType]
    raise UsageError("record-kind-unknown", {"value": name, "near": nearest(name, known)})


def dated(kind: RecordKind) -> bool:
    """Tell whether records of a kind have a day, month or year to begin with."""
    return _day_field(kind) is not None


def draft_record(
    workspace: Workspace, name: str, unit: str, day: date | datetime | None = None, earlier: str = ""
) -> Draft:
    """Draft a record of a kind for a unit: with the fixed parts of an earlier one where its id is given."""
    kind, known = kind_called(name)
    folder = workspace.unit(unit)
    before = _earlier(workspace, kind, earlier) if earlier else None
    if before is not None:
        known = repeated(before.model) | known
    known |= _when(kind, day, before)
    label = str(known.get(MEETING_TYPE) or kind.label)
    path = next(each for each in places(folder.path / RECORDS_FOLDER, label, day) if not each.exists())
    write_schemas(workspace.root)
    lines = (modeline(workspace.root, path, RECORD), HEAD.format(label), skeleton(kind.model, known))
    return Draft(path, "\n".join(lines))


def _earlier(workspace: Workspace, kind: RecordKind, record: str) -> Entry[RecordModel]:
    short = workspace.unit(record.partition("/")[0]).unit.short
    entries = {entry.id: entry for entry in load_unit(workspace, short).entries}
    same = [each for each, entry in entries.items() if type(entry.model) is kind.model]
    if record not in same:
        raise UsageError("record-unknown", {"value": record, "near": nearest(record, same)})
    return entries[record]


def day_label(kind: RecordKind) -> str:
    """Return the label that a kind's day is written under, "" where it has none."""
    field = _day_field(kind)
    return field.label if field is not None else ""


def _day_field(kind: RecordKind) -> Field | None:
    """Return the field that a record's day is written in: a required one, else the first that is a day."""
    fields = [field for field in form_of(kind.model) if field.code in DATED]
    return next((field for field in fields if field.required or field.code in {MOMENT, DAY}), None)


def _when(kind: RecordKind, day: date | datetime | None, before: Entry[RecordModel] | None) -> Mapping[str, Plain]:
    """Return the day as its field writes it; the time of day is the given one, or that of the earlier record."""
    field = _day_field(kind)
    if field is None or day is None:
        return {}
    clock = day.time() if isinstance(day, datetime) else _clock(before, field)
    texts = {
        MOMENT: f"{day:%Y-%m-%d}{f' {clock:%H:%M}' if clock else ''}",
        DAY: f"{day:%Y-%m-%d}",
        MONTH: f"{day:%Y-%m}",
        YEAR: f"{day:%Y}",
    }
    return {field.label: texts[field.code]}


def _clock(before: Entry[RecordModel] | None, field: Field) -> time | None:
    start = getattr(before.model, field.attribute) if before is not None else None
    return start.time() if isinstance(start, datetime) else None


def places(records: Path, label: str, day: date | None) -> Iterator[Path]:
    """Yield where a record of a day may lie, the usual place first: 记录/年/月/日期-名称.yaml, then with a number."""
    folder = records / f"{day:%Y}" / f"{day:%m}" if day else records
    stem = f"{day:%Y-%m-%d}-{safe_part(label)}" if day else safe_part(label)
    yield folder / f"{stem}{RECORD_SUFFIX}"
    yield from (folder / f"{stem}-{number}{RECORD_SUFFIX}" for number in count(2))
