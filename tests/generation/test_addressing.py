"""Takes the words by which people mean parts of a workspace, gives the subjects and units that are meant."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from docgen.drafting import found
from docgen.errors import UsageError
from docgen.generation import check, subject_named, subjects_in, unit_of
from docgen.model.subject import Subject
from docgen.workspace import Workspace, open_workspace

MEETING = "一支部/2020/01/2020-01-10-支委会"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    found(tmp_path, 2020, "甲公司")
    return open_workspace(tmp_path)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("一支部", "一支部"),
        ("第一党支部", "一支部"),
        ("第一党支部/2020-03", "一支部/2020-03"),
        ("一支部/2020/张一", "一支部/2020/张一"),
        (MEETING, MEETING),
        (f"第一党支部/{MEETING.removeprefix('一支部/')}#议题2", f"{MEETING}#议题2"),
    ],
)
def test_a_unit_may_be_written_by_either_of_its_names(workspace: Workspace, text: str, meant: str) -> None:
    assert str(subject_named(workspace, text)) == meant


def test_a_file_means_the_records_in_it(workspace: Workspace) -> None:
    file = workspace.root / "支部/一支部/记录/2020/01/2020-01-10-支委会.yaml"

    assert subjects_in(workspace, file) == (Subject("一支部", record=MEETING),)
    assert subjects_in(workspace, workspace.root / "支部/一支部") == (Subject("一支部", record=MEETING),)
    assert unit_of(workspace, file) == "一支部"


def test_a_path_of_no_unit_is_refused(workspace: Workspace) -> None:
    for path in (workspace.root, workspace.root.parent, workspace.root / "output"):
        with pytest.raises(UsageError, match="path-foreign"):
            subjects_in(workspace, path)


def test_a_reference_to_another_unit_is_checked_against_its_records(workspace: Workspace) -> None:
    news = workspace.root / "支部/一支部/记录/2020/03/稿.yaml"
    own = workspace.root / "机关党委/记录/2020/会.yaml"
    for path, text in (
        (news, "类型: 宣传稿\n标题: 稿\n日期: 2020-03-01\n来源: [机关党委/2020/会, 机关党委/2020/别的会]\n"),
        (own, "类型: 宣传稿\n标题: 会\n日期: 2020-03-01\n"),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    (finding,) = check(workspace, on=date(2020, 3, 2), rules=["X6"]).findings

    assert (finding.code, finding.values["value"], finding.place.line) == ("X6", "机关党委/2020/别的会", 4)
