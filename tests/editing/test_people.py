"""Changes by whom they were made: found among many, with a unit or a record, page by page."""

from __future__ import annotations

from tests.editing.conftest import AT, NEWS

from docgen.editing import Editor
from docgen.workspace import Workspace


def written(editor: Editor, workspace: Workspace, unit: str) -> str:
    """A record that two people change in turn, four times."""
    made = editor.create(workspace, unit, NEWS, by="张一", at=AT)
    for number, name in enumerate(("王二", "张一", "王二", "张一")):
        made = editor.replace(workspace, made.id, f"{NEWS}# {number}\n", expected=made.etag, by=name, at=AT)
    return made.id


def test_changes_of_one_person_are_found_the_newest_first(editor: Editor, workspace: Workspace, unit: str) -> None:
    record = written(editor, workspace, unit)
    asked = (editor.changes(by="张一"), editor.changes(by="张一", unit=unit), editor.changes(by="张一", record=record))
    for found in asked:
        assert [each.revision for each in found] == [5, 3, 1]
    assert [each.revision for each in editor.changes(by="王二")] == [4, 2]


def test_changes_of_one_person_go_on_page_by_page(editor: Editor, workspace: Workspace, unit: str) -> None:
    written(editor, workspace, unit)
    assert [each.revision for each in editor.changes(by="张一", limit=2)] == [5, 3]
    assert [each.revision for each in editor.changes(by="张一", before=3)] == [1]


def test_nobody_else_has_changes(editor: Editor, workspace: Workspace, unit: str) -> None:
    written(editor, workspace, unit)
    assert editor.changes(by="李三") == []
    assert editor.changes(by="张一", unit="没有") == []
    assert editor.people() == ["张一", "王二"]
    assert Editor(editor.root).people() == ["张一", "王二"]
