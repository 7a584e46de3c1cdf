"""Takes one unit's entries and its roster, gives what is known of it: by kind and date, on any day."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from docgen.findings import Finding
from docgen.ledger import figures, five_ones
from docgen.ledger.attendance import Attendance, attendance
from docgen.ledger.five_ones import Cell
from docgen.ledger.hours import Lesson, hours_of
from docgen.model.base import RecordModel
from docgen.model.meeting import Gathering, Meeting, MeetingType
from docgen.model.period import Period
from docgen.model.roster import Roster
from docgen.model.service import Training
from docgen.model.settings import Settings
from docgen.model.tasks import Task
from docgen.model.theme_day import ThemeDay
from docgen.model.unit import Member, Unit
from docgen.records.entry import Entry, names_of
from docgen.records.record import Source
from docgen.view import Figure, Picture

M = TypeVar("M", bound=RecordModel)
A = TypeVar("A")
AnyEntry = Entry[RecordModel]
PictureKey = tuple[str, str]


class Assignment(Struct, frozen=True):
    """One task, the meeting that gave it, and its position there."""

    entry: Entry[Meeting]
    index: int
    task: Task


class BranchLedger:
    """All that one unit wrote down, ordered by day, with its dated roster. Pure data: it reads no files.

    `pictures` maps (entry id, file as written) to the cleaned picture. `day` is the day on which one looks at it,
    `findings` are what reading the records found, `unread` the ids of records that could not be read.
    """

    def __init__(  # noqa: PLR0913 - what is known, each part by its name
        self,
        unit: Unit,
        unit_source: Source,
        settings: Settings,
        entries: Iterable[AnyEntry],
        pictures: Mapping[PictureKey, Picture] | None = None,
        *,
        day: date = date.max,
        findings: Iterable[Finding] = (),
        unread: Iterable[str] = (),
    ) -> None:
        self.unit = unit
        self.unit_source = unit_source
        self.settings = settings
        self.entries: tuple[AnyEntry, ...] = tuple(sorted(entries, key=lambda entry: entry.order))
        self.pictures: Mapping[PictureKey, Picture] = dict(pictures or {})
        self.day = day
        self.findings = tuple(findings)
        self.unread = frozenset(unread)
        self.roster = Roster(unit)
        self._kinds: dict[type[RecordModel], list[Any]] = {}
        self._days: dict[type[RecordModel], list[date]] = {}
        self._asked: dict[tuple[object, ...], list[Any]] = {}
        self._until: dict[date, BranchLedger] = {}
        self._attendances: dict[str, Attendance] = {}
        self._answers: dict[Hashable, Any] = {}

    def as_of(self, period: Period) -> date:
        """Return the day on which a paper of a period is judged: its last day, or today while it lasts.

        So a paper of a past period does not change from one day to the next.
        """
        return min(self.day, period.end)

    def years(self) -> list[int]:
        """Return the years of which there are records."""
        return sorted({day.year for day in self._days_of(RecordModel)})

    def until(self, day: date) -> BranchLedger:
        """Return the ledger as it was known at the end of a day: without what happened later."""
        at = bisect_right(self._days_of(RecordModel), day)
        later = {id(each) for each in self.entries[at:] if _happened(each)}
        if not later:
            return self
        if day not in self._until:
            self._until[day] = self._without(later)
        return self._until[day]

    def _without(self, later: set[int]) -> BranchLedger:
        known = [each for each in self.entries if id(each) not in later]
        ledger = BranchLedger(
            self.unit,
            self.unit_source,
            self.settings,
            known,
            self.pictures,
            day=self.day,
            findings=self.findings,
            unread=self.unread,
        )
        # Who was due and who came at a gathering is the same in both.
        ledger.roster, ledger._attendances = self.roster, self._attendances
        return ledger

    def of(
        self, kind: type[M], period: Period | None = None, held: bool | None = None, **where: object
    ) -> list[Entry[M]]:
        """Return the entries of a kind (and its sub-kinds) in order.

        `period` keeps those of its days; `held` keeps held (True) or planned (False) gatherings; each further keyword
        keeps those whose attribute equals the value: `of(Meeting, year, held=True, type=MeetingType.GENERAL)`. Values
        are hashable: answers are remembered.
        """
        # Rules ask the same again and again: by kind and type for the whole time, or for each window.
        asked = (kind, period, held, *where.items())
        if asked not in self._asked:
            found = self._of_kind(kind) if period is None else self._within(kind, period.start, period.end)
            if held is not None:
                found = [entry for entry in found if getattr(entry.model, "held", None) == held]
            for key, value in where.items():
                found = [entry for entry in found if getattr(entry.model, key) == value]
            self._asked[asked] = found
        return list(self._asked[asked])

    def once(self, question: Hashable, answer: Callable[[], A]) -> A:
        """Return the answer to a question about the ledger, worked out the first time: what is known does not change."""
        if question not in self._answers:
            self._answers[question] = answer()
        found: A = self._answers[question]
        return found

    def entry(self, record: str) -> AnyEntry | None:
        """Return the entry with an id, written in full, without the unit or by its last part; None where none is."""
        return self._by_id.get(self.names.get(record, ""))

    def picture(self, entry: AnyEntry, file: str, caption: str | None = None) -> Picture | None:
        """Return the picture that an entry names by a file, with its caption; None when it could not be read."""
        picture = self.pictures.get((entry.id, file))
        return replace(picture, caption=caption or "") if picture else None

    def attendance(self, entry: Entry[Gathering]) -> Attendance:
        """Return who was due and who came, worked out once per entry."""
        if entry.id not in self._attendances:
            self._attendances[entry.id] = attendance(entry, self.roster)
        return self._attendances[entry.id]

    def serial(self, entry: Entry[Gathering]) -> Figure:
        """Return the n of 第n次 within year and type, by 开始 then id; 党小组会 count per group, theme days together.

        Held ones are numbered among the held; a plan continues the count, so that it keeps its number when held.
        """
        return self._serials[entry.id]

    def tasks(self, period: Period | None = None) -> list[Assignment]:
        """Return the tasks that meetings of a period gave, in order."""
        entries = self.of(Meeting, period)
        return [Assignment(each, index, task) for each in entries for index, task in enumerate(each.model.tasks)]

    def hours(self, year: int) -> list[tuple[Member, Figure]]:
        """Return the 学时 of everyone who belonged in a year, in roster order, citing what was attended.

        教育培训 counts beside the gatherings. A meeting that a theme day contains adds nothing for who was at that theme
        day, when it has 学时 of its own.
        """
        period = Period(year)
        members = self.roster.members_during(period.start, period.end)
        return list(zip(members, hours_of(members, self._lessons(period), self._inside), strict=True))

    def rate(self, entries: Iterable[Entry[Gathering]]) -> Figure:
        """Return 到会率 over the held of some gatherings: present of due, the exempt left out of both."""
        held = [self.attendance(entry) for entry in entries if entry.model.held]
        came = figures.total(each.count(each.obliged_present) for each in held)
        return figures.percent(came, figures.total(each.count(each.obliged) for each in held))

    def visits(self, entries: Iterable[Entry[Gathering]]) -> Figure:
        """Return 人次: how many came, summed over the held of some gatherings."""
        held = [self.attendance(entry) for entry in entries if entry.model.held]
        return figures.total(each.count(each.present) for each in held)

    def cells(self, month: Period) -> tuple[Cell, ...]:
        """Return the five monthly items of a month."""
        return five_ones.cells(self, month)

    def matrix(self, year: int) -> tuple[tuple[Cell, ...], ...]:
        """Return the five monthly items of each month of a year."""
        return five_ones.matrix(self, year)

    @cached_property
    def names(self) -> dict[str, str]:
        """What each entry may be called: its whole id, the id without the unit, its last part where that is unique."""
        return names_of(self._by_id, self.unit.short)

    @cached_property
    def _by_id(self) -> dict[str, AnyEntry]:
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def _serials(self) -> dict[str, Figure]:
        series: dict[tuple[str, ...], list[Entry[Gathering]]] = {}
        for entry in self.of(Gathering):
            series.setdefault(_series(entry), []).append(entry)
        return {record: figure for entries in series.values() for record, figure in _numbered(entries)}

    def _lessons(self, period: Period) -> Iterator[Lesson]:
        for entry in self.of(Gathering, period, held=True):
            if entry.model.hours:
                yield Lesson(entry.id, entry.model.hours, self.attendance(entry).present)
        for training in self.of(Training, period):
            if training.model.hours:
                people = (self.roster.person(text, training.model.day) for text in training.model.members or ())
                yield Lesson(training.id, training.model.hours, tuple(filter(None, people)))

    @cached_property
    def _inside(self) -> dict[str, list[str]]:
        """For each gathering the theme days that contain it."""
        found: dict[str, list[str]] = {}
        for day in self.of(ThemeDay):
            for inner in filter(None, map(self.entry, day.model.contains)):
                found.setdefault(inner.id, []).append(day.id)
        return found

    def _within(self, kind: type[M], first: date, last: date) -> list[Entry[M]]:
        """Return the entries of some days: entries are ordered by day, the undated at the end."""
        days = self._days_of(kind)
        return self._of_kind(kind)[bisect_left(days, first) : bisect_right(days, last)]

    def _days_of(self, kind: type[RecordModel]) -> list[date]:
        """Return the days of a kind's entries, in order, without the undated, which come last."""
        if kind not in self._days:
            self._days[kind] = [entry.day for entry in self._of_kind(kind) if entry.day is not None]
        return self._days[kind]

    def _of_kind(self, kind: type[M]) -> list[Entry[M]]:
        if kind not in self._kinds:
            wanted = {each for each in self._present_kinds if issubclass(each, kind)}
            found = [entry for entry in self.entries if type(entry.model) in wanted] if wanted else []
            self._kinds[kind] = found
        return self._kinds[kind]

    @cached_property
    def _present_kinds(self) -> set[type[RecordModel]]:
        return {type(entry.model) for entry in self.entries}


def _happened(entry: AnyEntry) -> bool:
    """Tell whether an entry says what was done on its day: not a plan, and not a word about a whole period."""
    plan = isinstance(entry.model, Gathering) and not entry.model.held
    return entry.day is not None and not plan and not entry.model.sums_up


def _series(entry: Entry[Gathering]) -> tuple[str, ...]:
    year, model = str(entry.model.day.year), entry.model
    if not isinstance(model, Meeting):
        return year, type(model).__name__
    return year, model.type, (model.group or "") if model.type is MeetingType.GROUP else ""


def _numbered(entries: list[Entry[Gathering]]) -> Iterator[tuple[str, Figure]]:
    held: list[str] = []
    planned: list[str] = []
    for entry in entries:
        planned = [] if entry.model.held else [*planned, entry.id]
        if entry.model.held:
            held.append(entry.id)
        yield entry.id, Figure.count((*held, *planned))
