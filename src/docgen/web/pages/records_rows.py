"""Takes the records of units, gives the rows of their list: what each is, when it was, and how it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from docgen.accounts import Caller
from docgen.editing import Stored
from docgen.findings import Level
from docgen.generation import check
from docgen.model.kinds import RECORD_KINDS
from docgen.model.meeting import Meeting, MeetingType
from docgen.model.period import Period
from docgen.vocabulary.records_page import TITLE_LABELS
from docgen.web import register
from docgen.web.forms.tree import MEETING_TYPE
from docgen.web.library import Library
from docgen.web.pages.record_lists import day_of
from docgen.web.seeing import CONFIDENTIAL_KINDS, is_confidential, sees_all, unread_in
from docgen.web.service import Service
from docgen.workspace.files import RECORDS_FOLDER

PAGE = 50
WRONG = frozenset({Level.ERROR.value, Level.WARN.value})
_LATEST = date.max


class Row(Struct, frozen=True):
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


class Filter(Struct, frozen=True):
    """Which rows are wanted: of a kind or 会议类型, of a month or year, with a text, only those with findings."""

    kind: str = ""
    period: Period | None = None
    text: str = ""
    wrong: bool = False

    def takes(self, row: Row) -> bool:
        """Tell whether a row is wanted, its text and its findings aside."""
        if self.kind and self.kind not in {row.kind, row.name}:
            return False
        return self.period is None or (row.day is not None and row.day in self.period)


def rows_of(service: Service, unit: str) -> tuple[Row, ...]:
    """Return the rows of a unit, newest first, not yet with their findings; the same while nothing changes."""
    return service.library.once(("rows of pages", unit), (unit,), lambda: tuple(_rows(service, unit)))


def listed(service: Service, who: Caller, units: Sequence[str], wanted: Filter) -> list[Row]:
    """Return the rows of some units that somebody may see and wants, newest first; with findings where that is asked."""
    words = tuple(wanted.text.casefold().split())
    said = (
        {row.id for row in register.rows(service, who, register.Wanted(tuple(units), words=words))} if words else None
    )
    found = [
        row
        for unit in units
        for sees in [sees_all(who, unit)]
        for row in rows_of(service, unit)
        if (sees or not row.confidential) and wanted.takes(row) and (said is None or row.id in said)
    ]
    if wanted.wrong:
        found = [row for row in marked(service, found) if row.level in WRONG]
    return sorted(found, key=lambda row: row.day or _LATEST, reverse=True)


def marked(service: Service, rows: Sequence[Row]) -> list[Row]:
    """Return rows with the numbers of their findings; only their units are judged."""
    marks = {unit: _marks(service, unit) for unit in dict.fromkeys(row.unit for row in rows)}
    return [_marked(row, marks[row.unit].get(row.id)) for row in rows]


def _marked(row: Row, marks: Mapping[str, int] | None) -> Row:
    if marks is None:
        return row
    errors = max(row.errors, marks.get(Level.ERROR, 0))
    return replace(row, errors=errors, warnings=marks.get(Level.WARN, 0), notes=marks.get(Level.INFO, 0))


def kinds_offered(who: Caller, unit: str) -> list[str]:
    """Return the kinds of records that somebody may see in a unit, or in any where none is named."""
    closed = frozenset() if sees_all(who, unit or who.unit or "") else CONFIDENTIAL_KINDS
    return [kind.label for kind in RECORD_KINDS if kind.label not in closed]


def meeting_types() -> list[str]:
    """Return the 会议类型."""
    return [each.value for each in MeetingType]


def _rows(service: Service, unit: str) -> Iterator[Row]:
    yield from (_unread_row(each) for each in unread_in(service, unit))
    for entry in reversed(service.library.records(unit).entries):
        model = entry.model
        yield Row(
            id=entry.id,
            unit=unit,
            day=entry.day,
            kind=model.kind,
            name=model.type.value if isinstance(model, Meeting) else model.kind,
            title=model.title.partition("\n")[0],
            confidential=model.confidential,
        )


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


def _marks(service: Service, unit: str) -> Mapping[str, Mapping[str, int]]:
    """Return how many findings of each level a unit's records have, by id."""
    today = service.today()
    return service.library.once(("marks of rows", unit, today), (unit,), lambda: _counted(service.library, unit, today))


def _counted(library: Library, unit: str, today: date) -> dict[str, Counter[str]]:
    workspace = library.workspace()
    folder = workspace.unit(unit).path / RECORDS_FOLDER
    found: dict[str, Counter[str]] = {}
    for finding in check(workspace, [folder], on=today).findings if folder.is_dir() else ():
        found.setdefault(finding.subject, Counter())[finding.level] += 1
    return found
