"""Takes requests for templates, gives what there is, one that was sent with what is wrong in it, and it tried."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, File, Query, Request, UploadFile
from msgspec import Struct
from starlette.responses import HTMLResponse, RedirectResponse, Response

from docgen.accounts import Action, Caller, may
from docgen.errors import DocgenError
from docgen.findings import Finding, Level
from docgen.formats import Format
from docgen.generation import stationery_of
from docgen.inspection.comments import Remark, with_comments
from docgen.stationery.checking import UNREADABLE
from docgen.stationery.receiving import Received
from docgen.vocabulary import as_json, hint, message
from docgen.vocabulary.linting import COMMENTED
from docgen.vocabulary.publishing import where
from docgen.web.asking import Asked, Who, require
from docgen.web.downloads import download
from docgen.web.headers import PREVIEW_POLICY
from docgen.web.problems import Refusal, problem, status_of
from docgen.web.service import Service
from docgen.web.showing import page, path_at
from docgen.web.templating import (
    Slot,
    bring_back,
    content_of,
    drop,
    go_back,
    labels,
    sent,
    slot_named,
    standing,
    standings,
    take,
    use,
)
from docgen.web.trials import subjects, tried

router = APIRouter()
SEE_OTHER, UNSOUND = 303, 422
SENT, TEXT = "sent", "text"


def asked_slot(
    kind: Annotated[str, Query()] = "", to: Annotated[str, Query()] = "", outlet: Annotated[str, Query()] = ""
) -> Slot:
    """Return the slot that an address names."""
    return slot_named(kind, to, outlet)


SlotAsked = Annotated[Slot, Depends(asked_slot)]


class Told(Struct, frozen=True):
    """What is wrong with a template: as `as_json` gives it, where that is, and what stands there."""

    finding: dict[str, Any]
    where: str
    text: str


class _Answer(Struct, frozen=True):
    """What a page says beside the template: what was sent and checked, what was done, why something was refused."""

    status: int = 200
    received: Received | None = None
    said: str = ""
    error: DocgenError | None = None


@router.get("/templates", dependencies=[require(Action.READ)])
def listed(request: Request, service: Asked, who: Who, said: Annotated[str, Query()] = "") -> Response:
    """List the templates of all kinds."""
    return page(
        request, "templates/list.html", rows=standings(service), may_change=may(who, Action.TEMPLATES), said=said
    )


@router.get("/templates/one", dependencies=[require(Action.READ)])
def one(request: Request, service: Asked, who: Who, slot: SlotAsked, said: Annotated[str, Query()] = "") -> Response:
    """Show one template, with what was sent for it."""
    received = sent(service, who, slot) if may(who, Action.TEMPLATES) else None
    return _page(request, service, who, slot, _Answer(received=received, said=said))


@router.get("/templates/file", dependencies=[require(Action.READ)])
def file(service: Asked, slot: SlotAsked, which: Annotated[str, Query()] = "") -> Response:
    """Answer with a template: the one in use, the built-in one, or the one before."""
    return download(content_of(service, slot, which), slot.name)


@router.post("/templates/upload", dependencies=[require(Action.TEMPLATES)])
def upload(
    request: Request, service: Asked, who: Who, slot: SlotAsked, file: Annotated[UploadFile, File()]
) -> Response:
    """Check a template that somebody sends; it is not yet used."""
    try:
        received = take(service, who, slot, file.file.read())
    except DocgenError as error:
        return _page(request, service, who, slot, _Answer(status_of(error), error=error))
    return _page(request, service, who, slot, _Answer(200 if received.sound else UNSOUND, received))


@router.post("/templates/use", dependencies=[require(Action.TEMPLATES)])
def take_into_use(request: Request, service: Asked, who: Who, slot: SlotAsked) -> Response:
    """Use what was sent from now on."""
    use(service, who, slot)
    return _back(request, slot, "used")


@router.post("/templates/drop", dependencies=[require(Action.TEMPLATES)])
def forget(request: Request, service: Asked, who: Who, slot: SlotAsked) -> Response:
    """Forget what was sent."""
    drop(service, who)
    return _back(request, slot, "dropped")


@router.post("/templates/withdraw", dependencies=[require(Action.TEMPLATES)])
def withdraw(request: Request, service: Asked, slot: SlotAsked) -> Response:
    """Use the built-in template again."""
    go_back(service, slot)
    return _back(request, slot, "withdrawn")


@router.post("/templates/restore", dependencies=[require(Action.TEMPLATES)])
def restore(request: Request, service: Asked, slot: SlotAsked) -> Response:
    """Use the template again that was there before."""
    bring_back(service, slot)
    return _back(request, slot, "restored")


@router.get("/templates/commented", dependencies=[require(Action.TEMPLATES)])
def commented(service: Asked, who: Who, slot: SlotAsked) -> Response:
    """Answer with the Word file that was sent, what is wrong in it as comments at its places."""
    received = _sent(service, who, slot)
    told = [each for each in received.findings if each.level is not Level.INFO and each.code not in UNREADABLE]
    remarks = [Remark(each.place.part, each.place.paragraph, _words(each)) for each in told]
    content = service.confinement.run(with_comments, received.content, remarks) if remarks else received.content
    stem, dot, suffix = slot.name.rpartition(".")
    return download(content, f"{stem}{COMMENTED}{dot}{suffix}")


@router.get("/templates/trial", dependencies=[require(Action.TEMPLATES)])
def trial(
    request: Request,
    service: Asked,
    who: Who,
    slot: SlotAsked,
    which: Annotated[str, Query()] = "",
    on: Annotated[str, Query(max_length=300)] = "",
) -> Response:
    """Answer with a paper made from a template; a page for the frame, any other file to be saved."""
    received = _sent(service, who, slot) if which == SENT else _in_use(service, slot)
    try:
        made = tried(service, who, slot.kind, received, on)
    except DocgenError as error:
        if slot.format is not Format.HTML:
            raise
        # A page of the service stands in no frame, not even its own: what went wrong is told in plain words.
        return _framed(f"<p>{escape(_words(error))}</p>", status_of(error))
    if slot.format is not Format.HTML:
        return download(made.content, f"{slot.kind.label}.{slot.format}")
    return _framed(made.content)


def _sent(service: Service, who: Caller, slot: Slot) -> Received:
    received = sent(service, who, slot)
    if received is None:
        raise Refusal(404, "template-none-sent", {"value": slot.name})
    return received


def _in_use(service: Service, slot: Slot) -> Received:
    return Received(slot.kind.name, slot.name, slot.format, content_of(service, slot), ())


def _page(request: Request, service: Service, who: Caller, slot: Slot, answer: _Answer) -> Response:
    may_change = may(who, Action.TEMPLATES)
    return page(
        request,
        "templates/one.html",
        status=answer.status,
        slot=slot,
        query=_query(slot),
        standing=standing(stationery_of(service.library.workspace()), slot),
        labels=labels(slot.kind),
        may_change=may_change,
        subjects=subjects(service, who, slot.kind) if may_change else (),
        received=answer.received,
        told=_told(answer.received.findings) if answer.received is not None else [],
        problem=problem(answer.error) if answer.error is not None else None,
        said=answer.said,
    )


def _told(findings: Iterable[Finding]) -> list[Told]:
    """Return what is to be said, errors first, each sort in the order of its places."""
    ranked = sorted(findings, key=lambda each: list(Level).index(each.level))
    return [Told(as_json(each), where(each.place), str(each.values.get(TEXT, ""))) for each in ranked]


def _words(about: Finding | DocgenError) -> str:
    return "\n".join(text for text in (message(about), hint(about)) if text)


def _framed(content: str | bytes, status: int = 200) -> Response:
    return HTMLResponse(content, status, headers={"content-security-policy": PREVIEW_POLICY})


def _query(slot: Slot) -> str:
    return urlencode({"kind": slot.kind.name, "to": slot.format.value, "outlet": slot.outlet or ""})


def _back(request: Request, slot: Slot, said: str) -> Response:
    return RedirectResponse(f"{path_at(request, '/templates/one')}?{_query(slot)}&said={said}", SEE_OTHER)
