"""Takes a subject and a kind, gives its composed paper; takes a period, gives the subjects that it asks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from msgspec.structs import replace

from docgen.documents import ArchivePaper, DocumentKind, FiledPaper, OrganisationPaper, Paper, UnitPaper
from docgen.errors import UsageError
from docgen.generation.composition import Composition
from docgen.ledger import BranchLedger, OrganisationLedger
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.view import View
from docgen.workspace.nearest import nearest

P = TypeVar("P", bound=Paper)


def papers(kind: DocumentKind, of: type[P]) -> Iterator[P]:
    """Yield the papers of a kind that are made in one way."""
    return (paper for paper in kind.papers if isinstance(paper, of))


def period_of(ledger: BranchLedger, subject: Subject) -> Period:
    """Return the period in which a subject lies: its own, or the month of its record."""
    if subject.period is not None:
        return subject.period
    entry = ledger.entry(subject.record)
    if entry is not None and entry.day is None:
        raise UsageError("record-undated", {"value": str(subject)})
    if entry is None or entry.day is None:
        near = nearest(subject.record, (each.id for each in ledger.entries if each.day is not None))
        raise UsageError("record-unknown", {"value": subject.record or str(subject), "near": near})
    return Period.of_day(entry.day)


def settled(ledger: BranchLedger, subject: Subject) -> Subject:
    """Return a subject with its record's full id: a name may leave out folders, or read like a person's year."""
    entry = ledger.entry(str(replace(subject, item=""))) if subject.record or subject.person else None
    return subject if entry is None else Subject(ledger.unit.short, record=entry.id, item=subject.item)


def compose(kind: DocumentKind, paper: UnitPaper, ledger: BranchLedger, subject: Subject) -> Composition:
    """Compose a unit's paper."""
    return _composed(kind, subject, paper.view(ledger, subject), ledger)


def compose_organisation(
    kind: DocumentKind, paper: OrganisationPaper, ledger: OrganisationLedger, subject: Subject
) -> Composition:
    """Compose an organisation's paper from its units' digests."""
    return _composed(kind, subject, paper.view(ledger, subject), ledger.own)


def compose_archive(
    kind: DocumentKind, paper: ArchivePaper, ledger: BranchLedger, subject: Subject, files: tuple[FiledPaper, ...]
) -> Composition:
    """Compose a paper about finished files."""
    return _composed(kind, subject, paper.view(ledger, subject, files), ledger)


def _composed(kind: DocumentKind, subject: Subject, view: View, ledger: BranchLedger) -> Composition:
    tightened = ledger.settings.disclosure.tightened
    return Composition(kind, subject, view, ledger.unit.name, date_of(ledger, subject), tightened)


def date_of(ledger: BranchLedger, subject: Subject) -> str:
    """Return the day of the subject's record, or its period, as it stands in file names."""
    entry = ledger.entry(subject.record) if subject.record else None
    if entry is not None and entry.day is not None:
        return entry.day.isoformat()
    return str(subject.period or "")
