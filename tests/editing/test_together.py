"""Takes several who edit at once, in threads and in processes, gives every edit stored and none lost."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from tests.editing.conftest import AT, NEWS, Lay, replays

from docgen.editing import Conflict, Editor, Verb
from docgen.errors import Busy
from docgen.workspace import Workspace, open_workspace

TURNS = 12
ANOTHER = """
import sys
from datetime import datetime
from pathlib import Path
from docgen.editing import Editor
from docgen.workspace import open_workspace
from tests.editing.test_together import count_up
root, record, who = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
count_up(Editor(root), open_workspace(root), record, who)
"""


def count_up(editor: Editor, workspace: Workspace, record: str, who: str) -> None:
    """Add one to the number in a record some times, beginning anew where somebody was quicker."""
    done = 0
    while done < TURNS:
        stored = editor.read(workspace, record)
        data = {**stored.data, "备注": str(int(str(stored.data.get("备注", 0))) + 1)}
        try:
            editor.replace(workspace, record, data, expected=stored.etag, by=who, at=AT)
        except Conflict:
            continue
        done += 1


def counted(editor: Editor, workspace: Workspace, record: str) -> tuple[str, int]:
    """The number in the record, and how many edits the journal has of it."""
    edits = [change for change in editor.changes(record=record, limit=999) if change.verb is Verb.REPLACED]
    return str(editor.read(workspace, record).data["备注"]), len(edits)


def test_no_edit_of_several_threads_is_lost(editor: Editor, workspace: Workspace, lay: Lay) -> None:
    record = lay(NEWS)
    threads = [threading.Thread(target=count_up, args=(editor, workspace, record, str(number))) for number in range(4)]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert counted(editor, workspace, record) == (str(4 * TURNS), 4 * TURNS)
    assert replays(editor)


@pytest.mark.slow
def test_no_edit_of_several_processes_is_lost(workspace: Workspace, lay: Lay, root: Path) -> None:
    record = lay(NEWS)
    processes = [
        subprocess.Popen([sys.executable, "-c", ANOTHER, str(root), record, str(number)]) for number in range(3)
    ]
    editor = Editor(root)

    count_up(editor, workspace, record, "自己")

    assert [process.wait() for process in processes] == [0, 0, 0]
    assert counted(editor, open_workspace(root), record) == (str(4 * TURNS), 4 * TURNS)
    assert replays(editor)


def test_new_records_made_at_once_get_places_of_their_own(editor: Editor, workspace: Workspace, unit: str) -> None:
    ids: list[str] = []

    def create() -> None:
        ids.append(editor.create(workspace, unit, NEWS, by="甲", at=AT).id)

    threads = [threading.Thread(target=create) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(set(ids)) == 6
    assert replays(editor)


def test_who_waits_too_long_is_told(
    workspace: Workspace, unit: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("docgen.editing.desk.PATIENCE", 0.05)
    holder = Editor(root)

    with holder._desk.turn(), pytest.raises(Busy) as raised:
        Editor(root).create(workspace, unit, NEWS, by="甲", at=AT)

    assert raised.value.code == "workspace-busy"
