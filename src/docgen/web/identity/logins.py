"""Takes a name, a password and where they come from, gives the account; too many failures must wait."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import ceil
from sqlite3 import Row
from typing import TYPE_CHECKING

from docgen.accounts import Account, Failures, wait_before
from docgen.web.problems import Refusal
from docgen.web.state.store import Store

if TYPE_CHECKING:
    from docgen.web.service import Service

REMEMBERED = timedelta(days=1)


def log_in(service: Service, name: str, password: str, address: str) -> Account:
    """Return the account; raise Refusal where it must wait, or where the name or the password is wrong."""
    now = service.now()
    seconds = ceil(wait_before(_failures(service.store, name, address, now), now).total_seconds())
    if seconds:
        raise Refusal(429, "login-throttled", {"seconds": seconds}).after(seconds)
    account = service.accounts.verify(name, password)
    with service.store.writing() as write:
        write.execute("DELETE FROM failure WHERE at < ?", (_text(now - REMEMBERED),))
        if account is None:
            write.execute("INSERT INTO failure (name, address, at) VALUES (?, ?, ?)", (name, address, _text(now)))
        else:
            write.execute("DELETE FROM failure WHERE name = ?", (name,))
    if account is None:
        raise Refusal(401, "login-wrong")
    return account


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
