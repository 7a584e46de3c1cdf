"""Takes the statuses with which a route may refuse, gives what OpenAPI says of them: a problem, and its headers."""

from __future__ import annotations

from typing import Any

from docgen.formats import MEDIA_TYPES
from docgen.vocabulary.api import BODY, EXAMPLE, EXAMPLE_TEXT, NAME_HEADER, PROBLEMS, RETRY_AFTER
from docgen.web.api.sending import JSON, YAML
from docgen.web.downloads import ZIP
from docgen.web.problems import PROBLEM_TYPE

ALWAYS = (400, 401, 403, 413, 422, 429, 500, 503)
"""What any route may answer: the gate, the login and the bounds stand before all of them."""
SCHEMAS = "#/components/schemas/"
BINARY = {"schema": {"type": "string", "format": "binary"}}

Responses = dict[int | str, dict[str, Any]]


def refusals(*statuses: int, conflict: str = "Problem") -> Responses:
    """Return the refusals of a route: those that any has, and its own."""
    return {status: _refusal(status, conflict) for status in sorted({*ALWAYS, *statuses})}


def _refusal(status: int, conflict: str) -> dict[str, Any]:
    name = conflict if status == 412 else "Problem"
    answer: dict[str, Any] = {
        "description": PROBLEMS[status],
        "content": {PROBLEM_TYPE: {"schema": {"$ref": f"{SCHEMAS}{name}"}}},
    }
    if status in {429, 503}:
        answer["headers"] = {"Retry-After": header(RETRY_AFTER)}
    return answer


def header(description: str) -> dict[str, Any]:
    """Return the declaration of a header."""
    return {"description": description, "schema": {"type": "string"}}


def files(*media_types: str, description: str) -> dict[str, Any]:
    """Return the declaration of an answer that is a file of one of some types, by default any that docgen makes."""
    types = media_types or tuple(media.partition(";")[0] for media in (*MEDIA_TYPES.values(), ZIP))
    return {
        "description": description,
        "headers": {"Content-Disposition": header(NAME_HEADER)},
        "content": dict.fromkeys(types, BINARY),
    }


def sent_record() -> dict[str, Any]:
    """Return the declaration of a body that is a record: an object of labels and texts, or YAML."""
    return {
        "requestBody": {
            "required": True,
            "description": BODY,
            "content": {
                JSON: {"schema": {"type": "object", "additionalProperties": True}, "example": EXAMPLE},
                YAML: {"schema": {}, "example": EXAMPLE_TEXT},
            },
        }
    }
