"""Takes the description of the API in OpenAPI's terms, gives what its page shows: routes by subject, shapes by name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from msgspec import Struct

from docgen.vocabulary.api import HEADER_PLACE, PATH_PLACE, QUERY_PLACE, SEVERAL, TYPE_NAMES
from docgen.web.api.answers import ALWAYS, SCHEMAS

Plain = dict[str, Any]
PLACES = {"path": PATH_PLACE, "query": QUERY_PLACE, "header": HEADER_PLACE}
OR = " | "
TOKEN = "$DOCGEN_TOKEN"


class Parameter(Struct, frozen=True):
    """One thing that can be said in a query or a header."""

    name: str
    place: str
    type: str
    about: str
    needed: bool


class Answer(Struct, frozen=True):
    """One way in which a route answers: `shapes` name what is in it."""

    status: str
    about: str
    media: tuple[str, ...]
    shapes: tuple[str, ...]


class Operation(Struct, frozen=True):
    """One route: what it does, what it takes, what it answers, and how curl asks it."""

    id: str
    method: str
    path: str
    name: str
    about: str
    parameters: tuple[Parameter, ...]
    body: str
    body_shapes: tuple[str, ...]
    answers: tuple[Answer, ...]
    curl: str


class Group(Struct, frozen=True):
    """The routes about one subject."""

    name: str
    about: str
    operations: tuple[Operation, ...]


class Field(Struct, frozen=True):
    """One key of a shape."""

    name: str
    type: str
    about: str
    example: str


class NamedShape(Struct, frozen=True):
    """One shape of a body."""

    name: str
    about: str
    fields: tuple[Field, ...]


def groups(described: Plain, address: str) -> tuple[Group, ...]:
    """Return the routes by subject; `address` is where the service is."""
    named: Plain = described["components"]["schemas"]
    by_tag: dict[str, list[Operation]] = {each["name"]: [] for each in described["tags"]}
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            by_tag[operation["tags"][0]].append(_operation(method.upper(), path, operation, address, named))
    return tuple(
        Group(each["name"], each["description"], tuple(by_tag[each["name"]]))
        for each in described["tags"]
        if by_tag[each["name"]]
    )


def shapes(described: Plain) -> tuple[NamedShape, ...]:
    """Return the shapes by name."""
    schemas: Plain = described["components"]["schemas"]
    return tuple(
        NamedShape(name, schema.get("description", ""), tuple(_fields(schema, schemas)))
        for name, schema in sorted(schemas.items())
        if "properties" in schema
    )


def type_of(schema: Plain, named: Plain) -> str:
    """Return the type of a value in a few words; of a named choice what may be chosen."""
    if "$ref" in schema:
        name = str(schema["$ref"]).removeprefix(SCHEMAS)
        return type_of(named[name], named) if "enum" in named.get(name, {}) else name
    if "enum" in schema or "const" in schema:
        return OR.join(map(str, schema.get("enum", [schema.get("const")])))
    if "anyOf" in schema:
        return OR.join(dict.fromkeys(type_of(each, named) for each in schema["anyOf"] if each.get("type") != "null"))
    if schema.get("type") == "array":
        return SEVERAL.format(type_of(schema.get("items", {}), named))
    known = str(schema.get("format") or schema.get("type") or "")
    return TYPE_NAMES.get(known, known)


def _operation(method: str, path: str, operation: Plain, address: str, named: Plain) -> Operation:
    body = operation.get("requestBody", {}).get("content", {})
    return Operation(
        id=operation["operationId"],
        method=method,
        path=path,
        name=operation["summary"],
        about=operation.get("description", ""),
        parameters=tuple(_parameter(each, named) for each in operation.get("parameters", [])),
        body=_example(body),
        body_shapes=tuple(_references(body)),
        answers=tuple(
            _answer(status, each)
            for status, each in sorted(operation["responses"].items())
            if int(status) not in ALWAYS
        ),
        curl=_curl(method, f"{address}{path}", operation, body),
    )


def _parameter(parameter: Plain, named: Plain) -> Parameter:
    return Parameter(
        name=parameter["name"],
        place=PLACES[parameter["in"]],
        type=type_of(parameter["schema"], named),
        about=parameter.get("description") or "",
        needed=parameter.get("required", False),
    )


def _answer(status: str, answer: Plain) -> Answer:
    content = answer.get("content", {})
    return Answer(status, answer["description"], tuple(content), tuple(dict.fromkeys(_references(content))))


def _fields(schema: Plain, named: Plain) -> Iterator[Field]:
    for name, each in schema["properties"].items():
        examples = each.get("examples", [])
        example = json.dumps(examples[0], ensure_ascii=False) if examples else ""
        yield Field(name, type_of(each, named), each.get("description", ""), example)


def _references(content: Any) -> Iterator[str]:
    """Yield the names of the shapes that something points to."""
    if isinstance(content, dict):
        if "$ref" in content:
            yield content["$ref"].removeprefix(SCHEMAS)
        for each in content.values():
            yield from _references(each)
    elif isinstance(content, list):
        for each in content:
            yield from _references(each)


def _example(body: Plain) -> str:
    example = next((each["example"] for each in body.values() if "example" in each), None)
    return "" if example is None else json.dumps(example, ensure_ascii=False, indent=2)


def _curl(method: str, url: str, operation: Plain, body: Plain) -> str:
    """Return the command that asks a route with what it must be asked with."""
    query = "&".join(
        f"{each['name']}={quote(str(_first_example(each)), safe='/')}"
        for each in operation.get("parameters", [])
        if each["in"] == "query" and each.get("required")
    )
    for each in operation.get("parameters", []):
        if each["in"] == "path":
            url = url.replace(f"{{{each['name']}}}", quote(str(_first_example(each))))
    lines = [f"curl -H 'Authorization: Bearer {TOKEN}'", f"'{url}?{query}'" if query else f"'{url}'"]
    if method != "GET":
        lines.insert(1, f"-X {method}")
    if any(each["name"] == "If-Match" for each in operation.get("parameters", [])):
        lines.insert(1, "-H 'If-Match: \"…\"'")
    if body:
        lines[-1:-1] = ["-H 'Content-Type: application/json'", "-d @body.json"]
    return " \\\n  ".join(lines)


def _first_example(parameter: Plain) -> Any:
    schema = parameter["schema"]
    found = (parameter.get("example"), *schema.get("examples", []), *parameter.get("examples", []))
    example = next((each for each in found if each is not None), "…")
    return example[0] if isinstance(example, list) and example else example
