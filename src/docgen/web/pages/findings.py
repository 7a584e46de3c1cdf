"""Takes a unit, a period and a filter, gives the page of findings, and the 问题清单 of them as a file."""

from __future__ import annotations

from functools import partial
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import Response

from docgen.accounts import Action
from docgen.documents.findings_list.organisation import KIND
from docgen.model.period import Period
from docgen.web.asking import Asked, Who, require
from docgen.web.overview.findings import OTHERS, Filter
from docgen.web.overview.spans import Span, year_span
from docgen.web.pages.checked import book_of
from docgen.web.pages.links import field_of, writing
from docgen.web.pages.paper import paper
from docgen.web.pages.scope import Scope, scope_of, writable, years
from docgen.web.problems import Refusal
from docgen.web.service import Service
from docgen.web.showing import page

router = APIRouter()
EVER = "all"
"""The period that asks for the findings of all years, as they are today."""
GROUPS = 50
FORMATS = ("docx", "xlsx")


class Question(BaseModel):
    """What the page is asked: which unit and period, and which of their findings."""

    unit: str = Field("", max_length=100)
    period: str = Field("", max_length=10)
    level: str = Field("", max_length=10)
    rule: str = Field("", max_length=40)
    text: str = Field("", max_length=100)
    page: int = Field(1, ge=1)

    @property
    def ever(self) -> bool:
        """Whether the findings of all years are wanted."""
        return self.period == EVER

    @property
    def wanted(self) -> Filter:
        """The findings that are wanted."""
        return Filter(level=self.level, rule=self.rule.strip(), text=self.text.strip())


@router.get("/findings", dependencies=[require(Action.READ)])
def show(request: Request, service: Asked, who: Who, asked: Annotated[Question, Query()]) -> Response:
    """Show what is wrong, by record."""
    scope = scope_of(service, who, asked.unit)
    span = _span(service, scope, asked)
    found = book_of(service, who, scope, None if asked.ever else span.period, span.day)
    bundles = found.of(asked.wanted).bundles()
    last = max(1, -(-len(bundles) // GROUPS))
    number = min(asked.page, last)
    shown = bundles[(number - 1) * GROUPS : number * GROUPS]
    query = {"unit": scope.chosen, "period": EVER if asked.ever else str(span.period)}
    filters = {"level": asked.level, "rule": asked.wanted.rule, "text": asked.wanted.text}
    return page(
        request,
        "findings/page.html",
        scope=scope,
        span=span,
        asked=asked,
        levels=found.levels(),
        rules=found.rules(),
        others=OTHERS,
        groups=[found.group(each, span.day, partial(writable, who)) for each in shown],
        count=sum(len(each.findings) for each in bundles),
        number=number,
        last=last,
        address=f"/findings?{urlencode({**query, **filters})}&page=",
        query=urlencode(query),
        printed=_printed(scope, span),
        formats=FORMATS,
        writing=writing,
        field_of=field_of,
    )


@router.get("/findings/list", dependencies=[require(Action.RENDER)])
def print_list(
    service: Asked,
    who: Who,
    subject: Annotated[str, Query(max_length=200)],
    to: Annotated[str, Query(max_length=10)] = FORMATS[0],
) -> Response:
    """Return the 问题清单 of a unit's year."""
    return paper(service, who, KIND.name, subject, to)


def _span(service: Service, scope: Scope, asked: Question) -> Span:
    today = service.today()
    known = years(service, scope.meant, today)
    if asked.ever:
        return Span(Period(today.year), today, tuple(sorted(known)))
    try:
        return year_span(asked.period, known, today)
    except ValueError as error:
        raise Refusal(422, "period-invalid", {"value": asked.period}) from error


def _printed(scope: Scope, span: Span) -> str:
    """Return the subject of the 问题清单 that speaks of what is shown, "" where there is none."""
    unit = scope.about or scope.above
    return f"{unit}/{span.period.year}" if unit else ""
