"""Takes an order and one unit, gives the unit's papers on disk and a report; runs in a worker."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec

from docgen.documents import ArchivePaper, DocumentKind, FiledPaper, OrganisationPaper, UnitPaper
from docgen.errors import DocgenError, Fault
from docgen.export.desk import Desk, failed
from docgen.export.order import Digests, Order, Outcome, UnitReport
from docgen.formats import Format
from docgen.generation import (
    Composition,
    compose,
    compose_archive,
    compose_organisation,
    open_ledger,
    papers,
    period_of,
)
from docgen.ledger import BranchLedger, OrganisationLedger
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.model.unit import Unit
from docgen.workspace import Workspace, open_workspace

P = ParamSpec("P")
Work = Callable[Concatenate[Order, str, P], UnitReport]
_OPEN: dict[Path, Workspace] = {}


def hold(workspace: Workspace) -> None:
    """Let the tasks of this process use a workspace as it is already open."""
    _OPEN[workspace.root] = workspace


def workspace_at(root: Path) -> Workspace:
    """Open a workspace, once per process."""
    if root not in _OPEN:
        _OPEN[root] = open_workspace(root)
    return _OPEN[root]


def guarded(work: Work[P]) -> Work[P]:
    """Let an unexpected exception cost one unit and not the export; errors that say what is wrong pass."""

    @wraps(work)
    def safe(order: Order, short: str, /, *args: P.args, **kwargs: P.kwargs) -> UnitReport:
        try:
            return work(order, short, *args, **kwargs)
        except DocgenError:
            raise
        except Exception as fault:  # noqa: BLE001 - one unit's fault is told and costs no other unit
            subject = Subject(short, order.period)
            return UnitReport(short, (failed("", subject, (*order.formats, Format.DOCX)[0], fault),))

    return safe


@guarded
def work_unit(order: Order, short: str) -> UnitReport:
    """Load one unit, write its own papers, and digest it for the units above."""
    desk = _desk(order, short)

    def one(kind: DocumentKind, paper: UnitPaper, subject: Subject) -> Composition:
        return compose(kind, paper, desk.ledger, subject)

    outcomes = desk.file_all(UnitPaper, one)
    digests, troubles = digest_unit(desk.ledger, order.kinds_wanted, order.periods)
    return UnitReport(short, (*outcomes, *troubles), digests, desk.ledger.findings)


@guarded
def work_digest(order: Order, short: str) -> UnitReport:
    """Load one unit and digest it for the units above; write nothing."""
    ledger = open_ledger(workspace_at(order.root), short, order.day)
    digests, troubles = digest_unit(ledger, order.kinds_wanted, order.periods)
    return UnitReport(short, troubles, digests, ledger.findings)


@guarded
def work_organisation(order: Order, short: str, below: tuple[Unit, ...], digests: Mapping[str, Digests]) -> UnitReport:
    """Write the papers of an organisation over its units' digests."""
    desk = _desk(order, short)

    def one(kind: DocumentKind, paper: OrganisationPaper, subject: Subject) -> Composition:
        ledger = reduced(desk.ledger, kind, period_of(desk.ledger, subject), below, digests)
        return compose_organisation(kind, paper, ledger, subject)

    return UnitReport(short, desk.file_all(OrganisationPaper, one))


@guarded
def work_archive(order: Order, short: str, filed: tuple[FiledPaper, ...]) -> UnitReport:
    """Write the papers about a unit's finished files."""
    desk = _desk(order, short)

    def one(kind: DocumentKind, paper: ArchivePaper, subject: Subject) -> Composition:
        return compose_archive(kind, paper, desk.ledger, subject, filed)

    return UnitReport(short, desk.file_all(ArchivePaper, one))


def reduced(
    own: BranchLedger, kind: DocumentKind, period: Period, below: tuple[Unit, ...], digests: Mapping[str, Digests]
) -> OrganisationLedger:
    """Return an organisation's ledger of one period; raise Fault where a unit's digest for the kind failed."""
    known = {unit.short: digests.get(unit.short, {}).get(str(period), {}) for unit in below}
    for short, digest in known.items():
        if kind.name not in digest:
            raise Fault("fault", {"reason": f"{short}/{period}: {kind.name}"})
    return OrganisationLedger(own.unit, own, known, own.settings, below, period)


def digest_unit(
    ledger: BranchLedger, kinds: Sequence[DocumentKind], periods: Sequence[Period]
) -> tuple[Digests, tuple[Outcome, ...]]:
    """Digest a unit for the organisation's papers of these kinds and periods; also return what failed in it."""
    digests: Digests = {}
    troubles = []
    for period in periods:
        of_period = digests.setdefault(str(period), {})
        for kind in kinds:
            for paper in papers(kind, OrganisationPaper):
                if not paper.covers(period):
                    continue
                try:
                    of_period[kind.name] = paper.digest(ledger, period)
                except Exception as fault:  # noqa: BLE001 - told; it costs the organisation's paper alone
                    troubles.append(failed(kind.name, Subject(ledger.unit.short, period), kind.formats[0], fault))
    return digests, tuple(troubles)


def _desk(order: Order, short: str) -> Desk:
    workspace = workspace_at(order.root)
    return Desk(order, workspace, open_ledger(workspace, short, order.day))
