"""Takes a name and a password, gives a session; ends it again."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from docgen.accounts import Action
from docgen.web.asking import Asked, require, session_of
from docgen.web.entering import begin_session
from docgen.web.identity.logins import Attempt, log_in
from docgen.web.identity.sessions import COOKIE
from docgen.web.problems import Refusal, problem
from docgen.web.showing import page, path_at

router = APIRouter()
SEE_OTHER = 303


@router.get("/login")
def entrance(request: Request, service: Asked, onward: Annotated[str, Query(alias="next")] = "/") -> Response:
    """Show where one logs in; without accounts there is nothing to log in to."""
    if not service.accounts.exists:
        return RedirectResponse(path_at(request, "/"), SEE_OTHER)
    return page(request, "login.html", name="", onward=onward, problem=None)


@router.post("/login")
def enter(
    request: Request,
    service: Asked,
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    onward: Annotated[str, Form(alias="next")] = "/",
) -> Response:
    """Begin a session, or say that the name or the password is wrong without saying which."""
    address = request.client.host if request.client else ""
    try:
        account = log_in(service.accounts, service.store, Attempt(name.strip(), password, address, service.now()))
    except Refusal as refusal:
        shown = page(request, "login.html", status=refusal.status, name=name, onward=onward, problem=problem(refusal))
        shown.headers.update(refusal.headers)
        return shown
    response = RedirectResponse(_within(request, onward), SEE_OTHER)
    begin_session(request, service, response, account.name)
    return response


@router.post("/logout", dependencies=[require(Action.READ)])
def leave(request: Request, service: Asked) -> Response:
    """End the session."""
    session = session_of(request, service)
    if session is not None:
        service.sessions.end(session)
    response = RedirectResponse(path_at(request, "/login"), SEE_OTHER)
    response.delete_cookie(COOKIE, path=path_at(request, "/"))
    return response


def _within(request: Request, wanted: str) -> str:
    """Return where to go on: a path of this service, never another site, however it is written."""
    is_path = wanted.startswith("/") and not wanted.startswith("//") and "\\" not in wanted
    return wanted if is_path and wanted.isprintable() else path_at(request, "/")
