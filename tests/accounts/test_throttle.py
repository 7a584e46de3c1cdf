"""Takes failed logins, gives how long the next one waits."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from tests.accounts.conftest import NOON

from docgen.accounts import Failures, wait_before
from docgen.accounts.throttle import PER_ADDRESS, PER_NAME, REMEMBERED

NOTHING = timedelta(0)


def failed(times: int, last: datetime = NOON) -> list[datetime]:
    return [last - timedelta(seconds=10 * back) for back in range(times)]


@pytest.mark.parametrize(("times", "minutes"), [(0, 0), (4, 0), (5, 1), (6, 2), (7, 4), (8, 8), (9, 15), (10_000, 15)])
def test_after_five_failures_under_a_name_each_further_one_doubles_the_pause(times: int, minutes: int) -> None:
    assert wait_before(Failures(of_name=failed(times)), NOON) == timedelta(minutes=minutes)


def test_an_address_is_borne_longer_than_a_name() -> None:
    assert wait_before(Failures(of_address=failed(PER_ADDRESS.failures - 1)), NOON) == NOTHING
    assert wait_before(Failures(of_address=failed(PER_ADDRESS.failures)), NOON) == timedelta(minutes=1)
    assert PER_ADDRESS.failures > PER_NAME.failures


def test_the_longer_of_both_pauses_holds() -> None:
    both = Failures(of_name=failed(5), of_address=failed(PER_ADDRESS.failures + 1))

    assert wait_before(both, NOON) == timedelta(minutes=2)


def test_the_pause_runs_from_the_last_failure_and_ends() -> None:
    failures = Failures(of_name=failed(5))

    assert wait_before(failures, NOON + timedelta(seconds=45)) == timedelta(seconds=15)
    assert wait_before(failures, NOON + timedelta(seconds=60)) == NOTHING
    assert wait_before(Failures(of_name=failed(5)[::-1]), NOON + timedelta(seconds=45)) == timedelta(seconds=15)


def test_what_is_long_ago_is_forgotten() -> None:
    assert wait_before(Failures(of_name=failed(4, NOON - REMEMBERED) + failed(4)), NOON) == NOTHING


def test_a_clock_that_was_set_back_makes_nobody_wait_longer_than_the_pause() -> None:
    ahead = Failures(of_name=failed(5, NOON + timedelta(hours=5)))

    assert wait_before(ahead, NOON) == timedelta(minutes=1)
