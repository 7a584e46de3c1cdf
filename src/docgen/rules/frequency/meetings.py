"""Takes a branch's meetings and theme days, gives which were owed and held: 三会一课, 主题党日, 组织生活会, 民主评议."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.findings import Level
from docgen.ledger import Entry
from docgen.model.base import Count, label
from docgen.model.meeting import Gathering, Meeting, MeetingType
from docgen.model.period import Period
from docgen.model.theme_day import ThemeDay
from docgen.rules.case import Case
from docgen.rules.obligation import Obligation, Why
from docgen.rules.provision import Parameters
from docgen.rules.regulations import BRANCH, Basis
from docgen.rules.rule import Duty, Rule

THEME_DAY = "主题党日"


class Committee(Parameters):
    """From how many 正式党员 on a branch has a committee."""

    least: Count = label("正式党员", "正式党员不足此数的，不设支委会", default=7)


def general_meetings(case: Case[Parameters], year: int) -> Iterator[Obligation]:
    """Yield a 支部党员大会 for each quarter (支部条例第十一条)."""
    for quarter in Period(year).quarters():
        yield _meeting(case, MeetingType.GENERAL, quarter, case.whole(quarter))


def committee_meetings(case: Case[Committee], year: int) -> Iterator[Obligation]:
    """Yield a 支委会 for each month in which there is a committee (支部条例第十二、二十条)."""
    for month in Period(year).months():
        why = case.whole(month) or (None if has_committee(case, month.end) else Why.NO_COMMITTEE)
        yield _meeting(case, MeetingType.COMMITTEE, month, why)


def group_meetings(case: Case[Parameters], year: int) -> Iterator[Obligation]:
    """Yield a 党小组会 for each month and each 党小组 that exists throughout it (支部条例第十三条)."""
    item = MeetingType.GROUP.value
    for month in Period(year).months():
        groups = [group.name for group in case.ledger.roster.groups_on(month.end)]
        for name in groups:
            held = _ids(case.held(Meeting, month, type=MeetingType.GROUP, group=name))
            yield case.obligation(item, month, held, who=name, why=case.whole(month))
        if not groups:
            yield case.obligation(item, month, (), why=case.whole(month) or Why.NO_GROUP)


def has_committee(case: Case[Committee], day: date) -> bool:
    """Tell whether a branch has a committee on a day: enough 正式党员, and at least three seats (支部条例第二十条)."""
    roster = case.ledger.roster
    return len(roster.full_on(day)) >= case.parameters.least and len(roster.committee_members_on(day)) > 0


def _meeting(case: Case[Parameters], kind: MeetingType, window: Period, why: Why | None) -> Obligation:
    return case.obligation(kind.value, window, _ids(case.held(Meeting, window, type=kind)), why=why)


def _ids(entries: list[Entry[Gathering]] | list[Entry[Meeting]] | list[Entry[ThemeDay]]) -> list[str]:
    return [entry.id for entry in entries]


F1 = Rule(
    id="F1",
    words="支部党员大会一般每季度召开1次",
    levels={"F1": Level.WARN},
    bases=(Basis(BRANCH, "第十一条"),),
    since=date(2018, 10, 28),
    tests=(Duty(general_meetings),),
    parameters=Parameters,
)
F2 = Rule(
    id="F2",
    words="支部委员会会议一般每月召开1次；正式党员不足7人的党支部不设支部委员会",
    levels={"F2": Level.WARN},
    bases=(Basis(BRANCH, "第十二条、第二十条"),),
    since=date(2018, 10, 28),
    tests=(Duty(committee_meetings),),
    parameters=Committee,
)
F3 = Rule(
    id="F3",
    words="党小组会一般每月召开1次",
    levels={"F3": Level.WARN},
    bases=(Basis(BRANCH, "第十三条"),),
    since=date(2018, 10, 28),
    tests=(Duty(group_meetings),),
    parameters=Parameters,
)
