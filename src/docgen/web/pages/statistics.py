"""Takes a unit and a period, gives the page of statistics, its charts as pictures, and the papers that say the same."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from docgen.accounts import Action
from docgen.documents.catalogue import kind_named
from docgen.renderers import charts
from docgen.web.asking import Asked, Who, require
from docgen.web.overview import attendance, completion, points, racing, statistics
from docgen.web.overview.sections import Section
from docgen.web.overview.spans import Span, year_span
from docgen.web.pages.paper import paper
from docgen.web.pages.scope import Scope, ledgers, scope_of, years
from docgen.web.problems import Refusal
from docgen.web.service import Service
from docgen.web.showing import page

router = APIRouter()
PAPERS = frozenset(
    {attendance.PAPER, completion.MATRIX, completion.MONTHLY, points.LEDGER, racing.NOTICE, racing.SHEET}
)
LABELS = {name: kind_named(name).label for name in PAPERS}
WIDE_MM, NARROW_MM = 170, 118
SVG = "image/svg+xml"

Unit = Annotated[str, Query(max_length=100)]
PeriodText = Annotated[str, Query(alias="period", max_length=10)]
Percent = Annotated[int, Query(ge=1, le=100)]


@router.get("/statistics", dependencies=[require(Action.READ)])
def show(
    request: Request,
    service: Asked,
    who: Who,
    unit: Unit = "",
    asked: PeriodText = "",
    below: Percent = attendance.LOW,
) -> Response:
    """Show the statistics of one branch, or of several."""
    scope = scope_of(service, who, unit)
    span = _span(service, scope, asked)
    return page(
        request,
        "statistics/page.html",
        scope=scope,
        span=span,
        below=below,
        sections=_sections(service, scope, span, below),
        query=urlencode({"unit": scope.chosen, "period": str(span.period)}),
        words_of=charts.words_of,
        label_of=LABELS.__getitem__,
    )


@router.get("/statistics/chart/{name}.svg", dependencies=[require(Action.READ)])
def chart(
    service: Asked,
    who: Who,
    name: str,
    unit: Unit = "",
    asked: PeriodText = "",
    narrow: Annotated[bool, Query()] = False,
) -> Response:
    """Return a chart as a picture, drawn once as long as its numbers stay."""
    scope = scope_of(service, who, unit)
    span = _span(service, scope, asked)
    found = statistics.chart_called(name, _sections(service, scope, span, attendance.LOW))
    if found is None:
        raise Refusal(404, "not-found", {"value": name})
    width = NARROW_MM if narrow else WIDE_MM
    drawn = service.library.once(("chart", found.token, width), (), lambda: charts.svg(found, width))
    return Response(drawn, media_type=SVG)


@router.get("/statistics/paper", dependencies=[require(Action.RENDER)])
def print_paper(
    service: Asked,
    who: Who,
    kind: Annotated[str, Query(max_length=50)],
    subject: Annotated[str, Query(max_length=300)],
    to: Annotated[str, Query(max_length=10)] = "docx",
) -> Response:
    """Return a paper that says the numbers of a section."""
    if kind not in PAPERS:
        raise Refusal(404, "not-found", {"value": kind})
    return paper(service, who, kind, subject, to)


def _span(service: Service, scope: Scope, asked: str) -> Span:
    try:
        return year_span(asked, years(service, scope.seen, service.today()), service.today())
    except ValueError as error:
        raise Refusal(422, "period-invalid", {"value": asked}) from error


def _sections(service: Service, scope: Scope, span: Span, below: int) -> tuple[Section, ...]:
    key = ("statistics", scope.branches, scope.organisations, scope.above, span.period, span.day, below)
    return service.library.once(key, scope.seen, lambda: _made(service, scope, span, below))


def _made(service: Service, scope: Scope, span: Span, below: int) -> tuple[Section, ...]:
    known = ledgers(service, scope.seen, service.today())
    organisations = [known[each] for each in scope.organisations]
    if scope.branch:
        return statistics.of_branch(known[scope.branch], organisations, span.period, below)
    branches = [known[each] for each in scope.branches]
    made = statistics.of_branches(branches, organisations, span.period, scope.above)
    return made if branches else tuple(each for each in made if each.table.rows)
