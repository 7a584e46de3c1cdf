"""Takes a service, gives the application that answers its requests: the tables of its routers and of its errors."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio import to_thread
from fastapi import Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from docgen.errors import DocgenError, Fault
from docgen.version import __version__
from docgen.web.api.description import PREFIX, only_described
from docgen.web.api.routers import ROUTERS as API
from docgen.web.bounds import Gate
from docgen.web.headers import SecurityHeaders
from docgen.web.measures import Measured
from docgen.web.pages.routers import ROUTERS as PAGES
from docgen.web.problems import Refusal
from docgen.web.refusing import answer
from docgen.web.service import Service
from docgen.web.showing import STATIC

TITLE = "docgen"
SUMMARY = "党支部工作材料：记录、检查、材料、导出"
BETWEEN = "；"
FOREVER = "public, max-age=31536000, immutable"
"""Static files are asked for with docgen's version, so that a browser need never ask twice."""
ASKED_AGAIN = "no-cache"
"""What scripts import of each other they ask for without it."""
log = logging.getLogger("docgen.web")


def create_application(service: Service) -> FastAPI:
    """Return the application of a service; the service starts and ends with it."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        # More threads than that only take Python's one lock from each other, and every answer waits for all others.
        to_thread.current_default_thread_limiter().total_tokens = service.options.bounds.threads
        service.start()
        yield
        service.close()

    application = FastAPI(
        title=TITLE,
        summary=SUMMARY,
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=lifespan,
        middleware=[
            Middleware(Measured, measures=service.measures),
            Middleware(SecurityHeaders),
            Middleware(Gate, options=service.options),
        ],
        exception_handlers={
            DocgenError: _known,
            RequestValidationError: _invalid,
            HTTPException: _refused,
            ClientDisconnect: _gone,
            Exception: _unforeseen,
        },
    )
    application.state.service = service
    for router in API:
        application.include_router(router, prefix=PREFIX, dependencies=[Depends(only_described)])
    for router in PAGES:
        application.include_router(router, include_in_schema=False)
    application.mount("/static", _Static(directory=STATIC), "static")
    return application


class _Static(StaticFiles):
    """The site's own styles and scripts."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["cache-control"] = FOREVER if scope["query_string"] else ASKED_AGAIN
        return response


async def _known(request: Request, error: Exception) -> Response:
    if not isinstance(error, DocgenError):
        raise error
    return answer(request, error)


async def _invalid(request: Request, error: Exception) -> Response:
    """Tell what of a request does not fit, all of it at once, each with its place."""
    wrong = error.errors() if isinstance(error, RequestValidationError) else []
    told = [{"place": [str(step) for step in each["loc"]], "message": each["msg"]} for each in wrong]
    places = BETWEEN.join(dict.fromkeys(".".join(each["place"]) for each in told))
    return answer(request, Refusal(422, "body-invalid", {"value": places}, errors=told))


async def _refused(request: Request, error: Exception) -> Response:
    """Tell in docgen's words what the framework refuses: a page that there is none of, a method."""
    if not isinstance(error, HTTPException):
        raise error
    if error.status_code == 405:
        refusal = Refusal(405, "method-wrong", {"value": request.method})
        refusal.headers.update(error.headers or {})
        return answer(request, refusal)
    if error.status_code == 404:
        return answer(request, Refusal(404, "not-found", {"value": request.url.path}))
    return answer(request, Refusal(error.status_code, "body-invalid", {"value": str(error.detail)}))


async def _gone(_request: Request, _error: Exception) -> Response:
    """Answer nobody: a browser leaves off asking when its page asks for something else."""
    return Response(status_code=400)


async def _unforeseen(request: Request, error: Exception) -> Response:
    """Tell that docgen is to blame; the trace goes to the log, not to the one who asked."""
    log.error("unforeseen", exc_info=error)
    return answer(request, Fault("fault", {"reason": type(error).__name__}))
