"""Takes dates and times, gives them as Chinese official papers write them, and reads them back."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from docgen.chinese.numerals import chinese_number, ordinal

DIGITS = "〇一二三四五六七八九"
WEEKDAYS = "一二三四五六日"

_DAY_FORMS = (
    re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"),
    re.compile(r"([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})"),
    re.compile(r"([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日"),
)
_MONTH_FORMS = (
    re.compile(r"([0-9]{4})-([0-9]{1,2})"),
    re.compile(r"([0-9]{4})/([0-9]{1,2})"),
    re.compile(r"([0-9]{4})年([0-9]{1,2})月"),
)
_MOMENT_FORM = re.compile(r"(?P<day>.*日|.*[0-9](?=[T\s]))(?:T|\s*)(?P<hour>[0-9]{1,2})[:：](?P<minute>[0-9]{2})")


def date_text(day: date) -> str:
    """Write a day without leading zeros: 2020年3月5日 (GB/T 9704 7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"


def month_text(year: int, month: int) -> str:
    """Write a month without leading zero: 2020年3月."""
    return f"{year}年{_checked(month, 12)}月"


def quarter_text(year: int, quarter: int) -> str:
    """Write a quarter, counted from 1: 2020年第一季度."""
    return f"{year}年{ordinal(_checked(quarter, 4))}季度"


def time_text(moment: datetime) -> str:
    """Write hour and minute by the 24-hour clock: 14:30, 9:05."""
    return f"{moment.hour}:{moment.minute:02}"


def moment_text(moment: datetime) -> str:
    """Write a day and its time without a space: 2020年3月12日14:30."""
    return date_text(moment.date()) + time_text(moment)


def span_text(start: datetime, end: datetime) -> str:
    """Write a span with one 一字线, the day repeated only when it differs: 2020年3月12日14:30—16:10."""
    until = time_text(end) if start.date() == end.date() else moment_text(end)
    return f"{moment_text(start)}—{until}"


def weekday_text(day: date) -> str:
    """Write the day of the week: 星期四."""
    return "星期" + WEEKDAYS[day.weekday()]


def formal_date(day: date) -> str:
    """Write a day in Han digits, zero as 〇 (U+3007): 二〇二〇年三月五日, 二〇二〇年十月二十一日."""
    year = "".join(DIGITS[int(digit)] for digit in str(day.year))
    return f"{year}年{chinese_number(day.month)}月{chinese_number(day.day)}日"


def parse_date(text: str) -> date:
    """Read 2020-03-05, 2020/3/5 or 2020年3月5日; raise ValueError for anything else."""
    for form in _DAY_FORMS:
        if match := form.fullmatch(text.strip()):
            year, month, day = map(int, match.groups())
            return date(year, month, day)
    raise ValueError(f"not a date: {text!r}")


def parse_moment(text: str) -> datetime:
    """Read a date as parse_date does, followed by HH:MM (or ：); only after 日 may the space be missing."""
    if match := _MOMENT_FORM.fullmatch(text.strip()):
        return datetime.combine(parse_date(match["day"]), time(int(match["hour"]), int(match["minute"])))
    raise ValueError(f"not a date with a time: {text!r}")


def parse_month(text: str) -> tuple[int, int]:
    """Read 2020-03, 2020/3 or 2020年3月 as (year, month); raise ValueError for anything else."""
    for form in _MONTH_FORMS:
        if match := form.fullmatch(text.strip()):
            year, month = map(int, match.groups())
            return date(year, month, 1).year, month
    raise ValueError(f"not a month: {text!r}")


def _checked(number: int, last: int) -> int:
    if not 1 <= number <= last:
        raise ValueError(f"not in 1..{last}: {number}")
    return number
