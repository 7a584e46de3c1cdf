"""Gives the tests of editing a small workspace, an editor at work in it, and a hand that lays files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from docgen.drafting import found
from docgen.editing import Editor
from docgen.outputs import digest
from docgen.workspace import Workspace, open_workspace

AT = datetime(2020, 12, 1, 9, 30, tzinfo=timezone(timedelta(hours=8)))
NEWS = "类型: 宣传稿\n标题: 复工\n日期: 2020-03-12\n正文: 全体复工。\n"
TALK = "类型: 谈话\n日期: 2020-03-13\n"

Lay = Callable[..., str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A new workspace: an organisation and a branch."""
    folder = tmp_path / "workspace"
    found(folder, 2020, "甲公司")
    return folder


@pytest.fixture
def workspace(root: Path) -> Workspace:
    return open_workspace(root)


@pytest.fixture
def unit(workspace: Workspace) -> str:
    """The branch."""
    return list(workspace.units)[-1]


@pytest.fixture
def editor(root: Path) -> Editor:
    return Editor(root)


@pytest.fixture
def lay(workspace: Workspace, unit: str) -> Lay:
    """Lays a file below the branch's 记录/ and returns the id of its first record, if that has no 编号."""

    def write(content: str | bytes, name: str = "复工.yaml") -> str:
        path = workspace.units[unit].path / "记录" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return f"{unit}/{name.removesuffix('.yaml')}"

    return write


def replays(editor: Editor) -> bool:
    """Tell whether every file of the journal holds what the journal says."""
    files = dict(editor.replayed())
    assert files
    return files == {file: digest_at(editor.root / file) for file in files}


def digest_at(path: Path) -> str | None:
    return digest(path.read_bytes()) if path.exists() else None
