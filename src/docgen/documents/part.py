"""Takes one part of a record, gives its fields as words of a paper, and a Gap where nothing was written.

A private field is read here alone: it leaves as a Private, whoever asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Generic, TypeAlias, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from docgen.chinese import date_text, heading_number, moment_text, money_text, number_text
from docgen.model.base import Model, label_of
from docgen.model.period import Period
from docgen.model.privacy import PrivateField, private_field
from docgen.model.values import Cents
from docgen.records.entry import Entry
from docgen.records.record import Source
from docgen.view import Figure, Gap, Private, Text, Typed

M_co = TypeVar("M_co", bound=Model, covariant=True)
YES, NO, LIST_COMMA = "是", "否", "、"
PAIR, PAIR_SEPARATOR, LINE_END, STOPS = "{label}：{words}", "；", "\n", "，。；："
FULL_STOP = "。"
OF_ALL = "{done}/{all}"
SHORT_ENTRY = 8
Said: TypeAlias = str | Private


class Part(Struct, Generic[M_co], frozen=True):
    """A model, or one below it, with the way to where it was written, and the private fields that it lies in."""

    model: M_co
    source: Source
    path: tuple[str | int, ...] = ()
    within: tuple[PrivateField, ...] = ()

    @classmethod
    def of(cls, entry: Entry[Any]) -> Part[Any]:
        """Return the whole of an entry."""
        return cls(entry.model, entry.source)

    def has(self, attribute: str) -> bool:
        """Tell whether anything was written."""
        return bool(getattr(self.model, attribute))

    def is_unwritten(self, attribute: str) -> bool:
        """Tell whether nothing was written, not even that there is none."""
        return getattr(self.model, attribute) is None

    def text(self, attribute: str) -> Text:
        """Return the value in words, or a Gap that names the field."""
        return self.gap(attribute) if is_absent(getattr(self.model, attribute)) else self.said(attribute)

    def optional(self, attribute: str) -> str:
        """Return the value of a field that everybody may read in words, or nothing; `said` is for private ones."""
        said = self.said(attribute)
        if isinstance(said, Private):
            raise TypeError(f"{said.field} is private")
        return said

    def said(self, attribute: str, say: Callable[[Any], str] | None = None) -> Said:
        """Return the value as `say` puts it, usually in plain words, or nothing."""
        value = getattr(self.model, attribute)
        return "" if is_absent(value) else self._veiled(attribute, (say or words)(value))

    def flag(self, attribute: str) -> bool | Private:
        """Return whether a field is true; who may not read it sees it as not."""
        flag: bool | Private = bool(getattr(self.model, attribute))
        for field in self._private(attribute):
            flag = Private(flag, "", field.least, field.label)
        return flag

    def count(self, attribute: str, *sources: str) -> Figure | Private:
        """Return a counted number with the records that it was counted from."""
        value = getattr(self.model, attribute)
        figure: Figure | Private = Figure(value, str(value), sources)
        for field in self._private(attribute):
            figure = Private(figure, field.mask, field.least, field.label)
        return figure

    def typed(self, attribute: str) -> Text:
        """Return any value in words, and a day, an amount or a number with what a spreadsheet keeps of it."""
        value = getattr(self.model, attribute)
        match value:
            case bool() | None:
                return self.whole(attribute)
            case Cents():
                return self._covered(attribute, Typed(Decimal(value).scaleb(-2), words(value)))
            case datetime():
                return self.whole(attribute)
            case date() | Decimal() | int():
                return self._covered(attribute, Typed(value, words(value)))
            case _:
                return self.whole(attribute)

    def listed(self, attribute: str, reached: str, *sources: str) -> Text:
        """Return how many entries a list has; where they may have a field `reached`, in how many it is written."""
        entries = getattr(self.model, attribute) or ()
        if not entries:
            return ""
        if reached in type(entries[0]).model_fields:
            done = sum(getattr(each, reached) is not None for each in entries)
            return self._covered(attribute, OF_ALL.format(done=done, all=len(entries)))
        return self._covered(attribute, Figure(len(entries), str(len(entries)), sources))

    def whole(self, attribute: str) -> Said:
        """Return any value in words: entries below it as numbered lines of labels and texts, private ones masked."""
        value = getattr(self.model, attribute)
        if is_absent(value):
            return ""
        text: Said = spelled(value)
        for field in dict.fromkeys(_private_below(value)):
            text = Private(text, spelled(value, masked=True), field.least, field.label)
        return self._veiled(attribute, text)

    def gap(self, attribute: str) -> Gap:
        """Return the Gap of a field."""
        name = label_of(type(self.model), attribute)
        return Gap(name, self.source.place(*self.path, name))

    def below(self, attribute: str) -> Part[Any] | None:
        """Return the part that a field holds, None where nothing was written."""
        value = getattr(self.model, attribute)
        if value is None:
            return None
        path = (*self.path, label_of(type(self.model), attribute))
        return Part(value, self.source, path, self._private(attribute))

    def each(self, attribute: str) -> Iterator[Part[Any]]:
        """Yield the parts of a list field."""
        name = label_of(type(self.model), attribute)
        for index, value in enumerate(getattr(self.model, attribute) or ()):
            yield Part(value, self.source, (*self.path, name, index), self._private(attribute))

    def _private(self, attribute: str) -> tuple[PrivateField, ...]:
        own = private_field(type(self.model), attribute)
        return self.within if own is None else (*self.within, own)

    def _covered(self, attribute: str, text: Text) -> Text:
        for field in self._private(attribute):
            text = Private(text, field.mask, field.least, field.label)
        return text

    def _veiled(self, attribute: str, text: Said) -> Said:
        for field in self._private(attribute):
            text = Private(text, field.mask, field.least, field.label)
        return text


def filled(form: str, *texts: Said, **named: Said) -> Said:
    """Fill a form with texts; where some are private the whole is, and masked it shows their masks."""
    every = (*texts, *named.values())
    said: Said = form.format(*map(_open, texts), **{name: _open(each) for name, each in named.items()})
    masked = form.format(*map(_masked, texts), **{name: _masked(each) for name, each in named.items()})
    for private in (layer for each in every for layer in _layers(each)):
        said = replace(private, value=said, masked=masked)
    return said


def joined(separator: str, texts: Iterable[Said]) -> Said:
    """Join texts as `filled` does."""
    every = tuple(texts)
    return filled(separator.join("{}" for _ in every), *every)


def _layers(text: object) -> Iterator[Private]:
    while isinstance(text, Private):
        yield text
        text = text.value


def _open(text: object) -> str:
    for layer in _layers(text):
        text = layer.value
    return text.text if isinstance(text, Figure | Typed) else str(text)


def _masked(text: Said) -> str:
    return text.masked if isinstance(text, Private) else text


def is_absent(value: object) -> bool:
    """Tell whether a value says nothing."""
    return value is None or value == ()


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


def spelled(value: object, *, masked: bool = False) -> str:
    """Return any value in words: entries below it as numbered lines of labels and texts."""
    if isinstance(value, Model):
        return PAIR_SEPARATOR.join(_with_one_stop(_pairs(value, masked)))
    if isinstance(value, tuple) and not _is_short(value):
        return LINE_END.join(numbered(spelled(each, masked=masked) for each in value))
    return words(value)


def _with_one_stop(pairs: Iterable[str]) -> list[str]:
    """Take the full stop off each text that a separator follows: 。； is one mark too many."""
    *before, last = [*pairs] or [""]
    return [*(pair.removesuffix(FULL_STOP) for pair in before), last]


def _pairs(model: Model, masked: bool) -> Iterator[str]:
    for name in type(model).model_fields:
        value = getattr(model, name)
        if not is_absent(value):
            private = private_field(type(model), name) if masked else None
            said = private.mask if private else spelled(value, masked=masked)
            yield PAIR.format(label=label_of(type(model), name), words=said)


def _private_below(value: object) -> Iterator[PrivateField]:
    """Yield the private fields that anything is written in, at any depth."""
    if isinstance(value, tuple):
        for each in value:
            yield from _private_below(each)
    elif isinstance(value, Model):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            if not is_absent(inner):
                yield from filter(None, (private_field(type(value), name),))
                yield from _private_below(inner)


def _is_short(entries: tuple[Any, ...]) -> bool:
    """Tell whether entries read well in one line, as names do."""
    return not any(
        isinstance(each, Model) or len(text := str(each)) > SHORT_ENTRY or set(text) & set(STOPS) for each in entries
    )


def numbered(entries: Iterable[str]) -> tuple[str, ...]:
    """Return the entries of a list with their numbers, 1. 2. 3.; an only one needs none."""
    listed = tuple(entries)
    if len(listed) == 1:
        return listed
    return tuple(f"{heading_number(3, index)}{each}" for index, each in enumerate(listed, start=1))


def paragraphs(text: str) -> tuple[str, ...]:
    """Split typed text into its paragraphs, blank lines left out."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
