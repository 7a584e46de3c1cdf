"""Takes the records of units, gives what is known on any day: rosters, attendance, counts, the five items."""

from __future__ import annotations

from docgen.ledger.attendance import Attendance, attendance
from docgen.ledger.branch import Assignment, BranchLedger
from docgen.ledger.five_ones import Cell, CellState, FiveOnesItem
from docgen.ledger.organisation import OrganisationLedger
from docgen.model.roster import Roster, Seat
from docgen.records.entry import Entry

__all__ = [
    "Assignment",
    "Attendance",
    "BranchLedger",
    "Cell",
    "CellState",
    "Entry",
    "FiveOnesItem",
    "OrganisationLedger",
    "Roster",
    "Seat",
    "attendance",
]
