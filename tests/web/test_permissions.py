"""Every route of the service with the roles that may use it: tried by each of them, by all others, and by nobody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.web.office import BRANCH, Office, TestClient, csrf

from docgen.accounts import Role, Scope
from docgen.web.bounds import SAFE

OPEN: frozenset[Role] = frozenset()
"""For those, too, who have not said who they are."""
ANYBODY = frozenset(Role)
WRITERS = frozenset({Role.ADMIN, Role.BRANCH})
PUBLISHERS = frozenset({Role.ADMIN, Role.COMMITTEE})
ADMINS = frozenset({Role.ADMIN})

ROUTES: dict[str, frozenset[Role]] = {
    # ---- the API ----
    "GET /api/v1/health": OPEN,
    "GET /api/v1/kinds": ANYBODY,
    "GET /api/v1/schema": ANYBODY,
    "GET /api/v1/branches": ANYBODY,
    "GET /api/v1/branch": ANYBODY,
    "GET /api/v1/records": ANYBODY,
    "POST /api/v1/records": WRITERS,
    "GET /api/v1/record": ANYBODY,
    "PUT /api/v1/record": WRITERS,
    "DELETE /api/v1/record": WRITERS,
    "POST /api/v1/pictures": WRITERS,
    "GET /api/v1/check": ANYBODY,
    "POST /api/v1/check": ANYBODY,
    "GET /api/v1/calendar": ANYBODY,
    "GET /api/v1/render": ANYBODY,
    "POST /api/v1/render": ANYBODY,
    "GET /api/v1/preview": ANYBODY,
    "POST /api/v1/preview": ANYBODY,
    "GET /api/v1/bulletin": PUBLISHERS,
    "GET /api/v1/figures": ANYBODY,
    "GET /api/v1/explain": ANYBODY,
    "GET /api/v1/templates": ANYBODY,
    "GET /api/v1/template": ANYBODY,
    "POST /api/v1/templates": ADMINS,
    "DELETE /api/v1/template": ADMINS,
    "POST /api/v1/exports": ANYBODY,
    "GET /api/v1/exports": ANYBODY,
    "GET /api/v1/exports/{id}": ANYBODY,
    "GET /api/v1/exports/{id}/outcomes": ANYBODY,
    "GET /api/v1/exports/{id}/events": ANYBODY,
    "POST /api/v1/exports/{id}/cancel": ANYBODY,
    "POST /api/v1/exports/{id}/resume": ANYBODY,
    "GET /api/v1/exports/{id}/download": ANYBODY,
    "GET /api/v1/history": ANYBODY,
    "GET /api/v1/change": ANYBODY,
    "GET /api/v1/bin": ANYBODY,
    "POST /api/v1/restore": WRITERS,
    "GET /api/v1/version": ANYBODY,
    "GET /api/v1/me": ANYBODY,
    "GET /api/v1/metrics": ANYBODY,
    "GET /api/v1/openapi.json": ANYBODY,
    "GET /api/v1/docs": ANYBODY,
    # ---- pages ----
    "GET /login": OPEN,
    "POST /login": OPEN,
    "POST /logout": ANYBODY,
    "GET /": ANYBODY,
    "GET /records": ANYBODY,
    "GET /records/new": WRITERS,
    "GET /record": ANYBODY,
    "POST /record": WRITERS,
    "GET /record/row": ANYBODY,
    "POST /record/check": ANYBODY,
    "POST /record/turn": ANYBODY,
    "POST /record/merge": WRITERS,
    "GET /record/paper": ANYBODY,
    "POST /record/paper": ANYBODY,
    "GET /record/history": ANYBODY,
    "GET /record/delete": WRITERS,
    "POST /record/delete": WRITERS,
    "POST /record/restore": WRITERS,
    "GET /history": ANYBODY,
    "GET /history/bin": ANYBODY,
    "GET /history/change": ANYBODY,
    "GET /accounts": ADMINS,
    "POST /accounts/first": ADMINS,
    "POST /accounts/add": ADMINS,
    "GET /accounts/one": ADMINS,
    "POST /accounts/change": ADMINS,
    "POST /accounts/disable": ADMINS,
    "POST /accounts/password": ADMINS,
    "POST /accounts/remove": ADMINS,
    "POST /accounts/token": ADMINS,
    "POST /accounts/revoke": ADMINS,
    "GET /account": ANYBODY,
    "POST /account/password": ANYBODY,
    "POST /account/token": ANYBODY,
    "POST /account/revoke": ANYBODY,
    "GET /pictures": ANYBODY,
    "GET /pictures/one": ANYBODY,
    "POST /pictures": WRITERS,
    "GET /bulletin": ANYBODY,
    "GET /bulletin/paper": ANYBODY,
    "GET /bulletin/file": ANYBODY,
    "POST /bulletin/draft": PUBLISHERS,
    "POST /bulletin/save": PUBLISHERS,
    "POST /bulletin/publish": PUBLISHERS,
    "POST /bulletin/take-over": PUBLISHERS,
    "POST /bulletin/discard": PUBLISHERS,
    "GET /exports": ANYBODY,
    "POST /exports": ANYBODY,
    "GET /exports/job": ANYBODY,
    "GET /exports/events": ANYBODY,
    "POST /exports/cancel": ANYBODY,
    "POST /exports/resume": ANYBODY,
    "GET /exports/download": ANYBODY,
    "GET /statistics": ANYBODY,
    "GET /statistics/chart/{name}.svg": ANYBODY,
    "GET /statistics/paper": ANYBODY,
    "GET /findings": ANYBODY,
    "GET /findings/list": ANYBODY,
    "GET /templates": ANYBODY,
    "GET /templates/one": ANYBODY,
    "GET /templates/file": ANYBODY,
    "GET /templates/commented": ADMINS,
    "GET /templates/trial": ADMINS,
    "POST /templates/upload": ADMINS,
    "POST /templates/use": ADMINS,
    "POST /templates/drop": ADMINS,
    "POST /templates/withdraw": ADMINS,
    "POST /templates/restore": ADMINS,
}
"""Who may ask, whatever about: which units and which records somebody sees is asked by the tests of each route."""

LIMITED = {route: roles for route, roles in ROUTES.items() if roles}
CHANGES = [route for route in LIMITED if route.partition(" ")[0] not in SAFE]
UNIT_OF = {Role.BRANCH: BRANCH}
HIDDEN = {401, 403}


def routes_of(office: Office) -> Iterator[str]:
    for route in office.application.routes:
        contexts = getattr(route, "effective_route_contexts", None)
        if contexts is None:
            # Nothing but the site's own styles and scripts stands beside the routers.
            assert getattr(route, "path", "") == "/static"
            continue
        for each in contexts():
            yield from (f"{method} {each.path}" for method in each.methods)


def ask(client: TestClient, route: str, headers: dict[str, str] | None = None) -> Any:
    """Ask with nothing that a route needs: who may not use it is told so before that is missed."""
    method, _, path = route.partition(" ")
    return client.request(method, path.replace("{id}", "keiner").replace("{name}", "attendance"), headers=headers)


def test_every_route_stands_in_the_table(reading_room: Office) -> None:
    assert sorted(routes_of(reading_room)) == sorted(ROUTES)


@pytest.mark.parametrize("role", list(Role))
def test_a_role_gets_through_where_it_may_and_nowhere_else(office: Office, role: Role) -> None:
    client = office.client(role, UNIT_OF.get(role))
    token = csrf(client)
    last = {"POST /logout"}
    answers = {route: ask(client, route, token) for route in sorted(LIMITED, key=lambda route: route in last)}
    refused = {route for route, answer in answers.items() if answer.status_code in HIDDEN}
    assert refused == {route for route, roles in LIMITED.items() if role not in roles}
    assert [route for route, answer in answers.items() if answer.status_code >= 500] == []


@pytest.mark.parametrize("route", LIMITED)
def test_nobody_gets_through_without_saying_who_one_is(reading_room: Office, route: str) -> None:
    reading_room.account(Role.ADMIN)
    answer = ask(reading_room.client(), route)
    is_sent_to_login = answer.status_code == 303 and answer.headers["location"].startswith("/login")
    assert answer.status_code == 401 if route.partition(" ")[2].startswith("/api/") else is_sent_to_login


@pytest.mark.parametrize("route", CHANGES)
def test_no_change_is_made_for_a_page_of_another_site(reading_room: Office, route: str) -> None:
    answer = ask(reading_room.client(Role.ADMIN), route, {"accept": "application/json"})
    assert (answer.status_code, answer.json()["type"]) == (403, "urn:docgen:forged")


@pytest.mark.parametrize("route", [route for route, roles in LIMITED.items() if roles <= WRITERS | PUBLISHERS])
def test_a_token_that_may_only_read_changes_nothing(reading_room: Office, route: str) -> None:
    reader = reading_room.program(Role.ADMIN, scopes=(Scope.READ,))
    if LIMITED[route] != ANYBODY:
        assert ask(reader, route).status_code == 403


@pytest.mark.parametrize("text", ["docgen_", "docgen_" + "a" * 43, "keines", "Ω"])
def test_a_token_that_was_never_given_out_opens_nothing(reading_room: Office, text: str) -> None:
    client = reading_room.client()
    answer = client.get("/api/v1/records", headers=[(b"authorization", f"Bearer {text}".encode())])
    assert (answer.status_code, answer.json()["type"]) == (401, "urn:docgen:token-wrong")
