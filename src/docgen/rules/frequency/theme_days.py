"""Takes a branch's theme days, gives in which months one was owed and held, and which fell on another than its fixed day.

A month has several theme days where it does: one of them on the fixed day is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from docgen.chinese import date_text
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
WEEKS, WEEKDAYS = "一二三四五", "一二三四五六日"
MONTHLY = re.compile(r"每月([1-9]|[12][0-9]|3[01])日")
WEEKLY = re.compile(rf"每月第([{WEEKS}])个周([{WEEKDAYS}])")


class Tolerance(Parameters):
    """How far from the fixed day a theme day may be held."""

    days: Count = label("允许前后天数", "离固定日几天以内不算改期", default=0)


@dataclass(frozen=True, slots=True)
class FixedDay:
    """A day of every month: a date (`day`), or the n-th (`week`) of a weekday (0 is Monday)."""

    day: int = 0
    week: int = 0
    weekday: int = 0

    @classmethod
    def parse(cls, text: str) -> FixedDay | None:
        """Read 每月15日 or 每月第二个周五; None for anything else."""
        if monthly := MONTHLY.fullmatch(text):
            return cls(day=int(monthly[1]))
        weekly = WEEKLY.fullmatch(text)
        return cls(week=WEEKS.index(weekly[1]) + 1, weekday=WEEKDAYS.index(weekly[2])) if weekly else None

    def of(self, month: Period) -> date | None:
        """Return the day of a month: its last for a date that it lacks, None for a fifth weekday that it lacks."""
        if self.day:
            return month.start.replace(day=min(self.day, month.end.day))
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
    since=date(2018, 10, 28),
    tests=(Duty(theme_days), Test(off_the_fixed_day), Test(unclear)),
    parameters=Tolerance,
)
