"""Takes the events of libyaml's parser, gives text in lists and mappings with a mark for each node."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs do not export it
from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from docgen.findings import Finding, Level, Place
from docgen.records.record import Mark, TextMark, Written, marked

# The stubs say that an event's marks may be None, which libyaml's never are; so events are Any in here.
Event = Any
_MERGE = "<<"
# The line of the sign and one line of text: nothing was folded yet.
_UNFOLDED = 2
_BLANKS = "\u3000\u00a0"
_COLON = re.compile("[:\uff1a]")


def events(text: str) -> Callable[[], Any]:
    """Return a function that gives the next event of a text at each call, None after the last."""
    get: Callable[[], Any] = CParser(text).get_event
    return get


_NOWHERE = Mark(1, 1, 1, 1)


class TooDeepError(YAMLError):
    """Stop the parser: its time grows with the square of the depth, so it is not asked to go on."""


class Span(NamedTuple):
    """A plain text that runs over lines, or stands alone as a whole document; lines from 0, of the file."""

    first: int
    column: int
    last: int
    value: str
    whole: bool


class Glued(NamedTuple):
    """A key without a value that holds a colon itself; line from 0, of the file, column of the colon from 0."""

    line: int
    column: int


@dataclass(slots=True)
class Draft:
    """One document as composed, from line `first` (from 0) on; without data when it is empty or cannot be read."""

    first: int
    data: Written | None = None
    marks: Mark = _NOWHERE


class Composer:
    """Compose the documents of one text that begins at line `first` (from 0) of its file."""

    def __init__(self, text: str, file: str, first: int, depth: int) -> None:
        self._get = events(text)
        self._file = file
        self._first = first
        self._line = first + 1
        self._depth = depth
        self.under_way: int | None = None
        self.finished = 0
        self.findings: list[Finding] = []
        self.spans: list[Span] = []
        self.glued: list[Glued] = []

    def documents(self) -> Iterator[Draft]:
        """Yield each document; `findings`, `spans` and `glued` are those of the document until the next one."""
        while (event := self._get()) is not None:
            if type(event) is DocumentStartEvent:
                self.findings, self.spans, self.glued = [], [], []
                start: Any = event.start_mark
                self.under_way = start.line + self._first
                if event.version is not None or event.tags:
                    self._refuse("yaml-directive", event)
                event = self._get()
                data, marks = self._node(event, 0, 0, 1)
                draft = Draft(self.under_way, data, marked(marks))
                if type(event) is ScalarEvent and draft.data and not event.style:
                    self.spans = [self._span(event, whole=True)]
                self._get()
                self.under_way = None
                self.finished += 1
                yield draft

    def _node(self, event: Event, key_line: int, key_column: int, depth: int) -> tuple[Written | None, Mark | TextMark]:
        start = event.start_mark
        line, column = start.line + self._line, start.column + 1
        kind = type(event)
        if kind is ScalarEvent:
            return self._text(event), (line, column, key_line or line, key_column or column)
        if kind is AliasEvent:
            self._refuse("yaml-alias", event, value=f"*{event.anchor}")
            return None, (line, column, key_line or line, key_column or column)
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        if depth > self._depth:
            self._refuse("nesting-deep", event, limit=self._depth)
            raise TooDeepError
        data: Written
        below: dict[str, Mark | TextMark] | list[Mark | TextMark]
        data, below = self._mapping(depth) if kind is MappingStartEvent else self._sequence(depth)
        return data, Mark(line, column, key_line or line, key_column or column, below)

    def _mapping(self, depth: int) -> tuple[Written, dict[str, Mark | TextMark]]:
        data: dict[str, Written] = {}
        marks: dict[str, Mark | TextMark] = {}
        get, first = self._get, self._line
        while type(event := get()) is not MappingEndEvent:
            start = event.start_mark
            key = self._key(event, marks, depth)
            value, mark = self._node(get(), start.line + first, start.column + 1, depth + 1)
            if key is not None:
                marks[key] = mark
                if value is not None:
                    data[key] = value
                elif not event.style and start.line == event.end_mark.line and (colon := _COLON.search(key)):
                    self.glued.append(Glued(start.line + self._first, start.column + colon.start()))
        return data, marks

    def _sequence(self, depth: int) -> tuple[Written, list[Mark | TextMark]]:
        data: list[Written] = []
        marks: list[Mark | TextMark] = []
        get = self._get
        while type(event := get()) is not SequenceEndEvent:
            value, mark = self._node(event, 0, 0, depth + 1)
            # An item that is absent leaves no mark either, so that data and marks keep the same numbers.
            if value is not None:
                data.append(value)
                marks.append(mark)
        return data, marks

    def _key(self, event: Event, marks: dict[str, Mark | TextMark], depth: int) -> str | None:
        """Return the key's text, None when the pair is to be passed over."""
        if type(event) is not ScalarEvent:
            self._refuse_key(event, depth)
            return None
        key = self._text(event)
        if key is None:
            self._refuse("key-empty", event)
        elif key == _MERGE and not event.style:
            self._refuse("yaml-merge", event, value=key)
        elif key in marks:
            self._refuse("key-duplicate", event, value=key, first=marked(marks[key]).key_line)
        elif key[0] in _BLANKS or key[-1] in _BLANKS:
            self._refuse("key-blank", event, value=key.strip())
            return key.strip() or None
        else:
            return key
        return None

    def _refuse_key(self, event: Event, depth: int) -> None:
        """Pass over what stands where a key should: an alias, a list, a mapping."""
        if type(event) is AliasEvent:
            self._refuse("yaml-alias", event, value=f"*{event.anchor}")
            return
        self._refuse("key-complex", event)
        kept = self.findings
        self.findings = []
        self._node(event, 0, 0, depth + 1)
        self.findings = kept

    def _text(self, event: Event) -> str | None:
        """Return the text as typed; None for nothing, be it bare or in quotes."""
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        if event.start_mark.line != event.end_mark.line:
            self._judge_lines(event)
        value: str = event.value
        return value or None

    def _judge_lines(self, event: Event) -> None:
        """Refuse a text over several lines, unless the sign | says that it is meant."""
        if event.style == ">":
            if event.end_mark.line - event.start_mark.line > _UNFOLDED:
                place = self._place(event.start_mark)
                self.findings.append(Finding("text-folded", Level.WARN, place, values={"value": event.value}))
        elif event.style != "|":
            if event.style:
                self._refuse("text-over-lines", event, value=event.value)
            else:
                self.spans.append(self._span(event))

    def _refuse_properties(self, event: Event) -> None:
        if event.anchor is not None:
            self._refuse("yaml-anchor", event, value=f"&{event.anchor}")
        if event.tag is not None:
            self._refuse("yaml-tag", event, value=event.tag)

    def _span(self, event: Event, *, whole: bool = False) -> Span:
        start, end = event.start_mark, event.end_mark
        return Span(start.line + self._first, start.column, end.line + self._first, event.value, whole)

    def _refuse(self, code: str, event: Event, **values: str | int) -> None:
        self.findings.append(Finding(code, Level.ERROR, self._place(event.start_mark), values=values))

    def _place(self, mark: Any) -> Place:
        return Place(self._file, mark.line + self._line, mark.column + 1)
