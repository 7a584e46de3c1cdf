"""Takes what libyaml's parser stumbled over, gives findings in a clerk's terms and how to read on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import CollectionEndEvent, CollectionStartEvent, ScalarEvent

from docgen.findings import Finding, Level, Place
from docgen.records.composer import Glued, Span, events

_FULL_COLON = "\uff1a"
_FULL_COMMA = "\uff0c"
# The distance from an ASCII sign to its full-width form, which YAML takes for plain text.
_TO_FULL_WIDTH = 0xFEE0
_KEY_COLON = re.compile(
    r"^\s*(?:- +)*(?P<key>[^\s:\uff1a#\"'\[\]{},&*!|>%@`-][^:\uff1a\"'\[\]{}]{0,24}?)\s*(?P<colon>\uff1a|:(?![ \t\r\n/]|$))"
)
_TAB_INDENT = re.compile(r"^ *\t")
_MARKER = re.compile(r"---(?:[ \t\r\n]|$)")

# What libyaml says: (part of the context, part of the problem), our code, and whether the place is the context's,
# where the thing began, or the problem's, where it could not go on. The first that fits is taken.
_PROBLEMS: tuple[tuple[str, str, str, bool], ...] = (
    ("quoted scalar", "unexpected end of stream", "quote-unclosed", True),
    ("quoted scalar", "unexpected document indicator", "quote-unclosed", True),
    ("quoted scalar", "", "escape-unknown", False),
    ("directive", "", "yaml-directive", True),
    ("", "directive", "yaml-directive", False),
    ("", "incompatible YAML document", "yaml-directive", False),
    ("an alias", "", "yaml-alias", True),
    ("an anchor", "", "yaml-anchor", True),
    ("a tag", "", "yaml-tag", True),
    ("", "undefined tag handle", "yaml-tag", False),
    ("block scalar", "", "block-text-head", True),
    ("simple key", "", "colon-missing", True),
    ("", "mapping keys are not allowed", "key-complex", False),
    ("", "block sequence entries are not allowed", "dash-misplaced", False),
    ("", "a tab character", "tab-indent", False),
    ("", "cannot start any token", "character-reserved", False),
    ("", "',' or ", "bracket-unclosed", True),
    ("", "'-' indicator", "indent-uneven", False),
    ("", "<document start>", "indent-uneven", False),
)
_SIGNED = ("yaml-alias", "yaml-anchor", "yaml-tag", "character-reserved")


class Mend(NamedTuple):
    """Put `text` in place of one character, so that reading can go on; line and column from 0."""

    line: int
    column: int
    text: str


class Fault(NamedTuple):
    """A finding, and the mend that lets the rest of the document be read too."""

    finding: Finding
    mend: Mend | None = None


def diagnose(error: YAMLError, lines: list[str], start: int, file: str) -> list[Fault]:
    """Return what made the parser stop in the text from line `start` on, with at least one fault."""
    problem, context = (str(getattr(error, name, None) or "") for name in ("problem", "context"))
    at = _position(getattr(error, "problem_mark", None), start)
    since = _position(getattr(error, "context_mark", None), start) or at
    if not isinstance(error, MarkedYAMLError) or at is None or since is None:
        return [Fault(Finding("syntax-error", Level.ERROR, Place(file, start + 1, 1)))]
    if "mapping values are not allowed" in problem:
        return _second_colon(lines, start, at, file)
    code, here = _name(problem, context, at, since, lines)
    if code == "tab-indent" or (code == "character-reserved" and _TAB_INDENT.match(_line(lines, here[0]))):
        return _tabs(lines, here[0], file)
    if code == "colon-missing":
        return colons(lines, here[0], here[0], file) or [_fault(code, lines, here, file)]
    if code == "sign-unexpected" and _ends_document(lines, here[0]):
        return [_fault("bracket-unclosed", lines, _open_bracket(lines, start) or here, file)]
    if code == "bracket-unclosed" and (comma := _full_comma(lines, since, at)):
        return [_fault("comma-full-width", lines, comma, file, ",")]
    return [_fault(code, lines, here, file, _harmless(code, lines, here))]


def spread(span: Span, lines: list[str], file: str) -> list[Fault]:
    """Return what is wrong with a plain text that runs over lines; a whole document is judged elsewhere."""
    if not lines[span.first][: span.column].strip(" -") and (found := colons(lines, span.first, span.last, file)):
        return found
    if span.whole:
        return []
    place = Place(file, span.first + 1, span.column + 1)
    return [Fault(Finding("text-over-lines", Level.ERROR, place, values={"value": span.value}))]


def glued(key: Glued, lines: list[str], file: str) -> Fault:
    """Return the fault of a key in braces whose colon does not part it from its value."""
    return _colon(lines, key.line, key.column, file)


def colons(lines: list[str], first: int, last: int, file: str) -> list[Fault]:
    """Return the faults of lines that begin like a key whose colon is full-width or has no space after it."""
    hits = ((number, _KEY_COLON.match(_line(lines, number))) for number in range(first, last + 1))
    return [
        _colon(lines, number, hit.start("colon"), file) for number, hit in hits if hit and not hit["key"].isdecimal()
    ]


def next_document(lines: list[str], line: int) -> int | None:
    """Return the first line from `line` on that begins a document."""
    return next((number for number in range(line, len(lines)) if _MARKER.match(lines[number])), None)


def _second_colon(lines: list[str], start: int, at: tuple[int, int], file: str) -> list[Fault]:
    """Tell why a colon came where no key can be: the text before it began on an earlier line, or on this one."""
    first, column = _last_text(lines, start) or at
    opens_line = not _line(lines, first)[:column].strip(" -")
    if opens_line and (found := colons(lines, first, max(first, at[0] - 1), file)):
        return found
    if first == at[0]:
        return [_fault("colon-in-text", lines, at, file, _FULL_COLON)]
    if opens_line:
        return [_fault("colon-missing", lines, (first, column), file)]
    below = _line(lines, first + 1)
    return [_fault("indent-uneven", lines, (first + 1, len(below) - len(below.lstrip(" "))), file)]


def _name(
    problem: str, context: str, at: tuple[int, int], since: tuple[int, int], lines: list[str]
) -> tuple[str, tuple[int, int]]:
    """Return our code for what libyaml says, and the place that helps most."""
    for part, trouble, code, begins in _PROBLEMS:
        if part in context and trouble in problem:
            return code, since if begins else at
    line = _line(lines, at[0])
    if line[at[1] : at[1] + 1] == ":":
        return "key-empty", at
    if "expected key" in problem and line[at[1] : at[1] + 1] not in {"]", "}", ","}:
        return ("text-after-value" if line[: at[1]].strip(" -") else "indent-uneven"), at
    if "expected key" in problem or "node content" in problem:
        return "sign-unexpected", at
    return "syntax-error", at


def _tabs(lines: list[str], first: int, file: str) -> list[Fault]:
    """Return a fault for each line of the document, from `first` on, that is indented by a tab."""
    end = next_document(lines, first + 1) or len(lines)
    numbers = [number for number in range(first, end) if _TAB_INDENT.match(lines[number]) and lines[number].strip()]
    places = [(number, lines[number].index("\t")) for number in numbers] or [(first, 0)]
    return [_fault("tab-indent", lines, place, file) for place in places]


def _full_comma(lines: list[str], since: tuple[int, int], at: tuple[int, int]) -> tuple[int, int] | None:
    """Return the last full-width comma between an opening bracket and where the parser stopped."""
    for number in range(min(at[0], len(lines) - 1), since[0] - 1, -1):
        low = since[1] if number == since[0] else 0
        high = at[1] if number == at[0] else len(lines[number])
        if (column := lines[number].rfind(_FULL_COMMA, low, high)) >= 0:
            return number, column
    return None


def _harmless(code: str, lines: list[str], at: tuple[int, int]) -> str | None:
    """Return what to read instead of a sign that YAML keeps for itself: its look-alike, for a directive a comment."""
    sign = _line(lines, at[0])[at[1] : at[1] + 1]
    if code == "yaml-directive":
        return "#" if sign == "%" else None
    return chr(ord(sign) + _TO_FULL_WIDTH) if code in _SIGNED and "!" <= sign <= "~" else None


def _colon(lines: list[str], line: int, column: int, file: str) -> Fault:
    code = "colon-full-width" if lines[line][column] == _FULL_COLON else "colon-tight"
    return _fault(code, lines, (line, column), file, ": ")


def _fault(code: str, lines: list[str], at: tuple[int, int], file: str, text: str | None = None) -> Fault:
    line, column = at
    finding = Finding(
        code, Level.ERROR, Place(file, line + 1, column + 1), values={"value": _line(lines, line).strip()}
    )
    return Fault(finding, None if text is None else Mend(line, column, text))


def _ends_document(lines: list[str], number: int) -> bool:
    return number >= len(lines) or bool(_MARKER.match(lines[number]))


def _last_text(lines: list[str], start: int) -> tuple[int, int] | None:
    """Return where the last text before the parser's stop begins."""
    texts = [event for event in _events_until_stop(lines, start) if type(event) is ScalarEvent]
    return _position(texts[-1].start_mark, start) if texts else None


def _open_bracket(lines: list[str], start: int) -> tuple[int, int] | None:
    """Return where the innermost bracket opens that was not closed before the parser's stop."""
    opened: list[Any] = []
    for event in _events_until_stop(lines, start):
        if isinstance(event, CollectionStartEvent):
            opened.append(event)
        elif isinstance(event, CollectionEndEvent):
            opened.pop()
    return _position(opened[-1].start_mark, start) if opened else None


def _events_until_stop(lines: list[str], start: int) -> Iterator[Any]:
    get = events("".join(lines[start:]))
    try:
        while (event := get()) is not None:
            yield event
    except YAMLError:
        return


def _position(mark: Any, start: int) -> tuple[int, int] | None:
    return None if mark is None else (mark.line + start, mark.column)


def _line(lines: list[str], number: int) -> str:
    """Return a line; the end of the file, where the parser often stops, is an empty one."""
    return lines[number] if number < len(lines) else ""
