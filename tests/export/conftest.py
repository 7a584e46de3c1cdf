"""Gives the tests of exports a small workspace, and ways to change it."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.drafting import found
from docgen.workspace import Workspace, open_workspace


@pytest.fixture
def founded(tmp_path: Path) -> Workspace:
    """A new workspace: an organisation and a branch that met once in January."""
    found(tmp_path, 2020, "甲公司")
    return open_workspace(tmp_path)


@pytest.fixture
def meeting(founded: Workspace) -> Path:
    """The file of its one meeting."""
    return founded.root / "支部/一支部/记录/2020/01/2020-01-10-支委会.yaml"
