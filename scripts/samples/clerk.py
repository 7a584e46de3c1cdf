"""Takes models' attributes and values, gives the YAML that a clerk would have typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from pydantic import BaseModel

from docgen.model.base import RecordModel
from docgen.model.kinds import RECORD_KINDS

Data = dict[str, Any]

_LINE_OF_LIST = 60
_QUOTED_START = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`\s]|[-?:](?=\s)")
_QUOTED_INSIDE = re.compile(r": |:$| #|\s$")
_FLOW_BREAKS = re.compile(r"[,\[\]{}]")
_LABELS = {kind.model: kind.label for kind in RECORD_KINDS}


@dataclass(frozen=True, slots=True)
class Draft:
    """One record to be written: its unit, folder below 记录, file stem, content, and a comment at its top."""

    unit: str
    folder: str
    stem: str
    data: Data
    comment: str = ""

    @property
    def id(self) -> str:
        """The record's id, as other units refer to it."""
        return f"{self.unit}/{self.local}"

    @property
    def local(self) -> str:
        """The record's id, as its own unit refers to it: the path below 记录 without suffix."""
        return f"{self.folder}/{self.stem}"


@cache
def _labels(model: type[BaseModel]) -> dict[str, str]:
    return {attribute: info.alias or attribute for attribute, info in model.model_fields.items()}


def entry(model: type[BaseModel], **values: Any) -> Data:
    """Return a mapping keyed by the model's labels, in the order given, without what is None."""
    labels = _labels(model)
    return {labels[attribute]: value for attribute, value in values.items() if value is not None}


def record(model: type[RecordModel], **values: Any) -> Data:
    """Return a record of a model: its kind, then the values."""
    return entry(model, kind=_LABELS[model], **values)


def written(data: Mapping[str, Any], comment: str = "") -> str:
    """Return one YAML document in block style."""
    head = [f"# {line}".rstrip() for line in comment.splitlines()]
    return "\n".join([*head, *_mapping(data, "")]) + "\n"


def typed(value: object) -> str:
    """Return a scalar as a clerk types it."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def plain(value: Any) -> Any:
    """Return data as the reader would hand them on: texts in lists and mappings."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return typed(value)


def _mapping(data: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in data.items():
        yield from _pair(key, value, indent)


def _pair(key: str, value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield f"{indent}{key}:"
        yield from _mapping(value, f"{indent}  ")
    elif isinstance(value, list | tuple):
        yield from _sequence(key, value, indent)
    elif "\n" in (text := typed(value)):
        yield f"{indent}{key}: |-"
        yield from (f"{indent}  {line}".rstrip() for line in text.split("\n"))
    else:
        yield f"{indent}{key}: {_scalar(text)}"


def _sequence(key: str, values: Sequence[Any], indent: str) -> Iterator[str]:
    flat = _flat(values)
    if flat is not None:
        yield f"{indent}{key}: [{flat}]"
        return
    yield f"{indent}{key}:"
    for value in values:
        if isinstance(value, Mapping):
            lines = list(_mapping(value, f"{indent}    "))
            yield f"{indent}  - {lines[0].lstrip()}"
            yield from lines[1:]
        else:
            yield from _item(typed(value), indent)


def _item(text: str, indent: str) -> Iterator[str]:
    if "\n" in text:
        yield f"{indent}  - |-"
        yield from (f"{indent}    {line}".rstrip() for line in text.split("\n"))
    else:
        yield f"{indent}  - {_scalar(text)}"


def _flat(values: Sequence[Any]) -> str | None:
    if any(isinstance(value, Mapping) for value in values):
        return None
    if any("\n" in typed(value) for value in values):
        return None
    texts = [_scalar(typed(value)) for value in values]
    line = ", ".join(texts)
    return None if len(line) > _LINE_OF_LIST or any(_FLOW_BREAKS.search(text) for text in texts) else line


def _scalar(text: str) -> str:
    if text and not _QUOTED_START.match(text) and not _QUOTED_INSIDE.search(text):
        return text
    return "'" + text.replace("'", "''") + "'"
