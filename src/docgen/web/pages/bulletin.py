"""Takes requests for a month's bulletin, gives its desk, its proof while it is changed, its files when it is published."""

from __future__ import annotations

from datetime import timedelta
from html import escape
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Form, Query, Request
from msgspec import Struct
from starlette.datastructures import FormData
from starlette.responses import HTMLResponse, RedirectResponse, Response

from docgen.accounts import Action, Caller, may, may_everywhere
from docgen.editing import Conflict
from docgen.errors import UsageError
from docgen.model.period import Period
from docgen.vocabulary import as_json
from docgen.web.asking import MOST_FIELDS, Asked, Who, require
from docgen.web.bulletins.desk import Desk, lay_out, only_of
from docgen.web.bulletins.issue import Issue, drop, keep, last_month, open_issue, organisations, store
from docgen.web.bulletins.proof import PAPERS, Told, file_of, proof, refused
from docgen.web.bulletins.sent import data_of, sent_of
from docgen.web.bulletins.written import NUMBERS, PEOPLE, WAYS
from docgen.web.differences import Difference, compare
from docgen.web.downloads import download
from docgen.web.headers import PREVIEW_POLICY
from docgen.web.problems import Refusal, problem
from docgen.web.service import Service
from docgen.web.showing import page, path_at

router = APIRouter()
SEE_OTHER, CONFLICT, INCOMPLETE = 303, 412, 422
STOP = "。"

Period_ = Annotated[str, Query(max_length=10)]
Unit_ = Annotated[str, Query(max_length=200)]


async def form_of(request: Request) -> FormData:
    """Return the fields of a form, of which a long month has many."""
    return await request.form(max_fields=MOST_FIELDS)


Fields = Annotated[FormData, Depends(form_of)]


class _Answer(Struct, frozen=True):
    """What a page says beside the desk: what was done, what it lacks, what is wrong, or another version that there is."""

    status: int = 200
    said: str = ""
    lacks: tuple[Told, ...] = ()
    wrong: tuple[Told, ...] = ()
    conflict: Conflict | None = None


@router.get("/bulletin", dependencies=[require(Action.READ)])
def desk(
    request: Request,
    service: Asked,
    who: Who,
    period: Period_ = "",
    unit: Unit_ = "",
    said: Annotated[str, Query()] = "",
) -> Response:
    """Show what a month offers, as the editor has chosen of it."""
    workspace = service.library.workspace()
    if not unit and len(organisations(workspace)) != 1:
        has_settings = workspace.settings.bulletin is not None
        units = organisations(workspace)
        return page(request, "bulletin/none.html", units=units, period=period, has_settings=has_settings)
    issue = _issue(service, who, unit, period)
    if said == "repeat" and may(who, Action.PUBLISH):
        issue = issue.repeating()
    return _page(request, service, who, issue, _Answer(said=said))


@router.post("/bulletin/draft", dependencies=[require(Action.PUBLISH)])
def change(request: Request, service: Asked, who: Who, fields: Fields) -> Response:
    """Keep what is being changed, and show its proof."""
    issue = _sent(service, who, fields)
    if issue.is_as_stored:
        drop(service, who, issue)
    else:
        keep(service, who, issue)
    return page(request, "bulletin/proof.html", issue=issue, proof=proof(service, issue), desk=_laid_out(issue))


@router.post("/bulletin/save", dependencies=[require(Action.PUBLISH)])
def save(request: Request, service: Asked, who: Who, fields: Fields) -> Response:
    """Store the issue as its record; where somebody else has stored another version, show both."""
    issue = _sent(service, who, fields)
    keep(service, who, issue)
    return _stored(request, service, who, issue, issue.etag) or _back(request, issue, "saved")


@router.post("/bulletin/publish", dependencies=[require(Action.PUBLISH)])
def publish(request: Request, service: Asked, who: Who, fields: Fields) -> Response:
    """Store the issue and make its files; one that lacks something is stored, and not made."""
    issue = _sent(service, who, fields)
    keep(service, who, issue)
    conflict = _stored(request, service, who, issue, issue.etag)
    if conflict is not None:
        return conflict
    issue = open_issue(service, who, issue.unit, issue.month)
    lacks = refused(service, issue)
    if lacks:
        return _page(request, service, who, issue, _Answer(INCOMPLETE, lacks=lacks))
    for name in PAPERS:
        file_of(service, issue, name)
    return _back(request, issue, "published")


@router.post("/bulletin/take-over", dependencies=[require(Action.PUBLISH)])
def take_over(
    request: Request,
    service: Asked,
    who: Who,
    month: Annotated[str, Form()],
    unit: Annotated[str, Form()],
    etag: Annotated[str, Form()] = "",
) -> Response:
    """Store what one has begun in the place of the version that one was shown."""
    issue = _issue(service, who, unit, month)
    return _stored(request, service, who, issue, etag) or _back(request, issue, "saved")


