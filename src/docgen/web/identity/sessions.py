"""Takes who has logged in, gives a signed cookie; takes the cookie again, gives the session."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from itsdangerous import BadSignature, Signer
from msgspec import Struct

from docgen.web.state.store import Store

COOKIE = "docgen-session"
# A working day; a session that is used goes on, to a fortnight at most.
IDLE, LONGEST = timedelta(hours=12), timedelta(days=14)
# The store is not written to for each request.
SEEN_AGAIN = timedelta(minutes=5)
SECRET = "session-key"
NOBODY = ""


class Session(Struct, frozen=True):
    """Somebody's session: the name of the account, when it began, its token against forgery."""

    id: str
    account: str
    csrf: str
    begun: datetime


class Sessions:
    """The sessions of a service; ids are kept as hashes, so that the file alone opens no session."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._signer = Signer(_secret(store), salt=COOKIE)

    def begin(self, account: str, now: datetime) -> str:
        """Begin a session of an account and return its cookie."""
        id = secrets.token_urlsafe(32)
        with self._store.writing() as write:
            write.execute("DELETE FROM session WHERE seen < ? OR begun < ?", _bounds(now))
            write.execute(
                "INSERT INTO session (id, account, csrf, begun, seen) VALUES (?, ?, ?, ?, ?)",
                (_hashed(id), account, secrets.token_urlsafe(24), _text(now), _text(now)),
            )
        return self._signer.sign(id).decode()

    def of(self, cookie: str, now: datetime) -> Session | None:
        """Return the session of a cookie; None where it is forged, ended, or was not used for too long."""
        try:
            id = self._signer.unsign(cookie).decode()
        except (BadSignature, UnicodeError):
            return None
        row = self._store.row(
            "SELECT * FROM session WHERE id = ? AND seen >= ? AND begun >= ?", _hashed(id), *_bounds(now)
        )
        if row is None:
            return None
        if datetime.fromisoformat(row["seen"]) < now - SEEN_AGAIN:
            with self._store.writing() as write:
                write.execute("UPDATE session SET seen = ? WHERE id = ?", (_text(now), row["id"]))
        return Session(row["id"], row["account"], row["csrf"], datetime.fromisoformat(row["begun"]))

    def end(self, session: Session) -> None:
        """End one session."""
        with self._store.writing() as write:
            write.execute("DELETE FROM session WHERE id = ?", (session.id,))

    def end_all(self, account: str, but: Session | None = None) -> None:
        """End every session of an account, as when its password or role changes."""
        with self._store.writing() as write:
            write.execute("DELETE FROM session WHERE account = ? AND id != ?", (account, but.id if but else NOBODY))


def _secret(store: Store) -> bytes:
    """Return the key that signs cookies, made once per workspace."""
    with store.writing() as write:
        write.execute("INSERT OR IGNORE INTO secret (name, value) VALUES (?, ?)", (SECRET, secrets.token_bytes(32)))
    row = store.row("SELECT value FROM secret WHERE name = ?", SECRET)
    return bytes(row["value"]) if row is not None else b""


def _bounds(now: datetime) -> tuple[str, str]:
    return _text(now - IDLE), _text(now - LONGEST)


def _hashed(id: str) -> str:
    return hashlib.sha256(id.encode()).hexdigest()


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="microseconds")
