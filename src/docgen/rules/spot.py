"""Takes a place of a record, gives it as plain data that a unit can hand upwards."""

from __future__ import annotations

from typing import Any, NamedTuple

from docgen.findings import Place
from docgen.ledger import Entry
from docgen.model.base import RecordModel
from docgen.rules.case import labels
from docgen.view import Plain


class Spot(NamedTuple):
    """Where in which record something stands."""

    record: str
    file: str
    line: int
    column: int
    path: tuple[str | int, ...]

    @property
    def place(self) -> Place:
        """The place of a finding."""
        return Place(self.file, self.line, self.column)

    def plain(self) -> list[Plain]:
        """Return it as plain data."""
        return [self.record, self.file, self.line, self.column, list(self.path)]

    @classmethod
    def of(cls, plain: list[Any]) -> Spot:
        """Return the spot that `plain` wrote."""
        record, file, line, column, path = plain
        return cls(record, file, line, column, tuple(path))


def spot(entry: Entry[RecordModel], *steps: str | int) -> Spot:
    """Return the spot of a record's value; `steps` are attributes and indexes."""
    path = labels(entry.model, *steps)
    place = entry.place(*path)
    return Spot(entry.id, place.file, place.line, place.column, path)
