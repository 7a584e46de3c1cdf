"""Takes what records of one unit cite of another's, gives what is not there (X6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from docgen.findings import Finding, Level
from docgen.ledger import BranchLedger
from docgen.model.base import RECORD, pointers
from docgen.records.entry import names_of
from docgen.rules.case import Case
from docgen.rules.provision import Parameters
from docgen.rules.regulations import ARITHMETIC, Basis
from docgen.rules.rule import Across, AcrossCase, Rule
from docgen.rules.spot import Spot
from docgen.view import Plain
from docgen.workspace.nearest import nearest

READ, UNREAD, CLOSED, CITED = "read", "unread", "closed", "cited"


def ids_and_citations(case: Case[Parameters]) -> dict[str, Plain]:
    """Return the unit's ids, those of them that are confidential, and the texts that may mean a record of another unit.

    Each text comes with its spot.
    """
    ledger = case.ledger
    return {
        READ: [entry.id for entry in ledger.entries],
        UNREAD: [*sorted(ledger.unread)],
        CLOSED: [entry.id for entry in ledger.entries if entry.model.confidential],
        CITED: list(_cited(ledger)),
    }


def known(case: AcrossCase[Parameters], digests: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield the citations of records that a unit does not have; of a unit without a digest nothing can be said.

    Another unit is offered no id of a record that is confidential, nor of one of which nobody can tell.
    """
    names: dict[str, set[str]] = {}
    near: dict[str, str] = {}
    for digest in digests.values():
        for text, plain in digest[CITED]:
            unit = text.partition("/")[0]
            if unit not in digests:
                continue
            if unit not in names:
                names[unit] = _names(digests[unit], unit)
            if text not in names[unit]:
                if text not in near:
                    near[text] = nearest(text, {*digests[unit][READ]} - {*digests[unit][CLOSED]})
                yield case.finding(Spot.of(plain), value=text, unit=unit, near=near[text])


def _cited(ledger: BranchLedger) -> Iterator[Plain]:
    """Yield [text, spot] of each reference that is not one to the unit's own records."""
    own = ledger.unit.short
    unread = names_of(ledger.unread, own)
    for entry in ledger.entries:
        for path, refers, text in pointers(entry.model):
            unit, slash, _ = text.partition("/")
            if refers != RECORD or not slash or unit == own or ledger.entry(text) or text in unread:
                continue
            place = entry.place(*path)
            yield [text, Spot(entry.id, place.file, place.line, place.column, path).plain()]


def _names(digest: Mapping[str, Any], unit: str) -> set[str]:
    """Return all names by which a unit's records may be called from outside, read or not."""
    return {*names_of(digest[READ], unit), *names_of(digest[UNREAD], unit)}


X6 = Rule(
    id="X6",
    words="所引的记录应当存在",
    levels={"X6": Level.ERROR},
    bases=(Basis(ARITHMETIC),),
    since=date.min,
    tests=(Across(ids_and_citations, known),),
    parameters=Parameters,
    branches_only=False,
    claims=("record-unknown",),
)
