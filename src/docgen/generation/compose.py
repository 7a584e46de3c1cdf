"""Takes a subject and a kind, gives its composed paper; takes a period, gives the subjects that it asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from docgen.documents import KINDS, ArchivePaper, DocumentKind, FiledPaper, OrganisationPaper, Paper, UnitPaper
from docgen.errors import UsageError
from docgen.generation.composition import Composition
from docgen.ledger import BranchLedger, OrganisationLedger
from docgen.model.period import Period
from docgen.model.subject import Subject

P = TypeVar("P", bound=Paper)


def papers(kind: DocumentKind, of: type[P]) -> Iterator[P]:
    """Yield the papers of a kind that are made in one way."""
    return (paper for paper in kind.papers if isinstance(paper, of))


def period_of(ledger: BranchLedger, subject: Subject) -> Period:
    """Return the period in which a subject lies: its own, or the month of its record."""
    if subject.period is not None:
        return subject.period
    entry = ledger.entry(subject.record)
    if entry is None or entry.day is None:
        raise UsageError("record-unknown", {"value": str(subject), "near": ""})
    return Period.of_day(entry.day)


def paper_for(kind: DocumentKind, ledger: BranchLedger, subject: Subject) -> Paper | None:
    """Return the paper of a kind that is about a subject, None where the kind has none."""
    period = period_of(ledger, subject)
    return next((paper for paper in kind.papers if subject in set(paper.subjects(ledger, period))), None)


def kinds_for(ledger: BranchLedger, subject: Subject, kinds: Iterable[DocumentKind] = KINDS) -> list[DocumentKind]:
    """Return the kinds that have a paper about a subject, in the order of the catalogue."""
    return [kind for kind in kinds if paper_for(kind, ledger, subject) is not None]


def compose(kind: DocumentKind, paper: UnitPaper, ledger: BranchLedger, subject: Subject) -> Composition:
    """Compose a unit's paper."""
    return Composition(kind, subject, paper.view(ledger, subject), ledger.unit.name, date_of(ledger, subject))


def compose_organisation(
    kind: DocumentKind, paper: OrganisationPaper, ledger: OrganisationLedger, subject: Subject
) -> Composition:
    """Compose an organisation's paper from its units' digests."""
    view = paper.view(ledger, subject)
    return Composition(kind, subject, view, ledger.unit.name, date_of(ledger.own, subject))


def compose_archive(
    kind: DocumentKind, paper: ArchivePaper, ledger: BranchLedger, subject: Subject, files: tuple[FiledPaper, ...]
) -> Composition:
    """Compose a paper about finished files."""
    view = paper.view(ledger, subject, files)
    return Composition(kind, subject, view, ledger.unit.name, date_of(ledger, subject))


def date_of(ledger: BranchLedger, subject: Subject) -> str:
    """Return the day of the subject's record, or its period, as it stands in file names."""
    entry = ledger.entry(subject.record) if subject.record else None
    if entry is not None and entry.day is not None:
        return entry.day.isoformat()
    return str(subject.period or "")
