"""Takes a branch's meetings, gives which were owed and held: 三会一课, 组织生活会, 民主评议."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from docgen.findings import Level
from docgen.ledger import Entry
from docgen.model.base import Count, label
from docgen.model.meeting import Meeting, MeetingType
from docgen.model.period import Period
from docgen.model.roster import covers
from docgen.model.unit import Group
from docgen.rules.case import Case
from docgen.rules.committee import has_committee
from docgen.rules.frequency.windows import owed_in
from docgen.rules.obligation import Obligation, Why
from docgen.rules.provision import Parameters
from docgen.rules.regulations import BRANCH, CUSTOM, EDUCATION, Basis
from docgen.rules.rule import Duty, Rule


class Lectures(Parameters):
    """How often a branch holds a 党课."""

    times: Count = label("次数", "每季度的次数", default=1)


def general_meetings(case: Case[Parameters], year: int) -> Iterator[Obligation]:
    """Yield a 支部党员大会 for each quarter (支部条例第十一条)."""
    kind = MeetingType.GENERAL
    held = case.held(Meeting, Period(year), type=kind)
    for quarter in Period(year).quarters():
        yield case.obligation(kind.value, quarter, _within(held, quarter), why=case.whole(quarter))


def committee_meetings(case: Case[Parameters], year: int) -> Iterator[Obligation]:
    """Yield a 支委会 for each month with a committee on its first and its last day (支部条例第十二、二十条)."""
    kind = MeetingType.COMMITTEE
    held = case.held(Meeting, Period(year), type=kind)
    for month in Period(year).months():
        seated = has_committee(case.ledger, month.start) and has_committee(case.ledger, month.end)
        why = case.whole(month) or (None if seated else Why.NO_COMMITTEE)
        yield case.obligation(kind.value, month, _within(held, month), why=why)


def group_meetings(case: Case[Parameters], year: int) -> Iterator[Obligation]:
    """Yield a 党小组会 for each month and each 党小组 of it; one that began or ended inside owes none (支部条例第十三条)."""
    item = MeetingType.GROUP.value
    held = case.held(Meeting, Period(year), type=MeetingType.GROUP)
    for month in Period(year).months():
        groups = _groups_in(case, month)
        for name, spans in groups.items():
            own = _within((entry for entry in held if entry.model.group == name), month)
            why = case.whole(month) or (None if _throughout(spans, month) else Why.PARTIAL)
            yield case.obligation(item, month, own, who=name, why=why)
        if not groups:
            yield case.obligation(item, month, (), why=case.whole(month) or Why.NO_GROUP)


def lectures(case: Case[Lectures], year: int) -> Iterator[Obligation]:
    """Yield the 党课 of each quarter; one inside a theme day counts by its own record."""
    kind, need = MeetingType.LECTURE, case.parameters.times
    held = case.held(Meeting, Period(year), type=kind)
    for quarter in Period(year).quarters():
        own, why = _within(held, quarter), case.whole(quarter)
        yield case.obligation(kind.value, quarter, own, done=len(own) >= need, why=why, count=len(own), need=need)


def organisation_life(case: Case[Parameters], year: int) -> Iterator[Obligation]:
    """Yield the 组织生活会 of a year (支部条例第十七条)."""
    window, kind = Period(year), MeetingType.ORGANISATION_LIFE
    held = case.held(Meeting, window, type=kind)
    yield case.obligation(kind.value, window, _within(held, window), why=owed_in(case, window))


def appraisals(case: Case[Parameters], year: int) -> Iterator[Obligation]:
    """Yield the 民主评议 of a year, which may be held within another meeting (支部条例第十八条)."""
    window, kind = Period(year), MeetingType.APPRAISAL
    held = (entry for entry in case.held(Meeting, window) if entry.model.type is kind or entry.model.appraisals)
    yield case.obligation(kind.value, window, _within(held, window), why=owed_in(case, window))


def _groups_in(case: Case[Parameters], month: Period) -> dict[str, list[Group]]:
    """Return the 党小组 that exist on any day of a month, by name; one that changed its leader has several spans."""
    found: dict[str, list[Group]] = {}
    for group in case.ledger.unit.groups:
        if (group.since or date.min) <= month.end and month.start <= (group.until or date.max):
            found.setdefault(group.name, []).append(group)
    return found


def _throughout(spans: list[Group], month: Period) -> bool:
    """Tell whether spans cover a month without a gap."""
    day = month.start
    for _ in spans:
        until = max((span.until or date.max for span in spans if covers(span, day)), default=date.min)
        if until >= month.end:
            return True
        if until < day:
            return False
        day = until + timedelta(days=1)
    return False


def _within(entries: Iterable[Entry[Meeting]], window: Period) -> list[str]:
    """Return the ids of the meetings of a window."""
    first, last = window.start, window.end
    return [entry.id for entry in entries if first <= entry.model.day <= last]


F1 = Rule(
    id="F1",
    words="支部党员大会一般每季度召开1次",
    levels={"F1": Level.WARN},
    bases=(Basis(BRANCH, "第十一条"),),
    since=BRANCH.since,
    tests=(Duty(general_meetings),),
    parameters=Parameters,
)
F2 = Rule(
    id="F2",
    words="支部委员会会议一般每月召开1次；正式党员不足7人的党支部不设支部委员会",
    levels={"F2": Level.WARN},
    bases=(Basis(BRANCH, "第十二条、第二十条"),),
    since=BRANCH.since,
    tests=(Duty(committee_meetings),),
    parameters=Parameters,
)
F3 = Rule(
    id="F3",
    words="党小组会一般每月召开1次",
    levels={"F3": Level.WARN},
    bases=(Basis(BRANCH, "第十三条"),),
    since=BRANCH.since,
    tests=(Duty(group_meetings),),
    parameters=Parameters,
)
F5 = Rule(
    id="F5",
    words="党课每季度至少讲1次，各单位做法不同",
    levels={"F5": Level.WARN},
    bases=(Basis(CUSTOM),),
    since=date.min,
    tests=(Duty(lectures),),
    parameters=Lectures,
)
F6 = Rule(
    id="F6",
    words="组织生活会每年至少召开1次",
    levels={"F6": Level.WARN},
    bases=(Basis(BRANCH, "第十七条"),),
    since=BRANCH.since,
    tests=(Duty(organisation_life),),
    parameters=Parameters,
)
F7 = Rule(
    id="F7",
    words="民主评议党员一般每年开展1次，可以结合组织生活会进行",
    levels={"F7": Level.WARN},
    bases=(Basis(BRANCH, "第十八条"), Basis(EDUCATION, "第十八条")),
    since=BRANCH.since,
    tests=(Duty(appraisals),),
    parameters=Parameters,
)
