"""Takes the day on which a term of office ends, gives the day from which the unit is reminded of it (F12)."""

from __future__ import annotations

from datetime import date

from docgen.ledger import BranchLedger
from docgen.rules.book import rulebook
from docgen.rules.frequency.term import F12, Reminding
from docgen.rules.frequency.windows import moved


def remind_on(ledger: BranchLedger, expiry: date) -> date:
    """Return the day of the reminder: the months of the rule's setting before the end, its default where it is off."""
    applied = rulebook(ledger.settings).one(F12.id)
    months = applied.parameters.remind if applied else Reminding().remind
    return moved(expiry, -months) or date.min
