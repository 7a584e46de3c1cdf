"""Takes a request, gives who asks and what they may: the dependencies that every route declares."""

from __future__ import annotations

import hmac
from typing import Annotated

from fastapi import Depends, Request
from fastapi.params import Depends as Dependency
from msgspec import Struct

from docgen.accounts import LOCAL, Action, Caller, may
from docgen.vocabulary.accounts import ACTIONS
from docgen.web.bounds import SAFE
from docgen.web.identity.sessions import COOKIE, Session
from docgen.web.problems import Refusal
from docgen.web.refusing import is_for_programs
from docgen.web.service import Service

BEARER = "bearer "
FORWARDED = frozenset({"forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip"})
"""What a proxy adds: who asks by one does not sit at this machine, though the request comes from it."""
FIELD, HEADER = "csrf_token", "x-csrf-token"
MOST_FIELDS = 20_000
"""How many fields a form may have; a long record has a thousand, and the bounds of a body hold for all of them."""
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


def service_of(request: Request) -> Service:
    """Return the service that is asked."""
    service: Service = request.app.state.service
    return service


Asked = Annotated[Service, Depends(service_of)]


def caller_of(request: Request, service: Asked) -> Caller:
    """Return who asks: by an access token, by a session, or from this machine where there are no accounts."""
    caller, csrf = _identified(request, service)
    request.state.caller, request.state.csrf = caller, csrf
    return caller


Who = Annotated[Caller, Depends(caller_of)]


def _identified(request: Request, service: Service) -> tuple[Caller, str]:
    authorization = request.headers.get("authorization", "")
    if authorization.lower().startswith(BEARER):
        by_token = service.accounts.token(authorization[len(BEARER) :].strip(), service.now())
        if by_token is None:
            raise Refusal(401, "token-wrong")
        return by_token, ""
    if not service.accounts.exists:
        if not service.options.is_local or FORWARDED & set(request.headers):
            raise Refusal(403, "accounts-needed")
        return LOCAL, service.local_csrf
    session = session_of(request, service)
    caller = service.accounts.session(session.account, session.begun) if session is not None else None
    if session is None or caller is None:
        raise Refusal(401, "login-needed")
    return caller, session.csrf


def session_of(request: Request, service: Service) -> Session | None:
    """Return the session of a request's cookie."""
    return service.sessions.of(request.cookies.get(COOKIE, ""), service.now())


async def unforged(request: Request, who: Who) -> None:
    """Refuse a change that a browser asks for without the token of its session, as a foreign page would."""
    if request.method in SAFE or who.via == "token":
        return
    if who.via == "local" and is_for_programs(request.scope):
        return
    given = request.headers.get(HEADER, "")
    if not given and request.headers.get("content-type", "").startswith(FORMS):
        given = str((await request.form(max_fields=MOST_FIELDS)).get(FIELD, ""))
    if not hmac.compare_digest(given.encode(), request.state.csrf.encode()):
        raise Refusal(403, "forged")


class Requirement(Struct, frozen=True):
    """What one must be allowed to do to use a route; which unit it is about is asked where that is known."""

    action: Action

    def __call__(self, who: Who, _unforged: Annotated[None, Depends(unforged)]) -> None:
        """Refuse those who may not."""
        if not may(who, self.action):
            raise Refusal(403, "not-allowed", {"value": who.name, "action": ACTIONS[self.action]})


def require(action: Action) -> Dependency:
    """Return the dependency of a route that needs an action; each route has exactly one."""
    return Dependency(Requirement(action))


def allow(who: Caller, action: Action, unit: str | None = None, *, confidential: bool = False) -> None:
    """Refuse what somebody may not do to a unit; of what may not even be read nothing is said but that it is not there."""
    if not may(who, Action.READ, unit, confidential=confidential):
        raise Refusal(404, "not-found", {"value": unit or ""})
    if not may(who, action, unit, confidential=confidential):
        raise Refusal(403, "not-allowed", {"value": who.name, "action": ACTIONS[action]})


def visible_units(service: Service, who: Caller) -> tuple[str, ...]:
    """Return the 简称 of the units that somebody may read, in the order of the workspace."""
    return tuple(short for short in service.library.workspace().units if may(who, Action.READ, short))
