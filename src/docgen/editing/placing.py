"""Takes a new record and its unit, gives the file that it goes into, as `docgen new` would lay it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from docgen.drafting.record import MEETING_TYPE, day_label, places
from docgen.errors import OutputError
from docgen.model.base import RecordModel
from docgen.model.kinds import KINDS, MODELS
from docgen.outputs import safe_part
from docgen.records.reading import read_text
from docgen.records.record import Record
from docgen.records.validation import parse, record_type
from docgen.workspace import UnitFolder
from docgen.workspace.files import RECORDS_FOLDER

UNNAMED = "记录"
LONGEST = 40
_DAY = re.compile(r"([0-9]{4})[-/年]([0-9]{1,2})[-/月]([0-9]{1,2})")


def new_path(folder: UnitFolder, content: bytes) -> Path:
    """Return where a record goes that is new: the first place of its kind and day that is free."""
    records, _ = read_text(content, "")
    record = records[0] if records else None
    label = safe_part(_label(record)[:LONGEST])
    return next(each for each in places(folder.path / RECORDS_FOLDER, label, _day(record)) if not each.exists())


def _label(record: Record | None) -> str:
    if record is None:
        return UNNAMED
    return _text(record, MEETING_TYPE) or record_type(record) or UNNAMED


def _text(record: Record, key: str) -> str:
    value = record.data.get(key)
    return value.strip() if isinstance(value, str) else ""


def _day(record: Record | None) -> date | None:
    """Return the day of a record; of one that is not yet filled as its kind wants, the day that is written."""
    if record is None:
        return None
    model, _ = parse(record, MODELS)
    if isinstance(model, RecordModel):
        return model.day
    kind = KINDS.get(record_type(record) or "")
    written = _DAY.match(_text(record, day_label(kind))) if kind is not None else None
    try:
        return date(*map(int, written.groups())) if written else None
    except ValueError:
        return None


def free_path(path: Path) -> Path:
    """Return a path that holds nothing, the given one if it can be."""
    number = 1
    found = path
    while found.exists():
        number += 1
        found = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return found


def refuse_links(root: Path, path: Path) -> None:
    """Raise OutputError where a path would lead out of the workspace by a link."""
    for each in (path, *path.parents):
        if each == root:
            return
        if each.is_symlink():
            raise OutputError("output-unwritable", {"value": str(each), "reason": "link"})
