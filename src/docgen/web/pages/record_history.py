"""Takes a record, gives how it came to be what it is: every version, with what changed; deletes it, brings it back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from msgspec import Struct
from starlette.responses import RedirectResponse, Response

from docgen.accounts import Action, may
from docgen.editing import Change, Conflict, Stored
from docgen.web.asking import Asked, Who, allow, require
from docgen.web.pages.record_access import writable
from docgen.web.pages.record_answer import SEE_OTHER, address
from docgen.web.pages.record_merging import CONFLICT, Line, beside
from docgen.web.pages.record_sent import FORM, Typed
from docgen.web.seeing import change_seen, record_seen, unknown
from docgen.web.service import Service
from docgen.web.showing import page, path_at

router = APIRouter()
MOST = 20
AROUND = 2


class Version(Struct, frozen=True):
    """One change of a record: its lines that differ, with some around them."""

    change: Change
    lines: Sequence[Line]


@router.get("/record/history", dependencies=[require(Action.READ)])
def history(
    request: Request,
    service: Asked,
    who: Who,
    id: Annotated[str, Query()],
    before: Annotated[int | None, Query()] = None,
) -> Response:
    """Show the versions of a record, the newest first."""
    stored = _there(service, who, id)
    found = service.editor.changes(record=id, before=before, limit=MOST)
    seen = [Version(change, changed_lines(change)) for change in found if change_seen(who, change)]
    if stored is None and not seen:
        raise unknown(id)
    unit = id.partition("/")[0]
    return page(
        request,
        "records/history.html",
        id=id,
        stored=stored,
        versions=seen,
        hidden=len(found) - len(seen),
        older=found[-1].revision if len(found) == MOST else None,
        writable=may(who, Action.WRITE, unit),
    )


@router.get("/record/delete", dependencies=[require(Action.WRITE)])
def confirm(request: Request, service: Asked, who: Who, id: Annotated[str, Query()]) -> Response:
    """Ask once more before a record is deleted."""
    stored = record_seen(service, who, id)
    allow(who, Action.WRITE, stored.unit)
    return page(request, "records/delete.html", stored=stored, changed=False)


@router.post("/record/delete", dependencies=[require(Action.WRITE)])
def delete(request: Request, service: Asked, who: Who, sent: Typed) -> Response:
    """Take a record away, into the bin; where it has changed since one looked at it, ask again."""
    writable(service, who, sent)
    try:
        change = service.editor.delete(
            service.library.workspace(), sent.record, expected=sent.etag, by=who.name, at=service.now()
        )
    except Conflict as conflict:
        if conflict.current is None:
            return RedirectResponse(_in_bin(request, sent.record), SEE_OTHER)
        return page(request, "records/delete.html", status=CONFLICT, stored=conflict.current, changed=True)
    service.library.touch(change.unit)
    return RedirectResponse(_in_bin(request, change.record), SEE_OTHER)


@router.post("/record/restore", dependencies=[require(Action.WRITE)])
def restore(request: Request, service: Asked, who: Who, revision: Annotated[int, Form()]) -> Response:
    """Bring a record back as it was after a change, or before the one that deleted it."""
    change = next(iter(service.editor.changes(before=revision + 1, limit=1)), None)
    if change is None or change.revision != revision or not change_seen(who, change):
        raise unknown(str(revision))
    allow(who, Action.WRITE, change.unit)
    stored = service.editor.restore(service.library.workspace(), revision, by=who.name, at=service.now())
    service.library.touch(change.unit)
    return RedirectResponse(address(request, stored.id, FORM, "restored"), SEE_OTHER)


def changed_lines(change: Change) -> tuple[Line, ...]:
    """Return the lines of a file that a change touched, before and after, with some around them; "…" for the rest."""
    lines = beside(change.before or "", change.after or "")
    touched = {at for at, line in enumerate(lines) if line.sign}
    near = {at + by for at in touched for by in range(-AROUND, AROUND + 1)}
    kept: list[Line] = []
    for at, line in enumerate(lines):
        if at in near:
            kept.append(line)
        elif at - 1 in near or at == 0:
            kept.append(Line("left-out", "…", "…"))
    return tuple(kept)


def _there(service: Service, who: Who, id: str) -> Stored | None:
    """Return a record that is there, None for one that is in the bin."""
    if not may(who, Action.READ, id.partition("/")[0]):
        raise unknown(id)
    if any(change.record == id for change in service.editor.deleted(id.partition("/")[0])):
        return None
    return record_seen(service, who, id)


def _in_bin(request: Request, record: str) -> str:
    query = request.url.replace(query="").include_query_params(id=record).query
    return f"{path_at(request, '/record/history')}?{query}"
