"""Takes what a check found, gives it as lines by unit and month, each rule's basis said once in a unit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import TypeVar

from docgen.cli.lines import INDENT, counts, finding_head, finding_notes, note_lines
from docgen.findings import Finding, Level
from docgen.generation import Checked, Units
from docgen.model.period import Period
from docgen.model.subject import window_of
from docgen.rules import RULES, rule_of
from docgen.vocabulary import checks as words
from docgen.workspace import Workspace

K = TypeVar("K")
MONTH_IN_PATH = re.compile(r"(?<![0-9])([0-9]{4})[-/](0?[1-9]|1[0-2])(?![0-9])")
YEAR_IN_PATH = re.compile(r"/([1-9][0-9]{3})(?![0-9])")


def rule_named(finding: Finding) -> str:
    """Return the id of the rule to which a finding belongs, "" for one of reading that no rule claims."""
    return rule_of(finding.code)


def grouped_lines(workspace: Workspace, checked: Checked, shown: Iterable[Finding]) -> Iterator[str]:
    """Yield findings by unit in the workspace's order, in a unit by month, in a month the errors first."""
    order = {short: number for number, short in enumerate(workspace.units, start=1)}
    unit = Units(workspace).of
    for short, own in _grouped(shown, unit, lambda short: order.get(short, 0)):
        yield words.unit_head(short, counts(own))
        yield from _unit_lines(own, checked.days) if short else _finding_lines(own, set())


def rule_counts(findings: Iterable[Finding]) -> tuple[dict[str, int], int]:
    """Count findings by rule, in the order of the rules, and those of no rule."""
    found = Counter(map(rule_named, findings))
    return {rule.id: found[rule.id] for rule in RULES if found[rule.id]}, found[""]


def period_named(finding: Finding, days: Mapping[str, date]) -> Period | None:
    """Return the period that a finding is about: its record's month, its window, else what its file's path says."""
    if day := days.get(finding.subject):
        return Period.of_day(day)
    return window_of(finding.subject) or _in_path(finding.place.file)


def _unit_lines(findings: list[Finding], days: Mapping[str, date]) -> Iterator[str]:
    said: set[str] = set()
    for period, own in _grouped(findings, lambda each: period_named(each, days), _chronological):
        yield INDENT + words.month_head(period.text if period else "", is_year=_is_year(period))
        yield from _finding_lines(own, said)


def _finding_lines(findings: list[Finding], said: set[str]) -> Iterator[str]:
    """Yield findings, errors first; what a rule says again in the same words is left out, `said` remembers them."""
    for finding in sorted(findings, key=lambda each: list(Level).index(each.level)):
        rule, notes = rule_named(finding), finding_notes(finding)
        yield from finding_head(finding, INDENT * 2, words.rule_mark(rule) if rule else "")
        yield from note_lines(note for note in notes if not rule or note not in said)
        said.update(notes)


def _grouped(
    findings: Iterable[Finding], key: Callable[[Finding], K], rank: Callable[[K], tuple[int, ...] | int]
) -> Iterator[tuple[K, list[Finding]]]:
    """Yield groups in the order of their rank; in a group findings stay in order."""
    keyed = sorted(((key(finding), finding) for finding in findings), key=lambda each: rank(each[0]))
    for group, members in groupby(keyed, key=lambda each: each[0]):
        yield group, [finding for _, finding in members]


def _chronological(period: Period | None) -> tuple[int, ...]:
    """Order months, each quarter after its months, each year after its quarters; what has no period is last."""
    return (period.end.toordinal(), -period.start.toordinal()) if period else (date.max.toordinal() + 1, 0)


def _is_year(period: Period | None) -> bool:
    return period is not None and period == Period(period.year)


def _in_path(file: str) -> Period | None:
    if month := MONTH_IN_PATH.search(file):
        return Period.of_month(int(month[1]), int(month[2])) if int(month[1]) else None
    year = YEAR_IN_PATH.search(file)
    return Period(int(year[1])) if year else None
