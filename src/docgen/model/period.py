"""Takes nothing, gives the year, quarter or month that a paper is about."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache

from msgspec import Struct

from docgen.chinese import month_text, quarter_text

YEAR = "{}年"
FORM = r"((?!0000|9999)[0-9]{4})(?:-(?:Q([1-4])|(0?[1-9]|1[0-2])))?"
_FORM = re.compile(FORM)


class Period(Struct, frozen=True, order=True):
    """A year, or a quarter (1–4) or a month (1–12) of it; 0 says that the part is not named."""

    year: int
    quarter: int = 0
    month: int = 0

    @classmethod
    def of_month(cls, year: int, month: int) -> Period:
        """Return one month."""
        return cls(year, month=month)

    @classmethod
    def of_day(cls, day: date) -> Period:
        """Return the month of a day."""
        return cls(day.year, month=day.month)

    @classmethod
    @lru_cache(maxsize=256)
    def parse(cls, text: str) -> Period:
        """Read 2020, 2020-Q1 or 2020-03; raise ValueError otherwise."""
        match = _FORM.fullmatch(text)
        if match is None:
            raise ValueError(text)
        year, quarter, month = (int(part or 0) for part in match.groups())
        return cls(year, quarter, month)

    def __str__(self) -> str:
        if self.month:
            return f"{self.year:04}-{self.month:02}"
        if self.quarter:
            return f"{self.year:04}-Q{self.quarter}"
        return f"{self.year:04}"

    @property
    def text(self) -> str:
        """The period as a paper says it."""
        if self.month:
            return month_text(self.year, self.month)
        if self.quarter:
            return quarter_text(self.year, self.quarter)
        return YEAR.format(self.year)

    @property
    def first_month(self) -> int:
        """The first month, 1–12."""
        return self.month or (self.quarter - 1) * 3 + 1 if self.month or self.quarter else 1

    @property
    def last_month(self) -> int:
        """The last month, 1–12."""
        return self.month or self.quarter * 3 if self.month or self.quarter else 12

    @property
    def start(self) -> date:
        """The first day."""
        return _first_day(self.year, self.first_month)

    @property
    def end(self) -> date:
        """The last day."""
        return _last_day(self.year, self.last_month)

    def months(self) -> Iterator[Period]:
        """Yield the months in order."""
        for month in range(self.first_month, self.last_month + 1):
            yield Period(self.year, month=month)

    def quarters(self) -> Iterator[Period]:
        """Yield the quarters that lie wholly inside."""
        for quarter in range(1, 5):
            if self.first_month <= quarter * 3 - 2 and quarter * 3 <= self.last_month:
                yield Period(self.year, quarter)

    def next(self) -> Period:
        """Return the period of the same length that follows."""
        if self.month:
            return Period(self.year + self.month // 12, month=self.month % 12 + 1)
        if self.quarter:
            return Period(self.year + self.quarter // 4, self.quarter % 4 + 1)
        return Period(self.year + 1)

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end


@cache
def _first_day(year: int, month: int) -> date:
    return date(year, month, 1)


@cache
def _last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
