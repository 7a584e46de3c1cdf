"""Takes what a record's page sends, gives it by name: which record of which unit, how it is seen, and what was typed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import Depends, Request
from msgspec import Struct
from msgspec.structs import replace

from docgen.editing.content import Content
from docgen.model.base import RecordModel
from docgen.model.kinds import MODELS
from docgen.records.reading import read_text
from docgen.records.record import Record, Written
from docgen.web.asking import MOST_FIELDS
from docgen.web.forms.parsing import Parsed, parse, plain
from docgen.web.forms.tree import KIND

OWN = "~"
"""How the names of the page's own fields begin; no label's name does."""
CSRF = "csrf_token"
FORM, YAML = "form", "yaml"
DEEPEST_GROUP = 12


class Sent(Struct, frozen=True):
    """A record as its page sent it: `record` is its id, "" for a new one; `base` the data that the page began from."""

    unit: str
    record: str = ""
    view: str = FORM
    etag: str = ""
    text: str = ""
    parsed: Parsed = Parsed({}, {})
    base: Mapping[str, Written] | None = None
    do: str = ""
    more: Mapping[str, str] | None = None

    @property
    def content(self) -> Content:
        """What is to be stored: the data of the form, or the text as it was typed."""
        return self.text if self.view == YAML else self.parsed.data

    @property
    def data(self) -> dict[str, Written]:
        """The data that was typed, in either view; {} where the text cannot be read."""
        if self.view != YAML:
            return self.parsed.data
        record = record_in(self.text)
        return record.data if record is not None else {}

    def said(self, name: str) -> str:
        """Return another of the page's own fields, "" where it was not sent."""
        return (self.more or {}).get(name, "")

    def with_data(self, data: dict[str, Written]) -> Sent:
        """Return the same with other data, as a form has it."""
        return replace(self, view=FORM, parsed=Parsed(data, {}))


def record_in(text: str) -> Record | None:
    """Return the record that a text is; None where it cannot be read as one, or only in part."""
    records, _ = read_text(text.encode("utf-8", "replace"), "")
    return records[0] if len(records) == 1 and records[0].sound else None


def model_of(data: Mapping[str, Any]) -> type[RecordModel]:
    """Return the model of the kind that data says it is of; of no known kind, what all have in common."""
    kind = data.get(KIND)
    return MODELS.get(kind, RecordModel) if isinstance(kind, str) else RecordModel


async def _sent(request: Request) -> Sent:
    """Return what a page sent."""
    form = await request.form(max_fields=MOST_FIELDS)
    pairs = [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
    own = {name.removeprefix(OWN): value for name, value in pairs if name.startswith(OWN)}
    typed = [(name, value) for name, value in pairs if not name.startswith(OWN) and name != CSRF]
    return Sent(
        unit=own.get("unit", ""),
        record=own.get("id", ""),
        view=YAML if own.get("view") == YAML else FORM,
        etag=own.get("etag", ""),
        text=own.get("text", "").replace("\r\n", "\n"),
        parsed=parse(typed),
        base=_base(own.get("base", "")),
        do=own.get("do", ""),
        more=own,
    )


Typed = Annotated[Sent, Depends(_sent)]


def _base(text: str) -> Mapping[str, Written] | None:
    try:
        found = plain(json.loads(text)) if text else None
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
