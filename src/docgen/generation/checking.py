"""Takes a workspace, what of it to look at and a day, gives what is wrong in it: reading, rules, and what is owed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docgen.errors import UsageError
from docgen.findings import Finding, in_order
from docgen.generation.addressing import is_inside, name_of, stands_in, unit_of
from docgen.generation.judging import Judge
from docgen.generation.opening import open_ledger
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.records.entry import names_of
from docgen.rules import RULES, Obligation, complaints, obligations, rulebook
from docgen.vocabulary import WORDS
from docgen.workspace import Workspace, load_unit
from docgen.workspace.files import RECORD_SUFFIX, RECORDS_FOLDER
from docgen.workspace.nearest import nearest

CLAIMS = {rule.id: {rule.id, *rule.claims} for rule in RULES}
CASE_JOINT = "-"


@dataclass(frozen=True, slots=True)
class Checked:
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
    checking = _Checking(workspace, on, frozenset(wanted) & CLAIMS.keys())
    found = [finding for each in list(about) or [workspace.root] for finding in checking.one(each)]
    codes = {code for rule in wanted for code in CLAIMS.get(rule, {rule})}
    kept = [each for each in found if not codes or {each.code, rule_of(each.code)} & codes]
    return Checked(
        tuple(in_order({(each.code, each.place, each.subject, _said(each)): each for each in kept}.values())),
        checking.days,
    )


def calendar(workspace: Workspace, units: Iterable[str], year: int, day: date) -> dict[str, list[Obligation]]:
    """Return what units owe in a year, by 简称, as it stands on a day; a past year on its last day."""
    rules = rulebook(workspace.settings)
    owed = {}
    for short in units:
        ledger = open_ledger(workspace, short, day)
        owed[ledger.unit.short] = obligations(ledger, rules, year, ledger.as_of(Period(year)))
    return owed


def rule_of(code: str) -> str:
    """Return the id of the rule to which a code belongs, the code itself where it is one of reading."""
    rule = code.partition(CASE_JOINT)[0]
    return rule if rule in CLAIMS else code


def _wanted(names: Iterable[str]) -> list[str]:
    known = {each.lower(): each for each in (*CLAIMS, *WORDS)}
    wanted = list(names)
    for name in wanted:
        if name.lower() not in known:
            raise UsageError("rule-unheard", {"value": name, "near": nearest(name, CLAIMS)})
    return [known[name.lower()] for name in wanted]


def _said(finding: Finding) -> str:
    return str(sorted(finding.values.items()))


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
        folder = self.workspace.unit(subject.unit)
        short, period = folder.unit.short, subject.period
        day = min(self.on, period.end) if period else self.on
        own = f"{name_of(self.workspace, folder.path)}/"
        found = (*self.general, *self._together(self._company([short], day), day))
        findings = [each for each in found if each.place.file.startswith(own)]
        if subject.record:
            yield from self._record(short, subject.record, findings)
        elif period is None:
            yield from findings
        else:
            yield from (each for each in findings if self._is_of(each, period))

    def _record(self, short: str, record: str, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Yield what is wrong with a record; one that cannot be read at all is known by its file."""
        entries = list(self.judge.unit(short, self.on).days)
        record = names_of(entries, short).get(record, record)
        folder = name_of(self.workspace, self.workspace.units[short].path)
        file = f"{folder}/{RECORDS_FOLDER}/{record.removeprefix(f'{short}/')}{RECORD_SUFFIX}"
        found = [each for each in findings if each.subject == record or (not each.subject and each.place.file == file)]
        if record not in entries and not found:
            raise UsageError("record-unknown", {"value": record, "near": nearest(record, entries)})
        yield from found

    def _is_of(self, finding: Finding, period: Period) -> bool:
        """Tell whether a finding is about a period: by its record's day or its window's end; without either, always."""
        day = self.days.get(finding.subject) or window_end(finding.subject)
        return day is None or day in period

    def _company(self, shorts: Iterable[str], day: date | None = None) -> frozenset[str]:
        return frozenset().union(*(self.judge.company(short, day or self.on) for short in shorts))

    def _together(self, units: Iterable[str], day: date) -> Iterator[Finding]:
        shorts = list(units)
        for short in shorts:
            self.days |= {each: known for each, known in self.judge.unit(short, day).days.items() if known}
        yield from self.judge.together(shorts, day)


def window_end(subject: str) -> date | None:
    """Return the last day of the window that a finding's subject names, None where it names none."""
    try:
        named = Subject.parse(subject)
    except UsageError:
        return None
    # What reads as a person's year is the id of a record.
    return named.period.end if named.period and not named.person else None
