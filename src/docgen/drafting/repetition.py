"""Takes an earlier record, gives the parts of it that the next one of its kind repeats."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from pydantic import BaseModel

from docgen.model.base import RecordModel, label_of
from docgen.records.writing import Plain

FIXED = frozenset(
    {
        "place", "host", "host_delegated", "recorder", "type", "group", "mode", "due", "hours", "copies_to", "contact",
        "notice_requirements", "fixed_actions", "partners", "category", "supervision", "member", "action", "channels",
        "column", "responsible", "beneficiary", "contributor", "talker", "leader", "branch", "level", "post", "area",
    }
)  # fmt: skip
"""What stays the same from one time to the next: never who came, what was said, or what was decided."""

INSIDE: Mapping[str, frozenset[str]] = {
    "agenda": frozenset({"title", "first"}),
    "own_actions": frozenset({"step"}),
    "duties": frozenset({"matter", "responsible"}),
}
"""Of which groups which parts are repeated."""

YES = "是"


def repeated(model: RecordModel) -> dict[str, Plain]:
    """Return, by label, what the next record of the kind takes over."""
    found = _of(model, FIXED)
    for attribute, parts in INSIDE.items():
        items = [_of(each, parts) for each in getattr(model, attribute, ()) or ()]
        if kept := [item for item in items if item]:
            found[label_of(type(model), attribute)] = kept
    return found


def _of(model: BaseModel, attributes: frozenset[str]) -> dict[str, Plain]:
    """Return the written ones of some attributes, in the model's order."""
    return {
        label_of(type(model), attribute): text
        for attribute in type(model).model_fields
        if attribute in attributes and attribute in model.model_fields_set
        for text in [plain(getattr(model, attribute))]
        if text
    }


def plain(value: object) -> Plain:
    """Return a value as a record writes it; "" for what is not plain."""
    match value:
        case StrEnum() | str() | Decimal():
            return str(value)
        case bool():
            return YES if value else ""
        case datetime():
            return f"{value:%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
        case int():
            return str(value)
        case tuple():
            return [text for each in value if isinstance(text := plain(each), str) and text]
    return ""
