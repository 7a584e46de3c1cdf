"""Takes requests of an administrator, gives the accounts: added, changed, closed, with passwords and tokens shown once."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query, Request
from msgspec import Struct
from starlette.responses import RedirectResponse, Response

from docgen.accounts import SCOPES, Account, Action, Role, Scope, granted
from docgen.accounts.permissions import CLEARED_ONE_BY_ONE, UNIT_NEEDED, UNIT_POSSIBLE
from docgen.accounts.tokens import LONGEST_DAYS
from docgen.errors import DocgenError, UsageError
from docgen.web.asking import Asked, require
from docgen.web.entering import begin_session
from docgen.web.identity.first_passwords import first_password
from docgen.web.problems import problem, status_of
from docgen.web.service import Service
from docgen.web.showing import page, path_at

router = APIRouter()
SEE_OTHER = 303
DAYS = 90

Name = Annotated[str, Form(max_length=100)]
Text = Annotated[str, Form(max_length=300)]
Flag = Annotated[bool, Form()]


class Shown(Struct, frozen=True):
    """What is shown once and never again: a password or a token, and whose it is."""

    name: str
    password: str = ""
    token: str = ""
    expires: datetime | None = None


@router.get("/accounts", dependencies=[require(Action.ACCOUNTS)])
def listed(request: Request, service: Asked, said: Annotated[str, Query()] = "") -> Response:
    """List the accounts; where there are none, offer to make the first."""
    return _list(request, service, said=said)


@router.post("/accounts/first", dependencies=[require(Action.ACCOUNTS)])
def first(request: Request, service: Asked, name: Name = "", password: Text = "", again: Text = "") -> Response:
    """Add the first administrator, who is logged in at once: from now on everybody must log in."""
    try:
        if service.accounts.exists:
            raise UsageError("account-exists", {"value": name})
        _refuse_mismatch(password, again)
        added = service.accounts.add(_new(service, name, Role.ADMIN), password)
    except DocgenError as error:
        return _list(request, service, error=error, name=name)
    response = RedirectResponse(f"{path_at(request, '/accounts')}?said=first", SEE_OTHER)
    begin_session(request, service, response, added.name)
    return response


@router.post("/accounts/add", dependencies=[require(Action.ACCOUNTS)])
def add(
    request: Request,
    service: Asked,
    *,
    name: Name = "",
    role: Annotated[Role, Form()] = Role.BRANCH,
    unit: Text = "",
    confidential: Flag = False,
    password: Text = "",
) -> Response:
    """Add an account, with a password that is typed, or one that is made and shown once."""
    made = "" if password else first_password(name)
    try:
        added = service.accounts.add(
            _new(service, name, role, _unit(role, unit), _cleared(role, confidential)), made or password
        )
    except DocgenError as error:
        return _list(request, service, error=error, name=name)
    return _list(request, service, shown=Shown(added.name, password=made), said="added")


@router.get("/accounts/one", dependencies=[require(Action.ACCOUNTS)])
def one(
    request: Request, service: Asked, name: Annotated[str, Query()], said: Annotated[str, Query()] = ""
) -> Response:
    """Show one account."""
    return _one(request, service, name, said=said)


@router.post("/accounts/change", dependencies=[require(Action.ACCOUNTS)])
def change(
    request: Request,
    service: Asked,
    *,
    name: Name,
    role: Annotated[Role, Form()],
    unit: Text = "",
    confidential: Flag = False,
) -> Response:
    """Change what an account may do; whoever is logged in by it must log in again."""
    try:
        service.accounts.change(
            name,
            at=service.now(),
            role=role,
            unit=_unit(role, unit),
            confidential=_cleared(role, confidential),
        )
    except DocgenError as error:
        return _one(request, service, name, error=error)
    return _ended(request, service, name, "changed")


@router.post("/accounts/disable", dependencies=[require(Action.ACCOUNTS)])
def disable(request: Request, service: Asked, name: Name, disabled: Flag = True) -> Response:
    """Close an account, or open it again."""
    try:
        service.accounts.change(name, at=service.now(), disabled=disabled)
    except DocgenError as error:
        return _one(request, service, name, error=error)
    return _ended(request, service, name, "disabled" if disabled else "enabled")


@router.post("/accounts/password", dependencies=[require(Action.ACCOUNTS)])
def reset(request: Request, service: Asked, name: Name, password: Text = "") -> Response:
    """Give an account another password, one that is typed, or one that is made and shown once."""
    made = "" if password else first_password(name)
    try:
        account = service.accounts.set_password(name, made or password, at=service.now())
    except DocgenError as error:
        return _one(request, service, name, error=error)
    service.sessions.end_all(account.name)
    return _one(request, service, name, shown=Shown(account.name, password=made), said="password")


@router.post("/accounts/remove", dependencies=[require(Action.ACCOUNTS)])
def remove(request: Request, service: Asked, name: Name) -> Response:
    """Remove an account and its tokens for good."""
    try:
        gone = service.accounts.remove(name)
    except DocgenError as error:
        return _one(request, service, name, error=error)
    service.sessions.end_all(gone.name)
    return RedirectResponse(f"{path_at(request, '/accounts')}?said=removed", SEE_OTHER)


@router.post("/accounts/token", dependencies=[require(Action.ACCOUNTS)])
def issue(
    request: Request,
    service: Asked,
    name: Name,
    scopes: Annotated[list[Scope], Form()] = [],  # noqa: B006 - FastAPI copies it
    days: Annotated[int, Form()] = DAYS,
    label: Text = "",
) -> Response:
    """Issue a token of an account and show it once."""
    try:
        shown = issued(service, name, scopes, days, label)
    except DocgenError as error:
        return _one(request, service, name, error=error)
    return _one(request, service, name, shown=shown)


@router.post("/accounts/revoke", dependencies=[require(Action.ACCOUNTS)])
def revoke(request: Request, service: Asked, name: Name, token: Text) -> Response:
    """Make a token of an account void."""
    revoked(service, name, token)
    return _back(request, name, "revoked")


def issued(service: Service, name: str, scopes: list[Scope], days: int, label: str) -> Shown:
    """Issue a token; raise UsageError for one that would do more than its account, or live too long."""
    now = service.now()
    # More days than a date has room for are refused by the accounts, not by the calendar.
    expires = now + timedelta(days=min(max(days, 0), LONGEST_DAYS + 1))
    text, token = service.accounts.issue_token(name, scopes, expires, label, at=now)
    return Shown(token.account, token=text, expires=token.expires)


def revoked(service: Service, name: str, token: str) -> None:
    """Make a token void; raise UsageError where the account has none with this id."""
    if token not in {each.id for each in service.accounts.tokens(name)}:
        raise UsageError("token-unknown", {"value": token})
    service.accounts.revoke(token)


def scopes_of(account: Account) -> tuple[Scope, ...]:
    """Return for what an account's tokens can be."""
    return tuple(scope for scope in Scope if SCOPES[scope] <= granted(account.caller))


