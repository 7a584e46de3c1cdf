"""Takes a workspace and a unit, gives the unit's ledger and what was found while reading it."""

from __future__ import annotations

from docgen.findings import Finding
from docgen.ledger import BranchLedger
from docgen.workspace import Workspace, load_unit


def open_ledger(workspace: Workspace, short: str) -> tuple[BranchLedger, tuple[Finding, ...]]:
    """Read a unit's records into its ledger."""
    records = load_unit(workspace, short)
    ledger = BranchLedger(records.unit, records.source, workspace.settings, records.entries, records.pictures)
    return ledger, tuple(records.findings)
