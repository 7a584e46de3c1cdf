"""Takes a workspace's folder, gives the SQLite file in which the service keeps sessions, failed logins and jobs."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

from docgen.workspace.files import STATE_FOLDER

DATABASE = "service.db"
BUSY_SECONDS = 10
SCHEMA: tuple[str, ...] = (
    """
    CREATE TABLE secret (name TEXT PRIMARY KEY, value BLOB NOT NULL);
    CREATE TABLE session (
        id TEXT PRIMARY KEY, account TEXT NOT NULL, csrf TEXT NOT NULL, begun TEXT NOT NULL, seen TEXT NOT NULL
    );
    CREATE INDEX session_of ON session (account);
    CREATE TABLE failure (name TEXT NOT NULL, address TEXT NOT NULL, at TEXT NOT NULL);
    CREATE INDEX failure_of ON failure (name, at);
    CREATE INDEX failure_from ON failure (address, at);
    """,
    """
    CREATE TABLE job (
        id TEXT PRIMARY KEY, account TEXT NOT NULL, asked TEXT NOT NULL, request TEXT NOT NULL, state TEXT NOT NULL,
        stopping INTEGER NOT NULL DEFAULT 0, unit TEXT NOT NULL DEFAULT '', done INTEGER NOT NULL DEFAULT 0,
        total INTEGER NOT NULL DEFAULT 0, files INTEGER NOT NULL DEFAULT 0, rate REAL, seconds REAL,
        began TEXT, ended TEXT, result TEXT NOT NULL DEFAULT '{}'
    );
    CREATE INDEX job_in ON job (state, asked);
    CREATE TABLE event (
        job TEXT NOT NULL REFERENCES job (id) ON DELETE CASCADE, number INTEGER NOT NULL, at TEXT NOT NULL,
        sort TEXT NOT NULL, data TEXT NOT NULL, PRIMARY KEY (job, number)
    ) WITHOUT ROWID;
    CREATE TABLE outcome (
        job TEXT NOT NULL REFERENCES job (id) ON DELETE CASCADE, number INTEGER NOT NULL, unit TEXT NOT NULL,
        kind TEXT NOT NULL, subject TEXT NOT NULL, format TEXT NOT NULL, status TEXT NOT NULL, title TEXT NOT NULL,
        date TEXT NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL, pages INTEGER, confidential INTEGER NOT NULL,
        findings TEXT NOT NULL, error TEXT NOT NULL, hint TEXT NOT NULL, PRIMARY KEY (job, number)
    ) WITHOUT ROWID;
    CREATE INDEX outcome_of ON outcome (job, status);
    CREATE TABLE note (account TEXT NOT NULL, name TEXT NOT NULL, data TEXT NOT NULL, PRIMARY KEY (account, name));
    """,
)
"""Each step of the tables, in order; a step that was once published is never changed, another one follows it."""


class Store:
    """One SQLite file, shared by the threads of the service."""

    def __init__(self, root: Path) -> None:
        folder = root / STATE_FOLDER
        folder.mkdir(exist_ok=True)
        self.path = folder / DATABASE
        self._lock = RLock()
        self._connection = sqlite3.connect(
            self.path, timeout=BUSY_SECONDS, check_same_thread=False, isolation_level=None
        )
        self._connection.row_factory = sqlite3.Row
        self.path.chmod(0o600)
        for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._migrate()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for changes that are made together or not at all."""
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def rows(self, query: str, *values: object) -> list[sqlite3.Row]:
        """Return what a query finds."""
        with self._lock:
            return self._connection.execute(query, values).fetchall()

    def row(self, query: str, *values: object) -> sqlite3.Row | None:
        """Return the first row that a query finds."""
        with self._lock:
            found: sqlite3.Row | None = self._connection.execute(query, values).fetchone()
            return found

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def _migrate(self) -> None:
        """Bring the tables to the last step; a file of a later docgen is left as it is."""
        with self._lock:
            version = self._connection.execute("PRAGMA user_version").fetchone()[0]
            for number, step in enumerate(SCHEMA[version:], version + 1):
                self._connection.executescript(f"BEGIN IMMEDIATE; {step} PRAGMA user_version = {number}; COMMIT;")
