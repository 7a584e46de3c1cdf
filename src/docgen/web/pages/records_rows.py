"""Takes the records of units, gives the rows of their list: what each is, when it was, and how it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from docgen.accounts import Caller
from docgen.editing import Stored
from docgen.findings import Level
from docgen.generation import check
from docgen.model.base import RecordModel
from docgen.model.kinds import RECORD_KINDS
from docgen.model.meeting import Meeting, MeetingType
from docgen.model.period import Period
from docgen.vocabulary.records_page import TITLE_LABELS
from docgen.web.forms.tree import MEETING_TYPE
from docgen.web.library import Library
from docgen.web.pages.record_lists import day_of
from docgen.web.seeing import CONFIDENTIAL_KINDS, is_confidential, sees_all, unread_in
from docgen.web.service import Service
from docgen.workspace.files import RECORDS_FOLDER

PAGE = 50
_LATEST = date.max


@dataclass(frozen=True, slots=True)
class Row:
    """One record in a list; `name` is its kind, of a meeting its 会议类型; unread ones have no day and no title."""

    id: str
    unit: str
    day: date | None
    kind: str
    name: str
    title: str
    confidential: bool
    errors: int = 0
    warnings: int = 0
    notes: int = 0
    unread: bool = False

    @property
    def level(self) -> str:
        """The gravest level of its findings, "" where there are none."""
        if self.errors or self.unread:
            return Level.ERROR.value
        return Level.WARN.value if self.warnings else Level.INFO.value if self.notes else ""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which rows are wanted: of a kind or 会议类型, of a month or year, with a text, only those with findings."""

    kind: str = ""
    period: Period | None = None
    text: str = ""
    wrong: bool = False

    def takes(self, row: Row) -> bool:
        """Tell whether a row is wanted, its text aside."""
        if self.kind and self.kind not in {row.kind, row.name}:
            return False
        if self.period is not None and (row.day is None or row.day not in self.period):
            return False
        return not self.wrong or row.level in {Level.ERROR.value, Level.WARN.value}


def rows_of(service: Service, unit: str) -> tuple[Row, ...]:
    """Return the rows of a unit, newest first, those that cannot be read before all; the same while nothing changes."""
    today = service.today()
    return service.library.once(("rows", unit, today), (unit,), lambda: tuple(_rows(service, unit, today)))


def listed(service: Service, who: Caller, units: Iterable[str], wanted: Filter) -> list[Row]:
    """Return the rows of some units that somebody may see and wants, newest first."""
    found: list[Row] = []
    for unit in units:
        sees = sees_all(who, unit)
        words = _words(service.library, unit) if wanted.text else {}
        text = wanted.text.casefold()
        found += [
            row
            for row in rows_of(service, unit)
            if (sees or not row.confidential)
            and wanted.takes(row)
            and (not text or text in words.get(row.id, row.id.casefold()))
        ]
    return sorted(found, key=lambda row: row.day or _LATEST, reverse=True)


def kinds_offered(who: Caller, unit: str) -> list[str]:
    """Return the kinds of records that somebody may see in a unit, or in any where none is named."""
    closed = frozenset() if sees_all(who, unit or who.unit or "") else CONFIDENTIAL_KINDS
    return [kind.label for kind in RECORD_KINDS if kind.label not in closed]


def meeting_types() -> list[str]:
    """Return the 会议类型."""
    return [each.value for each in MeetingType]


def _rows(service: Service, unit: str, today: date) -> list[Row]:
    library = service.library
    marks = _marks(library, unit, today)
    entries = library.records(unit).entries
    rows = [_row(entry.id, unit, entry.day, entry.model, marks.get(entry.id, Counter())) for entry in reversed(entries)]
    return [*(_unread_row(each) for each in unread_in(service, unit)), *rows]


def _unread_row(stored: Stored) -> Row:
    """Return the row of a record that is no sound one: half filled, or not to be read at all."""
    data = stored.data
    texts = [data[label] for label in (*TITLE_LABELS, MEETING_TYPE) if isinstance(data.get(label), str)]
    meeting = data.get(MEETING_TYPE)
    return Row(
        id=stored.id,
        unit=stored.unit,
        day=day_of(data),
        kind=stored.kind,
        name=meeting if isinstance(meeting, str) else stored.kind,
        title=str(texts[0]).partition("\n")[0] if texts else stored.id.partition("/")[2],
        confidential=is_confidential(stored.kind, stored.text),
        errors=len(stored.findings),
        unread=not data,
    )


def _row(id: str, unit: str, day: date | None, model: RecordModel, marks: Mapping[str, int]) -> Row:
    return Row(
        id=id,
        unit=unit,
        day=day,
        kind=model.kind,
        name=model.type.value if isinstance(model, Meeting) else model.kind,
        title=model.title.partition("\n")[0],
        confidential=model.confidential,
        errors=marks.get(Level.ERROR, 0),
        warnings=marks.get(Level.WARN, 0),
        notes=marks.get(Level.INFO, 0),
    )


def _marks(library: Library, unit: str, today: date) -> dict[str, Counter[str]]:
    """Return how many findings of each level a unit's records have, by id."""
    workspace = library.workspace()
    folder = workspace.unit(unit).path / RECORDS_FOLDER
    found: dict[str, Counter[str]] = {}
    for finding in check(workspace, [folder], on=today).findings if folder.is_dir() else ():
        found.setdefault(finding.subject, Counter())[finding.level] += 1
    return found


def _words(library: Library, unit: str) -> Mapping[str, str]:
    """Return all that each record of a unit says, in small letters, by id."""
    return library.once(
        ("words", unit),
        (unit,),
        lambda: {entry.id: _said(entry.id, entry.model) for entry in library.records(unit).entries},
    )


def _said(id: str, model: RecordModel) -> str:
    return f"{id}\n{model.model_dump_json(exclude_defaults=True)}".casefold()
