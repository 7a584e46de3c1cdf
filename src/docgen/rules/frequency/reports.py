"""Takes the reports on duties of a year, gives who of the committee of its last day has reported."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.findings import Level
from docgen.model.period import Period
from docgen.model.reviews import DutyReport
from docgen.rules.case import Case
from docgen.rules.frequency.windows import named, owed_in
from docgen.rules.obligation import Obligation, Why
from docgen.rules.provision import Parameters
from docgen.rules.regulations import ENTERPRISE, ORGANISATION, Basis, Confidence
from docgen.rules.rule import Duty, Rule

SECRETARY, MEMBER = "书记述职", "班子成员专题报告"
MEMBER_CASE = "member"


def reports(case: Case[Parameters], year: int) -> Iterator[Obligation]:
    """Yield the report of the 书记, then that of each other member of the committee."""
    window, roster = Period(year), case.ledger.roster
    none = owed_in(case, window)
    written = _written(case, window)
    secretary = roster.secretary_on(window.end)
    others = [member for member in roster.committee_members_on(window.end) if member is not secretary]
    if secretary is None:
        yield case.obligation(SECRETARY, window, (), why=none or Why.NOBODY)
    else:
        who = roster.display(secretary, window.end)
        yield case.obligation(SECRETARY, window, written.get(id(secretary), ()), who=who, why=none, year=year)
    for member in others:
        records, who = written.get(id(member), ()), roster.display(member, window.end)
        yield case.obligation(MEMBER, window, records, who=who, case=MEMBER_CASE, why=none, year=year)
    if not others:
        yield case.obligation(MEMBER, window, (), case=MEMBER_CASE, why=none or Why.NOBODY)


def _written(case: Case[Parameters], window: Period) -> dict[int, list[str]]:
    """Return the ids of each person's reports of a year."""
    found: dict[int, list[str]] = {}
    for entry in case.of(DutyReport, year=window.year):
        if entry.model.signed and entry.model.signed > case.day:
            continue
        person = named(case.ledger.roster, entry.model.person, window.end, window)
        if person is not None:
            found.setdefault(id(person), []).append(entry.id)
    return found


F11 = Rule(
    id="F11",
    words="党支部书记每年述职1次，班子其他成员每年专题报告1次",
    levels={"F11": Level.WARN, "F11-member": Level.WARN},
    bases=(Basis(ENTERPRISE, confidence=Confidence.MEDIUM), Basis(ORGANISATION)),
    since=ENTERPRISE.since,
    tests=(Duty(reports),),
    parameters=Parameters,
)
