"""Takes a branch and a month, gives the days of its gatherings, so that no two of them overlap."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from scripts.samples import days
from scripts.samples.days import YEAR, working_day
from scripts.samples.roster import Branch


class Hours(NamedTuple):
    """When a kind of gathering begins and ends on its day."""

    start: str
    end: str


COMMITTEE = Hours("09:00", "10:30")
GENERAL = Hours("09:00", "10:40")
LECTURE = Hours("10:40", "12:10")
GROUP = Hours("16:40", "17:40")
STUDY = Hours("14:00", "17:30")
SHORT_STUDY = Hours("14:00", "16:00")
THEME = Hours("14:30", "16:30")
LIFE = Hours("09:00", "11:30")
APPRAISAL = Hours("14:00", "16:30")
PARTY_COMMITTEE = Hours("10:40", "12:00")
TRAINING = Hours("09:00", "17:00")

QUARTER_MONTHS = (3, 6, 9, 12)
STUDY_MONTHS = (4, 5, 7, 8, 10, 11)
TRAINING_DAYS = (date(YEAR, 7, 28), date(YEAR, 7, 29))
YEAR_END = date(YEAR, 12, 31)

_COMMITTEE_FROM = {3: 12, 5: 6, 10: 12}
_GENERAL_FROM = {3: 26, 6: 11, 9: 17, 12: 10}
_LECTURE_FROM = {3: 23, 6: 15, 9: 24, 12: 3}


def committee(branch: Branch, month: int, year: int = YEAR) -> date:
    """Return the day of the 支委会."""
    return working_day(month, _COMMITTEE_FROM.get(month, 3) + branch.shift, year)


def general(branch: Branch, month: int) -> date:
    """Return the day of the quarter's 支部党员大会."""
    return working_day(month, _GENERAL_FROM[month] + branch.shift)


def lecture(branch: Branch, month: int) -> date:
    """Return the day of the quarter's 党课."""
    return working_day(month, _LECTURE_FROM[month] + branch.shift)


def study(branch: Branch, month: int) -> date:
    """Return the day of the 理论学习; a branch without a committee holds it every month."""
    return working_day(month, (22 if branch.has_committee else 5) + branch.shift)


def group(branch: Branch, month: int) -> date:
    """Return the day of the 党小组会."""
    return working_day(month, 17 + branch.shift)


def theme(branch: Branch, month: int, year: int = YEAR) -> date:
    """Return the unit's fixed theme day."""
    return days.theme_day(branch.unit.theme_day or "", month, year)


def policy(branch: Branch, month: int) -> date:
    """Return the day on which the month's regulation is published."""
    return working_day(month, 19 + branch.shift)


def problem(branch: Branch, month: int) -> date:
    """Return the day on which the month's practical matter is solved."""
    return working_day(month, 20 + branch.shift)


def life(branch: Branch) -> date:
    """Return the day of the 组织生活会."""
    return working_day(12, 22 + branch.shift)


def appraisal(branch: Branch) -> date:
    """Return the day of the 民主评议."""
    return working_day(12, 24 + branch.shift)


def party_committee(month: int) -> date:
    """Return the day of the organisation's 党委会."""
    return working_day(month, 9)
