"""Takes a unit and a day, gives what is wrong with its records and what it hands upwards, without the records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from docgen.findings import Finding
from docgen.generation.opening import open_ledger
from docgen.ledger import BranchLedger
from docgen.model.base import RECORD, pointers
from docgen.rules import Digest, Rulebook, check, check_across, claimed, digest
from docgen.workspace import Workspace


class Judged(Struct, frozen=True):
    """One unit on a day: its findings, its digest for the rules across units, its records' days, the units it cites.

    `people` are the names of all who were ever on its roster.
    """

    findings: tuple[Finding, ...]
    digest: Digest
    days: Mapping[str, date | None]
    cited: frozenset[str]
    people: frozenset[str]


class Judge:
    """Reads each unit when it is first asked about, once per day of judging, and keeps no records."""

    def __init__(self, workspace: Workspace, rules: Rulebook) -> None:
        self.workspace = workspace
        self.rules = rules
        self._judged: dict[tuple[str, date], Judged] = {}
        self._across: dict[tuple[frozenset[str], date], list[Finding]] = {}

    def unit(self, short: str, day: date) -> Judged:
        """Return what is wrong with one unit by itself."""
        if (short, day) not in self._judged:
            ledger = open_ledger(self.workspace, short, day)
            # A process that stays has the ledger again, and with it what was judged by the same rules.
            question = ("one by itself", self.rules, day)
            self._judged[short, day] = ledger.once(question, lambda: self._one(ledger, day))
        return self._judged[short, day]

    def _one(self, ledger: BranchLedger, day: date) -> Judged:
        return Judged(
            (*claimed(ledger.findings, self.rules), *check(ledger, self.rules, day)),
            digest(ledger, self.rules, day),
            {entry.id: entry.day for entry in ledger.entries},
            frozenset(_cited(ledger) & self.workspace.units.keys()),
            frozenset(member.name for member in ledger.roster.people),
        )

    def together(self, shorts: Iterable[str], day: date) -> Iterator[Finding]:
        """Yield what is wrong with some units: each by itself, then all of them seen together."""
        units = frozenset(shorts)
        for short in sorted(units):
            yield from self.unit(short, day).findings
        yield from self.across(units, day)

    def across(self, units: frozenset[str], day: date) -> list[Finding]:
        """Return what is wrong between some units."""
        if (units, day) not in self._across:
            digests = {short: self.unit(short, day).digest for short in self.workspace.units if short in units}
            self._across[units, day] = check_across(digests, self.rules, day)
        return self._across[units, day]

    def company(self, short: str, day: date) -> frozenset[str]:
        """Return the units with which one is seen together: itself, those above it, those whose records it cites."""
        above: list[str] = []
        while (superior := self.workspace.tree.superior(above[-1] if above else short)) and superior not in above:
            above.append(superior)
        return frozenset({short, *above, *self.unit(short, day).cited})


def _cited(ledger: BranchLedger) -> set[str]:
    pointed = (pointer for entry in ledger.entries for pointer in pointers(entry.model))
    return {text.partition("/")[0] for _, refers, text in pointed if refers == RECORD}
