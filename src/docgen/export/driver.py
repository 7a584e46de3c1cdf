"""Takes an order, gives the export: units first, then what is reduced from them, then the index of it all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from docgen.documents import FiledPaper
from docgen.export.executor import Executor, Task
from docgen.export.manifest import write_manifest
from docgen.export.order import Digests, Order, Outcome, Status, UnitReport
from docgen.export.work import work_archive, work_organisation, work_unit
from docgen.findings import Finding
from docgen.formats import Format
from docgen.model.unit import Unit, UnitType
from docgen.outputs import sweep
from docgen.workspace import Workspace, open_workspace

Progress = Callable[[str, int, int], None]
"""Told after each unit: its 简称, how many are done, how many there are."""


@dataclass(frozen=True, slots=True)
class Export:
    """A finished export: every outcome, every finding of reading, and where the manifest lies if there is one."""

    order: Order
    outcomes: tuple[Outcome, ...]
    findings: tuple[Finding, ...]
    manifest: Path | None

    @property
    def failed(self) -> tuple[Outcome, ...]:
        """The outcomes that failed."""
        return tuple(each for each in self.outcomes if each.status is Status.FAIL)


def export(order: Order, units: Sequence[str] = (), jobs: int = 1, progress: Progress | None = None) -> Export:
    """Make all papers of a period, of all units or of some, and write the manifest."""
    workspace = open_workspace(order.root)
    named = {workspace.unit(name).unit.short for name in units}
    sweep(order.out)
    chosen = [short for short in workspace.units if not units or short in named]
    with Executor(jobs) as executor:
        run = _Run(order, workspace, executor, progress, len(chosen))
        run.units(chosen)
        run.organisations([short for short in chosen if below(workspace, short)])
        run.archives(chosen)
    manifest = write_manifest(order, run.outcomes)
    return Export(order, tuple(run.outcomes), (*workspace.findings, *run.findings), manifest)


def render(order: Order) -> Export:
    """Make the papers of some subjects; organisations among them are reduced from the units below them."""
    workspace = open_workspace(order.root)
    asked = list(dict.fromkeys(workspace.unit(subject.unit).unit.short for subject in order.subjects))
    above = [short for short in asked if below(workspace, short)]
    needed = dict.fromkeys((*asked, *(unit.short for short in above for unit in below(workspace, short))))
    with Executor() as executor:
        run = _Run(order, workspace, executor, None, len(needed))
        run.units(needed)
        run.organisations(above)
    return Export(order, tuple(run.outcomes), (*workspace.findings, *run.findings), None)


def below(workspace: Workspace, short: str) -> tuple[Unit, ...]:
    """Return the branches below a unit, at any depth, in the order of the tree."""
    units = (workspace.units[each].unit for each in workspace.tree.below(short))
    return tuple(unit for unit in units if unit.type is UnitType.BRANCH)


class _Run:
    """One export under way."""

    def __init__(
        self, order: Order, workspace: Workspace, executor: Executor, progress: Progress | None, total: int
    ) -> None:
        self.order, self.workspace, self.executor = order, workspace, executor
        self.progress, self.total, self.done = progress, total, 0
        self.outcomes: list[Outcome] = []
        self.findings: list[Finding] = []
        self.digests: dict[str, Digests] = {}

    def units(self, shorts: Iterable[str]) -> None:
        for report in self._reports(partial(work_unit, self.order, short) for short in shorts):
            self.digests[report.unit] = report.digests
            self.findings += report.findings
            self.done += 1
            if self.progress is not None:
                self.progress(report.unit, self.done, self.total)

    def organisations(self, shorts: Iterable[str]) -> None:
        tasks = []
        for short in shorts:
            units = below(self.workspace, short)
            digests = {unit.short: self.digests[unit.short] for unit in units if unit.short in self.digests}
            tasks.append(partial(work_organisation, self.order, short, units, digests))
        for _ in self._reports(tasks):
            pass

    def archives(self, shorts: Iterable[str]) -> None:
        tasks = [partial(work_archive, self.order, short, tuple(self._filed(short))) for short in shorts]
        for _ in self._reports(tasks):
            pass

    def _reports(self, tasks: Iterable[Task]) -> Iterator[UnitReport]:
        for report in self.executor.run(tasks):
            self.outcomes += report.outcomes
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
