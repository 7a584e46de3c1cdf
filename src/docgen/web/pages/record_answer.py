"""Takes a record as somebody typed it, gives the piece of its page that says what is wrong with it, and where."""

from __future__ import annotations

from fastapi import Request
from starlette.responses import Response

from docgen.accounts import Caller
from docgen.editing import Stored
from docgen.web.forms.naming import anchor_of
from docgen.web.forms.nodes import paths
from docgen.web.forms.tree import form
from docgen.web.pages.record_lists import day_of, roster_lists
from docgen.web.pages.record_sent import FORM, Sent, model_of
from docgen.web.pages.record_view import base_of, findings, looked_at, papers
from docgen.web.service import Service
from docgen.web.showing import page, path_at

SEE_OTHER = 303


def told(request: Request, service: Service, who: Caller, sent: Sent, stored: Stored | None = None) -> Response:
    """Return the summary of findings, with those of each field for its place; after saving, with what was saved."""
    looked, wrong = looked_at(service, who, sent)
    data = sent.parsed.data
    shown = paths(form(model_of(data), data)) if sent.view == FORM else ()
    found = findings(sent, looked, wrong, shown)
    before = [name for name in sent.said("shown").split("\n") if name]
    return page(
        request,
        "records/told.html",
        sent=sent,
        findings=found,
        cleared=[name for name in before if name not in found.named],
        papers=papers(service, who, sent.unit, looked),
        stored=stored,
        base=base_of(sent.base),
        anchor=anchor_of,
        lists=roster_lists(service, sent.unit, day_of(data) or service.today()) if sent.view == FORM else {},
    )


def address(request: Request, record: str, view: str, said: str = "") -> str:
    """Return where a record is shown, perhaps with what has been done to it."""
    values = {"id": record, "view": view} | ({"said": said} if said else {})
    query = request.url.replace(query="").include_query_params(**values).query
    return f"{path_at(request, '/record')}?{query}"
