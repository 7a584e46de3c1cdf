"""Takes nothing, gives what is asked of an export, what one job of it is, and how it ended."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from docgen.documents import KINDS, DocumentKind, Paper, Scope
from docgen.findings import Finding
from docgen.formats import Format
from docgen.generation import period_of, settled
from docgen.ledger import BranchLedger
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.view import Plain

RECORD_SCOPES = frozenset({Scope.RECORD, Scope.ITEM})


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made: papers of a period, or of some subjects; of which workspace, and whereto.

    Empty `kinds` ask for all; no `formats` ask for the usual ones of each kind but those `left_out`; `day` is the day
    on which it is asked; `flat` puts all files into one folder; `archival` makes every pdf a PDF/A.
    """

    root: Path
    out: Path
    period: Period | None = None
    subjects: tuple[Subject, ...] = ()
    kinds: tuple[str, ...] = ()
    formats: tuple[Format, ...] = ()
    left_out: tuple[Format, ...] = ()
    day: date = date.max
    final: bool = False
    flat: bool = False
    archival: bool = False

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods for which organisations may need digests."""
        asked = tuple(each.period for each in self.subjects if each.period is not None)
        whole = () if self.period is None else (self.period, *self.period.months())
        return tuple(dict.fromkeys((*whole, *asked)))

    def chosen(self, ledger: BranchLedger, paper: Paper) -> list[Subject]:
        """Return the subjects of a paper that are asked for, in its own order; one without item asks for all items."""
        if self.period is not None:
            return list(paper.subjects(ledger, self.period))
        asked = [settled(ledger, each) for each in self.subjects if each.unit == ledger.unit.short]
        return [
            found
            for each in asked
            for found in paper.subjects(ledger, period_of(ledger, each))
            if each in (found, replace(found, item=""))
        ]

    @property
    def kinds_wanted(self) -> tuple[DocumentKind, ...]:
        """The kinds that are asked for, in the order of the catalogue."""
        return tuple(kind for kind in KINDS if not self.kinds or kind.name in self.kinds)

    def formats_of(self, kind: DocumentKind, scope: Scope) -> tuple[Format, ...]:
        """Return the formats for a paper: those asked for, else docx for records and all but txt for the rest."""
        if self.formats:
            return tuple(each for each in kind.formats if each in self.formats)
        if scope in RECORD_SCOPES:
            return (Format.DOCX,)
        return tuple(each for each in kind.formats if each not in (Format.TXT, *self.left_out))


class Status(StrEnum):
    """How one job ended."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One paper in one format: where it lies, what it was made from, and how that ended.

    `path` is relative to the export's folder, with forward slashes; empty where nothing was written. `fault` says that
    docgen itself is to blame.
    """

    unit: str
    kind: str
    subject: str
    format: Format
    status: Status
    title: str = ""
    date: str = ""
    path: str = ""
    sha256: str = ""
    key: str = ""
    pages: int | None = None
    sources: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    error: str = ""
    hint: str = ""
    fault: bool = False


Digests = dict[str, dict[str, Plain]]
"""Per period (text form), per kind: plain data."""


@dataclass(frozen=True, slots=True)
class UnitReport:
    """What a worker hands back of one unit."""

    unit: str
    outcomes: tuple[Outcome, ...]
    digests: Digests = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
