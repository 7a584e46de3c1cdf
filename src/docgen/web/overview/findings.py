"""Takes findings, the days of records and a filter, gives them by record, with links into the forms, and counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from docgen.findings import Finding, Level
from docgen.model.period import Period
from docgen.model.subject import window_of
from docgen.rules import rule_by_code, rule_of
from docgen.vocabulary import hint, message
from docgen.web.forms.naming import name_of
from docgen.web.overview.owing import Write, write_for

OTHERS = "-"
"""`-` asks for the findings of no rule: what reading found."""


def _never(_: Write) -> bool:
    return False


class Filter(Struct, frozen=True):
    """Which findings are wanted; "" and None for all."""

    unit: str = ""
    level: str = ""
    rule: str = ""
    text: str = ""


class Shown(Struct, frozen=True):
    """One finding as a page shows it; `field` is the field's name in the form, `write` the record that is missing."""

    code: str
    level: str
    message: str
    hint: str
    rule: str
    basis: str
    field: str
    write: Write | None


class Group(Struct, frozen=True):
    """The findings about one record, or about a unit's window or file where there is none; `title` names it."""

    unit: str
    record: str
    window: str
    title: str
    file: str
    findings: tuple[Shown, ...]


class Bundle(Struct, frozen=True):
    """The findings about one thing, the gravest first: a record, a unit's window, or a file."""

    unit: str
    about: str
    file: str
    findings: tuple[Finding, ...]


class Book(Struct, frozen=True):
    """Findings with the unit of each; `records` names those that can be opened: their titles, by id."""

    findings: tuple[tuple[Finding, str], ...]
    records: Mapping[str, str]
    unread: Mapping[str, str]
    """The ids of records that could not be read, by their files."""

    def of(self, wanted: Filter) -> Book:
        """Return those that fit a filter."""
        kept = tuple((each, unit) for each, unit in self.findings if _fits(each, unit, wanted))
        return Book(kept, self.records, self.unread)

    def levels(self) -> dict[str, int]:
        """Count by level, the gravest first; every level is named."""
        found = Counter(each.level for each, _ in self.findings)
        return {level.value: found[level] for level in Level}

    def rules(self) -> tuple[tuple[str, str, int], ...]:
        """Return (id, words, count) for each rule that found something, the most first; reading's own are `OTHERS`."""
        found = Counter(rule_of(each.code) or OTHERS for each, _ in self.findings)
        return tuple((rule, _words(rule), count) for rule, count in sorted(found.items(), key=lambda each: -each[1]))

    def units(self) -> dict[str, int]:
        """Count by unit."""
        return dict(Counter(unit for _, unit in self.findings))

    def bundles(self) -> list[Bundle]:
        """Return them by what they are about, those with errors first."""
        found: dict[tuple[str, str, str], list[Finding]] = {}
        for each, unit in self.findings:
            found.setdefault((unit, self._about(each), each.place.file), []).append(each)
        bundles = [Bundle(*key, tuple(sorted(each, key=_rank))) for key, each in found.items()]
        return sorted(bundles, key=lambda bundle: _rank(bundle.findings[0]))

    def group(self, bundle: Bundle, day: date, writable: Callable[[Write], bool] = _never) -> Group:
        """Return a bundle as a page shows it, with the missing records that are `writable`."""
        about = bundle.about
        window = window_of(about)
        record = about if about in self.records or about in self.unread.values() else ""
        shown = tuple(_shown(each, bundle.unit, window, day, writable) for each in bundle.findings)
        return Group(
            bundle.unit, record, window.text if window else "", self.records.get(about, ""), bundle.file, shown
        )

    def _about(self, finding: Finding) -> str:
        return finding.subject or self.unread.get(finding.place.file, "")


def within(findings: Iterable[Finding], days: Mapping[str, date], period: Period) -> Iterator[Finding]:
    """Yield the findings of a period: by their record's day or their window's end; without either, always."""
    for finding in findings:
        window = window_of(finding.subject)
        day = days.get(finding.subject) or (window.end if window else None)
        if day is None or day in period:
            yield finding


def book(
    findings: Iterable[Finding],
    unit_of: Callable[[Finding], str],
    records: Mapping[str, str],
    unread: Mapping[str, str],
) -> Book:
    """Return findings with their units."""
    return Book(tuple((each, unit_of(each)) for each in findings), records, unread)


def anchor(path: Iterable[str | int]) -> str:
    """Return the name of the field of a form that a path leads to."""
    return name_of(tuple(path))


def _shown(finding: Finding, unit: str, window: Period | None, day: date, writable: Callable[[Write], bool]) -> Shown:
    rule = rule_by_code(finding.code)
    item = str(finding.values.get("item", ""))
    write = write_for(unit, rule.id, item, window, day) if rule is not None and window is not None else None
    return Shown(
        finding.code,
        finding.level.value,
        message(finding),
        hint(finding),
        rule.id if rule is not None else "",
        finding.basis or "",
        anchor(finding.path),
        write if write is not None and writable(write) else None,
    )


def _fits(finding: Finding, unit: str, wanted: Filter) -> bool:
    if (wanted.unit and unit != wanted.unit) or (wanted.level and finding.level.value != wanted.level):
        return False
    if wanted.rule and wanted.rule not in {rule_of(finding.code) or OTHERS, finding.code}:
        return False
    return not wanted.text or wanted.text in _said(finding)


def _said(finding: Finding) -> str:
    return "\n".join((finding.subject, finding.code, message(finding), hint(finding), finding.basis or ""))


def _words(rule: str) -> str:
    found = rule_by_code(rule)
    return found.words if found is not None else ""


def _rank(finding: Finding) -> int:
    return _LEVELS.index(finding.level)


_LEVELS = list(Level)
