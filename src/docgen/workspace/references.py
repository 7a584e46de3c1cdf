"""Takes an entry and all that its unit knows, gives findings for what the entry points to in vain.

A name must be of the roster on the day of a gathering (error); in any other record it must be of the roster in the
record's period, and one who belonged at another time only is a warning, because much is written down later or earlier
than it was. The records of a unit that has units below may name the people of these too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct

from docgen.chinese import date_text
from docgen.findings import Finding, Level
from docgen.model.base import FILE, PERSON, PICTURE, RECORD, UNIT, RecordModel, Refers, Step, label_of, pointers
from docgen.model.meeting import REST, Gathering, Meeting, MeetingType
from docgen.model.period import Period
from docgen.records.entry import Entry, names_of
from docgen.view import Picture
from docgen.workspace import attachments
from docgen.workspace.nearest import SEPARATOR, nearest
from docgen.workspace.pictures import PictureRefusedError
from docgen.workspace.units import UnitFolder, offers
from docgen.workspace.workspace import Workspace

AnyEntry = Entry[RecordModel]
Findings = Iterator[Finding]
ALWAYS = (date.min, date.max)
DASH = "—"
BETWEEN_NAMES = re.compile("\\s*[，、；,;/]\\s*")
BETWEEN_ITEMS = ", "


def period_of(model: RecordModel) -> tuple[date, date]:
    """Return the first and last day of which a record speaks: its year, month or period, else its day, else ever."""
    year = getattr(model, "year", None)
    period = Period(year) if isinstance(year, int) else _period_field(model)
    if period is not None:
        return period.start, period.end
    return (model.day, model.day) if model.day else ALWAYS


def _period_field(model: RecordModel) -> Period | None:
    values = (getattr(model, name) for name in type(model).model_fields)
    return next((value for value in values if isinstance(value, Period)), None)


class KnownIds(Struct, frozen=True):
    """Ids to which a unit's records may refer: its own, read or not.

    A record that cannot be read is there all the same: what is wrong with it is said at its own place, once.
    """

    own: Collection[str]
    unread: Collection[str]


class References:
    """What one unit's entries may point to; `pictures` fills with the pictures that they show."""

    def __init__(self, workspace: Workspace, folder: UnitFolder, known: KnownIds) -> None:
        self.workspace = workspace
        self.folder = folder
        self.short = folder.short
        self.roster = workspace.roster(self.short)
        self.known = known
        self.own_names = names_of(known.own, self.short) | names_of(known.unread, self.short)
        self.pictures: dict[tuple[str, str], Picture] = {}
        self._refused: set[tuple[str, str]] = set()
        self._periods: dict[str, tuple[date, date]] = {}
        self._checks: Mapping[Refers, Callable[[AnyEntry, tuple[Step, ...], str], Findings]] = {
            PERSON: self.person,
            RECORD: self.record,
            UNIT: self.unit,
            FILE: self.file,
            PICTURE: self.picture,
        }

    def check(self, entry: AnyEntry) -> Findings:
        """Yield what is wrong with the places to which an entry points."""
        yield from self.branch(entry)
        yield from self.group(entry)
        for path, refers, text in pointers(entry.model):
            yield from self._checks[refers](entry, path, text)

    def branch(self, entry: AnyEntry) -> Findings:
        """Check that 党支部, where it is written, names the unit in whose folder the record lies."""
        written, unit = entry.model.branch, self.folder.unit
        if entry.model.about_a_branch or not written or written in {unit.short, unit.name}:
            return
        path = (label_of(RecordModel, "branch"),)
        yield _error("record-unit-differs", entry, path, written, unit=unit.short)

    def group(self, entry: AnyEntry) -> Findings:
        """Check that a 党小组会 names a 党小组 of its day."""
        meeting = entry.model
        if not isinstance(meeting, Meeting) or meeting.type is not MeetingType.GROUP or meeting.due is not None:
            return
        path = (label_of(Meeting, "group"),)
        known = {group.name for group in self.roster.groups_on(meeting.day)}
        known |= {self.roster.group_of(member, meeting.day) for member in self.roster.members_on(meeting.day)} - {""}
        if not meeting.group:
            yield _error("group-missing", entry, path, "", near=SEPARATOR.join(sorted(known)))
        elif meeting.group not in known:
            yield _error("group-unknown", entry, path, meeting.group, near=nearest(meeting.group, known))

    def person(self, entry: AnyEntry, path: tuple[Step, ...], text: str) -> Findings:
        """Check that a name means exactly one person of the roster at that time."""
        if text == REST:
            return
        first, last = self._period(entry)
        found = self.roster.find(text, first, last)
        if len(found) > 1:
            yield _error("person-ambiguous", entry, path, text, near=offers(found))
        elif not found and not self._is_of_a_unit_below(text):
            yield self._stranger(entry, path, text)

    def record(self, entry: AnyEntry, path: tuple[Step, ...], text: str) -> Findings:
        """Check that an id means a record of the unit, written with or without the unit.

        What begins with another unit's 简称 is that unit's: only who sees both can tell whether it is there.
        """
        if text in self.own_names:
            return
        unit, slash, _ = text.partition("/")
        if slash and unit != self.short and unit in self.workspace.units:
            return
        known = {*self.known.own, *self.known.unread}
        yield _error("record-unknown", entry, path, text, near=nearest(text, (self._local(each) for each in known)))

    def unit(self, entry: AnyEntry, path: tuple[Step, ...], text: str) -> Findings:
        """Check that a unit is one of the workspace, by 简称 or 名称."""
        if self.workspace.named(text) is None:
            yield _error("unit-unknown", entry, path, text, near=nearest(text, self.workspace.units))

    def file(self, entry: AnyEntry, path: tuple[Step, ...], text: str) -> Findings:
        """Check that a file lies beside the record, in 附件/ or in the unit's folder."""
        if not attachments.is_safe(text):
            yield _error("file-refused", entry, path, text)
        elif self._located(entry, text) is None:
            near = nearest(text, attachments.neighbours(self.folder.path, self._file_of(entry)))
            yield _finding("file-missing", Level.WARN, entry, path, text, near=near)

    def picture(self, entry: AnyEntry, path: tuple[Step, ...], text: str) -> Findings:
        """Check that a picture can be read as one, once in each record that shows it; clean it and keep it."""
        if (entry.id, text) in self.pictures or (entry.id, text) in self._refused:
            return
        yield from self.file(entry, path, text)
        located = self._located(entry, text) if attachments.is_safe(text) else None
        if located is None:
            return
        try:
            self.pictures[entry.id, text] = self.workspace.pictures.take(located)
        except PictureRefusedError as refused:
            self._refused.add((entry.id, text))
            yield _error(refused.code, entry, path, text, **refused.values)

    def _stranger(self, entry: AnyEntry, path: tuple[Step, ...], text: str) -> Finding:
        if together := self._together(text):
            listed = BETWEEN_ITEMS.join(together) if isinstance(path[-1], int) else ""
            return _error("names-together", entry, path, text, names=listed)
        if not self.roster.find(text, *ALWAYS):
            names = (member.name for member in self.roster.people)
            return _error("person-unknown", entry, path, text, near=nearest(text, names))
        level = Level.ERROR if isinstance(entry.model, Gathering) else Level.WARN
        days = dict.fromkeys(period_of(entry.model))
        return _finding("person-not-then", level, entry, path, text, day=DASH.join(map(date_text, days)))

    def _together(self, text: str) -> list[str]:
        """Return the names that one text holds; blanks part names only where each of them is on the roster."""
        names = [name for name in BETWEEN_NAMES.split(text) if name]
        if len(names) == 1 and all(self.roster.find(part, *ALWAYS) for part in text.split()):
            names = text.split()
        return names if len(names) > 1 else []

    def _is_of_a_unit_below(self, text: str) -> bool:
        below = self.workspace.tree.below(self.short)
        return any(self.workspace.roster(short).find(text, *ALWAYS) for short in below)

    def _period(self, entry: AnyEntry) -> tuple[date, date]:
        if entry.id not in self._periods:
            self._periods[entry.id] = period_of(entry.model)
        return self._periods[entry.id]

    def _local(self, record: str) -> str:
        return record.removeprefix(f"{self.short}/")

    def _file_of(self, entry: AnyEntry) -> Path:
        return self.workspace.root / entry.source.file

    def _located(self, entry: AnyEntry, name: str) -> Path | None:
        return attachments.locate(name, self.folder.path, self._file_of(entry))


def _error(code: str, entry: AnyEntry, path: tuple[Step, ...], value: str, **values: str | int) -> Finding:
    return _finding(code, Level.ERROR, entry, path, value, **values)


def _finding(
    code: str, level: Level, entry: AnyEntry, path: tuple[Step, ...], value: str, **values: str | int
) -> Finding:
    return Finding(code, level, entry.place(*path), entry.id, {"value": value} | values, path=path)
