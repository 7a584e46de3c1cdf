"""What somebody has begun and not stored."""

from __future__ import annotations

from pathlib import Path

from docgen.web.state.notes import drop_note, keep_note, note_of
from docgen.web.state.store import Store


def test_a_note_is_kept_per_account_and_the_last_one_counts(tmp_path: Path) -> None:
    store = Store(tmp_path)
    keep_note(store, "张一", "简报", {"data": {"签发": "周七"}})
    keep_note(store, "张一", "简报", {"data": {"签发": "李二"}})
    assert note_of(store, "张一", "简报") == {"data": {"签发": "李二"}}
    assert note_of(store, "王二", "简报") is None
    drop_note(store, "张一", "简报")
    assert note_of(store, "张一", "简报") is None
    store.close()
