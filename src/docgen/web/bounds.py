"""Takes requests, gives on those that the service can take: called by its name, not too large, not too many at once."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from docgen.web.options import LOCAL_HOSTS, MIB, Bounds, Options
from docgen.web.problems import Refusal
from docgen.web.refusing import respond

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
FOREIGN = frozenset({"cross-site", "same-site"})
UPLOADS = ("/pictures", "/templates", "/api/v1/pictures", "/api/v1/templates")
"""Where files are sent to; every other body is a form or a record."""
RETRY = 2


class Gate:
    """Refuses before anything else is done: an unknown host, a request of another site, a body beyond the bounds.

    A page elsewhere could otherwise have a browser change records, by a name of its own for this machine or by a form.
    """

    def __init__(self, app: ASGIApp, options: Options) -> None:
        self.app = app
        self._bounds: Bounds = options.bounds
        self._hosts = LOCAL_HOSTS | {options.host} | set(options.hosts) if _names_hosts(options) else None
        self._under_way = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        limit = self._bounds.upload if _path(scope).startswith(UPLOADS) else self._bounds.body
        refusal = self._refused(scope, headers, limit)
        if refusal is not None:
            await respond(scope, receive, send, refusal)
            return
        self._under_way += 1
        try:
            await self._counted(scope, receive, send, limit)
        finally:
            self._under_way -= 1

    def _refused(self, scope: Scope, headers: Mapping[str, str], limit: int) -> Refusal | None:
        host = _host(headers.get("host", ""))
        if self._hosts is not None and host not in self._hosts:
            return Refusal(400, "host-wrong", {"value": host})
        if scope["method"] not in SAFE and _is_foreign(headers):
            return Refusal(403, "cross-site")
        announced = headers.get("content-length", "")
        if announced.isascii() and announced.isdecimal() and int(announced) > limit:
            return too_large(limit)
        if self._under_way >= self._bounds.requests:
            return Refusal(503, "busy", {"seconds": RETRY}).after(RETRY)
        return None

    async def _counted(self, scope: Scope, receive: Receive, send: Send, limit: int) -> None:
        """Hand on what comes in, counted: a length that was announced may be none, or a lie.

        FastAPI's own bound would do, but answers in plain text where a length was announced.
        """
        size = 0

        async def counted() -> Message:
            nonlocal size
            message = await receive()
            size += len(message.get("body", b""))
            if size > limit:
                raise _TooLargeError
            return message

        async def unless_too_large(message: Message) -> None:
            # What the application makes of a body that broke off is not the reason.
            if size <= limit:
                await send(message)

        with suppress(_TooLargeError):
            await self.app(scope, counted, unless_too_large)
        if size > limit:
            await respond(scope, receive, send, too_large(limit))


class _TooLargeError(Exception):
    """A body is beyond the limit."""


def too_large(limit: int) -> Refusal:
    """Return the refusal of a body beyond a limit."""
    return Refusal(413, "body-large", {"limit": f"{limit // MIB} MiB"})


def _names_hosts(options: Options) -> bool:
    """Tell whether it is known by which names the service is called: on this machine alone, or where they were given."""
    return options.is_local or bool(options.hosts)


def _path(scope: Scope) -> str:
    path: str = scope["path"]
    return path.removeprefix(scope.get("root_path", ""))


def _host(header: str) -> str:
    try:
        return urlsplit(f"//{header}").hostname or ""
    except ValueError:
        return ""


def _is_foreign(headers: Mapping[str, str]) -> bool:
    """Tell whether a browser says that a page of another site asks."""
    if headers.get("sec-fetch-site") in FOREIGN:
        return True
    origin = headers.get("origin")
    return origin is not None and _host(origin.partition("://")[2]) != _host(headers.get("host", ""))
