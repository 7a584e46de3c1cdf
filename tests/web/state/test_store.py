"""The service's own file: together or not at all, and never older than its tables."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from docgen.web.state.store import SCHEMA, Store


def note(store: Store, name: str) -> None:
    with store.writing() as write:
        write.execute("INSERT INTO note (account, name, data) VALUES ('张一', ?, '')", (name,))


def test_changes_are_made_together_or_not_at_all(tmp_path: Path) -> None:
    store = Store(tmp_path)
    note(store, "先")

    def half() -> None:
        with store.writing() as write:
            write.execute("DELETE FROM note")
            write.execute("INSERT INTO note (account, name) VALUES ('张一', '无内容')")

    with pytest.raises(sqlite3.IntegrityError):
        half()
    assert [row["name"] for row in store.rows("SELECT name FROM note")] == ["先"]


def test_threads_share_one_file(tmp_path: Path) -> None:
    store = Store(tmp_path)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: note(store, str(number)), range(200)))
    row = store.row("SELECT count(*) AS many FROM note")
    assert row is not None
    assert row["many"] == 200


def test_an_older_file_gets_the_later_tables_and_keeps_what_it_held(tmp_path: Path) -> None:
    (tmp_path / ".docgen").mkdir()
    older = sqlite3.connect(tmp_path / ".docgen" / "service.db")
    older.executescript(f"{SCHEMA[0]} PRAGMA user_version = 1;")
    older.execute("INSERT INTO failure VALUES ('张一', '::1', '2020')")
    older.commit()
    older.close()
    store = Store(tmp_path)
    note(store, "后")
    assert [row["name"] for row in store.rows("SELECT name FROM failure")] == ["张一"]


def test_only_its_owner_may_read_the_file(tmp_path: Path) -> None:
    assert Store(tmp_path).path.stat().st_mode & 0o077 == 0
