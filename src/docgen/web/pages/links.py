"""Takes a record, a field of it or what is missing, gives the address where it is read or written."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from docgen.web.forms.naming import anchor_of
from docgen.web.overview.owing import Write


def field_of(record: str, field: str = "") -> str:
    """Return the address of a record's form, of one of its fields where `field` names it."""
    place = f"#{quote(anchor_of(field))}" if field else ""
    return f"/record?{urlencode({'id': record})}{place}"


def writing(write: Write) -> str:
    """Return where a record is written that does what is owed."""
    return f"/records/new?{urlencode({'unit': write.unit, 'kind': write.kind, 'day': write.day.isoformat()})}"
