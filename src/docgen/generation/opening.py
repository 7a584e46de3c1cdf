"""Takes a workspace, a unit and a day, gives the unit's ledger as one looks at it on that day."""

from __future__ import annotations

from datetime import date

from docgen.ledger import BranchLedger
from docgen.workspace import UnitRecords, Workspace, load_unit
from docgen.workspace.memory import LEDGER


def open_ledger(workspace: Workspace, short: str, day: date = date.max) -> BranchLedger:
    """Read a unit's records into its ledger, with what was found while reading them."""
    return ledger_of(workspace, load_unit(workspace, short), day)


def ledger_of(workspace: Workspace, records: UnitRecords, day: date) -> BranchLedger:
    """Return the ledger of a unit's records.

    A workspace that remembers gives the ledger of the same records again, with all that it has counted; a draft makes
    another one of its own unit alone.
    """
    folder = workspace.units[records.unit.short].path
    if workspace.memory is None or any(path.is_relative_to(folder) for path in workspace.drafts):
        return _ledger(workspace, records, day)
    name = (LEDGER, (workspace.root, records.unit.short, day))
    return workspace.memory.once(name, records, lambda: _ledger(workspace, records, day))


def _ledger(workspace: Workspace, records: UnitRecords, day: date) -> BranchLedger:
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
