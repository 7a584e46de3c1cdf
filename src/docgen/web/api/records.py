"""Takes which records are wanted, gives a page of them; takes a new one, gives where it lies."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request, Response

from docgen.accounts import Action, Caller, may
from docgen.errors import UsageError
from docgen.findings import Level
from docgen.model.kinds import RECORD_KINDS
from docgen.vocabulary.api import TAG_RECORDS
from docgen.web.api.answers import refusals
from docgen.web.api.asked import PeriodText, Units, period_of
from docgen.web.api.shapes import Links, RecordRow, Records
from docgen.web.asking import Asked, Who, require
from docgen.web.register import Row, Wanted, rows
from docgen.web.seeing import CONFIDENTIAL_KINDS, units_seen
from docgen.web.showing import path_at
from docgen.workspace.nearest import nearest

router = APIRouter(tags=[TAG_RECORDS])
PAGE, SIZE, MOST = 1, 50, 500

Kind = Annotated[list[str], Query(description="记录的种类，可写多个", max_length=40, examples=[["会议"]])]
Text = Annotated[str, Query(description="要找的字，空格隔开的都要有", max_length=200, examples=["主题党日"])]
LevelAsked = Annotated[Level | None, Query(description="只要最重的问题是这一级的记录")]
Page = Annotated[int, Query(description="第几页", ge=1, le=1_000_000)]
Size = Annotated[int, Query(description="每页多少条", ge=1, le=MOST)]


@router.get(
    "/records",
    summary="查记录",
    description="按单位、种类、期间、文字、问题轻重查记录，分页返回；新的在前，没有日期的最前。",
    operation_id="listRecords",
    dependencies=[require(Action.READ)],
    responses=refusals(404),
)
def list_records(  # noqa: PLR0913 - one parameter per filter
    request: Request,
    response: Response,
    service: Asked,
    who: Who,
    *,
    unit: Units = [],  # noqa: B006 - FastAPI copies what it finds here
    kind: Kind = [],  # noqa: B006
    period: PeriodText = None,
    text: Text = "",
    level: LevelAsked = None,
    page: Page = PAGE,
    size: Size = SIZE,
) -> Records:
    """Return one page of the records that are wanted."""
    units = units_seen(service, who, unit)
    words = tuple(text.casefold().split())
    found = rows(
        service, who, Wanted(units, frozenset(_label(who, each) for each in kind), period_of(period), words, level)
    )
    last = max(1, -(-len(found) // size))
    shown = found[(page - 1) * size : page * size]
    links = _links(request, page, last)
    response.headers["link"] = ", ".join(f'<{to}>; rel="{rel}"' for rel, to in links.model_dump().items() if to)
    rows_shown = [_row(request, row) for row in shown]
    return Records.model_construct(total=len(found), page=page, size=size, records=rows_shown, links=links)


def _label(who: Caller, name: str) -> str:
    """Return the label of a kind of record by it or by its stem; raise where there is none that somebody may see."""
    labels = {each: kind.label for kind in RECORD_KINDS for each in (kind.label, kind.stem)}
    seen = {
        each: label
        for each, label in labels.items()
        if may(who, Action.READ_CONFIDENTIAL) or label not in CONFIDENTIAL_KINDS
    }
    if name not in seen:
        raise UsageError("record-kind-unknown", {"value": name, "near": nearest(name, seen)})
    return seen[name]


def record_at(request: Request, id: str) -> str:
    """Return the address of a record."""
    return path_at(request, f"/api/v1/record?id={quote(id)}")


def _row(request: Request, row: Row) -> RecordRow:
    return RecordRow.model_construct(
        id=row.id,
        unit=row.unit,
        kind=row.kind,
        date=row.day,
        title=row.title,
        file=row.file,
        readable=row.readable,
        href=record_at(request, row.id),
    )


def _links(request: Request, page: int, last: int) -> Links:
    def to(number: int) -> str:
        query = request.url.include_query_params(page=number).query
        return f"{path_at(request, '/api/v1/records')}?{query}"

    before = to(min(page - 1, last)) if page > 1 else None
    after = to(page + 1) if page < last else None
    return Links(first=to(1), prev=before, next=after, last=to(last))
