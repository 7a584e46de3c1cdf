"""Takes an order, gives the export: units first, then what is reduced from them, then the index of it all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from docgen.documents import ArchivePaper, FiledPaper, OrganisationPaper
from docgen.errors import EngineMissing, UsageError
from docgen.export.executor import Executor, Task
from docgen.export.manifest import write_manifest
from docgen.export.order import Digests, Order, Outcome, Status, UnitReport
from docgen.export.work import hold, work_archive, work_digest, work_organisation, work_unit
from docgen.findings import Finding
from docgen.formats import Format
from docgen.model.subject import Subject
from docgen.model.unit import Unit, UnitType
from docgen.outputs import sweep
from docgen.records.entry import names_of
from docgen.renderers import missing
from docgen.workspace import Workspace

Progress = Callable[[str, int, int], None]
"""Told after each task: its unit's 简称, how many are done, how many there are."""


@dataclass(frozen=True, slots=True)
class Export:
    """A finished export: every outcome, every finding of reading, where the manifest lies if there is one.

    `lacks` tells of the usual formats that were left out because this machine cannot make them.
    """

    order: Order
    outcomes: tuple[Outcome, ...]
    findings: tuple[Finding, ...]
    manifest: Path | None
    lacks: tuple[EngineMissing, ...] = ()

    @property
    def failed(self) -> tuple[Outcome, ...]:
        """The outcomes that failed."""
        return tuple(each for each in self.outcomes if each.status is Status.FAIL)

    @property
    def paperless(self) -> tuple[Subject, ...]:
        """The subjects that were asked for and have no paper of the kinds and formats asked for."""
        made = {part for each in self.outcomes for part in (each.subject, each.subject.rpartition("#")[0])}
        seen = {unit: names_of(made, unit) for unit in {subject.unit for subject in self.order.subjects}}
        return tuple(subject for subject in self.order.subjects if str(subject) not in seen[subject.unit])


def export(
    workspace: Workspace, order: Order, units: Sequence[str] = (), jobs: int = 1, progress: Progress | None = None
) -> Export:
    """Make all papers of a period, of all units or of some, and write the manifest; raise UsageError where there are none."""
    named = {workspace.unit(name).unit.short for name in units}
    order, lacks = within_reach(order)
    sweep(order.out)
    chosen = [short for short in workspace.units if not units or short in named]
    with Executor(jobs) as executor:
        run = _Run(order, workspace, executor, progress)
        run.all(chosen, [short for short in chosen if below(workspace, short)], archives=True)
    if not run.outcomes:
        raise UsageError("no-paper", {"value": str(order.period)})
    manifest = write_manifest(order, run.outcomes)
    return Export(order, tuple(run.outcomes), (*workspace.findings, *run.findings), manifest, lacks)


def within_reach(order: Order) -> tuple[Order, tuple[EngineMissing, ...]]:
    """Leave out the usual formats that this machine cannot make, and say what it lacks; what was asked for stays."""
    usual = {format for kind in order.kinds_wanted for format in kind.formats} if not order.formats else set()
    lacks = {format: lack for format in sorted(usual) if (lack := missing(format)) is not None}
    return replace(order, left_out=tuple(lacks)), tuple(lacks.values())


def render(workspace: Workspace, order: Order) -> Export:
    """Make the papers of some subjects; organisations among them are reduced from the units below them."""
    asked = list(dict.fromkeys(workspace.unit(subject.unit).unit.short for subject in order.subjects))
    reducing = {subject.unit for subject in order.subjects if not subject.record}
    with Executor() as executor:
        run = _Run(order, workspace, executor, None)
        run.all(asked, [short for short in asked if short in reducing and below(workspace, short)], archives=False)
    return Export(order, tuple(run.outcomes), (*workspace.findings, *run.findings), None)


def below(workspace: Workspace, short: str) -> tuple[Unit, ...]:
    """Return the branches below a unit, at any depth, in the order of the tree."""
    units = (workspace.units[each].unit for each in workspace.tree.below(short))
    return tuple(unit for unit in units if unit.type is UnitType.BRANCH)


class _Run:
    """One export under way."""

    def __init__(self, order: Order, workspace: Workspace, executor: Executor, progress: Progress | None) -> None:
        hold(workspace)
        self.order, self.workspace, self.executor = order, workspace, executor
        self.progress, self.total, self.done = progress, 0, 0
        self.outcomes: list[Outcome] = []
        self.findings: list[Finding] = []
        self.digests: dict[str, Digests] = {}

    def all(self, units: Sequence[str], organisations: Sequence[str], *, archives: bool) -> None:
        """Map over the units, reduce to the organisations, then list what was made."""
        above = organisations if self._wants(OrganisationPaper) else []
        listed = units if archives and self._wants(ArchivePaper) else []
        needed = dict.fromkeys(unit.short for short in above for unit in below(self.workspace, short))
        others = [short for short in needed if short not in units]
        self.total = len(units) + len(others) + len(above) + len(listed)
        self._units([partial(work_unit, self.order, short) for short in units])
        self._units([partial(work_digest, self.order, short) for short in others])
        self._finish(self._organisation(short) for short in above)
        self._finish(partial(work_archive, self.order, short, tuple(self._filed(short))) for short in listed)

    def _wants(self, of: type[OrganisationPaper | ArchivePaper]) -> bool:
        return any(isinstance(paper, of) for kind in self.order.kinds_wanted for paper in kind.papers)

    def _units(self, tasks: Iterable[Task]) -> None:
        for report in self._reports(tasks):
            self.digests[report.unit] = report.digests
            self.findings += report.findings

    def _organisation(self, short: str) -> Task:
        units = below(self.workspace, short)
        digests = {unit.short: self.digests[unit.short] for unit in units if unit.short in self.digests}
        return partial(work_organisation, self.order, short, units, digests)

    def _finish(self, tasks: Iterable[Task]) -> None:
        for _ in self._reports(list(tasks)):
            pass

    def _reports(self, tasks: Iterable[Task]) -> Iterator[UnitReport]:
        for report in self.executor.run(tasks):
            self.outcomes += report.outcomes
            self.done += 1
            if self.progress is not None:
                self.progress(report.unit, self.done, self.total)
            yield report

    def _filed(self, short: str) -> Iterator[FiledPaper]:
        """Yield a unit's finished files in order; a docx has the pages of its pdf twin."""
        written = sorted(
            (each for each in self.outcomes if each.unit == short and each.path), key=lambda each: each.path
        )
        pages = {(each.kind, each.subject): each.pages for each in written if each.format is Format.PDF}
        for each in written:
            count = each.pages if each.pages is not None else pages.get((each.kind, each.subject))
            yield FiledPaper(each.path, each.title, each.date, count, each.sha256)
