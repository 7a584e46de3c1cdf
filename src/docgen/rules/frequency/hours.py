"""Takes what members attended in a year, gives whose 学时 suffice.

Owed of who belongs on the year's last day and has belonged since its first, or since the unit was founded in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import ClassVar

from docgen.findings import Level
from docgen.model.base import Count, label
from docgen.model.period import Period
from docgen.model.unit import Member
from docgen.rules.case import Case
from docgen.rules.frequency.windows import owed_in
from docgen.rules.obligation import Obligation, Why
from docgen.rules.provision import Parameters
from docgen.rules.regulations import EDUCATION, Basis, Confidence, Regulation
from docgen.rules.rule import Duty, Rule

ITEM = "集中学习"
LEADERS = "leaders"
PLAN = Regulation("2019—2023年全国党员教育培训工作规划")


class Lessons(Parameters):
    """How many 学时 a year needs."""

    members: Count = label("学时", "每名党员每年的学时", default=32)
    leaders: Count = label("班子学时", "书记和班子成员每年的学时；出自已到期的规划", default=56)

    rising: ClassVar[tuple[tuple[str, str], ...]] = (("members", "leaders"),)


def lessons(case: Case[Lessons], year: int) -> Iterator[Obligation]:
    """Yield the 学时 of everyone who belonged in a year (教育条例第二十条)."""
    window, roster = Period(year), case.ledger.roster
    since = max(window.start, case.ledger.unit.founded or date.min)
    first = {id(member) for member in roster.members_on(since)}
    all_year = {id(member) for member in roster.members_on(window.end) if id(member) in first}
    leaders = {id(member) for member in roster.committee_members_on(window.end)}
    none = owed_in(case, window)
    known = case.ledger.hours(year)
    for member, figure in known:
        leads = id(member) in leaders
        need = case.parameters.leaders if leads else case.parameters.members
        yield case.obligation(
            ITEM,
            window,
            figure.sources,
            who=roster.display(member, window.end),
            case=LEADERS if leads else "",
            done=Decimal(figure.text) >= need,
            why=none or _why(member, all_year),
            hours=figure.text,
            need=need,
        )
    if not known:
        yield case.obligation(ITEM, window, (), why=none or Why.NOBODY)


def _why(member: Member, all_year: set[int]) -> Why | None:
    if member.exempt:
        return Why.EXEMPT
    return None if id(member) in all_year else Why.AWAY


F9 = Rule(
    id="F9",
    words="党员每年集中学习培训一般不少于32学时；书记和班子成员56学时出自已到期的规划，各单位可以在设置中改",
    levels={"F9": Level.WARN, "F9-leaders": Level.WARN},
    bases=(Basis(EDUCATION, "第二十条"), Basis(PLAN, confidence=Confidence.MEDIUM)),
    since=EDUCATION.since,
    tests=(Duty(lessons),),
    parameters=Lessons,
)