@router.post("/bulletin/discard", dependencies=[require(Action.PUBLISH)])
def discard(
    request: Request, service: Asked, who: Who, month: Annotated[str, Form()], unit: Annotated[str, Form()]
) -> Response:
    """Forget what one has begun."""
    issue = _issue(service, who, unit, month)
    drop(service, who, issue)
    return _back(request, issue, "discarded")


@router.get("/bulletin/paper", dependencies=[require(Action.RENDER)])
def paper(service: Asked, who: Who, period: Period_, unit: Unit_ = "") -> Response:
    """Answer with the page of the issue, for the frame beside the desk."""
    made = proof(service, _whole(service, who, unit, period))
    return HTMLResponse(made.page or escape(made.error), headers={"content-security-policy": PREVIEW_POLICY})


@router.get("/bulletin/file", dependencies=[require(Action.RENDER)])
def file(service: Asked, who: Who, period: Period_, to: Annotated[str, Query()], unit: Unit_ = "") -> Response:
    """Answer with one of the stored issue's files."""
    issue = _whole(service, who, unit, period)
    if to not in PAPERS:
        raise Refusal(404, "not-found", {"value": to})
    made = file_of(service, issue, to)
    if made.error:
        raise Refusal(422, "file-unmade", {"value": to, "reason": made.error.rstrip(STOP)})
    return download(made.content, made.name)


def _issue(service: Service, who: Caller, unit: str, period: str) -> Issue:
    known = organisations(service.library.workspace())
    short = unit or next(iter(known), "")
    if short not in known:
        raise Refusal(404, "not-found", {"value": unit})
    if not period:
        return open_issue(service, who, short, last_month(service, short))
    try:
        month = Period.parse(period)
    except ValueError:
        raise UsageError("period-invalid", {"value": period}) from None
    if not month.month:
        raise UsageError("month-needed", {"value": period})
    return open_issue(service, who, short, month)


def _whole(service: Service, who: Caller, unit: str, period: str) -> Issue:
    """Return an issue for those who may read what all units told."""
    if not may_everywhere(who, Action.READ):
        raise Refusal(404, "not-found", {"value": period})
    return _issue(service, who, unit, period)


def _sent(service: Service, who: Caller, fields: FormData) -> Issue:
    """Return the issue as a form has it; what it began from is said by the form, not by what is kept."""
    texts = [(name, value) for name, value in fields.multi_items() if isinstance(value, str)]
    known = dict(texts)
    issue = _issue(service, who, known.get("unit", ""), known.get("month", ""))
    data = data_of(sent_of(texts), issue.units, issue.data, issue.unit, str(issue.month))
    return issue.changed(data, known.get("etag", ""))


def _stored(request: Request, service: Service, who: Caller, issue: Issue, expected: str) -> Response | None:
    """Store an issue; return the page that tells why not: what is wrong in it, or another version that there is."""
    wrong = proof(service, issue).errors
    if wrong:
        return _page(request, service, who, issue, _Answer(INCOMPLETE, wrong=wrong))
    try:
        store(service, who, issue, expected)
    except Conflict as conflict:
        return _page(request, service, who, issue, _Answer(CONFLICT, conflict=conflict))
    return None


def _back(request: Request, issue: Issue, said: str) -> Response:
    query = urlencode({"period": str(issue.month), "unit": issue.unit, "said": said})
    return RedirectResponse(f"{path_at(request, '/bulletin')}?{query}", SEE_OTHER)


def _laid_out(issue: Issue) -> Desk:
    return lay_out(issue.units, issue.data, issue.unit)


def _page(request: Request, service: Service, who: Caller, issue: Issue, answer: _Answer) -> Response:
    sees_all, laid_out = may_everywhere(who, Action.READ), _laid_out(issue)
    if not sees_all:
        laid_out = only_of(laid_out, who.unit or "")
    shown = proof(service, issue) if sees_all and issue.blocked is None else None
    return page(
        request,
        "bulletin/page.html",
        status=answer.status,
        issue=issue,
        before=_month_before(issue.month),
        desk=laid_out,
        proof=shown,
        blocked_findings=[as_json(each) for each in issue.blocked.findings] if issue.blocked is not None else [],
        edits=sees_all and may(who, Action.PUBLISH) and issue.blocked is None,
        sees_all=sees_all,
        writes=may(who, Action.WRITE),
        is_last=not request.query_params.get("period") and issue.month.year != service.today().year,
        said=answer.said,
        lacks=answer.lacks,
        wrong=answer.wrong,
        problem=problem(answer.conflict) if answer.conflict is not None else None,
        difference=_difference(answer.conflict),
        papers=tuple(PAPERS),
        numbers=NUMBERS,
        people=PEOPLE,
        ways=WAYS,
    )


def _month_before(month: Period) -> Period:
    return Period.of_day(month.start - timedelta(days=1))


def _difference(conflict: Conflict | None) -> Difference | None:
    if conflict is None or conflict.current is None:
        return None
    return compare(conflict.current.text, conflict.proposed)
