"""Takes changes one after another, gives the journal's account of them and every version back."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.editing.conftest import AT, NEWS, TALK, Lay, replays

from docgen.editing import Editor, Verb
from docgen.editing.change import Note
from docgen.editing.journal import Journal
from docgen.errors import UsageError
from docgen.vocabulary import message
from docgen.workspace import Workspace

BY = "王五"


def edited(editor: Editor, workspace: Workspace, record: str, *texts: str) -> None:
    """Store some texts one after another."""
    for text in texts:
        etag = editor.read(workspace, record).etag
        editor.replace(workspace, record, text, expected=etag, by=BY, at=AT)


def test_every_version_of_a_record_comes_back_byte_by_byte(editor: Editor, workspace: Workspace, lay: Lay) -> None:
    first = ("\ufeff" + NEWS).replace("\n", "\r\n")
    record = lay(first)
    path = workspace.root / editor.read(workspace, record).file
    versions = {1: path.read_bytes()}
    for number, note in enumerate(("一", "二", "三"), 2):
        edited(editor, workspace, record, NEWS + f"备注: {note}  # 注\n")
        versions[number] = path.read_bytes()

    for revision in (1, 3, 2, 4):
        editor.restore(workspace, revision, by="甲", at=AT)
        assert path.read_bytes() == versions[revision]

    assert [change.verb for change in editor.changes(limit=4)] == [Verb.RESTORED] * 4
    assert replays(editor)


def test_a_deleted_record_lies_in_the_bin_until_it_is_restored(
    editor: Editor, workspace: Workspace, unit: str, lay: Lay
) -> None:
    record = lay(NEWS)
    path = workspace.root / editor.read(workspace, record).file

    gone = editor.delete(workspace, record, expected=editor.read(workspace, record).etag, by=BY, at=AT)

    assert not path.exists()
    assert editor.deleted() == editor.deleted(unit) == [gone]
    assert editor.deleted("别的") == []
    with pytest.raises(UsageError):
        editor.read(workspace, record)
    assert editor.restore(workspace, gone.revision, by="甲", at=AT).id == record
    assert path.read_text(encoding="utf-8") == NEWS
    assert editor.deleted() == []
    assert replays(editor)


def test_one_of_several_documents_is_deleted_and_comes_back_where_it_stood(
    editor: Editor, workspace: Workspace, lay: Lay
) -> None:
    texts = [f"类型: 宣传稿\n编号: 稿-{number}\n" for number in (1, 2, 3)]
    record = lay("---\n".join(texts), "合.yaml").partition("/")[0] + "/稿-2"
    path = workspace.root / editor.read(workspace, record).file

    gone = editor.delete(workspace, record, expected=editor.read(workspace, record).etag, by=BY, at=AT)

    assert path.read_text(encoding="utf-8") == f"{texts[0]}---\n{texts[2]}"
    editor.restore(workspace, gone.revision, by=BY, at=AT)
    assert path.read_text(encoding="utf-8") == "---\n".join(texts)


@pytest.mark.parametrize("number", [1, 2])
def test_the_first_or_last_document_of_a_file_is_deleted_and_comes_back(
    editor: Editor, workspace: Workspace, unit: str, lay: Lay, number: int
) -> None:
    text = "类型: 宣传稿\n编号: 稿-1\n---\n类型: 宣传稿\n编号: 稿-2\n"
    lay(text, "合.yaml")
    stored = editor.read(workspace, f"{unit}/稿-{number}")

    gone = editor.delete(workspace, stored.id, expected=stored.etag, by=BY, at=AT)
    editor.restore(workspace, gone.revision, by=BY, at=AT)

    assert (workspace.root / stored.file).read_text(encoding="utf-8") == text


def test_a_deleted_record_whose_place_is_taken_comes_back_beside_the_new_one(
    editor: Editor, workspace: Workspace, unit: str
) -> None:
    old = editor.create(workspace, unit, NEWS, by=BY, at=AT)
    gone = editor.delete(workspace, old.id, expected=old.etag, by=BY, at=AT)
    new = editor.create(workspace, unit, NEWS + "备注: 新\n", by=BY, at=AT)
    assert new.id == old.id
    assert editor.deleted() == [gone]

    back = editor.restore(workspace, 1, by=BY, at=AT)

    assert back.id == f"{old.id}-2"
    assert (back.text, editor.read(workspace, new.id).text) == (NEWS, new.text)
    assert editor.deleted() == []


def test_a_version_from_before_a_new_number_comes_back_to_the_same_record(
    editor: Editor, workspace: Workspace, unit: str, lay: Lay
) -> None:
    record = lay(NEWS)
    edited(editor, workspace, record, NEWS + "编号: 一\n")

    back = editor.restore(workspace, 1, by=BY, at=AT)

    assert (back.id, back.text) == (record, NEWS)
    assert len(list((workspace.units[unit].path / "记录").rglob("复工*"))) == 1


def test_restoring_what_stands_there_already_writes_nothing(editor: Editor, workspace: Workspace, lay: Lay) -> None:
    record = lay(NEWS)
    edited(editor, workspace, record, NEWS + "备注: 一\n")

    editor.restore(workspace, 2, by=BY, at=AT)

    assert len(editor.changes()) == 2


def test_an_unknown_revision_is_refused_with_words(editor: Editor, workspace: Workspace) -> None:
    with pytest.raises(UsageError) as raised:
        editor.restore(workspace, 7, by=BY, at=AT)

    assert "7" in message(raised.value)


def test_changes_are_told_newest_first_by_record_by_unit_and_page_by_page(
    editor: Editor, workspace: Workspace, unit: str, lay: Lay
) -> None:
    first, second = lay(NEWS, "a.yaml"), lay(TALK, "b.yaml")
    edited(editor, workspace, first, NEWS + "备注: 一\n", NEWS + "备注: 二\n")
    edited(editor, workspace, second, TALK + "备注: 一\n")

    assert [change.revision for change in editor.changes()] == [5, 4, 3, 2, 1]
    assert [change.revision for change in editor.changes(record=first)] == [3, 2, 1]
    assert [change.revision for change in editor.changes(unit=unit, before=4, limit=2)] == [3, 2]
    assert editor.changes(unit="别的") == editor.changes(record=f"{unit}/没有") == []
    change = editor.change(3)
    assert (change.by, change.at, change.verb, change.kinds) == (BY, AT, Verb.REPLACED, ("宣传稿",))
    assert (change.before, change.after) == (NEWS + "备注: 一\n", NEWS + "备注: 二\n")


def test_what_stood_there_before_the_first_edit_is_noted_as_from_outside(
    editor: Editor, workspace: Workspace, lay: Lay
) -> None:
    edited(editor, workspace, lay(NEWS), NEWS + "备注: 一\n")

    first = editor.changes()[-1]

    assert (first.verb, first.by, first.before, first.after) == (Verb.OUTSIDE, "", None, NEWS)


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "utf-16"])
def test_a_change_names_the_kinds_of_all_that_its_file_holds(
    editor: Editor, workspace: Workspace, lay: Lay, encoding: str
) -> None:
    record = lay(f"{TALK}要点: [一\n".encode(encoding))

    edited(editor, workspace, record, NEWS)

    assert {"谈话", "宣传稿"} <= set(editor.changes()[0].kinds)


def test_a_line_says_who_when_what_before_and_after_to_any_program(
    editor: Editor, workspace: Workspace, lay: Lay
) -> None:
    edited(editor, workspace, lay(NEWS), NEWS + "备注: 一\n")

    (path,) = (workspace.root / ".docgen" / "journal").glob("*.jsonl")
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]

    assert path.name == f"{lines[0]['at'][:7]}.jsonl"
    assert (lines[1]["by"], lines[1]["at"], lines[1]["verb"]) == (BY, AT.isoformat(), "replaced")
    assert (lines[1]["before"], lines[1]["after"]) == (NEWS, NEWS + "备注: 一\n")


def note(at: datetime, number: int) -> Note:
    return Note(at, BY, Verb.REPLACED, f"甲/{number % 7}", "甲", f"{number % 7}.yaml", b"a", b"\xff%d" % number)


def test_months_have_files_of_their_own_and_a_clock_set_back_does_not_mix_them(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    for days in (0, 40, -40, 80):
        journal.append(note(AT + timedelta(days=days), days), "")

    assert {path.name: len(path.read_bytes().splitlines()) for path in tmp_path.iterdir()} == {
        "2020-12.jsonl": 1,
        "2021-01.jsonl": 2,
        "2021-02.jsonl": 1,
    }
    assert [change.revision for change in Journal(tmp_path).select(None, None, None, 9)] == [4, 3, 2, 1]


def test_two_who_read_one_journal_see_each_other_s_lines(tmp_path: Path) -> None:
    one, other = Journal(tmp_path), Journal(tmp_path)

    revisions = [each.append(note(AT, number), "").revision for number in range(3) for each in (one, other)]

    assert revisions == [1, 2, 3, 4, 5, 6]
    assert one.select(None, None, None, 9) == other.select(None, None, None, 9)


def test_bytes_of_any_kind_come_back_from_the_journal(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    content = bytes(range(256)) + "，🙂".encode()

    journal.append(Note(AT, BY, Verb.REPLACED, "甲/一", "甲", "一.yaml", None, content), "")

    after = Journal(tmp_path).select(None, None, None, 1)[0].after
    assert after is not None
    assert after.encode("utf-8", "surrogateescape") == content


def test_a_line_that_a_damaged_disk_left_is_passed_over(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.append(note(AT, 1), "")
    with (tmp_path / "2020-12.jsonl").open("ab") as file:
        file.write(b"\0\0\0\n")

    again = Journal(tmp_path)

    assert again.append(note(AT, 2), "").revision == 2
    assert [change.revision for change in again.select(None, None, None, 9)] == [2, 1]
