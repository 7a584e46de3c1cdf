"""Takes a paper and a figure in it, gives the records behind the figure, so far as somebody may know of them."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query

from docgen.accounts import Action, Caller, may
from docgen.documents import DocumentKind
from docgen.generation import FigurePlace, Trace, TracedRecord, explain, figures_of
from docgen.model.subject import Subject
from docgen.vocabulary.api import TAG_PAPERS
from docgen.web.api.answers import refusals
from docgen.web.api.asked import On
from docgen.web.api.orders import kind_seen, paper_seen, subject_seen
from docgen.web.api.paper_shapes import Explained, Figures, FigureShape, TracedRecordShape, TraceShape
from docgen.web.asking import Asked, Who, allow, require
from docgen.web.seeing import hidden_in, only_hidden, sees_all, unknown
from docgen.web.service import Service

router = APIRouter(tags=[TAG_PAPERS])

OfKind = Annotated[str, Query(description="文种", min_length=1, max_length=60, examples=["activity-statistics"])]
About = Annotated[str, Query(description="关于什么", min_length=1, max_length=300, examples=["一支部/2020"])]
OfFigure = Annotated[
    str, Query(description="哪个数：它的位置，或其中几个标签", min_length=1, max_length=300, examples=["支委会.到会率"])
]


@router.get(
    "/figures",
    summary="材料中有哪些数",
    description="一份材料中的数和它们的位置，按阅读顺序。",
    operation_id="listFigures",
    dependencies=[require(Action.READ)],
    responses=refusals(404),
)
def list_figures(service: Asked, who: Who, kind: OfKind, subject: About, on: On = None) -> Figures:
    """Return the figures of a paper."""
    of_kind, about, day = kind_seen(who, kind), subject_seen(service, who, subject), on or service.today()
    _allow_paper(service, who, of_kind, about)
    workspace = service.library.workspace()

    def found() -> tuple[FigurePlace, ...]:
        return figures_of(workspace, of_kind, about, day)

    key = ("figures", of_kind.name, str(about), day)
    # Whoever asks about one day after another must not fill the memory.
    places = service.library.once(key, workspace.units, found) if day == service.today() else found()
    return Figures(
        figures=[
            FigureShape(path=each.path, text=each.figure.text, sources=len(each.figure.sources))
            for each in places
            if not only_hidden(service, who, each.figure.sources)
        ]
    )


@router.get(
    "/explain",
    summary="一个数怎么来的",
    description="一个数由哪些数、哪些记录得来，一直追到记录；看不到的记录只说有几条。",
    operation_id="explain",
    dependencies=[require(Action.READ)],
    responses=refusals(404),
)
def explain_figure(
    service: Asked, who: Who, kind: OfKind, subject: About, figure: OfFigure, on: On = None
) -> Explained:
    """Return a figure of a paper with what is behind it."""
    of_kind, about, day = kind_seen(who, kind), subject_seen(service, who, subject), on or service.today()
    _allow_paper(service, who, of_kind, about)
    explained = explain(service.library.workspace(), of_kind, about, figure, day)
    if only_hidden(service, who, (each.id for each in explained.trace.all_records)):
        raise unknown(figure)
    return Explained(
        kind=of_kind.name,
        subject=str(explained.subject),
        path=explained.path,
        **_traced(service, who, explained.trace),
    )


def _allow_paper(service: Service, who: Caller, kind: DocumentKind, about: Subject) -> None:
    allow(who, Action.READ, about.unit)
    if not paper_seen(service, who, kind, about.unit):
        raise unknown(str(about))


def _traced(service: Service, who: Caller, trace: Trace) -> dict[str, Any]:
    shown = [each for each in trace.records if _is_seen(service, who, each)]
    return {
        "value": trace.value,
        "text": trace.text,
        "way": trace.way.value,
        "unit": trace.unit or None,
        "citation": trace.citation or None,
        "records": [_record(each) for each in shown],
        "closed": len(trace.records) - len(shown),
        "parts": [TraceShape(**_traced(service, who, each)) for each in trace.parts],
    }


def _is_seen(service: Service, who: Caller, record: TracedRecord) -> bool:
    if not may(who, Action.READ, record.unit):
        return False
    return sees_all(who, record.unit) or record.id not in hidden_in(service, record.unit).records


def _record(record: TracedRecord) -> TracedRecordShape:
    return TracedRecordShape(
        id=record.id,
        unit=record.unit,
        date=record.day,
        title=record.title,
        file=record.place.file,
        line=record.place.line,
    )
