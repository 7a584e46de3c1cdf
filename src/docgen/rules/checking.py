"""Takes a unit's ledger and a rulebook, gives what is against the rules, what is owed, and what is handed upwards."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from msgspec.structs import replace

from docgen.findings import Finding, Place
from docgen.ledger import BranchLedger
from docgen.model.subject import Subject
from docgen.model.unit import UnitType
from docgen.rules.book import Rulebook, rulebook
from docgen.rules.case import Case
from docgen.rules.obligation import Obligation, State
from docgen.rules.rule import Across, AcrossCase, Duty, Test
from docgen.view import Plain

FIRST_YEAR = 2018
"""The year of the 支部工作条例: of the years before nothing is asked."""
AnyTest = Test[Any] | Duty[Any] | Across[Any]
Digest = dict[str, Plain]
"""What one unit hands upwards: for each rule that runs across units, plain data."""


def judged(ledger: BranchLedger, day: date) -> tuple[Finding, ...]:
    """Return all that is wrong with one unit by its organisation's own rulebook, worked out once for a day."""
    return ledger.once(("judged", day), lambda: (*recorded(ledger, day), *missing(ledger, _own_rules(ledger), day)))


def recorded(ledger: BranchLedger, day: date) -> tuple[Finding, ...]:
    """Return what is wrong in one unit's records: what reading found, and the rules; what is not there is another matter."""
    return ledger.once(("recorded", day), lambda: tuple(_recorded(ledger, _own_rules(ledger), day)))


def _own_rules(ledger: BranchLedger) -> Rulebook:
    return ledger.once("rulebook", lambda: rulebook(ledger.settings))


def _recorded(ledger: BranchLedger, rules: Rulebook, day: date) -> Iterator[Finding]:
    own = {ledger.unit.short: digest(ledger, rules, day)}
    yield from claimed(ledger.findings, rules)
    yield from tested(ledger, rules, day)
    yield from check_across(own, rules, day)


def check(ledger: BranchLedger, rules: Rulebook, day: date) -> list[Finding]:
    """Return what one unit's records have against the rules on a day, as far as they say it by themselves."""
    return [*tested(ledger, rules, day), *missing(ledger, rules, day)]


def tested(ledger: BranchLedger, rules: Rulebook, day: date) -> Iterator[Finding]:
    """Yield what stands in one unit's records and is against the rules."""
    for test, case in _tests(ledger, rules, day):
        if isinstance(test, Test):
            yield from test.check(case)


def missing(ledger: BranchLedger, rules: Rulebook, day: date) -> Iterator[Finding]:
    """Yield what the rules ask of one unit until a day, and its records do not tell of."""
    years = years_kept(ledger, rules, day)
    for test, case in _tests(ledger, rules, day):
        if isinstance(test, Duty):
            owing = (each for year in years for each in test.owed(case, year))
            yield from (_missing(case, each) for each in owing if each.state is State.MISSING)


def obligations(ledger: BranchLedger, rules: Rulebook, year: int, day: date) -> list[Obligation]:
    """Return what a unit owes in a year, rule by rule, each as it stands on a day."""
    return [
        each for test, case in _tests(ledger, rules, day) if isinstance(test, Duty) for each in test.owed(case, year)
    ]


def owed(ledger: BranchLedger, year: int, day: date, only: Collection[str] = ()) -> tuple[Obligation, ...]:
    """Return what a unit owes in a year by its organisation's own rulebook, or by some of its rules.

    Each rule is worked out once for a day, and not before it is asked for: of each person's hours few ask.
    """
    rules = _own_rules(ledger)
    wanted = (rule.id for rule, _ in rules.rules if rule.asks and (not only or rule.id in only))
    return tuple(each for rule in wanted for each in _owed_by(ledger, rules, rule, year, day))


def _owed_by(ledger: BranchLedger, rules: Rulebook, rule: str, year: int, day: date) -> tuple[Obligation, ...]:
    return ledger.once(("owed", rule, year, day), lambda: tuple(obligations(ledger, rules.only((rule,)), year, day)))


def digest(ledger: BranchLedger, rules: Rulebook, day: date) -> Digest:
    """Return what a unit hands upwards for the rules that run across units."""
    return {
        case.applied.rule.id: test.digest(case) for test, case in _tests(ledger, rules, day) if isinstance(test, Across)
    }


def check_across(digests: Mapping[str, Digest], rules: Rulebook, day: date) -> list[Finding]:
    """Return what the records of several units, {简称: digest}, have against the rules when seen together."""
    return [
        finding
        for rule, applied in rules.rules
        for test in rule.tests
        if isinstance(test, Across)
        for finding in test.check(AcrossCase(applied, day), _of_rule(digests, rule.id))
    ]


def claimed(findings: Iterable[Finding], rules: Rulebook) -> Iterator[Finding]:
    """Yield what reading found; what a rule claims rests on that rule and is switched off or weighed by it."""
    owners = {code: applied for rule, applied in rules.rules for code in rule.claims}
    for finding in findings:
        applied = owners.get(finding.code)
        if applied is not None:
            yield replace(finding, basis=applied.rule.basis, level=applied.weighed(finding.level))
        elif not rules.claimed_off(finding.code):
            yield finding


def years_kept(ledger: BranchLedger, rules: Rulebook, day: date) -> list[int]:
    """Return the years of which a unit is asked: from 起始月, else from its first record, to that of the day.

    A year between of which nothing was written down is asked too: nothing was done in it, as far as anybody can see.
    """
    kept = ledger.years()
    begin = max(rules.start.year if rules.start > date.min else min((*kept, day.year)), FIRST_YEAR)
    last = day.year if day < date.max else max(kept, default=begin - 1)
    return list(range(begin, last + 1))


def _tests(ledger: BranchLedger, rules: Rulebook, day: date) -> Iterator[tuple[AnyTest, Case[Any]]]:
    """Yield each test with its case; what is owed is not fulfilled by what happens after the day."""
    known = ledger.until(day)
    is_branch = ledger.unit.type is UnitType.BRANCH
    for rule, applied in rules.rules:
        if is_branch or not rule.branches_only:
            first = max(rule.since, rules.start)
            for test in rule.tests:
                yield test, Case(known if isinstance(test, Duty) else ledger, applied, day, first)


def _missing(case: Case[Any], owed: Obligation) -> Finding:
    """Return the finding that a missing obligation is."""
    place = Place(case.ledger.unit_source.file)
    return case.applied.finding(owed.code, place, str(Subject(case.ledger.unit.short, owed.window)), owed.values)


def _of_rule(digests: Mapping[str, Digest], rule: str) -> dict[str, Any]:
    return {unit: parts[rule] for unit, parts in digests.items() if rule in parts}
