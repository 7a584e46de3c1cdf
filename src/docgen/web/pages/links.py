"""Takes a record, a field of it or what is missing, gives the address where it is read or written."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from docgen.web.overview.owing import Write

FIELD = "f-"
"""With it the id of a field in a form begins; the labels and indexes that lead there follow, joined by dots."""


def field_of(record: str, anchor: str = "") -> str:
    """Return the address of a record's form, of one of its fields where `anchor` names it."""
    place = f"#{quote(FIELD + anchor)}" if anchor else ""
    return f"/record?{urlencode({'id': record})}{place}"


def writing(write: Write) -> str:
    """Return where a record is written that does what is owed."""
    return f"/records/new?{urlencode({'unit': write.unit, 'kind': write.kind, 'day': write.day.isoformat()})}"
