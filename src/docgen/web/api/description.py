"""Takes the application, gives its description in OpenAPI's terms: routes, shapes, problems, how one says who one is."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from pydantic.json_schema import models_json_schema

from docgen.vocabulary.api import ABOUT, BEARER, TAGS
from docgen.web.api.answers import SCHEMAS
from docgen.web.api.shapes import Conflict, Problem

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
        for path in OPEN & made["paths"].keys():
            for operation in made["paths"][path].values():
                operation["security"] = []
        application.openapi_schema = made
    return application.openapi_schema
