"""Takes what somebody chooses, gives an export to watch: how far it is, what it lacks, its files."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Header, Query, Request
from fastapi.sse import EventSourceResponse, ServerSentEvent
from starlette.responses import RedirectResponse, Response

from docgen.accounts import Action, Caller
from docgen.errors import DocgenError
from docgen.vocabulary import jobs as words
from docgen.web.asking import Asked, Who, require
from docgen.web.exports.choices import Choices, choices
from docgen.web.exports.delivery import delivered
from docgen.web.exports.listing import looked_at, rows
from docgen.web.exports.rights import allow_export, allow_units
from docgen.web.exports.starting import asked_for
from docgen.web.exports.telling import LABELS, ExportTold, export_seen, export_told, exports_seen, papers_told
from docgen.web.exports.tidings import tidings
from docgen.web.jobs.wish import Wish
from docgen.web.pages.links import field_of
from docgen.web.problems import Refusal, problem, status_of
from docgen.web.service import Service
from docgen.web.showing import page, path_at, piece
from docgen.web.state.jobs import Event, Job
from docgen.web.state.papers import Shown

router = APIRouter(prefix="/exports")
SEE_OTHER, SIZE, LAST, MOST = 303, 50, 1_000_000_000, 2000
NOTHING = Wish("")
Id = Annotated[str, Query(max_length=64)]
IdSent = Annotated[str, Form(max_length=64)]
Names = Annotated[list[str], Form(max_length=MOST)]


@router.get("", dependencies=[require(Action.READ)])
def show(request: Request, service: Asked, who: Who, like: Id = "") -> Response:
    """Show what can be chosen, and the exports there were; chosen is at first what an earlier one was `like`."""
    chosen = export_seen(service, who, like).wish if like else NOTHING
    return _form(request, service, who, chosen)


@router.post("", dependencies=[require(Action.RENDER)])
def start(  # noqa: PLR0913 - one parameter per field of the form
    request: Request,
    service: Asked,
    who: Who,
    *,
    year: Annotated[str, Form(max_length=10)] = "",
    part: Annotated[str, Form(max_length=10)] = "",
    unit: Names = [],  # noqa: B006 - FastAPI copies what it finds here
    kind: Names = [],  # noqa: B006
    format: Names = [],  # noqa: B006 - as the field is called
    final: Annotated[bool, Form()] = False,
    box: Annotated[bool, Form()] = False,
    sourced: Annotated[bool, Form()] = False,
    overwrite: Annotated[bool, Form()] = False,
) -> Response:
    """Start an export and go to it, or say above the form what does not fit."""
    period = f"{year}-{part}" if part else year
    wish = Wish(period, tuple(unit), tuple(kind), tuple(format), final, box, sourced, overwrite)
    try:
        job = asked_for(service, who, wish)
    except DocgenError as error:
        return _form(request, service, who, wish, error)
    return _to(request, job)


@router.get("/job", dependencies=[require(Action.READ)])
def watch(
    request: Request,
    service: Asked,
    who: Who,
    id: Id,
    show: Shown | None = None,
    number: Annotated[int, Query(alias="page", ge=1, le=1_000_000)] = 1,
) -> Response:
    """Show one export; for htmx the part alone that changes when it ends."""
    told = export_seen(service, who, id)
    shown = show or looked_at(told)
    papers, total = papers_told(service, who, told, shown, (number - 1) * SIZE, SIZE)
    template = "exports/panel.html" if "hx-request" in request.headers else "exports/job.html"
    return page(
        request,
        template,
        **_about(told),
        shown=shown,
        rows=rows(papers),
        number=number,
        last=max(1, -(-total // SIZE)),
        labels=LABELS,
        field_of=field_of,
    )


def listening(service: Asked, who: Who, id: Id) -> ExportTold:
    """Return the export that somebody wants to follow, if there is a place for one more."""
    told = export_seen(service, who, id)
    service.jobs.gallery.refuse_full()
    return told


@router.get("/events", response_class=EventSourceResponse, dependencies=[require(Action.READ)])
async def follow(
    request: Request,
    service: Asked,
    who: Who,
    told: Annotated[ExportTold, Depends(listening)],
    last_event_id: Annotated[int, Header(ge=0, le=LAST)] = 0,
) -> AsyncIterator[ServerSentEvent]:
    """Tell a page of an export, as the piece of it that changes, until it has ended."""

    def say(job: Job, _: Event) -> str:
        return piece(request, "exports/progress.html", **_about(export_told(service, who, job)))

    async for each in tidings(service, told.job.id, last_event_id, say, latest=True):
        yield each


@router.post("/cancel", dependencies=[require(Action.RENDER)])
def cancel(request: Request, service: Asked, who: Who, id: IdSent) -> Response:
    """End an export; one that has ended meanwhile is shown as it is."""
    told = export_seen(service, who, id)
    allow_units(who, told.wish)
    return _to(request, service.jobs.cancel(told.job) if told.job.is_open else told.job)


@router.post("/resume", dependencies=[require(Action.RENDER)])
def resume(request: Request, service: Asked, who: Who, id: IdSent) -> Response:
    """Let an export go on."""
    told = export_seen(service, who, id)
    allow_export(who, told.wish)
    return _to(request, service.jobs.resume(told.job, who.name) if told.may_resume else told.job)


@router.get("/download", dependencies=[require(Action.READ)])
def download(
    service: Asked,
    who: Who,
    id: Id,
    number: Annotated[int | None, Query(ge=1, le=LAST)] = None,
    unit: Annotated[str, Query(max_length=100)] = "",
) -> Response:
    """Give one file, those of a unit, or all of them."""
    return delivered(service, export_seen(service, who, id), number, unit)


def _form(request: Request, service: Service, who: Caller, chosen: Wish, error: DocgenError | None = None) -> Response:
    there: Choices | None = choices(service, who)
    response = page(
        request,
        "exports/page.html",
        status=status_of(error) if error is not None else 200,
        choices=there,
        chosen=chosen,
        year=chosen.period[:4],
        part=chosen.period[5:],
        problem=problem(error) if error is not None else None,
        exports=exports_seen(service, who),
        words=words,
    )
    if isinstance(error, Refusal):
        response.headers.update(error.headers)
    return response


def _about(told: ExportTold) -> dict[str, Any]:
    return {"told": told, "job": told.job, "words": words}


def _to(request: Request, job: Job) -> Response:
    return RedirectResponse(path_at(request, f"/exports/job?id={job.id}"), SEE_OTHER)
