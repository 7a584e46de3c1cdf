"""Gives the tests of intake a small workspace and a hand that writes spreadsheets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from docgen.drafting import found
from docgen.workspace import Workspace, open_workspace

Sheets = Callable[..., Path]


@pytest.fixture
def founded(tmp_path: Path) -> Workspace:
    """A new workspace: an organisation and a branch."""
    root = tmp_path / "workspace"
    found(root, 2020, "甲公司")
    return open_workspace(root)


@pytest.fixture
def sheet(tmp_path: Path) -> Sheets:
    """Writes rows into a spreadsheet."""

    def write(*rows: Sequence[Any], title: str = "表") -> Path:
        book = Workbook()
        page = book.active
        assert page is not None
        page.title = title
        for row in rows:
            page.append(list(row))
        path = tmp_path / "数据.xlsx"
        book.save(path)
        return path

    return write
