"""Takes requests for the history, gives who changed what and when, one change line by line, and what lies in the bin."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from docgen.accounts import Action, may
from docgen.vocabulary.pages import VERBS
from docgen.web.asking import Asked, Who, require, visible_units
from docgen.web.chronicle import Sought, chronicle, in_bin, people
from docgen.web.differences import compare
from docgen.web.seeing import change_seen, unit_seen, unknown
from docgen.web.showing import page

router = APIRouter()
OUTSIDE = "outside"
"""In an address, whoever wrote outside of docgen."""

Text = Annotated[str, Query(max_length=300)]


@router.get("/history", dependencies=[require(Action.READ)])
def listed(
    request: Request,
    service: Asked,
    who: Who,
    record: Text = "",
    unit: Text = "",
    by: Text = "",
    before: Annotated[int | None, Query(ge=1)] = None,
) -> Response:
    """List changes, the newest first."""
    short = unit_seen(service, who, unit).short if unit else ""
    sought = Sought(record.strip(), short, ("" if by == OUTSIDE else by) if by else None, before)
    return page(
        request,
        "history/list.html",
        found=chronicle(service, who, sought),
        sought=sought,
        by=by,
        units=visible_units(service, who),
        people=people(service, who),
        verbs=VERBS,
        audits=may(who, Action.AUDIT),
    )


@router.get("/history/bin", dependencies=[require(Action.READ)])
def bin_(request: Request, service: Asked, who: Who, unit: Text = "") -> Response:
    """List what was deleted and can come back."""
    short = unit_seen(service, who, unit).short if unit else ""
    rows = in_bin(service, who, short)
    writes = {each: may(who, Action.WRITE, each) for each in visible_units(service, who)}
    return page(request, "history/bin.html", rows=rows, unit=short, units=visible_units(service, who), writes=writes)


@router.get("/history/change", dependencies=[require(Action.READ)])
def change(request: Request, service: Asked, who: Who, revision: Annotated[int, Query(ge=1, le=2**53)]) -> Response:
    """Show one change, before and after."""
    found = next(iter(service.editor.changes(before=revision + 1, limit=1)), None)
    if found is None or found.revision != revision or not change_seen(who, found):
        raise unknown(str(revision))
    versions = service.editor.changes(record=found.record, limit=1)
    return page(
        request,
        "history/change.html",
        change=found,
        difference=compare(found.before or "", found.after or ""),
        is_newest=bool(versions) and versions[0].revision == revision,
        verbs=VERBS,
        writes=may(who, Action.WRITE, found.unit),
    )
