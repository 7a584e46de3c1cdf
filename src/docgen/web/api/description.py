"""Takes the application, gives its description in OpenAPI's terms: routes, shapes, problems, how one says who one is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI, Request
from pydantic.json_schema import models_json_schema

from docgen.vocabulary.api import ABOUT, BEARER, SUCCESS, TAGS
from docgen.web.api.answers import SCHEMAS
from docgen.web.api.shapes import Conflict, Problem
from docgen.web.problems import Refusal
from docgen.workspace.nearest import nearest

UNSAID = "Successful Response"
"""What FastAPI says where a route says nothing."""
PREFIX = "/api/v1"
OPEN = frozenset({f"{PREFIX}/health"})
"""Routes that ask nobody who he is."""


def describe(application: FastAPI) -> dict[str, Any]:
    """Return the description, made once per application."""
    if application.openapi_schema is None:
        made = FastAPI.openapi(application)
        _, schemas = models_json_schema(
            [(Problem, "serialization"), (Conflict, "serialization")], ref_template=f"{SCHEMAS}{{model}}"
        )
        components = made.setdefault("components", {})
        components["schemas"] = {**components.get("schemas", {}), **schemas["$defs"]}
        components["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer", "description": BEARER}}
        made["info"]["description"] = ABOUT
        made["tags"] = [{"name": name, "description": about} for name, about in TAGS]
        made["security"] = [{"token": []}]
        for answer in _answers(made):
            if answer.get("description") == UNSAID:
                answer["description"] = SUCCESS
        for path in OPEN & made["paths"].keys():
            for operation in made["paths"][path].values():
                operation["security"] = []
        application.openapi_schema = made
    return application.openapi_schema


def only_described(request: Request) -> None:
    """Refuse a query that the description does not have: with a filter that is misspelt everything would be found."""
    route: str = getattr(request.scope.get("route"), "path", "")
    methods = describe(request.app)["paths"].get(f"{PREFIX}{route}", {})
    operation = methods.get(request.method.lower())
    if operation is None:
        return
    known = {each["name"] for each in operation.get("parameters", []) if each["in"] == "query"}
    unknown = next((name for name in request.query_params if name not in known), None)
    if unknown is not None:
        raise Refusal(422, "parameter-unknown", {"value": unknown, "near": nearest(unknown, known)})


def _answers(made: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for methods in made["paths"].values():
        for operation in methods.values():
            yield from operation["responses"].values()
