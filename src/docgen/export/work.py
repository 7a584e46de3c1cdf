"""Takes a task about one unit, gives the unit's papers on disk and a report; runs in a worker."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from docgen.documents import DocumentKind, OrganisationPaper, UnitPaper
from docgen.errors import DocgenError
from docgen.export.closing import close
from docgen.export.desk import Desk, failed
from docgen.export.digests import digest_unit, reduced, seal, unseal
from docgen.export.held import held
from docgen.export.manifest import Manifest, Span
from docgen.export.order import Order
from docgen.export.outcome import Outcome, UnitReport, tally_of
from docgen.export.shelf import Pile, Shelf
from docgen.export.state import Halted, State
from docgen.formats import Format
from docgen.generation import Composition, below, compose, compose_organisation, period_of, with_sources
from docgen.ledger import BranchLedger, OrganisationLedger
from docgen.model.subject import Subject


class Work(StrEnum):
    """What is to be done for a unit.

    Its own papers and its digest, the digest alone, papers over others' digests, or what is last where several made these.
    """

    PAPERS = "papers"
    DIGEST = "digest"
    REDUCTION = "reduction"
    CLOSING = "closing"


class Task(Struct, frozen=True):
    """One unit's work in an export: plain data that any process on any machine can take up.

    `closing` says that it is the unit's last, so that the papers about finished files follow; `span` is where the
    manifest lists the unit; `handing_in` that organisations above it are to be reduced, for which its digests are kept.
    """

    work: Work
    order: Order
    unit: str
    span: Span | None = None
    closing: bool = False
    handing_in: bool = False

    def __call__(self) -> UnitReport:
        """Do it; an unexpected exception costs one unit and not the export, errors that say what is wrong pass."""
        try:
            return _WORKS[self.work](self)
        except (DocgenError, Halted):
            raise
        except Exception as fault:  # noqa: BLE001 - one unit's fault is told and costs no other unit
            return self.lost(fault)

    def lost(self, fault: Exception) -> UnitReport:
        """Return the report of a task that came to nothing."""
        format = (*self.order.formats, Format.DOCX)[0]
        return _report(self, (failed("", Subject(self.unit, self.order.period), format, fault),))


def work_papers(task: Task) -> UnitReport:
    """Load one unit, file its own papers, and digest it for the units above."""
    with _desk(task) as desk:

        def one(kind: DocumentKind, paper: UnitPaper, subject: Subject) -> Composition:
            return _sourced(task, compose(kind, paper, desk.ledger, subject), desk.ledger)

        outcomes = [*desk.file_all(UnitPaper, one), *(close(desk) if task.closing else ())]
        troubles = _hand_in(task, desk.ledger) if task.handing_in else ()
        for each in troubles:
            desk.pile.note(each)
    report = _report(task, (*outcomes, *troubles), desk)
    return replace(report, findings=desk.ledger.findings)


def work_digest(task: Task) -> UnitReport:
    """Load one unit and digest it for the units above; write nothing."""
    ledger = held(task.order).ledger(task.unit)
    return replace(_report(task, _hand_in(task, ledger)), findings=ledger.findings)


def _hand_in(task: Task, ledger: BranchLedger) -> tuple[Outcome, ...]:
    """Keep a unit's digests where the tasks of organisations find them; return what failed in digesting."""
    digests, troubles = digest_unit(ledger, task.order.kinds_wanted, task.order.periods)
    State(task.order).keep_digests(task.unit, seal(digests))
    return troubles


def work_reduction(task: Task) -> UnitReport:
    """File the papers of an organisation over its units' digests."""
    with _desk(task) as desk:
        units = tuple(desk.workspace.units[short].unit for short in below(desk.workspace, task.unit))
        kept, kinds = State(task.order), {kind.name for kind in task.order.kinds_wanted}
        digests = {unit.short: unseal(sealed, kinds) for unit in units if (sealed := kept.digests(unit.short))}

        def one(kind: DocumentKind, paper: OrganisationPaper, subject: Subject) -> Composition:
            ledger = reduced(desk.ledger, kind, period_of(desk.ledger, subject), units, digests)
            return _sourced(task, compose_organisation(kind, paper, ledger, subject), ledger)

        outcomes = [*desk.file_all(OrganisationPaper, one), *(close(desk) if task.closing else ())]
    return _report(task, outcomes, desk)


def work_closing(task: Task) -> UnitReport:
    """File the papers about a unit's finished files."""
    with _desk(task) as desk:
        outcomes = close(desk)
    return _report(task, outcomes, desk)


def _sourced(task: Task, composition: Composition, ledger: BranchLedger | OrganisationLedger) -> Composition:
    return with_sources(composition, ledger) if task.order.sourced else composition


_WORKS: Mapping[Work, Callable[[Task], UnitReport]] = {
    Work.PAPERS: work_papers,
    Work.DIGEST: work_digest,
    Work.REDUCTION: work_reduction,
    Work.CLOSING: work_closing,
}


@contextmanager
def _desk(task: Task) -> Iterator[Desk]:
    shared = held(task.order)
    ledger = shared.ledger(task.unit)
    with _pile(task) as pile:
        yield Desk(task.order, shared.workspace, shared.stationery, ledger, pile)


def _pile(task: Task) -> Pile:
    if task.order.flat:
        return held(task.order).tray or Pile(task.order)
    return Shelf(task.order, task.unit, Manifest(task.order.out).of(task.span))


def _report(task: Task, outcomes: Iterable[Outcome], desk: Desk | None = None) -> UnitReport:
    """Sum up; outcomes that stand in a journal are not sent along."""
    told = tuple(outcomes)
    is_noted = desk is not None and isinstance(desk.pile, Shelf)
    return UnitReport(
        task.unit,
        tally_of(told),
        () if is_noted else told,
        closed=is_noted and task.closing,
        lacks=desk.lacks if desk is not None else {},
        memory=_memory(),
    )


def _memory() -> int:
    """Return the most MiB that this process has held, 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0
    # Linux counts in KiB, macOS in bytes.
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform != "darwin" else 1024 * 1024)
