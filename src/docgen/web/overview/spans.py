"""Takes the years of which there are records and what is asked, gives the period that a page shows, and its neighbours."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from msgspec import Struct

from docgen.ledger import BranchLedger
from docgen.model.meeting import Gathering
from docgen.model.period import Period


class Span(Struct, frozen=True):
    """A period and the day on which it is seen; `years` have records, `passed` is a year without, that was meant."""

    period: Period
    day: date
    years: tuple[int, ...]
    passed: int = 0

    @property
    def previous(self) -> Period:
        """The period of the same length before."""
        return _before(self.period)

    @property
    def following(self) -> Period:
        """The period of the same length after."""
        return self.period.next()

    @property
    def over(self) -> bool:
        """Whether the period is over on its day."""
        return self.period.end <= self.day

    def choices(self) -> tuple[Period, ...]:
        """Return the years that can be chosen, the latest first, each with its quarters."""
        years = sorted({*self.years, self.period.year}, reverse=True)
        return tuple(each for year in years for each in (Period(year), *Period(year).quarters()))


def kept_years(ledger: BranchLedger) -> frozenset[int]:
    """Return the years in which anything was done: a plan for January does not begin a year."""
    return ledger.once("kept years", lambda: frozenset(_kept_years(ledger)))


def month_span(asked: str, years: Collection[int], today: date) -> Span:
    """Return the month that is asked for, else this one, else the last of the last year with records; ValueError."""
    return _span(asked, Period.of_day(today), years, today, 12)


def year_span(asked: str, years: Collection[int], today: date) -> Span:
    """Return the period that is asked for, else this year, else the last one with records; ValueError."""
    return _span(asked, Period(today.year), years, today, 0)


def _span(asked: str, usual: Period, years: Collection[int], today: date, month: int) -> Span:
    kept = tuple(sorted(years))
    if asked:
        period, passed = Period.parse(asked), 0
    elif not kept or usual.year in kept:
        period, passed = usual, 0
    else:
        past = [year for year in kept if year <= usual.year]
        period, passed = Period((past or kept)[-1], month=month), usual.year
    return Span(period, min(today, period.end), kept, passed)


def _before(period: Period) -> Period:
    if period.month:
        return Period(period.year - (period.month == 1), month=(period.month - 2) % 12 + 1)
    if period.quarter:
        return Period(period.year - (period.quarter == 1), (period.quarter - 2) % 4 + 1)
    return Period(period.year - 1)


def _kept_years(ledger: BranchLedger) -> Iterator[int]:
    for entry in ledger.entries:
        if entry.day is not None and (entry.model.held if isinstance(entry.model, Gathering) else True):
            yield entry.day.year
