"""Takes an editor that was stopped, or files that changed behind its back, gives journal and files that agree again."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest
from tests.editing.conftest import AT, NEWS, Lay, replays

from docgen.editing import Editor, Verb
from docgen.editing.journal import Journal
from docgen.editing.staging import Staging
from docgen.errors import Busy, OutputError
from docgen.vocabulary import message
from docgen.workspace import Workspace

BY = "王五"
NEW = NEWS + "备注: 一\n"


class Killed(BaseException):
    """The process ends here."""


def stop(*_: object) -> None:
    raise Killed


@pytest.fixture
def file(editor: Editor, workspace: Workspace, lay: Lay) -> Path:
    """A record's file that the journal knows."""
    record = lay(NEWS + "备注: 零\n")
    editor.replace(workspace, record, NEWS, expected=editor.read(workspace, record).etag, by=BY, at=AT)
    return workspace.root / editor.read(workspace, record).file


def journal_of(root: Path) -> Path:
    return root / ".docgen" / "journal"


def left(root: Path) -> list[str]:
    """What lies in the workspace's journal besides the journal."""
    return [path.name for path in journal_of(root).rglob("*") if path.is_file() and path.suffix != ".jsonl"]


def edit_and_be_killed(workspace: Workspace, record: str) -> None:
    editor = Editor(workspace.root)
    etag = editor.read(workspace, record).etag
    with pytest.raises(Killed):
        editor.replace(workspace, record, NEW, expected=etag, by="甲", at=AT)


def delete_and_be_killed(workspace: Workspace, record: str) -> None:
    editor = Editor(workspace.root)
    etag = editor.read(workspace, record).etag
    with pytest.raises(Killed):
        editor.delete(workspace, record, expected=etag, by="甲", at=AT)


