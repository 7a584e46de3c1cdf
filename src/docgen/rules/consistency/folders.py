"""Takes a record and its file, gives what of the path below 记录/ speaks of another time than the record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from pydantic import BaseModel

from docgen.model.base import RecordModel
from docgen.model.meeting import Gathering
from docgen.model.period import Period
from docgen.workspace.files import RECORDS_FOLDER

YEAR = re.compile(r"((?:19|20)\d\d)(?:年|年度)?")
MONTH = re.compile(r"(0?[1-9]|1[0-2])(?:月|月份)?")
MONTH_ALONE = re.compile(r"(0[1-9]|1[0-2]|[1-9](?=月))(?:月|月份)?")
"""A bare digit is a month right below a year only; alone it may number anything."""
YEAR_AND_MONTH = re.compile(r"((?:19|20)\d\d)(?:[-.]|年)?(0[1-9]|1[0-2]|(?<!\d)[1-9])月?")
DAY = re.compile(
    r"((?:19|20)\d\d)(?:([-.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d\d)(\d\d))(?!\d)",
)
"""A day at the beginning of a file's name: 2020-03-12, 2020.3.12, 2020年3月12日 or 20200312."""

MONTHS, ANY_YEAR = 12, 2000


class _Said(NamedTuple):
    """What one part of a path says: a span of days, or a month of every year."""

    name: str
    first: date
    last: date
    every_year: bool = False

    def meets(self, begin: date, end: date) -> bool:
        """Tell whether any day from `begin` to `end` falls into it."""
        if not self.every_year:
            return self.first <= end and begin <= self.last
        months = (end.year - begin.year) * MONTHS + end.month - begin.month
        return (self.first.month - begin.month) % MONTHS <= months


def misplaced(model: RecordModel, file: str) -> tuple[str, date] | None:
    """Return the part of a path that disagrees with a record, and the record's day; None where nothing does.

    A gathering speaks of its own days. Any other record may lie where any day of it falls, from the first to the last
    that it names, because much of it is written down over months.
    """
    written = _written_in(file)
    if not written or (model.day and all(each.meets(model.day, model.day) for each in written)):
        return None
    days = list(_days_of(model))
    if not days:
        return None
    begin, end = min(days), max(days)
    name = next((each.name for each in written if not each.meets(begin, end)), None)
    return None if name is None else (name, model.day or begin)


@lru_cache
def _written_in(file: str) -> tuple[_Said, ...]:
    """Return what a path says below 记录/; many records lie in one file."""
    folders = _below_records(file)
    return (*_periods_of(tuple(folders[:-1])), *_days(folders[-1:]))


@lru_cache
def _periods_of(folders: tuple[str, ...]) -> tuple[_Said, ...]:
    return tuple(_periods(list(folders)))


def _below_records(file: str) -> list[str]:
    parts = file.split("/")
    return parts[parts.index(RECORDS_FOLDER) + 1 :] if RECORDS_FOLDER in parts else []


def _periods(folders: list[str]) -> Iterator[_Said]:
    """Yield what the folders say: a year, a month right below a year, both in one name, or a month of every year."""
    for above, folder, below in zip(["", *folders], folders, [*folders[1:], ""], strict=False):
        year, both, alone = YEAR.fullmatch(folder), YEAR_AND_MONTH.fullmatch(folder), MONTH_ALONE.fullmatch(folder)
        month = MONTH.fullmatch(below) if year else None
        if year and month:
            yield _Said(f"{folder}/{below}", *_ends(Period.of_month(int(year[1]), int(month[1]))))
        elif year:
            yield _Said(folder, *_ends(Period(int(year[1]))))
        elif both:
            yield _Said(folder, *_ends(Period.of_month(int(both[1]), int(both[2]))))
        elif alone and not any(each.fullmatch(above) for each in (YEAR, MONTH, YEAR_AND_MONTH)):
            # Below a month two digits are a day.
            yield _Said(folder, *_ends(Period.of_month(ANY_YEAR, int(alone[1]))), every_year=True)


def _days(names: list[str]) -> Iterator[_Said]:
    for name in names:
        match = DAY.match(name)
        if match is None:
            continue
        year, month, day = (int(part) for part in match.groups() if part and part.isdigit())
        try:
            written = date(year, month, day)
        except ValueError:
            # Eight digits that are no day are a number of some other kind.
            continue
        yield _Said(match[0], written, written)


def _days_of(model: RecordModel) -> Iterator[date]:
    if isinstance(model, Gathering):
        yield model.day
        yield max(model.day, model.end.date()) if model.end else model.day
        return
    if model.day:
        yield model.day
    year = getattr(model, "year", None)
    yield from _ends(Period(year)) if isinstance(year, int) else ()
    yield from _written(model)


def _written(value: Any) -> Iterator[date]:
    """Yield every day, and the ends of every period, that stands anywhere in a value."""
    if isinstance(value, datetime):
        yield value.date()
    elif isinstance(value, date):
        yield value
    elif isinstance(value, Period):
        yield from _ends(value)
    elif isinstance(value, tuple):
        for each in value:
            yield from _written(each)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _written(getattr(value, name))


def _ends(period: Period) -> tuple[date, date]:
    return period.start, period.end
