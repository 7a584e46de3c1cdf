"""Takes one part of a record, gives its fields as words of a paper, and a Gap where nothing was written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Generic, TypeVar

from docgen.chinese import date_text, heading_number, moment_text, money_text, number_text
from docgen.model.base import Model, label_of
from docgen.model.period import Period
from docgen.model.values import Cents
from docgen.records.entry import Entry
from docgen.records.record import Source
from docgen.view import Gap, Text

M_co = TypeVar("M_co", bound=Model, covariant=True)
YES, NO, LIST_COMMA = "是", "否", "、"


@dataclass(frozen=True, slots=True)
class Part(Generic[M_co]):
    """A model, or one below it, with the way to where it was written."""

    model: M_co
    source: Source
    path: tuple[str | int, ...] = ()

    @classmethod
    def of(cls, entry: Entry[Any]) -> Part[Any]:
        """Return the whole of an entry."""
        return cls(entry.model, entry.source)

    def has(self, attribute: str) -> bool:
        """Tell whether anything was written."""
        return bool(getattr(self.model, attribute))

    def text(self, attribute: str) -> Text:
        """Return the value in words, or a Gap that names the field."""
        value = getattr(self.model, attribute)
        return self.gap(attribute) if value is None or value == () else words(value)

    def optional(self, attribute: str) -> str:
        """Return the value in words, or nothing."""
        value = getattr(self.model, attribute)
        return "" if value is None or value == () else words(value)

    def gap(self, attribute: str) -> Gap:
        """Return the Gap of a field."""
        name = label_of(type(self.model), attribute)
        return Gap(name, self.source.place(*self.path, name))

    def below(self, attribute: str) -> Part[Any] | None:
        """Return the part that a field holds, None where nothing was written."""
        value = getattr(self.model, attribute)
        if value is None:
            return None
        return Part(value, self.source, (*self.path, label_of(type(self.model), attribute)))

    def each(self, attribute: str) -> Iterator[Part[Any]]:
        """Yield the parts of a list field."""
        name = label_of(type(self.model), attribute)
        for index, value in enumerate(getattr(self.model, attribute) or ()):
            yield Part(value, self.source, (*self.path, name, index))


def words(value: object) -> str:
    """Return a plain value as a paper says it."""
    match value:
        case datetime():
            return moment_text(value)
        case date():
            return date_text(value)
        case Period():
            return value.text
        case bool():
            return YES if value else NO
        case Cents():
            return money_text(value)
        case Decimal() | int():
            return number_text(value)
        case tuple():
            return LIST_COMMA.join(words(each) for each in value)
        case _:
            return str(value)


def numbered(entries: Iterable[str]) -> tuple[str, ...]:
    """Return the entries of a list with their numbers, 1. 2. 3.; an only one needs none."""
    listed = tuple(entries)
    if len(listed) == 1:
        return listed
    return tuple(f"{heading_number(3, index)}{each}" for index, each in enumerate(listed, start=1))


def paragraphs(text: str) -> tuple[str, ...]:
    """Split typed text into its paragraphs, blank lines left out."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
