"""Takes what somebody looks for, gives the list of records: filtered, newest first, in pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from docgen.accounts import Action
from docgen.errors import UsageError
from docgen.model.period import Period
from docgen.vocabulary.records_page import DAILY_KINDS
from docgen.web.asking import Asked, Who, require, visible_units
from docgen.web.pages.record_new import units_written
from docgen.web.pages.records_rows import PAGE, Filter, Row, kinds_offered, listed, marked, meeting_types, rows_of
from docgen.web.seeing import unit_seen
from docgen.web.showing import page

router = APIRouter()


@router.get("/records", dependencies=[require(Action.READ)])
def records(  # noqa: PLR0913, PLR0917 - the fields of the page's form, each by its own name
    request: Request,
    service: Asked,
    who: Who,
    unit: Annotated[str, Query()] = "",
    kind: Annotated[str, Query()] = "",
    period: Annotated[str, Query()] = "",
    text: Annotated[str, Query()] = "",
    wrong: Annotated[bool, Query()] = False,
    number: Annotated[int, Query(alias="page", ge=1)] = 1,
) -> Response:
    """Show the records that somebody may see."""
    seen = visible_units(service, who)
    units = (unit_seen(service, who, unit).short,) if unit else seen
    asked, misread = _period(period)
    rows = listed(service, who, units, Filter(kind.strip(), asked, text.strip(), wrong))
    last = max(1, -(-len(rows) // PAGE))
    number = min(number, last)
    chosen = {"unit": unit, "kind": kind, "period": period, "text": text, "wrong": "true" if wrong else ""}
    query = urlencode({name: value for name, value in chosen.items() if value})
    years = sorted({row.day.year for each in seen for row in rows_of(service, each) if row.day}, reverse=True)
    return page(
        request,
        "records/list.html",
        rows=marked(service, rows[(number - 1) * PAGE : number * PAGE]),
        total=len(rows),
        counts=_counts(marked(service, rows)) if len(units) == 1 or wrong else {},
        number=number,
        last=last,
        address=f"/records?{query}{'&' if query else ''}page=",
        units=seen,
        chosen=chosen,
        misread=misread,
        kinds=kinds_offered(who, unit),
        meetings=meeting_types(),
        years=years,
        daily=DAILY_KINDS,
        writes=units_written(service, who),
        filtered=bool(query),
        several=len(seen) > 1,
    )


def _counts(rows: Sequence[Row]) -> Mapping[str, int]:
    """Return how many records have an error, or a warning at most."""
    levels = [row.level for row in rows]
    return {"error": levels.count("error"), "warn": levels.count("warn")}


def _period(text: str) -> tuple[Period | None, bool]:
    """Return the month or year that was asked for, and whether it could not be read."""
    if not text.strip():
        return None, False
    try:
        return Period.parse(text.strip()), False
    except (ValueError, UsageError):
        return None, True
