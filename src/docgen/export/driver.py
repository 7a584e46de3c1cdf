"""Takes an order, gives the export: units first, then what is reduced from them; then the manifest of it all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from msgspec import Struct
from msgspec.structs import replace

from docgen.errors import EngineMissing, OutputError, UsageError
from docgen.export.executor import Alone, Crew, run
from docgen.export.held import hold, release
from docgen.export.lock import alone
from docgen.export.manifest import Manifest, Span, as_listed, head_of, in_order, listed_in
from docgen.export.order import Order
from docgen.export.outcome import Outcome, Standing, Status, Tally, UnitReport
from docgen.export.plan import Plan, planned
from docgen.export.shelf import Shelf, Tray
from docgen.export.state import State
from docgen.export.work import Task, Work
from docgen.findings import Finding
from docgen.formats import Format
from docgen.model.subject import Subject
from docgen.outputs import sweep
from docgen.records.entry import names_of
from docgen.renderers import missing
from docgen.workspace import Workspace

Progress = Callable[[str, int, int], None]
"""Told after each task: its unit's 简称, how many are done, how many there are."""
Assembly = Callable[[Order, Workspace], Crew]
"""Brings together those who work on an order."""


class Export(Struct, frozen=True):
    """A finished export: its sums, every finding of reading, where the manifest lies if there is one.

    `lacks` tells of the usual formats that were left out because this machine cannot make them. The outcomes of a
    period are read from the manifest, as it stands, each time they are asked for.
    """

    order: Order
    tally: Tally
    findings: tuple[Finding, ...]
    manifest: Path | None = None
    lacks: tuple[EngineMissing, ...] = ()
    units: tuple[str, ...] = ()
    loose: tuple[Outcome, ...] = ()

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Every paper of the order, orphans left out."""
        return tuple(self.listed())

    def listed(self) -> Iterator[Outcome]:
        """Yield the outcomes one by one: those of a thousand branches need more memory than one likes to give."""
        if self.manifest is None:
            yield from self.loose
            return
        manifest, units = Manifest(self.order.out), frozenset(self.units)
        for unit, span in manifest.spans().items():
            if unit in units:
                yield from (each for each in manifest.of(span) if self._is_own(each))

    def _is_own(self, listed: Outcome) -> bool:
        return not listed.orphan and self.order.covers(listed.kind, listed.format, listed.date)

    @property
    def failed(self) -> tuple[Outcome, ...]:
        """The outcomes that failed."""
        return tuple(self.tally.failed)

    @property
    def paperless(self) -> tuple[Subject, ...]:
        """The subjects that were asked for and have no paper of the kinds and formats asked for."""
        made = {part for each in self.loose for part in (each.subject, each.subject.rpartition("#")[0])}
        seen = {unit: names_of(made, unit) for unit in {subject.unit for subject in self.order.subjects}}
        return tuple(subject for subject in self.order.subjects if str(subject) not in seen[subject.unit])


class Survey(Struct, frozen=True):
    """How the files of an export stand: the sums, and every paper whose file is not current."""

    order: Order
    tally: Tally
    outcomes: tuple[Outcome, ...]


def export(
    workspace: Workspace,
    order: Order,
    units: Sequence[str] = (),
    crew: Assembly | None = None,
    progress: Progress | None = None,
) -> Export:
    """Make all papers of a period, of all units or of some, and write the manifest; raise UsageError where there are none.

    Raise Busy where another export writes into the folder. Papers whose files are current stay as they are; `crew` says
    who works, by default this process.
    """
    chosen = _chosen(workspace, units)
    order = replace(order, run=uuid4().hex)
    with alone(order.out):
        sweep(order.out)
        manifest = Manifest(order.out)
        under_way = _Run(order, workspace, _spans(manifest, order), progress)
        with _at_work(crew, order, workspace) as hands:
            under_way.all(hands, planned(workspace, order, chosen))
            if not units:
                under_way.clear_up()
        if not (under_way.tally.kinds or under_way.tally.standings):
            State(order).clear()
            raise UsageError("no-paper", {"value": str(order.period)})
        manifest.write(head_of(order), under_way.lines(manifest))
        State(order).clear()
    return Export(
        order, under_way.tally, (*workspace.findings, *under_way.findings), manifest.path, under_way.lacks, chosen
    )


def survey(workspace: Workspace, order: Order, units: Sequence[str] = (), progress: Progress | None = None) -> Survey:
    """Tell how every file of a period stands to what an export would make now; write nothing."""
    chosen = _chosen(workspace, units)
    manifest = Manifest(order.out)
    with TemporaryDirectory() as scratch:
        order = within_reach(replace(order, run=uuid4().hex, survey=True, scratch=Path(scratch)))
        under_way = _Run(order, workspace, manifest.spans(), progress)
        with _at_work(None, order, workspace) as hands:
            under_way.all(hands, planned(workspace, order, chosen))
            if not units:
                under_way.clear_up()
            found = tuple(each for unit in under_way.units() for each in under_way.noted(unit) if _is_told(each))
    return Survey(order, under_way.tally, found)


def render(workspace: Workspace, order: Order, tray: Tray | None = None) -> Export:
    """Make the papers of some subjects; organisations among them are reduced from the units below them.

    With a `tray` they stay in memory.
    """
    asked = tuple(dict.fromkeys(workspace.unit(subject.unit).short for subject in order.subjects))
    with TemporaryDirectory() as scratch:
        order = replace(order, run=uuid4().hex, scratch=Path(scratch))
        under_way = _Run(order, workspace, {}, None)
        with _at_work(None, order, workspace, tray) as hands:
            reducing = {subject.unit for subject in order.subjects if not subject.record}
            under_way.all(hands, planned(workspace, order, asked, reducing))
    findings = (*workspace.findings, *under_way.findings)
    loose = tuple(each for outcomes in under_way.loose.values() for each in outcomes)
    return Export(order, under_way.tally, findings, units=asked, loose=loose)


def within_reach(order: Order) -> Order:
    """Leave out the usual formats that this machine cannot make; what was asked for stays."""
    usual = {format for kind in order.kinds_wanted for format in kind.formats} if not order.formats else set()
    return replace(order, left_out=tuple(each for each in sorted(usual) if missing(each) is not None))


@contextmanager
def _at_work(crew: Assembly | None, order: Order, workspace: Workspace, tray: Tray | None = None) -> Iterator[Crew]:
    """Have a crew at work; whatever goes wrong meanwhile, no other process goes on in the dark."""
    hold(order, workspace, tray)
    hands: Crew | None = None
    try:
        hands = Alone() if crew is None else crew(order, workspace)
        yield hands
    except BaseException:
        if hands is not None and crew is not None:
            State(order).halt()
        raise
    finally:
        if hands is not None:
            hands.close()
        release(order)


def _chosen(workspace: Workspace, units: Sequence[str]) -> tuple[str, ...]:
    named = {workspace.unit(name).short for name in units}
    return tuple(short for short in workspace.units if not units or short in named)


def _spans(manifest: Manifest, order: Order) -> Mapping[str, Span]:
    """Return where the manifest lists each unit; one that cannot be read is given up with all else by `overwrite`."""
    try:
        return manifest.spans()
    except OutputError:
        if order.overwrite:
            return {}
        raise


def _is_told(outcome: Outcome) -> bool:
    return outcome.status is Status.FAIL or outcome.standing is not Standing.CURRENT


class _Run:
    """One export under way: it holds sums, never the outcomes or the digests of all units."""

    def __init__(
        self, order: Order, workspace: Workspace, spans: Mapping[str, Span], progress: Progress | None
    ) -> None:
        self.order, self.workspace, self.spans = order, workspace, spans
        self.state = State(order)
        self.progress, self.total, self.done = progress, 0, 0
        self.tally = Tally()
        self.findings: list[Finding] = []
        self.loose: dict[str, list[Outcome]] = {}
        self._lacks: dict[Format, EngineMissing] = {}
        self._closed: set[str] = set()

    def all(self, crew: Crew, plan: Plan) -> None:
        """Map over the units, then reduce to the organisations among them; the last task of each closes its shelf."""
        self.total = plan.steps
        above, needed = plan.above, plan.needed
        own = (
            self._task(Work.PAPERS, short, closing=short not in above, handing_in=short in needed)
            for short in sorted(plan.chosen, key=self._length, reverse=True)
        )
        self._do(crew, chain(own, (self._task(Work.DIGEST, short, handing_in=True) for short in plan.others)))
        pieces = (
            self._task(Work.REDUCTION, short, order, closing=short not in plan.split) for short, order in plan.pieces
        )
        self._do(crew, pieces)
        self._do(crew, (self._closing(short) for short in plan.split if self._is_sound(short)))

    def clear_up(self) -> None:
        """Close the shelves of units that the workspace has no longer."""
        for unit in self.spans.keys() - self.workspace.units.keys():
            with Shelf(self.order, unit, Manifest(self.order.out).of(self.spans[unit])) as shelf:
                for orphan in shelf.close():
                    self.tally.add(orphan)
            self._closed.add(unit)

    def lines(self, manifest: Manifest) -> Iterator[Iterable[bytes]]:
        """Yield the manifest's lines of each unit: as now noted, or as they were where the export did not come there."""
        for unit in self.units():
            before = () if unit in self._closed else manifest.lines(self.spans.get(unit))
            noted = (each for each in listed_in(self.state.lines(unit)) if each.unit == unit)
            loose = map(as_listed, self.loose.get(unit, ()))
            yield (each.line for each in in_order(chain(listed_in(before), noted, loose)))

    @property
    def lacks(self) -> tuple[EngineMissing, ...]:
        """What the machine lacks for formats that were left out; where it failed what was asked for, that says it."""
        return () if self.order.formats else tuple({each.code: each for each in self._lacks.values()}.values())

    def units(self) -> list[str]:
        """Return the names of all units of which something is noted, now or before."""
        return sorted({*self.spans, *self._closed, *self.loose})

    def noted(self, unit: str) -> list[Outcome]:
        """Return what the tasks of this export noted of a unit."""
        return in_order((*self.state.noted(unit), *self.loose.get(unit, ())))

    def _task(
        self, work: Work, short: str, order: Order | None = None, *, closing: bool = False, handing_in: bool = False
    ) -> Task:
        closing = closing and not self.order.flat and self._is_sound(short)
        return Task(work, order or self.order, short, self.spans.get(short), closing, handing_in)

    def _length(self, short: str) -> int:
        """Return how much the manifest has of a unit; whoever has most begins first, so that nobody ends long after all."""
        return self.spans[short].length if short in self.spans else 0

    def _closing(self, short: str) -> Task:
        """Return the task that closes a unit: what could not be made meanwhile is not asked for in vain."""
        order = replace(self.order, left_out=(*self.order.left_out, *self._lacks))
        return self._task(Work.CLOSING, short, order, closing=True)

    def _is_sound(self, short: str) -> bool:
        """Tell whether no task about a unit was lost: of papers that nobody came to, nobody says that they are no more."""
        return short not in self.loose

    def _do(self, crew: Crew, tasks: Iterable[Task]) -> None:
        for report in run(crew, tasks):
            self._take(report)
            self.done += 1
            if self.progress is not None:
                self.progress(report.unit, self.done, self.total)

    def _take(self, report: UnitReport) -> None:
        self.tally.merge(report.tally)
        self.findings += report.findings
        self._lacks.update(report.lacks)
        if report.outcomes:
            self.loose.setdefault(report.unit, []).extend(report.outcomes)
        if report.closed:
            self._closed.add(report.unit)
