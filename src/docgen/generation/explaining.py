"""Takes a kind, a subject and a figure's path, gives the figure of that paper with the records behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from docgen.documents import ArchivePaper, DocumentKind, OrganisationPaper, UnitPaper
from docgen.errors import UsageError
from docgen.generation.addressing import below
from docgen.generation.compose import compose, compose_organisation, period_of, settled
from docgen.generation.composition import Composition
from docgen.generation.tracing import Trace, Tracer
from docgen.ledger import OrganisationLedger
from docgen.model.subject import Subject
from docgen.view import Figure, View, labels, leaves
from docgen.workspace import Workspace
from docgen.workspace.nearest import SEPARATOR, nearest

JOINT, STOP, NUMBERED = ".", "。", "）"
MOST_NAME = 20
MOST_OFFERED = 5


class FigurePlace(Struct, frozen=True):
    """One figure of a paper: the labels that lead to it, items of lists by their names, and the figure."""

    path: str
    figure: Figure


class Explained(Struct, frozen=True):
    """One figure of one paper, and how it came about."""

    kind: DocumentKind
    subject: Subject
    path: str
    trace: Trace


def figures_of(workspace: Workspace, kind: DocumentKind, subject: Subject, on: date) -> tuple[FigurePlace, ...]:
    """Return the figures of a paper in reading order; raise UsageError where there is no such paper."""
    return places(_composed(Tracer(workspace, on), kind, subject).view)


def explain(workspace: Workspace, kind: DocumentKind, subject: Subject, name: str, on: date) -> Explained:
    """Return a figure of a paper with all that is behind it.

    `name` is its path, or some labels of it in their order that no other figure has. Raise UsageError where there is no
    such paper, no such figure, or more than one.
    """
    tracer = Tracer(workspace, on)
    composed = _composed(tracer, kind, subject)
    place = _named(places(composed.view), name, kind)
    return Explained(kind, composed.subject, place.path, tracer.trace(place.figure))


def places(view: View) -> tuple[FigurePlace, ...]:
    """Return the figures of a view with their paths: 各项活动.支委会.到会率; an item without a name by its number."""
    return tuple(
        FigurePlace(JOINT.join(_steps(view, path)), leaf) for path, leaf in leaves(view) if isinstance(leaf, Figure)
    )


def _composed(tracer: Tracer, kind: DocumentKind, asked: Subject) -> Composition:
    ledger = tracer.ledger(asked.unit)
    subject = settled(ledger, asked)
    period = period_of(ledger, subject)
    made = {
        str(each): partial(_view, tracer, kind, paper, each)
        for paper in kind.papers
        if not isinstance(paper, ArchivePaper)
        for each in paper.subjects(ledger, period)
        if subject in (each, replace(each, item=""))
    }
    if not made:
        raise UsageError("no-paper", {"value": f"{asked} {kind.label}"})
    if len(made) > 1:
        near = SEPARATOR.join(list(made)[:MOST_OFFERED])
        raise UsageError("explain-several-papers", {"value": str(asked), "kind": kind.label, "near": near})
    return next(iter(made.values()))()


def _view(tracer: Tracer, kind: DocumentKind, paper: UnitPaper | OrganisationPaper, subject: Subject) -> Composition:
    if isinstance(paper, UnitPaper):
        return compose(kind, paper, tracer.ledger(subject.unit), subject)
    return compose_organisation(kind, paper, _over(tracer, kind, subject), subject)


def _over(tracer: Tracer, kind: DocumentKind, subject: Subject) -> OrganisationLedger:
    own = tracer.ledger(subject.unit)
    period = period_of(own, subject)
    shorts = below(tracer.workspace, subject.unit)
    units = tuple(tracer.workspace.units[short].unit for short in shorts)
    digests = {short: tracer.digest(short, period, kind) for short in shorts}
    return OrganisationLedger(own.unit, own, digests, own.settings, units, period)


def _named(known: tuple[FigurePlace, ...], name: str, kind: DocumentKind) -> FigurePlace:
    exact = [each for each in known if each.path == name]
    asked = name.split(JOINT)
    found = exact or [each for each in known if _has(each.path.split(JOINT), asked)]
    if not found:
        near = nearest(name, _names(known))
        raise UsageError("figure-unknown", {"value": name, "kind": kind.label, "near": near})
    if len(found) > 1:
        near = SEPARATOR.join(each.path for each in found[:MOST_OFFERED])
        raise UsageError("figure-unclear", {"value": name, "count": len(found), "near": near})
    return found[0]


def _has(path: list[str], asked: list[str]) -> bool:
    """Tell whether all asked labels stand in a path in their order, headings with their number or without it."""
    steps = iter(path)
    return all(any(each in (step, step.rpartition(NUMBERED)[2]) for step in steps) for each in asked)


def _names(known: tuple[FigurePlace, ...]) -> Iterator[str]:
    for each in known:
        yield each.path
        yield from each.path.split(JOINT)


def _steps(view: View, path: tuple[str | int, ...]) -> Iterator[str]:
    """Yield the labels of a path, and for an item of a list its name."""
    part: object = view
    for step in path:
        if isinstance(step, int) and isinstance(part, tuple):
            yield _names_of(part)[step]
            part = part[step]
        else:
            yield str(step)
            part = _below(part, str(step))


def _below(part: object, label: str) -> object:
    if not isinstance(part, View):
        return None
    return next((getattr(part, name) for name, text in labels(part) if text == label), None)


def _names_of(items: tuple[object, ...]) -> list[str]:
    """Return what the items of a list are called: by their first text, by two where several share it, else by number."""
    short, long = [_first_texts(each, 1) for each in items], [_first_texts(each, 2) for each in items]
    often = Counter(short), Counter(long)
    return [
        one if one and often[0][one] == 1 else two if two and often[1][two] == 1 else str(index)
        for index, (one, two) in enumerate(zip(short, long, strict=True), start=1)
    ]


def _first_texts(item: object, many: int) -> str:
    """Return the first texts of an item; none where these are sentences."""
    if not isinstance(item, View):
        return ""
    texts = [value for name, _ in labels(item) if isinstance(value := getattr(item, name), str)][:many]
    named = all(text.strip() and len(text) <= MOST_NAME and not {JOINT, STOP} & set(text) for text in texts)
    return JOINT.join(texts) if named else ""
