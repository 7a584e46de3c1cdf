"""Takes dates, checks how papers write them and that what is written can be read."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.chinese import (
    date_text,
    formal_date,
    moment_text,
    month_text,
    parse_date,
    parse_moment,
    parse_month,
    quarter_text,
    span_text,
    time_text,
    weekday_text,
)

MINUTES = st.datetimes(min_value=datetime(1000, 1, 1)).map(lambda moment: moment.replace(second=0, microsecond=0))  # noqa: DTZ001
DAYS = st.dates(min_value=date(1000, 1, 1))


def moment(day: int, hour: int, minute: int) -> datetime:
    return datetime(2020, 3, day, hour, minute)  # noqa: DTZ001


def test_a_date_has_no_leading_zeros() -> None:
    assert date_text(date(2020, 3, 5)) == "2020年3月5日"


def test_a_month_has_no_leading_zero() -> None:
    assert month_text(2020, 3) == "2020年3月"


def test_a_quarter_is_written_with_a_han_ordinal() -> None:
    assert [quarter_text(2020, quarter) for quarter in (1, 4)] == ["2020年第一季度", "2020年第四季度"]


@pytest.mark.parametrize("quarter", [0, 5])
def test_there_is_no_fifth_quarter(quarter: int) -> None:
    with pytest.raises(ValueError, match=r"not in 1\.\.4"):
        quarter_text(2020, quarter)


def test_a_thirteenth_month_is_refused() -> None:
    with pytest.raises(ValueError, match=r"not in 1\.\.12"):
        month_text(2020, 13)


def test_a_time_has_two_digits_for_minutes_only() -> None:
    assert time_text(moment(12, 14, 30)) == "14:30"
    assert time_text(moment(12, 9, 5)) == "9:05"


def test_a_moment_has_no_space() -> None:
    assert moment_text(moment(12, 14, 30)) == "2020年3月12日14:30"


def test_a_span_within_a_day_names_the_day_once() -> None:
    assert span_text(moment(12, 14, 30), moment(12, 16, 10)) == "2020年3月12日14:30—16:10"


def test_a_span_over_midnight_names_both_days() -> None:
    assert span_text(moment(12, 14, 30), moment(13, 9, 0)) == "2020年3月12日14:30—2020年3月13日9:00"


def test_the_fifth_of_march_2020_was_a_thursday() -> None:
    assert weekday_text(date(2020, 3, 5)) == "星期四"
    assert weekday_text(date(2020, 3, 8)) == "星期日"


def test_a_formal_date_uses_the_round_zero() -> None:
    assert formal_date(date(2020, 3, 5)) == "二〇二〇年三月五日"
    assert "\u3007" in formal_date(date(2020, 3, 5))
    assert "零" not in formal_date(date(2020, 10, 30))


def test_a_formal_date_counts_days_by_tens() -> None:
    assert formal_date(date(2020, 12, 21)) == "二〇二〇年十二月二十一日"
    assert formal_date(date(2020, 10, 10)) == "二〇二〇年十月十日"


@pytest.mark.parametrize(
    "text", ["2020-03-05", "2020-3-5", "2020/3/5", "2020/03/05", "2020年3月5日", " 2020年03月05日 "]
)
def test_a_date_is_read_in_three_forms(text: str) -> None:
    assert parse_date(text) == date(2020, 3, 5)


@pytest.mark.parametrize(
    "text", ["", "2020", "2020-03", "2020-02-30", "2020.3.5", "20-3-5", "2020-3/5", "2020年3月5", "二〇二〇年三月五日"]
)
def test_anything_else_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "2020-03-12 14:30",
        "2020-03-12T14:30",
        "2020/3/12 14:30",
        "2020年3月12日14:30",
        "2020年3月12日 14：30",
        "2020-03-12　14：30",
    ],
)
def test_a_moment_is_read_with_either_colon(text: str) -> None:
    assert parse_moment(text) == moment(12, 14, 30)


@pytest.mark.parametrize(
    "text", ["", "14:30", "2020-03-12", "2020-03-1214:30", "2020-03-12 24:00", "2020-03-12 14:60", "2020-03-12 14:3"]
)
def test_anything_else_is_no_moment(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_moment(text)


@pytest.mark.parametrize("text", ["2020-03", "2020/3", "2020年3月", "2020年03月"])
def test_a_month_is_read_in_three_forms(text: str) -> None:
    assert parse_month(text) == (2020, 3)


@pytest.mark.parametrize("text", ["", "2020", "2020-13", "2020-00", "2020-03-05", "3月"])
def test_anything_else_is_no_month(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_month(text)


@given(DAYS)
def test_what_is_written_as_a_date_reads_as_the_same_date(day: date) -> None:
    assert parse_date(date_text(day)) == parse_date(day.isoformat()) == day


@given(MINUTES)
def test_what_is_written_as_a_moment_reads_as_the_same_moment(instant: datetime) -> None:
    assert parse_moment(moment_text(instant)) == parse_moment(instant.isoformat(" ", "minutes")) == instant


@given(DAYS)
def test_what_is_written_as_a_month_reads_as_the_same_month(day: date) -> None:
    assert parse_month(month_text(day.year, day.month)) == (day.year, day.month)
