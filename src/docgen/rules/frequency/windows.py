"""Takes a case and a year, gives whether a yearly duty falls in it, and of whom it is owed.

What is owed once a year is owed where the unit exists at the year's end and was founded before its last quarter: a
branch that is founded in spring still has the time for it. So of people: owed of who belongs on the last day and
belonged when the last quarter began.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date

from docgen.model.period import Period
from docgen.model.roster import Roster
from docgen.model.unit import Member
from docgen.rules.case import Case
from docgen.rules.obligation import Why
from docgen.rules.provision import Parameters


def owed_in(case: Case[Parameters], year: Period) -> Why | None:
    """Return None where a yearly duty is owed, else why it is not."""
    unit = case.ledger.unit
    if year.start < case.first:
        return Why.BEFORE
    founded, dissolved = unit.founded or date.min, unit.dissolved or date.max
    if year.end < founded or dissolved <= year.start:
        return Why.NOT_THERE
    return None if founded < last_quarter(year).start and year.end < dissolved else Why.PARTIAL


def last_quarter(year: Period) -> Period:
    """Return the last quarter of a year."""
    return Period(year.year, 4)


def stayed(roster: Roster, year: Period) -> tuple[Member, ...]:
    """Return who belongs on a year's last day and belonged when its last quarter began, in roster order."""
    before = {id(member) for member in roster.members_on(last_quarter(year).start)}
    return tuple(member for member in roster.members_on(year.end) if id(member) in before)


def named(roster: Roster, text: str, day: date, year: Period) -> Member | None:
    """Return whom a text means on a day, else in the year; None when that is nobody or more than one."""
    found = roster.find(text, day) or roster.find(text, year.start, year.end)
    return found[0] if len(found) == 1 else None


def moved(day: date, months: int) -> date | None:
    """Return the same day some months later, or the month's last where it has no such day; None outside the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
