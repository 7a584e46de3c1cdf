"""Takes a workspace and words for what is wanted, gives the papers: what the command line, Python and HTTP share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from docgen.documents import KINDS, DocumentKind, kind_named
from docgen.errors import UsageError
from docgen.export import driver
from docgen.export.driver import Export, Progress, Survey
from docgen.export.executor import Crew
from docgen.export.manifest import Manifest
from docgen.export.order import Order
from docgen.export.shelf import Tray
from docgen.formats import Format, Outlet
from docgen.generation import subject_named
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.workspace import Workspace

OUTPUT = "output"
BULLETIN = "bulletin"


class Proofs(Struct, frozen=True):
    """Papers in memory: how each ended, and by the path of its outcome its bytes."""

    export: Export
    files: Mapping[str, bytes]


def kinds() -> tuple[DocumentKind, ...]:
    """Return the kinds of papers there are, in the catalogue's order."""
    return KINDS


def render(  # noqa: PLR0913 - the options of the command, each by its own name
    workspace: Workspace,
    *subjects: Subject | str,
    kinds: Iterable[str] = (),
    to: Iterable[Format | str] = (Format.DOCX,),
    out: Path | None = None,
    final: bool = False,
    archival: bool = False,
    sourced: bool = False,
    outlet: Outlet | str = "",
    on: date = date.max,
) -> Export:
    """Make the papers of some subjects as on a day, all files in one folder (output/ of the workspace).

    An `outlet` has their pages made for it, of the bulletin alone. Raise UsageError for a unit, record, kind or format
    that there is none of; a subject without any paper stands in `paperless` of what is returned.
    """
    order = _of_subjects(
        workspace, subjects, kinds=kinds, to=to, final=final, archival=archival, sourced=sourced, outlet=outlet
    )
    return driver.render(workspace, replace(order, out=out or order.out, day=on))


def proofs(  # noqa: PLR0913 - the options of the command, each by its own name
    workspace: Workspace,
    *subjects: Subject | str,
    kinds: Iterable[str] = (),
    to: Iterable[Format | str] = (Format.DOCX,),
    final: bool = False,
    archival: bool = False,
    sourced: bool = False,
    outlet: Outlet | str = "",
    on: date = date.max,
) -> Proofs:
    """Make the papers of some subjects as `render` does, in memory: for a preview, or to hand them on."""
    order = _of_subjects(
        workspace, subjects, kinds=kinds, to=to, final=final, archival=archival, sourced=sourced, outlet=outlet
    )
    tray = Tray(order)
    done = driver.render(workspace, replace(order, day=on), tray)
    return Proofs(done, tray.sheets)


def bulletin(  # noqa: PLR0913 - the options of the command, each by its own name
    workspace: Workspace,
    month: Period | str,
    *,
    unit: str = "",
    to: Iterable[Format | str] = (),
    out: Path | None = None,
    final: bool = False,
    archival: bool = False,
    outlet: Outlet | str = "",
    on: date = date.max,
) -> Export:
    """Make the bulletin of a month: that of the unit that has others below it; raise UsageError when several have.

    It is a Word file where no format is asked for; for an `outlet` it is a page, and another format a UsageError.
    """
    period, formats = _period(month), _formats_for(outlet, to)
    if not period.month:
        raise UsageError("month-needed", {"value": str(period)})
    subject = Subject(publisher(workspace, unit), period)
    return render(
        workspace, subject, kinds=(BULLETIN,), to=formats, out=out, final=final, archival=archival, outlet=outlet, on=on
    )


def export(  # noqa: PLR0913 - the options of the command, each by its own name
    workspace: Workspace,
    period: Period | str,
    *,
    units: Sequence[str] = (),
    kinds: Iterable[str] = (),
    to: Iterable[Format | str] = (),
    out: Path | None = None,
    jobs: int = 1,
    cluster: str = "",
    final: bool = False,
    archival: bool = False,
    sourced: bool = False,
    overwrite: bool = False,
    boxed: bool = False,
    on: date = date.max,
    progress: Progress | None = None,
) -> Export:
    """Make all papers of a period, in folders by unit and kind, with a manifest (output/<period> of the workspace).

    What is due is judged on the period's last day, or on `on` where that is earlier. Files that are current stay as they
    are; those that somebody changed stay too, and the paper goes beside them, unless `overwrite`. The work is done by
    `jobs` processes, or by the workers of a Dask `cluster` that see the same folders. `boxed` binds the papers of each
    unit into one pdf more.
    """
    order = of_period(workspace, period, kinds=kinds, to=to, out=out, archival=archival, boxed=boxed, sourced=sourced)
    order = replace(order, final=final, overwrite=overwrite, day=on)
    _refuse_archival_without_pdf(order)
    return driver.export(workspace, order, units, _crew(jobs, cluster), progress)


def status(  # noqa: PLR0913 - the options of the command, each by its own name
    workspace: Workspace,
    period: Period | str,
    *,
    units: Sequence[str] = (),
    kinds: Iterable[str] = (),
    to: Iterable[Format | str] = (),
    out: Path | None = None,
    archival: bool = False,
    sourced: bool = False,
    boxed: bool = False,
    on: date = date.max,
    progress: Progress | None = None,
) -> Survey:
    """Tell of each file of a period's export whether it is current, and if not, why; write nothing."""
    order = of_period(workspace, period, kinds=kinds, to=to, out=out, archival=archival, boxed=boxed, sourced=sourced)
    return driver.survey(workspace, replace(order, day=on), units, progress)


