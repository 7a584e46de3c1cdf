"""Takes requests of somebody who is logged in, gives their own account: another password, tokens for their programs."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from docgen.accounts import Account, Action, Caller, Scope
from docgen.errors import DocgenError, UsageError
from docgen.web.asking import Asked, Who, require
from docgen.web.entering import begin_session
from docgen.web.identity.logins import Attempt, log_in
from docgen.web.pages.accounts import DAYS, Shown, account_page, issued, revoked
from docgen.web.problems import Refusal
from docgen.web.service import Service
from docgen.web.showing import path_at

router = APIRouter()
SEE_OTHER, UNAUTHORISED = 303, 401
SESSION = "session"

Text = Annotated[str, Form(max_length=300)]


@router.get("/account", dependencies=[require(Action.READ)])
def own(request: Request, service: Asked, who: Who, said: Annotated[str, Query()] = "") -> Response:
    """Show one's own account."""
    return _page(request, service, who, said=said)


@router.post("/account/password", dependencies=[require(Action.READ)])
def change_password(
    request: Request, service: Asked, who: Who, *, old: Text = "", password: Text = "", again: Text = ""
) -> Response:
    """Change one's password; every other session of the account ends. Tries count as those of a login do."""
    account = _own(service, who)
    address = request.client.host if request.client else ""
    try:
        if password != again:
            raise UsageError("password-mismatch")
        _verified(service, Attempt(account.name, old, address, service.now()))
        service.accounts.change_password(account.name, old, password, at=service.now())
    except DocgenError as error:
        response = _page(request, service, who, error=error)
        response.headers.update(error.headers if isinstance(error, Refusal) else {})
        return response
    service.sessions.end_all(account.name)
    response = RedirectResponse(f"{path_at(request, '/account')}?said=password", SEE_OTHER)
    begin_session(request, service, response, account.name)
    return response


@router.post("/account/token", dependencies=[require(Action.READ)])
def issue(
    request: Request,
    service: Asked,
    who: Who,
    *,
    scopes: Annotated[list[Scope], Form()] = [],  # noqa: B006 - FastAPI copies it
    days: Annotated[int, Form()] = DAYS,
    label: Text = "",
) -> Response:
    """Issue a token for a program of one's own and show it once."""
    try:
        shown = issued(service, _own(service, who).name, scopes, days, label)
    except DocgenError as error:
        return _page(request, service, who, error=error)
    return _page(request, service, who, shown=shown)


@router.post("/account/revoke", dependencies=[require(Action.READ)])
def revoke(request: Request, service: Asked, who: Who, token: Text) -> Response:
    """Make one of one's tokens void."""
    revoked(service, _own(service, who).name, token)
    return RedirectResponse(f"{path_at(request, '/account')}?said=revoked", SEE_OTHER)


def _own(service: Service, who: Caller) -> Account:
    """Return the account of whoever is logged in; a token must not make itself others, and without accounts there is none."""
    if who.via != SESSION:
        raise Refusal(404, "not-found", {"value": who.name})
    return service.accounts.account(who.name)


def _verified(service: Service, attempt: Attempt) -> None:
    try:
        log_in(service.accounts, service.store, attempt)
    except Refusal as refusal:
        if refusal.status != UNAUTHORISED:
            raise
        # Whoever asks is logged in: it is the old password that is wrong.
        raise UsageError("password-wrong") from refusal


def _page(
    request: Request,
    service: Service,
    who: Caller,
    *,
    shown: Shown | None = None,
    said: str = "",
    error: DocgenError | None = None,
) -> Response:
    account = _own(service, who)
    return account_page(request, service, "accounts/own.html", account, shown=shown, said=said, error=error)
