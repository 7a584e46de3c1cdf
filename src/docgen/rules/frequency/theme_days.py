"""Takes a branch's theme days, gives in which months one was owed and held, and which fell on another than its fixed day.

A month has several theme days where it does: one of them on the fixed day is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from docgen.chinese import chinese_number, date_text
from docgen.findings import Finding, Level
from docgen.ledger import Entry
from docgen.model.base import Count, label
from docgen.model.period import Period
from docgen.model.theme_day import ThemeDay
from docgen.rules.case import Case
from docgen.rules.obligation import Obligation
from docgen.rules.provision import Parameters
from docgen.rules.regulations import BRANCH, EDUCATION, Basis
from docgen.rules.rule import Duty, Rule, Test

ITEM = "主题党日"
WEEKDAYS = "一二三四五六日天"
DAYS = {text: day for day in range(1, 32) for text in (str(day), chinese_number(day))}
WEEKS = {text: week for week in range(1, 6) for text in (str(week), chinese_number(week))}
LAST = -1
MONTHLY = re.compile(r"每月([0-9一二三四五六七八九十]{1,3})[日号]")
WEEKLY = re.compile(rf"每月(?:第([1-5一二三四五])|最后一)个(?:周|星期|礼拜)([{WEEKDAYS}])")
REMARK = re.compile(r"[（(].*[）)]|\s")
"""What says nothing of the day: blanks, and words in brackets as of holidays."""


class Tolerance(Parameters):
    """How far from the fixed day a theme day may be held."""

    days: Count = label("允许前后天数", "离固定日几天以内不算改期", default=0)


class FixedDay(Struct, frozen=True):
    """A day of every month: a date (`day`), or the n-th (`week`, -1 the last) of a weekday (0 is Monday)."""

    day: int = 0
    week: int = 0
    weekday: int = 0

    @classmethod
    def parse(cls, text: str) -> FixedDay | None:
        """Read 每月15日, 每月第二个周五 or 每月最后一个周五; None for anything else."""
        bare = REMARK.sub("", text)
        if monthly := MONTHLY.fullmatch(bare):
            return cls(day=DAYS[monthly[1]]) if monthly[1] in DAYS else None
        weekly = WEEKLY.fullmatch(bare)
        if weekly is None:
            return None
        return cls(week=WEEKS[weekly[1]] if weekly[1] else LAST, weekday=min(WEEKDAYS.index(weekly[2]), 6))

    def of(self, month: Period) -> date | None:
        """Return the day of a month: its last for a date that it lacks, None for a fifth weekday that it lacks."""
        if self.day:
            return month.start.replace(day=min(self.day, month.end.day))
        if self.week == LAST:
            return month.end - timedelta(days=(month.end.weekday() - self.weekday) % 7)
        ahead = (self.weekday - month.start.weekday()) % 7 + 7 * (self.week - 1)
        return month.start + timedelta(days=ahead) if ahead < month.end.day else None


def theme_days(case: Case[Tolerance], year: int) -> Iterator[Obligation]:
    """Yield a theme day for each month (支部条例第十六条)."""
    found: dict[Period, list[str]] = {}
    for entry in case.held(ThemeDay, Period(year)):
        found.setdefault(Period.of_day(entry.model.day), []).append(entry.id)
    for month in Period(year).months():
        yield case.obligation(ITEM, month, found.get(month, ()), why=case.whole(month))


def unclear(case: Case[Tolerance]) -> Iterator[Finding]:
    """Yield a fixed day that cannot be read."""
    text = case.ledger.unit.theme_day
    if text and FixedDay.parse(text) is None:
        yield case.roster_finding("theme_day", case="unclear", value=text)


def off_the_fixed_day(case: Case[Tolerance]) -> Iterator[Finding]:
    """Yield the first theme day of each month that has theme days, yet none on the fixed day, once that is over."""
    fixed = FixedDay.parse(case.ledger.unit.theme_day or "")
    for month, held in _by_month(case).items() if fixed else ():
        day = fixed.of(month) if fixed else None
        if day is not None and _is_over(case, day) and not any(_near(case, entry, day) for entry in held):
            value, wanted = date_text(held[0].model.day), date_text(day)
            yield case.finding(held[0], "start", case="day", value=value, fixed=wanted)


def _by_month(case: Case[Tolerance]) -> dict[Period, list[Entry[ThemeDay]]]:
    """Return the theme days of the months in which one is owed."""
    found: dict[Period, list[Entry[ThemeDay]]] = {}
    for entry in case.held(ThemeDay):
        found.setdefault(Period.of_day(entry.model.day), []).append(entry)
    return {month: held for month, held in found.items() if case.whole(month) is None}


def _is_over(case: Case[Tolerance], fixed: date) -> bool:
    return (case.day - fixed).days >= case.parameters.days


def _near(case: Case[Tolerance], entry: Entry[ThemeDay], fixed: date) -> bool:
    return abs((entry.model.day - fixed).days) <= case.parameters.days


F4 = Rule(
    id="F4",
    words="主题党日每月开展1次，相对固定时间",
    levels={"F4": Level.WARN, "F4-day": Level.WARN, "F4-unclear": Level.WARN},
    bases=(Basis(BRANCH, "第十六条"), Basis(EDUCATION, "第十六条")),
    since=BRANCH.since,
    tests=(Duty(theme_days), Test(off_the_fixed_day), Test(unclear)),
    parameters=Tolerance,
)
