"""Takes composed papers, puts them on disk in their formats and tells how each ended."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from docgen.documents import ArchivePaper, DocumentKind, FiledPaper, Paper
from docgen.errors import DocgenError, EngineMissing, Fault, OutputError
from docgen.export.order import Order
from docgen.export.outcome import Outcome, Status, status_of
from docgen.export.shelf import Pile, Spot
from docgen.export.staleness import key_of
from docgen.export.state import Halted
from docgen.findings import Finding
from docgen.formats import Format
from docgen.generation import Composition, Namer, barring, dress, gate, papers
from docgen.ledger import BranchLedger
from docgen.model.subject import Subject
from docgen.outputs import digest, safe_part
from docgen.renderers import Part, bind
from docgen.rules import judged, recorded
from docgen.stationery import Stationery
from docgen.vocabulary import hint, message
from docgen.workspace import Workspace

P = TypeVar("P", bound=Paper)


class Desk:
    """One unit's papers of one order, filed one after the other.

    `files` are the finished ones before which a binding paper stands. `lacks` are the formats that this machine cannot
    make: they fail where they were asked for by name, and are left out where they are only usual. That is found out late,
    as asking for WeasyPrint takes longer than many an export.
    """

    def __init__(
        self, order: Order, workspace: Workspace, stationery: Stationery, ledger: BranchLedger, pile: Pile
    ) -> None:
        self.order = order
        self.workspace = workspace
        self.stationery = stationery
        self.ledger = ledger
        self.pile = pile
        self.lacks: dict[Format, EngineMissing] = {}
        self.files: tuple[FiledPaper, ...] = ()
        self.namer = Namer(ledger)

    def findings(self, subject: Subject) -> tuple[Finding, ...]:
        """Return what reading and the rules found that a paper may rest on: what the unit owes is in no record."""
        day = self.ledger.as_of(self.order.period) if self.order.period else self.ledger.day
        return recorded(self.ledger, day) if subject.record else judged(self.ledger, day)

    def file_all(
        self,
        of: type[P],
        compose: Callable[[DocumentKind, P, Subject], Composition],
        wanted: Callable[[DocumentKind], bool] = lambda _: True,
    ) -> tuple[Outcome, ...]:
        """File every paper that is made in one way, of the kinds that the order asks for and that are wanted."""
        outcomes: list[Outcome] = []
        for kind in filter(wanted, self.order.kinds_wanted):
            for paper in papers(kind, of):
                outcomes += self._file_paper(kind, paper, compose)
        return self._settled(outcomes)

    def _settled(self, outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
        """Have all files in their places; one that cannot go there fails its paper, and costs no other one."""
        faults = self.pile.settle()
        return tuple(self._unplaced(each, faults[each.path]) if each.path in faults else each for each in outcomes)

    def _unplaced(self, outcome: Outcome, fault: OutputError) -> Outcome:
        of_unit = failed(outcome.kind, Subject(outcome.unit), outcome.format, fault)
        return self._noted(replace(of_unit, subject=outcome.subject))

    def _file_paper(
        self, kind: DocumentKind, paper: P, compose: Callable[[DocumentKind, P, Subject], Composition]
    ) -> Iterator[Outcome]:
        formats = self.order.formats_of(kind, paper.scope)
        try:
            subjects = self.order.chosen(self.ledger, paper)
        except DocgenError:
            raise
        except Exception as fault:  # noqa: BLE001 - one kind's fault is told and costs no other kind
            whole = Subject(self.ledger.unit.short, self.order.period)
            yield from [self._failed(kind.name, whole, format, fault) for format in formats]
            return
        for subject in subjects:
            yield from self.file(kind, paper, subject, partial(compose, kind, paper, subject))

    def file(
        self, kind: DocumentKind, paper: Paper, subject: Subject, compose: Callable[[], Composition]
    ) -> Iterator[Outcome]:
        """File one paper in each of its formats; a paper that fails costs no other one."""
        formats = self.order.formats_of(kind, paper.scope)
        try:
            composition = compose()
            if self.order.final:
                gate(composition, self.findings(subject))
        except Exception as fault:  # noqa: BLE001 - one paper's fault is told and costs no other paper
            yield from [self._failed(kind.name, subject, format, fault) for format in formats]
            return
        for format in formats:
            try:
                yield self._filed(composition, paper, format)
            except Halted:
                raise
            except EngineMissing as lack:
                if self.order.formats:
                    yield self._failed(kind.name, subject, format, lack)
                self.lacks[format] = lack
            except Exception as fault:  # noqa: BLE001 - as above
                yield self._failed(kind.name, subject, format, fault)

    def _filed(self, composition: Composition, paper: Paper, format: Format) -> Outcome:
        """File a paper in one format: as it lies there where that is current, else rendered."""
        kind, subject = composition.kind, composition.subject
        path = self.path(kind, paper, subject, format)
        key = partial(key_of, composition, format, self.stationery, self.order)
        spot = self.pile.look((kind.name, str(subject), format.value), path, key)
        errors = barring(composition, self.findings(subject))
        outcome = Outcome(
            unit=subject.unit,
            kind=kind.name,
            subject=str(subject),
            format=format,
            status=status_of((*composition.findings, *errors)),
            title=composition.title,
            date=composition.date,
            path=spot.path,
            key=spot.key,
            sources=composition.grounds,
            gaps=composition.findings,
            errors=errors,
            standing=spot.standing,
            changed=spot.changed,
        )
        return self._kept(outcome, spot) if spot.kept or self.order.survey else self._written(outcome, composition)

    def _kept(self, outcome: Outcome, spot: Spot) -> Outcome:
        if spot.kept is not None:
            known = spot.kept
            status = status_of((*outcome.findings, *known.remarks))
            outcome = replace(outcome, sha256=known.sha256, pages=known.pages, remarks=known.remarks, status=status)
        return self._noted(outcome)

    def _written(self, outcome: Outcome, composition: Composition) -> Outcome:
        pictures = self.workspace.picture_data
        order = self.order
        rendering = dress(
            composition, outcome.format, self.stationery, pictures, archival=order.archival, outlet=order.outlet
        )
        if composition.kind.binds and outcome.format is Format.PDF:
            rendering = bind(rendering, [self._part(each) for each in self.files])
        written = replace(
            outcome,
            sha256=digest(rendering.content),
            pages=rendering.pages,
            remarks=rendering.findings,
        )
        written = replace(written, status=status_of(written.findings))
        self.pile.put(written, rendering.content)
        return written

    def _part(self, file: FiledPaper) -> Part:
        return Part(file.title, file.label, (self.order.out / file.path).read_bytes())

    def _failed(self, kind: str, subject: Subject, format: Format, fault: Exception) -> Outcome:
        return self._noted(failed(kind, subject, format, fault))

    def _noted(self, outcome: Outcome) -> Outcome:
        self.pile.note(outcome)
        return outcome

    def path(self, kind: DocumentKind, paper: Paper, subject: Subject, format: Format) -> str:
        """Return where a paper lies below the export's folder: unit, kind, name; an index lies before all kinds."""
        name = self.namer.name(kind, paper, subject, format, self.order.outlet)
        folders = (safe_part(subject.unit), safe_part(kind.label))[: 1 if isinstance(paper, ArchivePaper) else 2]
        return name if self.order.flat else "/".join((*folders, name))


def failed(kind: str, subject: Subject, format: Format, fault: Exception) -> Outcome:
    """Return the outcome of a paper that was not made; what docgen did not foresee is its own fault."""
    known = fault if isinstance(fault, DocgenError) else Fault("fault", {"reason": told(fault)})
    return Outcome(
        unit=subject.unit,
        kind=kind,
        subject=str(subject),
        format=format,
        status=Status.FAIL,
        errors=known.findings,
        error=message(known),
        hint=hint(known),
        fault=isinstance(known, Fault),
    )


def told(fault: Exception) -> str:
    """Return an unexpected exception in one line, with the place in docgen that raised it."""
    frames = traceback.extract_tb(fault.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno} " if frames else ""
    return f"{where}{type(fault).__name__}: {fault}"
