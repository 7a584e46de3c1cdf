"""Takes a branch's ledger and a day, gives whether the branch has a committee then (支部条例第二十条)."""

from __future__ import annotations

from datetime import date

from docgen.ledger import BranchLedger

LEAST = 7
"""The 正式党员 from which on a branch has a committee; a number of the regulation, which no organisation changes."""


def full_members(ledger: BranchLedger, day: date) -> int:
    """Count the 正式党员 of a day; who sits on the committee without being among the unit's 党员 is none of them."""
    roster = ledger.roster
    strangers = {id(person) for person in roster.people[len(roster.unit.members) :]}
    return sum(id(member) not in strangers for member in roster.full_on(day))


def has_committee(ledger: BranchLedger, day: date) -> bool:
    """Tell whether a branch has a committee: enough 正式党员, and somebody who sits on it."""
    return full_members(ledger, day) >= LEAST and len(ledger.roster.committee_members_on(day)) > 0
