"""Takes composed papers, puts them on disk in their formats and tells how each ended."""

from __future__ import annotations

import hashlib
import json
import traceback
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar

from docgen.documents import ArchivePaper, DocumentKind, Paper
from docgen.errors import DocgenError, Fault
from docgen.export.order import Order, Outcome, Status
from docgen.findings import Finding, Level
from docgen.formats import Format
from docgen.generation import Composition, Namer, barring, dress, gate, papers, stationery_of
from docgen.ledger import BranchLedger
from docgen.model.subject import Subject
from docgen.outputs import digest, safe_part, write_whole
from docgen.rules import judge, rulebook
from docgen.version import __version__
from docgen.vocabulary import hint, message
from docgen.workspace import Workspace

ARCHIVAL = "pdf-a"
P = TypeVar("P", bound=Paper)


class Desk:
    """One unit's papers of one order, filed one after the other."""

    def __init__(self, order: Order, workspace: Workspace, ledger: BranchLedger) -> None:
        self.order = order
        self.workspace = workspace
        self.ledger = ledger
        self.namer = Namer(ledger)
        self.stationery = stationery_of(workspace)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What reading found in the unit's records, and what these have against the rules."""
        day = self.ledger.as_of(self.order.period) if self.order.period else self.ledger.day
        return tuple(judge(self.ledger, rulebook(self.ledger.settings), day))

    def file_all(self, of: type[P], compose: Callable[[DocumentKind, P, Subject], Composition]) -> tuple[Outcome, ...]:
        """Write every paper that is made in one way and that the order asks for."""
        outcomes: list[Outcome] = []
        for kind in self.order.kinds_wanted:
            for paper in papers(kind, of):
                try:
                    subjects = self.order.chosen(self.ledger, paper)
                except DocgenError:
                    raise
                except Exception as fault:  # noqa: BLE001 - one kind's fault is told and costs no other kind
                    whole = Subject(self.ledger.unit.short, self.order.period)
                    formats = self.order.formats_of(kind, paper.scope)
                    outcomes += [failed(kind.name, whole, format, fault) for format in formats]
                    continue
                for subject in subjects:
                    outcomes += self.file(kind, paper, subject, partial(compose, kind, paper, subject))
        return tuple(outcomes)

    def file(
        self, kind: DocumentKind, paper: Paper, subject: Subject, compose: Callable[[], Composition]
    ) -> Iterator[Outcome]:
        """Write one paper in each of its formats; a paper that fails costs no other one."""
        formats = self.order.formats_of(kind, paper.scope)
        try:
            composition = compose()
            if self.order.final:
                gate(composition, self.findings)
        except Exception as fault:  # noqa: BLE001 - one paper's fault is told and costs no other paper
            yield from [failed(kind.name, subject, format, fault) for format in formats]
            return
        for format in formats:
            try:
                yield self._written(composition, paper, format)
            except Exception as fault:  # noqa: BLE001 - as above
                yield failed(kind.name, subject, format, fault)

    def _written(self, composition: Composition, paper: Paper, format: Format) -> Outcome:
        kind, subject = composition.kind, composition.subject
        errors = barring(composition, self.findings)
        pictures = self.workspace.picture_data
        rendering = dress(composition, format, self.stationery, pictures, archival=self.order.archival)
        path = self.path(kind, paper, subject, format)
        write_whole(self.order.out / path, rendering.content)
        return Outcome(
            unit=subject.unit,
            kind=kind.name,
            subject=str(subject),
            format=format,
            status=_status((*rendering.findings, *errors)),
            title=composition.title,
            date=composition.date,
            path=path,
            sha256=digest(rendering.content),
            key=self._key(composition, format),
            pages=rendering.pages,
            sources=composition.sources,
            findings=(*rendering.findings, *errors),
        )

    def path(self, kind: DocumentKind, paper: Paper, subject: Subject, format: Format) -> str:
        """Return where a paper lies below the export's folder: unit, kind, name; an index lies before all kinds."""
        name = self.namer.name(kind, paper, subject, format)
        folders = (safe_part(subject.unit), safe_part(kind.label))[: 1 if isinstance(paper, ArchivePaper) else 2]
        return name if self.order.flat else "/".join((*folders, name))

    def _key(self, composition: Composition, format: Format) -> str:
        template = self.stationery.template(composition.kind.name, format)
        context = composition.context(typed=format is Format.XLSX)
        parts = [context, template.sha256, format.value, self.stationery.profile, __version__]
        if format is Format.PDF and self.order.archival:
            parts.append(ARCHIVAL)
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def failed(kind: str, subject: Subject, format: Format, fault: Exception) -> Outcome:
    """Return the outcome of a paper that was not made; what docgen did not foresee is its own fault."""
    known = fault if isinstance(fault, DocgenError) else Fault("fault", {"reason": told(fault)})
    return Outcome(
        unit=subject.unit,
        kind=kind,
        subject=str(subject),
        format=format,
        status=Status.FAIL,
        findings=known.findings,
        error=message(known),
        hint=hint(known),
        fault=isinstance(known, Fault),
    )


def told(fault: Exception) -> str:
    """Return an unexpected exception in one line, with the place in docgen that raised it."""
    frames = traceback.extract_tb(fault.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno} " if frames else ""
    return f"{where}{type(fault).__name__}: {fault}"


def _status(findings: Iterable[Finding]) -> Status:
    levels = {finding.level for finding in findings}
    return Status.WARN if levels & {Level.ERROR, Level.WARN} else Status.OK
