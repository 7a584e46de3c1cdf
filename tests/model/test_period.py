"""Takes periods and subjects as text, gives their days, their neighbours and the same text again."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.errors import UsageError
from docgen.model.period import Period
from docgen.model.subject import Subject

MARCH, FIRST_QUARTER, YEAR = Period(2020, month=3), Period(2020, 1), Period(2020)


@pytest.mark.parametrize("text", ["2020", "2020-Q1", "2020-03"])
def test_a_period_reads_back_what_it_writes(text: str) -> None:
    assert str(Period.parse(text)) == text


@pytest.mark.parametrize("text", ["", "20", "0000", "2020-Q5", "2020-13", "2020-00", "2020-03-01", "２０２０"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{text}$"):
        Period.parse(text)


def test_a_period_is_said_as_papers_say_it() -> None:
    assert [period.text for period in (YEAR, FIRST_QUARTER, MARCH)] == ["2020年", "2020年第一季度", "2020年3月"]


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        (YEAR, date(2020, 1, 1), date(2020, 12, 31)),
        (Period(2020, 4), date(2020, 10, 1), date(2020, 12, 31)),
        (Period(2020, month=2), date(2020, 2, 1), date(2020, 2, 29)),
    ],
)
def test_a_period_has_its_first_and_last_day(period: Period, start: date, end: date) -> None:
    assert (period.start, period.end) == (start, end)
    assert start in period
    assert end in period
    assert date(2019, 12, 31) not in period


def test_a_period_names_the_months_and_quarters_inside() -> None:
    assert [str(month) for month in FIRST_QUARTER.months()] == ["2020-01", "2020-02", "2020-03"]
    assert [str(quarter) for quarter in YEAR.quarters()] == ["2020-Q1", "2020-Q2", "2020-Q3", "2020-Q4"]
    assert list(MARCH.quarters()) == []


def test_the_next_period_is_as_long() -> None:
    texts = ["2020-11", "2020-12", "2020-Q3", "2020-Q4", "2020"]

    assert [str(Period.parse(text).next()) for text in texts] == ["2020-12", "2021-01", "2020-Q4", "2021-Q1", "2021"]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("一支部/2020-03", Subject("一支部", MARCH)),
        ("一支部/2020-Q1", Subject("一支部", FIRST_QUARTER)),
        ("一支部/2020", Subject("一支部", YEAR)),
        ("一支部/2020#办实事", Subject("一支部", YEAR, item="办实事")),
        ("一支部/2020/张一", Subject("一支部", YEAR, person="张一")),
        ("一支部/2020-03-12-支委会", Subject("一支部", record="一支部/2020-03-12-支委会")),
        ("一支部/2020-03-12-支委会#2", Subject("一支部", record="一支部/2020-03-12-支委会#2")),
        ("一支部/2020-03-12-支委会#议题2", Subject("一支部", record="一支部/2020-03-12-支委会", item="议题2")),
        ("一支部/a#2#议题2", Subject("一支部", record="一支部/a#2", item="议题2")),
    ],
)
def test_a_subject_reads_back_what_it_writes(text: str, subject: Subject) -> None:
    assert Subject.parse(text) == subject
    assert str(subject) == text


@pytest.mark.parametrize("text", ["", "一支部", "一支部/", "/2020"])
def test_a_subject_names_a_unit_and_something_of_it(text: str) -> None:
    with pytest.raises(UsageError, match="subject-invalid"):
        Subject.parse(text)
