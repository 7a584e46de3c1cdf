"""Takes an error and a request, gives the response: an object for programs, a page for people, a piece of one for htmx."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import Receive, Scope, Send

from docgen.errors import DocgenError
from docgen.web.problems import PROBLEM_TYPE, Refusal, problem, status_of
from docgen.web.showing import page, path_at

API = "/api/"
LOGIN_NEEDED = "login-needed"


def answer(request: Request, error: DocgenError) -> Response:
    """Return the response that tells of an error."""
    status = status_of(error)
    headers = error.headers if isinstance(error, Refusal) else {}
    if is_for_programs(request.scope):
        if status == 401:
            headers = {**headers, "WWW-Authenticate": "Bearer"}
        return JSONResponse(problem(error), status, headers, PROBLEM_TYPE)
    if error.code == LOGIN_NEEDED:
        return _to_login(request)
    template = "problem-fragment.html" if "hx-request" in request.headers else "problem.html"
    response = page(request, template, status=status, problem=problem(error))
    response.headers.update(headers)
    return response


def is_for_programs(scope: Scope) -> bool:
    """Tell whether a program asks: below /api/, or for a plain answer."""
    path: str = scope["path"].removeprefix(scope.get("root_path", ""))
    accept = Headers(scope=scope).get("accept", "")
    return path.startswith(API) or "json" in accept.partition(",")[0]


async def respond(scope: Scope, receive: Receive, send: Send, error: DocgenError) -> None:
    """Send the response that tells of an error."""
    await answer(Request(scope), error)(scope, receive, send)


def _to_login(request: Request) -> Response:
    """Send a browser to the page for logging in, and back where it came from; htmx follows by its own header."""
    wanted = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    query = request.url.include_query_params().replace_query_params(next=wanted).query
    there = f"{path_at(request, '/login')}?{query}"
    if "hx-request" in request.headers:
        return Response(status_code=401, headers={"HX-Redirect": there})
    return RedirectResponse(there, status_code=303)
