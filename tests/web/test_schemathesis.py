"""The whole API against its own description: no fault of the service, no answer that the description does not have."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from hypothesis.strategies import one_of
from schemathesis import Case, GenerationMode
from schemathesis.checks import CHECKS
from schemathesis.specs.openapi.schemas import OpenApiSchema
from starlette.types import ASGIApp, Receive, Scope, Send
from tests.web.office import BRANCH, Office, TestClient, open_office

from docgen.accounts import Role
from docgen.web.api.routers import ROUTERS as API

pytestmark = pytest.mark.slow
DESCRIPTION = "/api/v1/openapi.json"
# What a schema cannot say (a record that is there, a period that exists) is refused though the schema lets it pass.
WANTED = [
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "negative_data_rejection",
    "missing_required_header",
    "unsupported_method",
]
PHASES, ALL = [Phase.explicit, Phase.generate], list(HealthCheck)
MOST = {"an administrator": 12, "a clerk": 8, "nobody": 2}
HOST = {"host": "127.0.0.1:8765"}
OPERATIONS: list[str] = [
    getattr(route, "operation_id", "")
    for router in API
    for route in router.routes
    if getattr(route, "include_in_schema", 0)
]


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    opened = open_office(tmp_path_factory.mktemp("试"))
    yield opened
    opened.service.close()


@pytest.fixture(scope="module")
def api(room: Office) -> OpenApiSchema:
    """The API by its description, as an administrator reads it."""
    schema = schemathesis.openapi.from_asgi(
        DESCRIPTION, begun(room.application), headers=known(room.program(Role.ADMIN))
    )
    assert isinstance(schema, OpenApiSchema)
    return schema


@pytest.fixture(scope="module")
def callers(room: Office) -> dict[str, dict[str, str]]:
    """The headers by which each says who they are."""
    return {
        "an administrator": known(room.program(Role.ADMIN)),
        "a clerk": known(room.program(Role.BRANCH, BRANCH)),
        "nobody": HOST,
    }


def begun(application: FastAPI) -> ASGIApp:
    """Return an application that has begun already, so that nobody begins and ends it with each request."""

    async def asked(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await application(scope, receive, send)
        elif (await receive())["type"] == "lifespan.startup":
            await send({"type": "lifespan.startup.complete"})
            await receive()
            await send({"type": "lifespan.shutdown.complete"})

    return asked


def known(client: TestClient) -> dict[str, str]:
    return HOST | {"authorization": client.headers["authorization"]}


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("who", ["an administrator", "a clerk", "nobody"])
@pytest.mark.parametrize("mode", list(GenerationMode))
def test_every_answer_is_one_that_the_description_has(
    api: OpenApiSchema, callers: dict[str, dict[str, str]], operation: str, who: str, mode: GenerationMode
) -> None:
    asked = api.find_operation_by_id(operation)
    cases = asked.as_strategy(generation_mode=mode)
    examples = asked.get_strategies_from_examples() if mode is GenerationMode.POSITIVE else []

    @settings(
        max_examples=MOST[who], deadline=None, derandomize=True, database=None, phases=PHASES, suppress_health_check=ALL
    )
    @given(case=one_of(*examples, cases))
    def answered(case: Case) -> None:
        checks: Any = [CHECKS.get_one(name) for name in WANTED]
        case.call_and_validate(headers=callers[who], checks=checks)

    with suppress(Unsatisfiable):
        # A route without parameters cannot be asked wrongly.
        answered()


def test_every_route_of_the_api_is_tried() -> None:
    assert len(OPERATIONS) == len(set(OPERATIONS)) > 20
