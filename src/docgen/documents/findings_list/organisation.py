"""Takes what is wrong in the units of an organisation, gives it as one list, with what lies between units."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from docgen.documents.catalogue import kind_named
from docgen.documents.findings_list.told import CLOSED, Told, in_order, lies_in, read_ids, told
from docgen.findings import Finding, Level
from docgen.ledger import BranchLedger, OrganisationLedger, figures
from docgen.model.period import Period
from docgen.model.subject import window_of
from docgen.rules import check_across, rulebook
from docgen.rules import digest as digest_rules
from docgen.view import Figure, Plain, View, label

KIND = kind_named("findings-list")
FINDINGS, COUNTS, RULES, READ = "findings", "counts", "rules", "read"
SUM, BETWEEN_UNITS = "合计", "各单位之间"


class LevelRow(View, frozen=True, kw_only=True):
    """How many findings of each level one unit has."""

    unit: str = label("单位")
    error: Figure = label("错误")
    warn: Figure = label("警告")
    info: Figure = label("提示")


def digest(ledger: BranchLedger, period: Period) -> dict[str, Plain]:
    """Return a unit's findings of a period, and what it hands upwards to be seen together, as plain data."""
    found = told(ledger, period)
    return {
        FINDINGS: [each.plain() for each in found],
        COUNTS: {level.value: figures.to_plain(counted(found, level)) for level in Level},
        RULES: digest_rules(ledger, rulebook(ledger.settings), ledger.as_of(period)),
        READ: {record: [month, confidential] for record, month, confidential in read_ids(ledger, period)},
    }


def all_told(ledger: OrganisationLedger, period: Period) -> list[Told]:
    """Return what is wrong in an organisation's own records, in those of its units, and between them."""
    parts = _parts(ledger, period)
    single = [Told.of(plain) for part in parts.values() for plain in part[FINDINGS]]
    return in_order([*single, *_between(ledger, period, parts, {each.identity for each in single})])


def level_rows(ledger: OrganisationLedger, listed: Collection[Told]) -> tuple[LevelRow, ...]:
    """Return for each unit, and for what lies between units, how many findings there are."""
    own = ledger.own.unit.short
    units = [
        LevelRow(
            unit=unit.short,
            **{level.value: ledger.figure(unit.short, KIND.name, COUNTS, level.value) for level in Level},
        )
        for unit in ledger.units
    ]
    mine = _row(own, [each for each in listed if each.unit == own and not each.between])
    between = [each for each in listed if each.between]
    return (mine, *units, *([_row(BETWEEN_UNITS, between)] if between else []))


def level_sums(rows: Sequence[LevelRow]) -> LevelRow:
    """Return the sums of rows."""
    return LevelRow(
        unit=SUM, **{level.value: figures.total(getattr(row, level.value) for row in rows) for level in Level}
    )


def counted(listed: Collection[Told], level: Level) -> Figure:
    """Count the findings of a level.

    Records with errors are not cited: they bar the final form of every paper that rests on them, save of this one.
    """
    wrong = {each.finding.subject for each in listed if each.finding.level is Level.ERROR}
    found = [each for each in listed if each.finding.level is level]
    return figures.things([each.record] if each.record and each.record not in wrong else [] for each in found)


def _row(unit: str, listed: Collection[Told]) -> LevelRow:
    return LevelRow(unit=unit, **{level.value: counted(listed, level) for level in Level})


def _parts(ledger: OrganisationLedger, period: Period) -> dict[str, Any]:
    """Return the digests of the organisation itself and of its units."""
    below = {unit.short: ledger.part(unit.short, KIND.name) for unit in ledger.units}
    return {ledger.own.unit.short: digest(ledger.own, period)} | {unit: part for unit, part in below.items() if part}


def _between(
    ledger: OrganisationLedger, period: Period, parts: Mapping[str, Any], known: Collection[tuple[Any, ...]]
) -> Iterator[Told]:
    """Yield what shows only when the records of several units are seen together."""
    rules = {unit: part[RULES] for unit, part in parts.items()}
    read = {record: seen for part in parts.values() for record, seen in part[READ].items()}
    for finding in check_across(rules, rulebook(ledger.settings), ledger.own.as_of(period)):
        each = _placed(finding, read)
        if each is not None and lies_in(each, period) and each.identity not in known:
            yield each


def _placed(finding: Finding, read: Mapping[str, Any]) -> Told | None:
    """Return a finding between units with its window, None where it is about a record of another period."""
    subject = finding.subject
    unit = subject.partition("/")[0]
    if subject in read:
        month, confidential = read[subject]
        veils = (CLOSED,) if confidential else ()
        return Told(finding, unit, Period.parse(month), veils, subject, between=True)
    window = window_of(subject)
    return Told(finding, unit, window, between=True) if window or subject == unit else None
