"""Takes nothing, gives what one paper is about, in one text form for commands, URLs, manifests and messages."""

from __future__ import annotations

import re

from msgspec import Struct

from docgen.errors import UsageError
from docgen.model.period import Period

_PERSON_YEAR = re.compile(r"(\d{4})/([^/#]+)")


class Subject(Struct, frozen=True, order=True):
    """A unit, and of it a period, a person's year, a record, or an item of one of these.

    Text forms: 一支部/2020-03 · 一支部/2020 · 一支部/2020/张一 · a record's id, which begins with its unit ·
    any of them + `#` + item (议题2 of a meeting, 办实事 of a generic ledger).
    """

    unit: str
    period: Period | None = None
    person: str = ""
    record: str = ""
    item: str = ""

    @classmethod
    def parse(cls, text: str) -> Subject:
        """Read the text form, with / or Windows' separator; raise UsageError where unit or what follows is missing."""
        unit, slash, rest = text.replace("\\", "/").partition("/")
        if not (unit and slash and rest):
            raise UsageError("subject-invalid", {"value": text})
        body, _, item = rest.rpartition("#")
        if not body or item.isdigit():
            body, item = rest, ""
        person_year = _PERSON_YEAR.fullmatch(body)
        if person_year:
            return cls(unit, Period(int(person_year[1])), person=person_year[2], item=item)
        try:
            return cls(unit, Period.parse(body), item=item)
        except ValueError:
            return cls(unit, record=f"{unit}/{body}", item=item)

    def __str__(self) -> str:
        body = self.record or "/".join(part for part in (self.unit, str(self.period or ""), self.person) if part)
        return f"{body}#{self.item}" if self.item else body


def window_of(subject: str) -> Period | None:
    """Return the period that a finding's subject names (一支部/2020-Q1); None for a unit, a record or anything else."""
    try:
        named = Subject.parse(subject)
    except UsageError:
        return None
    # What reads as a person's year is the id of a record.
    return None if named.person or named.record else named.period
