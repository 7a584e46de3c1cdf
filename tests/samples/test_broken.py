"""Each folder of samples/broken/, laid over the small sound workspace, has exactly the findings that it says it has."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from docgen.errors import WorkspaceError
from docgen.findings import Finding
from docgen.generation import check
from docgen.rules import RULES
from docgen.workspace import load_unit, open_workspace

BROKEN = Path(__file__).resolve().parents[2] / "samples" / "broken"
BASE = BROKEN / "_base"
FOLDERS = sorted(path.name for path in BROKEN.iterdir() if path.is_dir() and path != BASE)
IDS = [rule.id for rule in RULES]
AGAINST_RULES = [name for name in FOLDERS if name.partition("-")[0] in IDS]
UNREADABLE = [name for name in FOLDERS if name not in AGAINST_RULES]
SOUND_UNTIL, DAY = date(2020, 3, 31), date(2020, 12, 31)


def test_there_are_broken_records() -> None:
    assert len(UNREADABLE) > 60


def test_every_rule_has_a_folder() -> None:
    assert {name.partition("-")[0] for name in AGAINST_RULES} == set(IDS)


def test_the_workspace_below_has_nothing_wrong(tmp_path: Path) -> None:
    assert _read(shutil.copytree(BASE, tmp_path / "workspace")) == []


def test_the_workspace_below_keeps_every_rule_to_the_end_of_its_month(tmp_path: Path) -> None:
    workspace = open_workspace(shutil.copytree(BASE, tmp_path / "workspace"))

    assert list(check(workspace, on=SOUND_UNTIL).findings) == []


@pytest.mark.parametrize("code", UNREADABLE)
def test_a_broken_folder_has_exactly_its_findings(code: str, tmp_path: Path) -> None:
    workspace, expected = _laid_over(code, tmp_path)

    assert {finding["code"] for finding in expected} == {code}
    assert _read(workspace) == expected


@pytest.mark.parametrize("code", AGAINST_RULES)
def test_a_folder_against_a_rule_has_exactly_its_findings(code: str, tmp_path: Path) -> None:
    workspace, expected = _laid_over(code, tmp_path)

    found = check(open_workspace(workspace), on=DAY, rules={code.partition("-")[0]}).findings

    assert {finding["code"] for finding in expected} == {code}
    assert _plain(found) == expected


@pytest.mark.parametrize("code", AGAINST_RULES)
def test_a_folder_against_a_rule_can_be_read(code: str, tmp_path: Path) -> None:
    assert _read(_laid_over(code, tmp_path)[0]) == []


def test_a_broken_folder_holds_no_more_than_its_fault_needs() -> None:
    for code in UNREADABLE:
        assert 2 <= len(_files(code)) <= 3, code
    for code in AGAINST_RULES:
        assert BROKEN / code / "README.md" in _files(code)
        assert 3 <= len(_files(code)) <= 5, code


def _laid_over(code: str, tmp_path: Path) -> tuple[Path, list[dict[str, Any]]]:
    """Return the sound workspace with one fault laid over it, and what must be found in it."""
    workspace = shutil.copytree(BASE, tmp_path / "workspace")
    shutil.copytree(BROKEN / code, workspace, dirs_exist_ok=True)
    return workspace, json.loads((workspace / "findings.json").read_text(encoding="utf-8"))


def _files(code: str) -> list[Path]:
    return [path for path in (BROKEN / code).rglob("*") if path.is_file()]


def _read(root: Path) -> list[dict[str, Any]]:
    """Return what reading alone finds."""
    try:
        workspace = open_workspace(root)
    except WorkspaceError as error:
        return _plain(error.findings)
    return _plain(
        [*workspace.findings, *(each for short in workspace.units for each in load_unit(workspace, short).findings)]
    )


def _plain(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    return [_one(finding) for finding in findings]


def _one(finding: Finding) -> dict[str, Any]:
    value = finding.values.get("value")
    return {
        "code": finding.code,
        "level": finding.level.value,
        "file": finding.place.file,
        "line": finding.place.line,
        "column": finding.place.column,
        "value": None if value is None else str(value),
    }
