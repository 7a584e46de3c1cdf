"""Takes the day on which a term of office ends, gives the day from which the unit is reminded of it (F12)."""

from __future__ import annotations

from datetime import date

from docgen.ledger import BranchLedger
from docgen.rules.book import rulebook
from docgen.rules.frequency.term import F12, Reminding
from docgen.rules.frequency.windows import moved


def remind_months(ledger: BranchLedger) -> int:
    """Return how many months before the end a unit is reminded: those of the setting, the default where F12 is off."""
    applied = rulebook(ledger.settings).one(F12.id)
    months: int = applied.parameters.remind if applied else Reminding().remind
    return months


def remind_on(ledger: BranchLedger, expiry: date) -> date:
    """Return the day of the reminder."""
    return moved(expiry, -remind_months(ledger)) or date.min
