"""Each folder of samples/broken/, laid over the small sound workspace, has exactly the findings that it says it has."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from docgen.errors import WorkspaceError
from docgen.findings import Finding
from docgen.workspace import load_unit, open_workspace

BROKEN = Path(__file__).resolve().parents[2] / "samples" / "broken"
BASE = BROKEN / "_base"
CASES = sorted(path.name for path in BROKEN.iterdir() if path.is_dir() and path != BASE)


def test_there_are_broken_records() -> None:
    assert len(CASES) > 60


def test_the_workspace_below_has_nothing_wrong(tmp_path: Path) -> None:
    assert _findings(shutil.copytree(BASE, tmp_path / "workspace")) == []


@pytest.mark.parametrize("code", CASES)
def test_a_broken_folder_has_exactly_its_findings(code: str, tmp_path: Path) -> None:
    workspace = shutil.copytree(BASE, tmp_path / "workspace")
    shutil.copytree(BROKEN / code, workspace, dirs_exist_ok=True)
    expected = json.loads((workspace / "findings.json").read_text(encoding="utf-8"))
    assert {finding["code"] for finding in expected} == {code}
    assert _findings(workspace) == expected


def test_a_broken_folder_holds_no_more_than_its_fault_needs() -> None:
    for code in CASES:
        files = [path for path in (BROKEN / code).rglob("*") if path.is_file()]
        assert 2 <= len(files) <= 3, code


def _findings(root: Path) -> list[dict[str, Any]]:
    try:
        workspace = open_workspace(root)
    except WorkspaceError as error:
        return [_plain(finding) for finding in error.findings]
    found = list(workspace.findings)
    for short in workspace.units:
        found += load_unit(workspace, short).findings
    return [_plain(finding) for finding in found]


def _plain(finding: Finding) -> dict[str, Any]:
    value = finding.values.get("value")
    return {
        "code": finding.code,
        "level": finding.level.value,
        "file": finding.place.file,
        "line": finding.place.line,
        "column": finding.place.column,
        "value": None if value is None else str(value),
    }