def account_page(
    request: Request,
    service: Service,
    template: str,
    account: Account,
    *,
    shown: Shown | None,
    said: str,
    error: DocgenError | None,
    **more: Any,
) -> Response:
    """Show one account with its tokens, and what was just done or refused."""
    return page(
        request,
        template,
        status=status_of(error) if error is not None else 200,
        account=account,
        tokens=service.accounts.tokens(account.name),
        scopes=scopes_of(account),
        now=service.now(),
        days=DAYS,
        most_days=LONGEST_DAYS,
        shown=shown,
        said=said,
        problem=problem(error) if error is not None else None,
        **more,
    )


def _new(service: Service, name: str, role: Role, unit: str | None = None, confidential: bool = False) -> Account:
    return Account(name, role, unit, confidential, disabled=False, changed=service.now())


def _unit(role: Role, unit: str) -> str | None:
    """Return the unit that a form means: where a role has none, what another role left in the field does not count."""
    return unit or None if role in UNIT_POSSIBLE else None


def _cleared(role: Role, confidential: bool) -> bool:
    return confidential and role in CLEARED_ONE_BY_ONE


def _refuse_mismatch(password: str, again: str) -> None:
    if password != again:
        raise UsageError("password-mismatch")


def _ended(request: Request, service: Service, name: str, said: str) -> Response:
    service.sessions.end_all(service.accounts.account(name).name)
    return _back(request, name, said)


def _back(request: Request, name: str, said: str) -> Response:
    query = urlencode({"name": name, "said": said})
    return RedirectResponse(f"{path_at(request, '/accounts/one')}?{query}", SEE_OTHER)


def _list(
    request: Request,
    service: Service,
    *,
    shown: Shown | None = None,
    said: str = "",
    error: DocgenError | None = None,
    name: str = "",
) -> Response:
    return page(
        request,
        "accounts/list.html",
        status=status_of(error) if error is not None else 200,
        accounts=service.accounts.list(),
        exists=service.accounts.exists,
        shown=shown,
        said=said,
        problem=problem(error) if error is not None else None,
        name=name,
        **_choices(service),
    )


def _one(
    request: Request,
    service: Service,
    name: str,
    *,
    shown: Shown | None = None,
    said: str = "",
    error: DocgenError | None = None,
) -> Response:
    account = service.accounts.account(name)
    return account_page(
        request, service, "accounts/one.html", account, shown=shown, said=said, error=error, **_choices(service)
    )


def _choices(service: Service) -> dict[str, object]:
    return {
        "roles": tuple(Role),
        "units": tuple(service.library.workspace().units),
        "unit_roles": " ".join(UNIT_POSSIBLE),
        "unit_needed": " ".join(UNIT_NEEDED),
        "cleared_roles": " ".join(CLEARED_ONE_BY_ONE),
    }
