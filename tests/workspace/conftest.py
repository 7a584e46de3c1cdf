"""Takes files written in a test, gives the workspace that they make."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from textwrap import dedent

import pytest

from docgen.findings import Finding
from docgen.vocabulary import hint, message
from docgen.workspace import UnitRecords, Workspace, load_unit, open_workspace

MakeWorkspace = Callable[[Mapping[str, str]], Workspace]

SETTINGS = "单位: 某公司\n"
BRANCH = """
名称: 第一党支部
简称: 一支部
种类: 党支部
上级: 机关党委
成立日期: 2020-03-01
党小组: [{名称: 第一小组}]
支委: [{姓名: 张一, 职务: 书记}]
党员:
  - {姓名: 张一, 转正日期: 2010-07-01}
  - {姓名: 李二, 转正日期: 2010-07-01, 离开: {日期: 2020-10-01, 事由: 转出}}
  - {姓名: 张伟, 编号: '01'}
  - {姓名: 张伟, 编号: '02', 转入: 2020-06-01}
"""
COMMITTEE = "名称: 某公司机关党委\n简称: 机关党委\n种类: 机关党委\n支委: [{姓名: 周一, 职务: 书记}]\n"


@pytest.fixture
def write(tmp_path: Path) -> Callable[[Mapping[str, str | bytes]], Path]:
    """Write files below the workspace, by their paths."""

    def write_all(files: Mapping[str, str | bytes]) -> Path:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else dedent(content).encode())
        return tmp_path

    return write_all


@pytest.fixture
def make_workspace(write: Callable[[Mapping[str, str | bytes]], Path]) -> MakeWorkspace:
    """A workspace of 机关党委 and 一支部, and of what the test adds."""
    usual = {"docgen.yaml": SETTINGS, "机关党委/单位.yaml": COMMITTEE, "支部/一支部/单位.yaml": BRANCH}
    return lambda files: open_workspace(write({**usual, **files}))


@pytest.fixture
def load(make_workspace: MakeWorkspace) -> Callable[..., UnitRecords]:
    """The records of 一支部, written by their names below its 记录 folder."""

    def load_all(**records: str) -> UnitRecords:
        files = {f"支部/一支部/记录/{name}.yaml": text for name, text in records.items()}
        return load_unit(make_workspace(files), "一支部")

    return load_all


@pytest.fixture
def said() -> Callable[[Iterable[Finding]], list[tuple[str, str]]]:
    """Codes and places of findings; every one of them has words."""

    def say(findings: Iterable[Finding]) -> list[tuple[str, str]]:
        known = list(findings)
        assert all(message(finding) and hint(finding) for finding in known)
        return [(finding.code, str(finding.place)) for finding in known]

    return say
