"""Takes a month and who asks, gives the desk: the five items, what is overdue and what comes, the last records."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from docgen.accounts import Action, Caller, may
from docgen.model.period import Period
from docgen.vocabulary import pages as words
from docgen.web.asking import Asked, Who, require
from docgen.web.overview import desk as overview
from docgen.web.overview.desk import Desk
from docgen.web.overview.owing import SOON
from docgen.web.overview.recent import Recent, recent
from docgen.web.overview.spans import Span, month_span
from docgen.web.pages.checked import book_of
from docgen.web.pages.links import field_of, writing
from docgen.web.pages.scope import Scope, cleared, ledgers, scope_of, writable, years
from docgen.web.problems import Refusal
from docgen.web.seeing import change_seen
from docgen.web.service import Service
from docgen.web.showing import page

router = APIRouter()
ROWS = 40
"""So many branches stand on one page of the matrix."""
CHANGES = 60


@router.get("/", dependencies=[require(Action.READ)])
def show(
    request: Request,
    service: Asked,
    who: Who,
    unit: Annotated[str, Query(max_length=100)] = "",
    asked: Annotated[str, Query(alias="period", max_length=10)] = "",
    number: Annotated[int, Query(alias="page", ge=1)] = 1,
) -> Response:
    """Show the desk of one branch, or of several."""
    scope = scope_of(service, who, unit)
    span = _span(service, scope, asked)
    made = _desk(service, scope, span)
    year = Period(span.period.year)
    last = max(1, -(-max(len(made.shown), len(made.owing)) // ROWS))
    number = min(number, last)
    return page(
        request,
        "desk/page.html",
        scope=scope,
        span=span,
        desk=made,
        words=words,
        soon=SOON.days,
        writable=partial(writable, who),
        writes=may(who, Action.WRITE),
        levels=book_of(service, who, scope, year, min(service.today(), year.end)).levels(),
        recent=_recent(service, who, scope, span.day),
        number=number,
        last=last,
        shown=slice((number - 1) * ROWS, number * ROWS),
        address=f"/?{urlencode({'unit': scope.chosen, 'period': str(span.period)})}&page=",
        writing=writing,
        field_of=field_of,
    )


def _span(service: Service, scope: Scope, asked: str) -> Span:
    try:
        span = month_span(asked, years(service, scope.meant, service.today()), service.today())
    except ValueError as error:
        raise Refusal(422, "period-invalid", {"value": asked}) from error
    if not span.period.month:
        raise Refusal(422, "month-invalid", {"value": asked})
    return span


def _desk(service: Service, scope: Scope, span: Span) -> Desk:
    def make() -> Desk:
        known = ledgers(service, scope.branches, service.today())
        return overview.desk(known.values(), span.period, span.day)

    return service.library.once(("desk", scope.branches, span.period, span.day), scope.branches, make)


def _recent(service: Service, who: Caller, scope: Scope, until: date) -> tuple[Recent, ...]:
    """Return the last records: by the journal for those who may see what others did, else by their days."""
    changes = service.editor.changes(unit=scope.branch or None, limit=CHANGES)
    seen = [each for each in changes if each.unit in scope.meant and change_seen(who, each)]
    revision, allowed = seen[0].revision if seen else 0, cleared(who, scope.meant)
    return service.library.once(
        ("recent", scope.meant, allowed, revision, len(seen), until),
        scope.meant,
        lambda: recent(seen, ledgers(service, scope.meant, service.today()), until, confidential=allowed),
    )
