"""Takes a response and an account, gives the response with the cookie of a new session."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from docgen.web.identity.sessions import COOKIE, LONGEST
from docgen.web.service import Service
from docgen.web.showing import path_at


def begin_session(request: Request, service: Service, response: Response, account: str) -> None:
    """Begin a session of an account and hand its cookie to the browser."""
    response.set_cookie(
        COOKIE,
        service.sessions.begin(account, service.now()),
        max_age=int(LONGEST.total_seconds()),
        path=path_at(request, "/"),
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="lax",
    )
