"""Sessions: signed cookies, kept as hashes, ended by time and by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from docgen.web.identity.sessions import IDLE, LONGEST, Session, Sessions
from docgen.web.state.store import Store

NOW = datetime(2020, 3, 12, 9, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


@pytest.fixture
def sessions(store: Store) -> Sessions:
    return Sessions(store)


def found(sessions: Sessions, cookie: str, after: timedelta = timedelta()) -> Session:
    session = sessions.of(cookie, NOW + after)
    assert session is not None
    return session


def test_a_cookie_opens_the_session_that_it_was_given_for(sessions: Sessions) -> None:
    one, two = sessions.begin("张一", NOW), sessions.begin("李二", NOW)
    assert (found(sessions, one).account, found(sessions, two).account) == ("张一", "李二")
    assert found(sessions, one).csrf != found(sessions, two).csrf


@pytest.mark.parametrize("forge", [lambda c: "", lambda c: c[:-1] + "é", lambda c: c.split(".")[0], lambda c: "x" + c])
def test_a_forged_cookie_opens_nothing(sessions: Sessions, forge: object) -> None:
    cookie = sessions.begin("张一", NOW)
    assert callable(forge)
    assert sessions.of(forge(cookie), NOW) is None


def test_the_file_alone_opens_no_session(sessions: Sessions, store: Store) -> None:
    cookie = sessions.begin("张一", NOW)
    written = store.path.read_bytes() + b"".join(each.read_bytes() for each in store.path.parent.glob("service.db-*"))
    assert b"session" in written
    assert cookie.rpartition(".")[0].encode() not in written


def test_a_session_that_is_used_goes_on_and_one_that_is_not_ends(sessions: Sessions) -> None:
    cookie = sessions.begin("张一", NOW)
    assert sessions.of(cookie, NOW + IDLE + timedelta(seconds=1)) is None
    for hours in range(6, 48, 6):
        found(sessions, cookie, timedelta(hours=hours))


def test_no_session_lasts_longer_than_the_longest(sessions: Sessions) -> None:
    cookie = sessions.begin("张一", NOW)
    at = timedelta()
    while at <= LONGEST:
        found(sessions, cookie, at)
        at += timedelta(hours=6)
    assert sessions.of(cookie, NOW + at) is None


def test_all_sessions_of_an_account_end_but_the_one_that_asks_for_it(sessions: Sessions) -> None:
    own, elsewhere, of_another = (sessions.begin(name, NOW) for name in ("张一", "张一", "李二"))
    sessions.end_all("张一", but=found(sessions, own))
    assert found(sessions, own).account == "张一"
    assert sessions.of(elsewhere, NOW) is None
    assert found(sessions, of_another).account == "李二"


def test_sessions_survive_a_restart(sessions: Sessions, store: Store, tmp_path: Path) -> None:
    cookie = sessions.begin("张一", NOW)
    store.close()
    assert found(Sessions(Store(tmp_path)), cookie).account == "张一"
