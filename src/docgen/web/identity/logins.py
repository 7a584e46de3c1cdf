"""Takes a name, a password and where they come from, gives the account; too many failures must wait."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import ceil
from sqlite3 import Row

from msgspec import Struct

from docgen.accounts import Account, Accounts, Failures, key_of, wait_before
from docgen.accounts.account import LONGEST_NAME
from docgen.web.problems import Refusal
from docgen.web.state.store import Store

REMEMBERED = timedelta(days=1)


class Attempt(Struct, frozen=True):
    """Somebody's try to log in: a name, a password, from which address, and when."""

    name: str
    password: str
    address: str
    at: datetime


def log_in(accounts: Accounts, store: Store, tried: Attempt) -> Account:
    """Return the account; raise Refusal where it must wait, or where the name or the password is wrong."""
    key = key_of(tried.name)[:LONGEST_NAME]
    attempt = _count(store, key, tried.address, tried.at)
    account = accounts.verify(tried.name, tried.password)
    with store.writing() as write:
        if account is None:
            write.execute("UPDATE failure SET address = ? WHERE rowid = ?", (tried.address, attempt))
        else:
            write.execute("DELETE FROM failure WHERE name = ?", (key,))
    if account is None:
        raise Refusal(401, "login-wrong")
    return account


def _count(store: Store, name: str, address: str, now: datetime) -> int | None:
    """Count a try as failed before it is made, or raise Refusal: many at once would else all come before the first fails.

    It counts for its address only when it did fail: a whole office may begin its day at once.
    """
    with store.writing() as write:
        write.execute("DELETE FROM failure WHERE at < ?", (_text(now - REMEMBERED),))
        seconds = ceil(wait_before(_failures(store, name, address, now), now).total_seconds())
        if seconds:
            raise Refusal(429, "login-throttled", {"seconds": seconds}).after(seconds)
        under_way = "INSERT INTO failure (name, address, at) VALUES (?, '', ?)"
        return write.execute(under_way, (name, _text(now))).lastrowid


def _failures(store: Store, name: str, address: str, now: datetime) -> Failures:
    """Return when logins failed lately: by this name, and from this address."""
    since = _text(now - REMEMBERED)
    by_name = store.rows("SELECT at FROM failure WHERE name = ? AND at >= ? ORDER BY at", name, since)
    by_address = store.rows("SELECT at FROM failure WHERE address = ? AND at >= ? ORDER BY at", address, since)
    return Failures(_moments(by_name), _moments(by_address))


def _moments(rows: list[Row]) -> tuple[datetime, ...]:
    return tuple(datetime.fromisoformat(each["at"]) for each in rows)


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
