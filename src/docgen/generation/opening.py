"""Takes a workspace, a unit and a day, gives the unit's ledger as one looks at it on that day."""

from __future__ import annotations

from datetime import date

from docgen.ledger import BranchLedger
from docgen.workspace import Workspace, load_unit


def open_ledger(workspace: Workspace, short: str, day: date = date.max) -> BranchLedger:
    """Read a unit's records into its ledger, with what was found while reading them."""
    records = load_unit(workspace, short)
    return BranchLedger(
        records.unit,
        records.source,
        workspace.settings,
        records.entries,
        records.pictures,
        day=day,
        findings=records.findings,
        unread=records.unread,
    )
