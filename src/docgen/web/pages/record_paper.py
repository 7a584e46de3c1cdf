"""Takes a record, as stored or as typed so far, and a kind of paper, gives the paper: to look at, or as a file."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from msgspec import Struct
from starlette.responses import Response

from docgen.accounts import Action, Caller
from docgen.errors import DocgenError
from docgen.findings import Finding, Level
from docgen.formats import MEDIA_TYPES, Format
from docgen.parcel import pack
from docgen.web.asking import Asked, Who, allow, require
from docgen.web.forms.placing import told
from docgen.web.headers import READ_ALONG_POLICY
from docgen.web.pages.record_access import readable
from docgen.web.pages.record_looking import Looked, look
from docgen.web.pages.record_sent import Sent, Typed
from docgen.web.pages.record_view import as_sent, in_full, papers
from docgen.web.press import Printed, Wish
from docgen.web.problems import Refusal, problem, status_of
from docgen.web.refusing import is_for_programs
from docgen.web.seeing import record_seen
from docgen.web.service import Service
from docgen.web.showing import page

router = APIRouter()
SHOWN, NONE_YET = 200, 404
END = "。"


class Wanted(Struct, frozen=True):
    """Which paper is wanted, in which format, and whether as a file to keep."""

    kind: str
    to: Format
    save: bool


@router.get("/record/paper", dependencies=[require(Action.RENDER)])
def stored_paper(
    request: Request,
    service: Asked,
    who: Who,
    id: Annotated[str, Query()],
    kind: Annotated[str, Query()] = "",
    to: Annotated[Format, Query()] = Format.HTML,
    save: Annotated[bool, Query()] = False,
) -> Response:
    """Give a paper of a record as it is stored."""
    stored = record_seen(service, who, id)
    return _paper(request, service, who, as_sent(stored), Wanted(kind, to, save))


@router.post("/record/paper", dependencies=[require(Action.RENDER)])
def typed_paper(
    request: Request,
    service: Asked,
    who: Who,
    sent: Typed,
    to: Annotated[Format, Query()] = Format.HTML,
    save: Annotated[bool, Query()] = False,
) -> Response:
    """Give a paper of a record as it was typed so far; nothing is stored."""
    whole = in_full(who, sent, readable(service, who, sent))
    return _paper(request, service, who, whole, Wanted(sent.said("paper"), to, save))


def _paper(request: Request, service: Service, who: Caller, sent: Sent, wanted: Wanted) -> Response:
    """Make the paper; where there can be none yet, a page to be shown in its place says why."""
    allow(who, Action.RENDER, sent.unit)
    try:
        looked = look(service, who, sent)
        made = _printed(service, who, sent, looked, wanted)
        if not made.files and is_for_programs(request.scope):
            raise _none(looked, made)
    except DocgenError as error:
        if is_for_programs(request.scope):
            raise
        status = status_of(error) if wanted.save else SHOWN
        return _framed(page(request, "records/no-paper.html", status=status, told=(), problem=problem(error)))
    if not made.files:
        why = [*looked.told, *told(_errors(made), None)]
        status = NONE_YET if wanted.save else SHOWN
        return _framed(page(request, "records/no-paper.html", status=status, told=why, problem=None))
    if wanted.save or wanted.to is not Format.HTML:
        return _file_of(made, looked.draft.record)
    return _framed(Response(b"\n".join(made.files.values()), media_type=MEDIA_TYPES[Format.HTML]))


def _none(looked: Looked, made: Printed) -> Refusal:
    """Return why there is no paper: the gravest of what stands in the way, or that of such records there are none."""
    found = [*looked.told, *told(_errors(made), None)]
    wrong = next((each.message for each in found if each.level == Level.ERROR), "")
    if not wrong:
        return Refusal(404, "no-paper", {"value": looked.draft.record})
    return Refusal(404, "paper-not-yet", {"value": wrong.rstrip(END)})


def _errors(made: Printed) -> tuple[Finding, ...]:
    return tuple(each for outcome in made.outcomes for each in outcome.errors)


def _printed(service: Service, who: Caller, sent: Sent, looked: Looked, wanted: Wanted) -> Printed:
    offered = {each.name: each for each in papers(service, who, sent.unit, looked)}
    if not offered:
        return Printed((), {})
    kinds = (wanted.kind if wanted.kind in offered else next(iter(offered)),)
    drafts = {looked.draft.path: looked.draft.content}
    wish = Wish((looked.draft.record,), kinds, (wanted.to.value,), on=service.today(), drafts=drafts)
    return service.press.papers(looked.workspace, wish)


def _framed(response: Response) -> Response:
    """Let a page of ours show the response in a frame, in which nothing runs."""
    response.headers["content-security-policy"] = READ_ALONG_POLICY
    return response


def _file_of(made: Printed, record: str) -> Response:
    """Give the one file, or all of them packed where an agenda makes several."""
    if len(made.files) == 1:
        path, content = next(iter(made.files.items()))
        name = path.rpartition("/")[2]
        media = MEDIA_TYPES[Format(name.rpartition(".")[2])]
    else:
        content, media = pack(dict(sorted(made.files.items()))), "application/zip"
        name = f"{record.rpartition('/')[2]}.zip"
    disposition = f"attachment; filename*=UTF-8''{quote(name)}"
    return Response(content, media_type=media, headers={"content-disposition": disposition})
