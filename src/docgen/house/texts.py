"""Takes a text with jinja2 expressions, gives its expressions, its pieces, and the test for its being shown."""

from __future__ import annotations

import re

from docgen.page import TITLE_FILTER, TITLE_WIDTH

_EXPRESSION = re.compile(r"{{(.*?)}}", re.DOTALL)
_TAG = re.compile(r"({{.*?}}|{%.*?%})", re.DOTALL)
_OPENING = re.compile(r"{%[-+]?\s*(?:if\s+(?P<test>.*?)|for\s+.*?\s+in\s+(?P<of>.*?))\s*[-+]?%}", re.DOTALL)
_OTHERWISE, _CLOSING = re.compile(r"{%[-+]?\s*else\b"), re.compile(r"{%[-+]?\s*end(?:if|for)\b")
_SIMPLE = re.compile(r"[\w.]+")


def expressions(text: str) -> list[str]:
    """Return the expressions of a text in order."""
    return [found.strip() for found in _EXPRESSION.findall(text)]


def shown(*texts: str) -> str:
    """Return the jinja2 test for any of the texts' having something to show; empty when one always has.

    A text without an expression always shows itself, and an empty one never does. What stands between an if or a for
    and its end shows itself by that if or for.
    """
    tests = [tests_of(text) for text in texts if text]
    return " or ".join(test for each in tests for test in each) if all(tests) else ""


def tests_of(text: str) -> list[str]:
    """Return the expressions of which one must say something for a text to be shown; none when it always is."""
    tests: list[str] = []
    depth = 0
    for is_tag, piece in pieces(text):
        opening = _OPENING.match(piece) if is_tag else None
        if opening and not depth:
            tests.append(_grouped((opening["of"] or opening["test"]).strip()))
        elif is_tag and not depth and piece.startswith("{{"):
            tests.append(_grouped(name_of(piece)))
        if depth == 1 and is_tag and _OTHERWISE.match(piece):
            return []
        depth += bool(opening) - bool(is_tag and _CLOSING.match(piece))
    return tests


def name_of(text: str) -> str:
    """Return the expression of a text that is one expression, with or without its braces."""
    found = expressions(text)
    return found[0] if found else text.strip()


def _grouped(expression: str) -> str:
    return expression if _SIMPLE.fullmatch(expression) else f"({expression})"


def expression(text: str) -> str:
    """Return one jinja2 expression that says what a text says: its pieces joined by `~`."""
    said = [_grouped(name_of(piece)) if is_tag else _quoted(piece) for is_tag, piece in pieces(text)]
    return " ~ ".join(said) or '""'


def in_lines(text: str, width: int = TITLE_WIDTH) -> str:
    """Return a title that breaks between words into lines of at most `width` characters."""
    return f"{{{{ ({expression(text)}) | {TITLE_FILTER}({width}) }}}}"


def _quoted(literal: str) -> str:
    escaped = literal.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def pieces(text: str) -> list[tuple[bool, str]]:
    """Cut a text into (is a tag of the template, piece), empty pieces left out."""
    return [(bool(index % 2), piece) for index, piece in enumerate(_TAG.split(text)) if piece]
