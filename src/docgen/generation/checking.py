"""Takes a workspace, what of it to look at and a day, gives what is wrong in it: reading, rules, and what is owed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from docgen.errors import UsageError
from docgen.findings import Finding, in_order
from docgen.generation.addressing import Units, is_inside, name_of, stands_in, unit_of
from docgen.generation.judging import Judge
from docgen.generation.opening import open_ledger
from docgen.model.period import Period
from docgen.model.subject import Subject, window_of
from docgen.records.entry import names_of
from docgen.rules import RULES, Obligation, complaints, obligations, rule_of, rulebook
from docgen.vocabulary import WORDS
from docgen.workspace import Workspace, load_unit
from docgen.workspace.files import RECORD_SUFFIX, RECORDS_FOLDER
from docgen.workspace.nearest import nearest

IDS = frozenset(rule.id for rule in RULES)


class Checked(Struct, frozen=True):
    """What a check found, in order, and the days of the records that it looked at, by id."""

    findings: tuple[Finding, ...]
    days: Mapping[str, date]


def check(
    workspace: Workspace, about: Iterable[Subject | Path] = (), *, on: date, rules: Iterable[str] = ()
) -> Checked:
    """Return what is wrong, on a day, in the whole workspace or in the units, periods, records and paths named.

    A past period is judged on its last day. A record that cannot be read has no day, so it shows for every period of
    its unit. `rules` (ids of rules, codes of reading) leave out all others. What lies between units is looked at among
    all of them for the whole workspace, else for a unit, those above it and those that it cites. Raise UsageError where
    there is no such unit, record, path or rule.
    """
    wanted = _wanted(rules)
    checking = _Checking(workspace, on, wanted & IDS)
    found = [finding for each in list(about) or [workspace.root] for finding in checking.one(each)]
    kept = [each for each in found if not wanted or {each.code, rule_of(each.code)} & wanted]
    return Checked(tuple(in_order(dict.fromkeys(kept))), checking.days)


def calendar(workspace: Workspace, units: Iterable[str], year: int, day: date) -> dict[str, list[Obligation]]:
    """Return what units owe in a year, by 简称, as it stands on a day; a past year on its last day."""
    rules = rulebook(workspace.settings)
    owed = {}
    for short in units:
        ledger = open_ledger(workspace, short, day)
        owed[ledger.unit.short] = obligations(ledger, rules, year, ledger.as_of(Period(year)))
    return owed


def _wanted(names: Iterable[str]) -> frozenset[str]:
    known = {each.lower(): each for each in (*IDS, *WORDS)}
    wanted = list(names)
    for name in wanted:
        if name.lower() not in known:
            raise UsageError("rule-unheard", {"value": name, "near": nearest(name, IDS)})
    return frozenset(known[name.lower()] for name in wanted)


def subjects_in(workspace: Workspace, path: Path) -> tuple[Subject, ...]:
    """Return the records that a file, or the files of a folder, hold; raise UsageError for a path of no unit."""
    entries = load_unit(workspace, unit_of(workspace, path)).entries
    name = name_of(workspace, path)
    return tuple(Subject(each.unit, record=each.id) for each in entries if stands_in(each.source.file, name))


class _Checking:
    """One check: the days of the records that it met gather in `days`."""

    def __init__(self, workspace: Workspace, on: date, only: frozenset[str]) -> None:
        self.workspace, self.on = workspace, on
        book = rulebook(workspace.settings)
        self.judge = Judge(workspace, book.only(only) if only else book)
        self.general = (*workspace.findings, *complaints(workspace.settings, workspace.settings_source))
        self.unit_of = Units(workspace).of
        self.days: dict[str, date] = {}

    def one(self, about: Subject | Path) -> Iterator[Finding]:
        return self._path(about) if isinstance(about, Path) else self._subject(about)

    def _path(self, path: Path) -> Iterator[Finding]:
        if not path.exists():
            raise UsageError("path-foreign", {"value": str(path)})
        name, units = name_of(self.workspace, path), self.workspace.units
        touched = [short for short, each in units.items() if is_inside(path, each.path) or is_inside(each.path, path)]
        company = touched if len(touched) == len(units) else self._company(touched)
        findings = (*self.general, *self._together(company, self.on))
        yield from (each for each in findings if stands_in(each.place.file, name))

    def _subject(self, subject: Subject) -> Iterator[Finding]:
        """Yield what is wrong with a unit and those below it, with a period of them, or with one record."""
        short, period = self.workspace.unit(subject.unit).unit.short, subject.period
        day = min(self.on, period.end) if period else self.on
        if subject.record or subject.person:
            yield from self._record(short, subject)
            return
        if subject.item:
            raise UsageError("subject-invalid", {"value": str(subject)})
        asked = [short, *self.workspace.tree.below(short)]
        found = (*self.general, *self._together(self._company(asked, day), day))
        findings = [each for each in found if self.unit_of(each) in asked]
        yield from findings if period is None else (each for each in findings if self._is_of(each, period))

    def _record(self, short: str, subject: Subject) -> Iterator[Finding]:
        """Yield what is wrong with a record; one that cannot be read at all is known by its file."""
        judged = self.judge.unit(short, self.on)
        record = names_of(list(judged.days), short).get(str(replace(subject, item="")), subject.record)
        findings = [*self.general, *self._together(self._company([short], self.on), self.on)]
        if not record and subject.person in judged.people and subject.period:
            yield from (each for each in findings if self.unit_of(each) == short and self._is_of(each, subject.period))
            return
        record = record or str(subject)
        folder = self.workspace.units[short].path / RECORDS_FOLDER
        file = name_of(self.workspace, folder / f"{record.removeprefix(f'{short}/')}{RECORD_SUFFIX}")
        found = [each for each in findings if each.subject == record or (not each.subject and each.place.file == file)]
        if record not in judged.days and not found:
            raise UsageError("record-unknown", {"value": record, "near": nearest(record, judged.days)})
        yield from found

    def _is_of(self, finding: Finding, period: Period) -> bool:
        """Tell whether a finding is about a period: by its record's day or its window's end; without either, always."""
        window = window_of(finding.subject)
        day = self.days.get(finding.subject) or (window.end if window else None)
        return day is None or day in period

    def _company(self, shorts: Iterable[str], day: date | None = None) -> frozenset[str]:
        return frozenset().union(*(self.judge.company(short, day or self.on) for short in shorts))

    def _together(self, units: Iterable[str], day: date) -> Iterator[Finding]:
        shorts = list(units)
        for short in shorts:
            self.days |= {each: known for each, known in self.judge.unit(short, day).days.items() if known}
        yield from self.judge.together(shorts, day)