def _of_subjects(  # noqa: PLR0913 - the options of the command, each by its own name
    workspace: Workspace,
    subjects: Iterable[Subject | str],
    *,
    kinds: Iterable[str],
    to: Iterable[Format | str],
    final: bool,
    archival: bool,
    sourced: bool,
    outlet: Outlet | str,
) -> Order:
    wanted = [kind_named(name) for name in kinds]
    return Order(
        root=workspace.root,
        out=workspace.root / OUTPUT,
        subjects=tuple(dict.fromkeys(_subject(workspace, str(each)) for each in subjects)),
        kinds=tuple(kind.name for kind in wanted),
        formats=_formats(to, wanted, archival=archival),
        final=final,
        flat=True,
        archival=archival,
        sourced=sourced,
        outlet=Outlet(outlet) if outlet else None,
    )


def of_period(  # noqa: PLR0913 - the options of the command, each by its own name
    workspace: Workspace,
    period: Period | str,
    *,
    kinds: Iterable[str] = (),
    to: Iterable[Format | str] = (),
    out: Path | None = None,
    archival: bool = False,
    sourced: bool = False,
    boxed: bool = False,
) -> Order:
    """Return the order of a period's papers as `export` takes it; raise UsageError for what does not fit."""
    wanted = [kind_named(name) for name in kinds]
    span = _period(period)
    return Order(
        root=workspace.root,
        out=(out or workspace.root / OUTPUT / str(span)).resolve(),
        period=span,
        kinds=tuple(kind.name for kind in wanted),
        formats=_formats(to, wanted, archival=archival),
        archival=archival,
        sourced=sourced,
        boxed=boxed,
    )


def _refuse_archival_without_pdf(order: Order) -> None:
    usual = {
        each for kind in order.kinds_wanted for paper in kind.papers for each in order.formats_of(kind, paper.scope)
    }
    if order.archival and Format.PDF not in usual:
        raise UsageError("archival-without-pdf", {"value": " ".join(sorted(usual))})


def _crew(jobs: int, cluster: str) -> driver.Assembly | None:
    """Return how those who do the work come together; None for this process alone."""
    if cluster:
        from docgen.export.cluster import Cluster

        return lambda order, _: Cluster(cluster, order)
    if jobs > 1:
        return partial(_processes, jobs)
    return None


def _processes(jobs: int, order: Order, workspace: Workspace) -> Crew:
    """Return some processes; over an earlier export, which may be current, only as needed where they are slow to begin."""
    from docgen.export.processes import Gradual, Processes, way

    begun = Manifest(order.out).path.exists()
    return (Gradual if begun and way() == "spawn" else Processes)(jobs, order, workspace)


def publisher(workspace: Workspace, unit: str = "") -> str:
    """Return the unit whose bulletin is meant: the named one, or the only one at the top that has units below."""
    if unit:
        return workspace.unit(unit).short
    tops = [short for short in workspace.tree.roots if workspace.tree.children(short)] or list(workspace.units)
    if len(tops) != 1:
        raise UsageError("unit-needed", {"near": " ".join(tops)})
    return tops[0]


def _subject(workspace: Workspace, text: str) -> Subject:
    subject = subject_named(workspace, text)
    if subject.period is None and not subject.record:
        raise UsageError("period-needed", {"value": text})
    return subject


def _period(period: Period | str) -> Period:
    if isinstance(period, Period):
        return period
    try:
        return Period.parse(period)
    except ValueError:
        raise UsageError("period-invalid", {"value": period}) from None


def _formats(to: Iterable[Format | str], kinds: Sequence[DocumentKind], *, archival: bool) -> tuple[Format, ...]:
    """Read formats; raise UsageError for an unknown one, for PDF/A without pdf, or where a kind has none of them."""
    formats = tuple(dict.fromkeys(_format(each) for each in to))
    if archival and formats and Format.PDF not in formats:
        raise UsageError("archival-without-pdf", {"value": " ".join(formats)})
    for kind in kinds:
        if formats and not set(formats) & set(kind.formats):
            values = {"value": " ".join(formats), "kind": kind.label, "near": " ".join(kind.formats)}
            raise UsageError("format-unknown", values)
    return formats


def _formats_for(outlet: Outlet | str, to: Iterable[Format | str]) -> tuple[Format | str, ...]:
    """Return the formats of a bulletin; raise UsageError for an outlet that there is none of, or that takes others."""
    asked = tuple(to)
    if not outlet:
        return asked or (Format.DOCX,)
    if outlet not in tuple(Outlet):
        raise UsageError("outlet-unknown", {"value": outlet, "near": " ".join(Outlet)})
    if any(each != Format.HTML for each in asked):
        raise UsageError("outlet-format", {"value": outlet, "formats": " ".join(asked)})
    return (Format.HTML,)


def _format(name: Format | str) -> Format:
    try:
        return Format(name)
    except ValueError:
        raise UsageError("format-unheard", {"value": name, "near": " ".join(Format)}) from None
