"""Takes a record as somebody typed it, gives it stored, or both versions where another was stored meanwhile."""

from __future__ import annotations

import json

from fastapi import APIRouter, Request
from msgspec.structs import replace
from starlette.responses import RedirectResponse, Response

from docgen.accounts import Action, Caller
from docgen.editing import Conflict, Stored
from docgen.errors import DocgenError
from docgen.records.record import Written
from docgen.web.asking import Asked, Who, require
from docgen.web.forms.merging import merged
from docgen.web.forms.parsing import plain
from docgen.web.pages.record_access import writable
from docgen.web.pages.record_answer import SEE_OTHER, address, told
from docgen.web.pages.record_merging import conflict_page, picks_in
from docgen.web.pages.record_sent import Sent, Typed
from docgen.web.pages.record_view import record_page
from docgen.web.problems import Refusal, problem, status_of
from docgen.web.service import Service
from docgen.web.showing import page

router = APIRouter()
SAVED, MERGED = "saved", "merged"


@router.post("/record", dependencies=[require(Action.WRITE)])
def save(request: Request, service: Asked, who: Who, sent: Typed) -> Response:
    """Store what was typed; where somebody else has stored another version meanwhile, show both."""
    return _saved(request, service, who, sent, SAVED)


@router.post("/record/merge", dependencies=[require(Action.WRITE)])
def merge(request: Request, service: Asked, who: Who, sent: Typed) -> Response:
    """Store two versions as one, as somebody chose; or show them as one, to go on typing."""
    mine = sent.with_data(_mine(sent))
    current = writable(service, who, mine)
    if current is None:
        return _saved(request, service, who, mine, SAVED)
    together = mine.with_data(merged(sent.base, mine.data, current.data, picks_in(sent)))
    if sent.do == "edit":
        shown = record_page(service, who, replace(together, base=dict(current.data)), stored=current)
        return page(request, "records/record.html", record=shown, said="", unsaved=True)
    if current.etag != sent.etag:
        # What is stored now is not what was chosen between.
        conflict = Conflict(current, "", None, current.id)
        return conflict_page(request, service, who, mine, conflict)
    return _saved(request, service, who, together, MERGED)


def _saved(request: Request, service: Service, who: Caller, sent: Sent, said: str) -> Response:
    current = writable(service, who, sent)
    if current is not None and not sent.etag:
        raise Refusal(428, "precondition-needed")
    try:
        stored = _stored(service, who, sent)
    except Conflict as conflict:
        return conflict_page(request, service, who, sent, conflict)
    except DocgenError as error:
        return _kept(request, service, who, sent, error)
    if "hx-request" not in request.headers:
        return RedirectResponse(address(request, stored.id, sent.view, said), SEE_OTHER)
    if not sent.record:
        return Response(headers={"HX-Redirect": address(request, stored.id, sent.view, said)})
    response = told(request, service, who, _as_saved(sent, stored), stored)
    response.headers["HX-Replace-Url"] = address(request, stored.id, sent.view)
    return response


def _stored(service: Service, who: Caller, sent: Sent) -> Stored:
    workspace, editor, now = service.library.workspace(), service.editor, service.now()
    if sent.record:
        stored = editor.replace(workspace, sent.record, sent.content, expected=sent.etag, by=who.name, at=now)
    else:
        stored = editor.create(workspace, sent.unit, sent.content, by=who.name, at=now)
    service.library.touch(sent.unit)
    return stored


def _as_saved(sent: Sent, stored: Stored) -> Sent:
    """Return what was sent as the page that goes on from what was stored has it."""
    return replace(sent, record=stored.id, etag=stored.etag, text=stored.text, base=dict(stored.data))


def _kept(request: Request, service: Service, who: Caller, sent: Sent, error: DocgenError) -> Response:
    """Say why nothing was stored, with all that was typed."""
    if "hx-request" in request.headers:
        raise error
    shown = record_page(service, who, sent)
    refused = problem(error)
    return page(
        request, "records/record.html", status=status_of(error), record=shown, said="", unsaved=True, refused=refused
    )


def _mine(sent: Sent) -> dict[str, Written]:
    """Return the data that one had typed when the two versions met."""
    try:
        found = plain(json.loads(sent.said("mine")))
    except (ValueError, RecursionError):
        found = ""
    return dict(found) if isinstance(found, dict) else {}
