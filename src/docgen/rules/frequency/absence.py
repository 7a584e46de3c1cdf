"""Takes who came to what, gives the members who were absent without reason for months running.

A month counts where a member was due at something and missed all of it without a reason: 缺席 without 事由, or named
nowhere. A leave, an absence with a reason and an attendance break the run; a month in which nothing was due to the
member neither breaks it nor counts. Only months that are over count, and nobody who is free of hard requirements.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from docgen.findings import Finding, Level
from docgen.ledger import Attendance
from docgen.model.base import NONE, Count, Step, label
from docgen.model.meeting import Gathering
from docgen.model.period import Period
from docgen.model.roster import names_same
from docgen.model.unit import Member
from docgen.rules.case import Case
from docgen.rules.provision import Parameters
from docgen.rules.regulations import EDUCATION, Basis
from docgen.rules.rule import Rule, Test

SIX = "six"
Months = dict[Period, bool]
"""For each month in which a member was due, whether all of it was missed without a reason."""


class Running(Parameters):
    """After how many months running."""

    remind: Count = label("连续月数", "连续几个月无故缺席的，提醒", default=3)
    grave: Count = label("处置月数", "连续几个月无故缺席的，按条例研究处置", default=6)


def long_absent(case: Case[Running]) -> Iterator[Finding]:
    """Yield each run of months that a member missed without a reason (教育条例第三十一条)."""
    known = _months(case)
    for position, member in enumerate(case.ledger.roster.people):
        for run in _runs(known.get(id(member), {})):
            if len(run) >= min(case.parameters.remind, case.parameters.grave):
                yield _finding(case, position, member, run)


def _months(case: Case[Running]) -> dict[int, Months]:
    """Return the months of each member, in order."""
    found: dict[int, Months] = {}
    held = (entry for entry in case.held(Gathering) if entry.model.day >= case.first)
    for month, entries in groupby(held, key=lambda entry: Period.of_day(entry.model.day)):
        if month.end > case.day:
            break
        due, accounted = set[int](), set[int]()
        for entry in entries:
            attendance = case.ledger.attendance(entry)
            obliged = {id(member) for member in attendance.obliged}
            due |= obliged
            accounted |= obliged - _missed(attendance)
        for member in due:
            found.setdefault(member, {})[month] = member not in accounted
    return found


def _missed(attendance: Attendance) -> set[int]:
    """Return who was absent without a reason."""
    silent = {id(member) for member, absence in attendance.absences if absence.reason in (None, NONE)}
    return silent | {id(member) for member in attendance.unnamed}


def _runs(months: Months) -> Iterator[list[Period]]:
    for missed, run in groupby(months, key=months.__getitem__):
        if missed:
            yield list(run)


def _finding(case: Case[Running], position: int, member: Member, run: list[Period]) -> Finding:
    grave = len(run) >= case.parameters.grave
    value = case.ledger.roster.display(member, run[-1].end)
    return case.roster_finding(
        *_place(case, position, member),
        case=SIX if grave else "",
        value=value,
        count=len(run),
        since=run[0].text,
        until=run[-1].text,
    )


def _place(case: Case[Running], position: int, member: Member) -> tuple[Step, ...]:
    """Return where the unit's file names a person: among the members, else on the committee."""
    unit = case.ledger.unit
    if position < len(unit.members):
        return "members", position, "name"
    seats = (index for index, post in enumerate(unit.committee) if names_same(post.name, member))
    return "committee", next(seats, 0), "name"


F13 = Rule(
    id="F13",
    words="没有正当理由连续6个月不参加党的组织生活的，按照规定程序处置；连续3个月的，党支部应当及早过问",
    levels={"F13": Level.WARN, "F13-six": Level.WARN},
    bases=(Basis(EDUCATION, "第三十一条第六项"),),
    since=date(2019, 5, 6),
    tests=(Test(long_absent),),
    parameters=Running,
)
