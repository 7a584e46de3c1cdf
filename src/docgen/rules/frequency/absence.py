"""Takes who came to what, gives the members who were absent without reason for months running.

A month counts where a member was due at something and missed all of it without a reason: 缺席 without 事由, or named
nowhere. An absence with a reason and an attendance break the run. What a member was on leave for, by that record or by
自 and 至 of another, and an election that left him out of 应到, were not due: a month of nothing else neither breaks the
run nor counts. Only whole months count, from the first day on and over; and nobody who is free of hard requirements.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import ClassVar

from docgen.findings import Finding, Level
from docgen.ledger import Attendance, Entry
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
Away = dict[int, list[tuple[date, date]]]
"""For each member the first and the last days of the leaves that were written with 自 or 至."""


class Running(Parameters):
    """After how many months running."""

    remind: Count = label("连续月数", "连续几个月无故缺席的，提醒", default=3)
    grave: Count = label("处置月数", "连续几个月无故缺席的，按条例研究处置", default=6)

    rising: ClassVar[tuple[tuple[str, str], ...]] = (("remind", "grave"),)


def long_absent(case: Case[Running]) -> Iterator[Finding]:
    """Yield each run of months that a member missed without a reason (教育条例第三十一条)."""
    known = _months(case)
    for position, member in enumerate(case.ledger.roster.people):
        for run in _runs(known.get(id(member), {})):
            if len(run) >= case.parameters.remind:
                yield _finding(case, position, member, run)


def _months(case: Case[Running]) -> dict[int, Months]:
    """Return the months of each member, in order."""
    found: dict[int, Months] = {}
    held = case.held(Gathering)
    away = _away(case, held)
    for month, entries in groupby(held, key=lambda entry: Period.of_day(entry.model.day)):
        if month.start < case.first:
            continue
        if month.end > case.day:
            break
        due, accounted = set[int](), set[int]()
        for entry in entries:
            attendance = case.ledger.attendance(entry)
            missed = _missed(attendance)
            obliged = _ids(attendance.obliged) - _excused(attendance, missed, away)
            due |= obliged
            accounted |= obliged - missed
        for member in due:
            found.setdefault(member, {})[month] = member not in accounted
    return found


def _missed(attendance: Attendance) -> set[int]:
    """Return who was absent without a reason."""
    silent = {id(member) for member, absence in attendance.absences if absence.reason in (None, NONE)}
    return silent | _ids(attendance.unnamed)


def _excused(attendance: Attendance, missed: set[int], away: Away) -> set[int]:
    """Return who need not have come: on leave, or left out of an election's 应到 and not there all the same."""
    day, left_out = attendance.day, _ids(attendance.not_counted)
    absent = {member for member in missed if any(since <= day <= until for since, until in away.get(member, ()))}
    return _ids(attendance.on_leave) | absent | (left_out - _ids(attendance.present) if left_out else left_out)


def _away(case: Case[Running], held: Iterable[Entry[Gathering]]) -> Away:
    """Return the leaves of several days; where 自 or 至 is absent, the gathering's own day stands for it."""
    found: Away = {}
    for entry in held:
        for member, leave in case.ledger.attendance(entry).leaves if entry.model.on_leave else ():
            if leave.since or leave.until:
                day = entry.model.day
                found.setdefault(id(member), []).append((leave.since or day, leave.until or day))
    return found


def _ids(members: Iterable[Member]) -> set[int]:
    return {id(member) for member in members}


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
    since=EDUCATION.since,
    tests=(Test(long_absent),),
    parameters=Running,
)
