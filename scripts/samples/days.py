"""Takes a month and a wish, gives a day: working days, weekdays of a month, fixed theme days."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

YEAR = 2020
NEXT_YEAR = 2021

_HOLIDAYS = frozenset(
    date.fromisoformat(f"{YEAR}-{day}")
    for day in (
        "01-01", "01-24", "01-27", "01-28", "01-29", "01-30", "01-31", "04-06", "05-01", "05-04", "05-05", "06-25",
        "06-26", "10-01", "10-02", "10-05", "10-06", "10-07", "10-08",
    )
)  # fmt: skip
_WEEKDAYS = "一二三四五六日"
_MONTHLY = re.compile(r"每月(\d{1,2})日")
_WEEKLY = re.compile(r"每月第([一二三四])个周([一二三四五六日])")


def working_day(month: int, day: int, year: int = YEAR) -> date:
    """Return the day, or the next one on which offices work; where the month has none left, the last one before."""
    found = date(year, month, day)
    while _is_off(found):
        found += timedelta(days=1)
    if found.month == month:
        return found
    found = date(year, month, day)
    while _is_off(found):
        found -= timedelta(days=1)
    return found


def _is_off(day: date) -> bool:
    return day.weekday() > 4 or day in _HOLIDAYS


def theme_day(rule: str, month: int, year: int = YEAR) -> date:
    """Return the day of a month that a unit's rule names; raise ValueError where the rule is not understood."""
    if monthly := _MONTHLY.fullmatch(rule):
        return date(year, month, int(monthly[1]))
    weekly = _WEEKLY.fullmatch(rule)
    if weekly is None:
        raise ValueError(rule)
    first = date(year, month, 1)
    ahead = (_WEEKDAYS.index(weekly[2]) - first.weekday()) % 7
    return first + timedelta(days=ahead + 7 * _WEEKDAYS.index(weekly[1]))


def at(day: date, clock: str) -> datetime:
    """Return the moment of a day."""
    return datetime.combine(day, time.fromisoformat(clock))


def in_words(day: date) -> str:
    """Return month and day as prose says them."""
    return f"{day.month}月{day.day}日"
