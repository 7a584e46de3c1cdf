"""Takes days and years with records, sees which period a page shows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from docgen.ledger import BranchLedger
from docgen.model.period import Period
from docgen.web.overview.spans import kept_years, month_span, year_span

TODAY = date(2020, 9, 18)


def test_the_month_of_today_is_shown_and_seen_today() -> None:
    span = month_span("", {2019, 2020}, TODAY)
    assert (str(span.period), span.day, span.over, span.passed) == ("2020-09", TODAY, False, 0)


def test_a_past_month_is_seen_on_its_last_day() -> None:
    span = month_span("2020-02", {2020}, TODAY)
    assert (span.day, span.over) == (date(2020, 2, 29), True)


def test_without_records_of_this_year_the_last_year_with_records_is_shown_and_said() -> None:
    assert str(month_span("", {2019}, TODAY).period) == "2019-12"
    span = year_span("", {2018, 2019, 2021}, TODAY)
    assert (str(span.period), span.passed) == ("2019", 2020)


def test_where_there_are_no_records_at_all_today_is_shown_and_nothing_said() -> None:
    span = year_span("", (), TODAY)
    assert (str(span.period), span.passed) == ("2020", 0)


def test_a_period_that_is_asked_for_is_shown_whatever_there_is() -> None:
    span = year_span("2017-Q2", {2020}, TODAY)
    assert (str(span.period), span.passed) == ("2017-Q2", 0)
    assert {Period(2017), Period(2020)} <= set(span.choices())


@pytest.mark.parametrize("asked", ["2020-13", "x", "20200", "2020-Q5"])
def test_what_is_no_period_is_an_error(asked: str) -> None:
    with pytest.raises(ValueError, match=asked):
        year_span(asked, {2020}, TODAY)


@pytest.mark.parametrize(
    ("asked", "previous", "following"),
    [("2020-01", "2019-12", "2020-02"), ("2020-12", "2020-11", "2021-01"), ("2020-Q1", "2019-Q4", "2020-Q2")],
)
def test_the_neighbours_of_a_period_are_as_long_as_it(asked: str, previous: str, following: str) -> None:
    span = year_span(asked, {2020}, TODAY)
    assert (str(span.previous), str(span.following)) == (previous, following)


def test_plans_for_january_do_not_begin_a_year(ledger: Callable[..., BranchLedger]) -> None:
    assert 2021 in ledger().years()
    assert kept_years(ledger()) == {2020}