def test_an_edit_stopped_between_journal_and_file_is_finished(
    workspace: Workspace, unit: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(Staging, "place", stop)
        edit_and_be_killed(workspace, f"{unit}/复工")
    assert file.read_text(encoding="utf-8") == NEWS

    editor = Editor(workspace.root)
    (finished,) = editor.recover()

    assert (finished.verb, finished.by, finished.after) == (Verb.REPLACED, "甲", NEW)
    assert file.read_text(encoding="utf-8") == NEW
    assert replays(editor)
    assert left(workspace.root) == ["lock"]
    assert editor.recover() == []


def test_a_deletion_stopped_between_journal_and_file_is_finished(
    workspace: Workspace, unit: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(Staging, "place", stop)
        delete_and_be_killed(workspace, f"{unit}/复工")

    editor = Editor(workspace.root)

    assert [change.verb for change in editor.recover()] == [Verb.DELETED]
    assert not file.exists()
    assert left(workspace.root) == ["lock"]


def test_an_edit_stopped_before_the_journal_has_not_happened(
    workspace: Workspace, unit: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(Journal, "append", stop)
        edit_and_be_killed(workspace, f"{unit}/复工")
    assert len(left(workspace.root)) == 2

    editor = Editor(workspace.root)

    assert editor.recover() == []
    assert file.read_text(encoding="utf-8") == NEWS
    assert left(workspace.root) == ["lock"]


def test_the_next_edit_finishes_what_was_stopped_without_a_restart(
    editor: Editor, workspace: Workspace, unit: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = f"{unit}/复工"
    before = editor.read(workspace, record)
    with monkeypatch.context() as patched:
        patched.setattr(Staging, "place", stop)
        edit_and_be_killed(workspace, record)

    editor.create(workspace, unit, NEWS, by=BY, at=AT)

    assert editor.read(workspace, record).etag != before.etag
    assert file.read_text(encoding="utf-8") == NEW
    assert replays(editor)


def test_what_somebody_changed_after_the_stop_stays_and_nothing_is_lost(
    workspace: Workspace, unit: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(Staging, "place", stop)
        edit_and_be_killed(workspace, f"{unit}/复工")
    file.write_text("类型: 宣传稿\n", encoding="utf-8")

    editor = Editor(workspace.root)
    (outside,) = editor.recover()

    assert file.read_text(encoding="utf-8") == "类型: 宣传稿\n"
    assert (outside.verb, outside.before, outside.after) == (Verb.OUTSIDE, NEW, "类型: 宣传稿\n")
    assert replays(editor)


@pytest.mark.parametrize("torn", [b'{"revision": 9, "at', b'{"revision": 9, "at": "2020", "verb": "replaced"}', b"\0"])
def test_a_torn_last_line_is_cut(workspace: Workspace, unit: str, file: Path, torn: bytes) -> None:
    (lines,) = journal_of(workspace.root).glob("*.jsonl")
    whole = lines.read_bytes()
    with lines.open("ab") as end:
        end.write(torn)

    editor = Editor(workspace.root)

    assert [change.revision for change in editor.changes()] == [2, 1]
    assert editor.recover() == []
    assert lines.read_bytes() == whole
    etag = editor.read(workspace, f"{unit}/复工").etag
    editor.replace(workspace, f"{unit}/复工", NEW, expected=etag, by=BY, at=AT)
    assert editor.changes()[0].revision == 3
    assert file.read_text(encoding="utf-8") == NEW


def test_what_changed_outside_is_noted_by_the_next_edit_with_its_time(
    editor: Editor, workspace: Workspace, unit: str, file: Path
) -> None:
    file.write_text("类型: 宣传稿\n标题: 外\n", encoding="utf-8")
    os.utime(file, (AT.timestamp() + 60, AT.timestamp() + 60))
    record = f"{unit}/复工"

    editor.replace(workspace, record, NEW, expected=editor.read(workspace, record).etag, by=BY, at=AT)

    outside = editor.changes()[1]
    assert (outside.verb, outside.record, outside.by) == (Verb.OUTSIDE, record, "")
    assert (outside.before, outside.after) == (NEWS, "类型: 宣传稿\n标题: 外\n")
    assert outside.at == datetime.fromtimestamp(AT.timestamp() + 60).astimezone()
    assert replays(editor)


def test_what_was_removed_outside_is_noted_at_the_start_and_can_be_restored(
    editor: Editor, workspace: Workspace, unit: str, file: Path
) -> None:
    file.unlink()

    (outside,) = editor.recover()

    assert (outside.verb, outside.before, outside.after) == (Verb.OUTSIDE, NEWS, None)
    assert editor.restore(workspace, outside.revision, by=BY, at=AT).id == f"{unit}/复工"
    assert file.read_text(encoding="utf-8") == NEWS
    assert replays(editor)


def test_a_file_that_cannot_be_read_at_the_start_is_left_for_later(editor: Editor, file: Path) -> None:
    file.unlink()
    file.mkdir()

    assert editor.recover() == []

    file.rmdir()
    file.write_text(NEW, encoding="utf-8")
    assert [change.after for change in editor.recover()] == [NEW]


def test_a_file_that_cannot_be_written_is_told_and_nothing_waits(
    workspace: Workspace, unit: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor, record = Editor(workspace.root), f"{unit}/复工"
    etag = editor.read(workspace, record).etag

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied", str(target))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", refuse)
        with pytest.raises(OutputError) as raised:
            editor.replace(workspace, record, NEW, expected=etag, by=BY, at=AT)

    assert message(raised.value)
    assert file.read_text(encoding="utf-8") == NEWS
    assert left(workspace.root) == ["lock"]
    (back,) = editor.recover()
    assert (back.verb, back.before, back.after) == (Verb.OUTSIDE, NEW, NEWS)
    assert replays(editor)


def test_a_file_that_another_program_writes_in_the_very_moment_is_left_to_it(
    workspace: Workspace, unit: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor, record = Editor(workspace.root), f"{unit}/复工"
    etag = editor.read(workspace, record).etag
    stage = Staging.stage

    def meanwhile(self: Staging, content: bytes | None, target: Path) -> str:
        file.write_text("类型: 宣传稿\n", encoding="utf-8")
        return stage(self, content, target)

    with monkeypatch.context() as patched:
        patched.setattr(Staging, "stage", meanwhile)
        with pytest.raises(Busy) as raised:
            editor.replace(workspace, record, NEW, expected=etag, by=BY, at=AT)

    assert message(raised.value)
    assert file.read_text(encoding="utf-8") == "类型: 宣传稿\n"
    assert left(workspace.root) == ["lock"]
    editor.recover()
    assert replays(editor)


def test_a_disk_that_is_full_changes_nothing(
    workspace: Workspace, unit: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor, record = Editor(workspace.root), f"{unit}/复工"
    etag = editor.read(workspace, record).etag
    write = os.write

    def half(handle: int, content: memoryview) -> int:
        if len(content) < 300:
            return write(handle, content)
        write(handle, content[:100])
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("docgen.editing.journal.os.write", half)
        with pytest.raises(OutputError):
            editor.replace(workspace, record, NEW, expected=etag, by=BY, at=AT)

    assert editor.recover() == []
    assert file.read_text(encoding="utf-8") == NEWS
    assert len(editor.changes()) == 2
    assert left(workspace.root) == ["lock"]
