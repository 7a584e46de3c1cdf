"""Takes the application, gives its description in OpenAPI's terms: routes, shapes, problems, how one says who one is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI
from pydantic.json_schema import models_json_schema

from docgen.vocabulary.api import ABOUT, BEARER, SUCCESS, TAGS
from docgen.web.api.answers import SCHEMAS
from docgen.web.api.shapes import Conflict, Problem

UNSAID = "Successful Response"
"""What FastAPI says where a route says nothing."""
OPEN = frozenset({"/api/v1/health"})
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


def _answers(made: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for methods in made["paths"].values():
        for operation in methods.values():
            yield from operation["responses"].values()
