"""Takes the id of a record, gives its page: a form or its text, checked while one types, seen one way or the other."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from docgen.accounts import Action
from docgen.web.asking import Asked, Who, require
from docgen.web.forms.naming import steps_of
from docgen.web.forms.nodes import Row
from docgen.web.forms.tree import KIND, block_at, group, opened
from docgen.web.pages.record_access import readable
from docgen.web.pages.record_answer import told
from docgen.web.pages.record_changing import changed
from docgen.web.pages.record_sent import DEEPEST_GROUP, FORM, Typed, model_of
from docgen.web.pages.record_view import as_sent, in_full, record_page
from docgen.web.seeing import record_seen, unknown
from docgen.web.showing import page

router = APIRouter()


@router.get("/record", dependencies=[require(Action.READ)])
def show(
    request: Request,
    service: Asked,
    who: Who,
    id: Annotated[str, Query()],
    view: Annotated[str, Query()] = FORM,
    said: Annotated[str, Query()] = "",
) -> Response:
    """Show a record as it is stored."""
    stored = record_seen(service, who, id)
    shown = record_page(service, who, as_sent(stored, view), stored=stored)
    return page(request, "records/record.html", record=shown, said=said, unsaved=False)


@router.get("/record/row", dependencies=[require(Action.READ)])
def room(request: Request, kind: Annotated[str, Query()], path: Annotated[str, Query()]) -> Response:
    """Show the fields of one more row of a list, or of a group or list that was not used yet."""
    at, _ = steps_of(path)
    model = model_of({KIND: kind})
    if not at or len(at) > DEEPEST_GROUP or block_at(model, at) is None:
        raise unknown(path)
    if isinstance(at[-1], int):
        return page(request, "records/row.html", row=Row(at, nodes=group(model, at)), node=None)
    return page(request, "records/row.html", row=None, node=opened(model, at))


@router.post("/record/check", dependencies=[require(Action.READ)])
def checked(request: Request, service: Asked, who: Who, sent: Typed) -> Response:
    """Tell what is wrong with what was typed so far: a summary, and what belongs beside the fields."""
    readable(service, who, sent)
    return told(request, service, who, sent)


@router.post("/record/turn", dependencies=[require(Action.READ)])
def turn(request: Request, service: Asked, who: Who, sent: Typed) -> Response:
    """Show what was typed in the other view, or with a row more or less, without saving it."""
    stored = readable(service, who, sent)
    after, room_for = changed(service, in_full(who, sent, stored))
    shown = record_page(service, who, after, stored=stored, opened=room_for)
    return page(request, "records/record.html", record=shown, said="", unsaved=shown.writable)
