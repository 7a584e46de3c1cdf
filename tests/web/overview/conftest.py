"""Takes the sample workspace, gives the ledgers of its units as they are seen on a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from docgen.generation import open_ledger
from docgen.ledger import BranchLedger
from docgen.workspace import Workspace, open_workspace
from docgen.workspace.memory import Memory

BRANCHES = ("一支部", "二支部", "三支部", "四支部", "五支部")
YEAR_END = date(2020, 12, 31)


@pytest.fixture(scope="session")
def workspace(samples: Path) -> Workspace:
    """The sample workspace, whose files are read once."""
    return open_workspace(samples, Memory())


@pytest.fixture(scope="session")
def ledger(workspace: Workspace) -> Callable[..., BranchLedger]:
    """The ledger of a unit of the samples, as it is seen on a day."""
    return lambda unit="一支部", day=YEAR_END: open_ledger(workspace, unit, day)


@pytest.fixture(scope="session")
def branches(ledger: Callable[..., BranchLedger]) -> list[BranchLedger]:
    """The ledgers of all branches at the end of the year."""
    return [ledger(unit) for unit in BRANCHES]
