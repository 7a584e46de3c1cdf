"""Takes the body of a request, gives the record in it: data as typed from JSON, or its YAML text as it is."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any

from fastapi import Depends, Request

from docgen.editing.content import Content
from docgen.errors import UsageError
from docgen.records.record import Written
from docgen.vocabulary.api import NO, YES
from docgen.web.problems import Refusal

JSON, YAML = "application/json", "application/yaml"
YAML_TYPES = frozenset({YAML, "application/x-yaml", "text/yaml", "text/x-yaml"})
JSON_TYPES = frozenset({JSON, ""})


async def record_sent(request: Request) -> Content:
    """Return the record of a body; raise Refusal where it is none."""
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media not in JSON_TYPES | YAML_TYPES:
        raise Refusal(415, "media-wrong", {"value": media})
    body = await request.body()
    return _yaml(body) if media in YAML_TYPES else _json(body)


Sent = Annotated[Content, Depends(record_sent)]


def content_of(value: Any) -> Content:
    """Return a record that stands inside a body: YAML text, or data; raise Refusal where it is neither."""
    try:
        plain = as_written(value)
    except RecursionError as fault:
        raise Refusal(422, "json-broken", {"value": type(fault).__name__}) from fault
    if isinstance(plain, list):
        raise Refusal(422, "json-not-record")
    return _filled(plain) if isinstance(plain, str) else plain


def as_written(value: Any) -> Written:
    """Return what JSON has as the texts that somebody would have typed: 12.5, 是; what is null was not written."""
    if isinstance(value, Mapping):
        return {_sound(str(key)): as_written(each) for key, each in value.items() if each is not None}
    if isinstance(value, list | tuple):
        return [as_written(each) for each in value if each is not None]
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, float):
        return _number(value)
    return _sound(str(value))


def _number(value: float) -> str:
    if not math.isfinite(value):
        raise Refusal(422, "number-endless", {"value": str(value)})
    return format(Decimal(repr(value)), "f").removesuffix(".0")


def _yaml(body: bytes) -> str:
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise Refusal(422, "yaml-not-utf8") from fault
    return _filled(text)


def _filled(text: str) -> str:
    if not text.strip():
        raise UsageError("record-text-empty")
    return text


def _json(body: bytes) -> Content:
    """Read JSON with its numbers as they were written, so that 12.50 stays 12.50."""
    try:
        value = json.loads(
            body, parse_float=str, parse_int=str, parse_constant=_refuse, object_pairs_hook=_without_doubles
        )
    except (ValueError, RecursionError) as fault:
        raise Refusal(422, "json-broken", {"value": getattr(fault, "msg", type(fault).__name__)}) from fault
    if not isinstance(value, dict):
        raise Refusal(422, "json-not-record")
    return content_of(value)


def _refuse(constant: str) -> str:
    raise Refusal(422, "number-endless", {"value": constant})


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise Refusal(422, "json-twice", {"value": key.encode("utf-8", "replace").decode()})
        found[key] = value
    return found


def _sound(text: str) -> str:
    """Return a text that can be written to a file; raise Refusal for half a character."""
    try:
        text.encode()
    except UnicodeEncodeError as fault:
        raise Refusal(422, "text-broken") from fault
    return text
