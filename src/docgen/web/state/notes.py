"""Takes an account and a name, gives what the account has begun under it and not yet stored as a record."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from docgen.web.state.store import Store


def note_of(store: Store, account: str, name: str) -> dict[str, Any] | None:
    """Return a note as plain data, None where there is none."""
    row = store.row("SELECT data FROM note WHERE account = ? AND name = ?", account, name)
    if row is None:
        return None
    data: dict[str, Any] = json.loads(row["data"])
    return data


def keep_note(store: Store, account: str, name: str, data: Mapping[str, Any]) -> None:
    """Keep a note in the place of the one before."""
    with store.writing() as write:
        write.execute(
            "INSERT INTO note (account, name, data) VALUES (?, ?, ?) "
            "ON CONFLICT (account, name) DO UPDATE SET data = excluded.data",
            (account, name, json.dumps(data, ensure_ascii=False)),
        )


def drop_note(store: Store, account: str, name: str) -> None:
    """Forget a note."""
    with store.writing() as write:
        write.execute("DELETE FROM note WHERE account = ? AND name = ?", (account, name))
