"""Takes a fresh workspace, gives the command line run in it, with what it printed and its exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from docgen.cli.main import run
from docgen.drafting import found

RECORDS = "支部/一支部/记录"
MEETING = "一支部/2020/01/2020-01-10-支委会"
BROKEN = "类型: 会议\n会议类型: 支委会\n开始: 2020-02-30 14:30\n"
WARNED = """\
类型: 主题党日
主题: 参观
开始: 2020-02-15 09:00
附件: [没有.jpg]
"""


@dataclass(frozen=True)
class Answer:
    """What one call printed, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Docgen = Callable[..., Answer]


@pytest.fixture(autouse=True)
def _in_january(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day of the call: the new workspace owes nothing yet."""
    monkeypatch.setattr("docgen.cli.call.today", lambda: date(2020, 1, 15))


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A new workspace of 2020, as `init` makes it."""
    root = tmp_path / "工作区"
    found(root, 2020, "甲公司")
    return root


@pytest.fixture
def docgen(workspace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Docgen:
    """Run a command line in the workspace."""
    monkeypatch.chdir(workspace)

    def call(*arguments: str) -> Answer:
        capsys.readouterr()
        code = run(arguments)
        printed = capsys.readouterr()
        return Answer(code, printed.out, printed.err)

    return call


@pytest.fixture
def write(workspace: Path) -> Callable[[str, str], Path]:
    """Write a file of the workspace's branch below 记录/."""

    def to(name: str, text: str) -> Path:
        path = workspace / RECORDS / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return to


@pytest.fixture
def broken(write: Callable[[str, str], Path]) -> Path:
    """A record whose day does not exist."""
    return write("2020/02/2020-02-30-支委会.yaml", BROKEN)


@pytest.fixture
def warned(write: Callable[[str, str], Path]) -> Path:
    """A record whose attachment is not there: a warning, no error."""
    return write("2020/02/2020-02-15-主题党日.yaml", WARNED)


@pytest.fixture
def meeting() -> str:
    """The id of the workspace's example meeting."""
    return MEETING
