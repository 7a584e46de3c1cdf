"""Takes a part of a Word template, gives its tags, and an error where one is not whole in its own paragraph.

docxtpl looks for the end of a tag across paragraphs: with one brace missing, all up to the next tag's end would vanish
from the paper without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from docgen.errors import TemplateError
from docgen.renderers.docx.names import PARAGRAPH, TEXT

_ANY = re.compile("[{}\uff5b\uff5d]")
_CLOSERS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_OPENERS = {closer: opener for opener, closer in _CLOSERS.items()}
# Comments have no way to be printed; a space parts their signs.
_PRINTED = {"{{": "{_{", "}}": "}_}", "{%": "{_%", "%}": "%_}", "{#": "{ #", "#}": "# }"}
_EDGE = re.compile(
    r"(?P<literal>{_{|}_}|{_%|%_})|(?P<opener>{[{%#])|(?P<closer>[}%#]})|(?P<wide>\uff5b[{%#\uff5b\uff05\uff03]|{[\uff5b\uff05\uff03]|\uff5d\uff5d)"
)
_OPENER = re.compile(r"{[{%#]")
_WIDE_CLOSER = re.compile("[}%#\uff5d\uff05\uff03]\uff5d|[\uff5d\uff05\uff03]}")
HALF = str.maketrans({wide: chr(ord(wide) - 0xFEE0) for wide in "\uff5b\uff5d\uff05\uff03"})
"""The signs of tags that are typed full-width, and what they should be."""
_OPEN, _CLOSE = "([{", ")]}"
_QUOTES = "\"'"


class Tag(NamedTuple):
    """A whole tag, and where in its text it begins."""

    text: str
    start: int


class Fault(NamedTuple):
    """Signs that make no whole tag: what is wrong by code, the signs, what they should be, where they begin."""

    code: str
    value: str
    wanted: str
    literal: str
    start: int


def check_braces(xml: str, part: str, template: str) -> None:
    """Raise TemplateError for the first tag that does not end in the paragraph, or attribute, in which it begins."""
    if not _ANY.search(xml):
        return
    for _, text, seen in texts(etree.fromstring(xml)):
        for read in read_tags(text):
            if isinstance(read, Fault):
                values: dict[str, str | int] = {
                    "template": template,
                    "part": part,
                    "line": 0,
                    **told(read),
                    "where": " ".join(seen.split()),
                }
                raise TemplateError(read.code, values)


def told(fault: Fault) -> dict[str, str | int]:
    """Return what the words for a fault need of it."""
    return {"value": fault.value, "wanted": fault.wanted, "literal": fault.literal}


def texts(root: etree._Element) -> Iterator[tuple[etree._Element, str, str]]:
    """Yield, of each paragraph, all its text and what a person sees of it; likewise of attributes and other elements."""
    for element in root.iter(etree.Element):
        yield from ((element, str(value), str(value)) for value in element.values())
        if element.tag == PARAGRAPH:
            yield element, _joined(element), _joined(element, TEXT) or _joined(element)
        elif element.text and next(element.iterancestors(PARAGRAPH), None) is None:
            yield element, element.text, element.text


def _joined(paragraph: etree._Element, tag: str | None = None) -> str:
    """Return the text of a paragraph without that of the paragraphs in its text boxes."""
    return "".join(_pieces(paragraph, tag))


def _pieces(element: etree._Element, tag: str | None) -> Iterator[str]:
    if element.text and tag in {None, element.tag}:
        yield element.text
    for child in element.iterchildren(etree.Element):
        if child.tag != PARAGRAPH:
            yield from _pieces(child, tag)


def read_tags(text: str) -> Iterator[Tag | Fault]:
    """Yield the tags of one text in order, and a fault wherever signs make none."""
    at = 0
    while edge := _EDGE.search(text, at):
        sign, start = edge[0], edge.start()
        at = edge.end()
        if edge["literal"]:
            continue
        if edge["wide"]:
            yield _wide(sign, start)
        elif edge["closer"]:
            yield Fault("template-tag-stray", sign, _OPENERS[sign], _PRINTED[sign], start)
        else:
            at, whole = _end(text, at, _CLOSERS[sign])
            yield Tag(text[start:at], start) if whole else _unclosed(text[start:at], sign, start)


def _unclosed(tag: str, opener: str, start: int) -> Fault:
    if wide := _WIDE_CLOSER.search(tag):
        return _wide(wide[0], start + wide.start())
    return Fault("template-tag-unclosed", tag.strip(), _CLOSERS[opener], _PRINTED[opener], start)


def _wide(sign: str, start: int) -> Fault:
    return Fault("template-tag-full-width", sign, sign.translate(HALF), "", start)


def _end(text: str, at: int, closer: str) -> tuple[int, bool]:
    """Return where a tag ends and True, or where it could not go on and False."""
    stop, whole = _read(text, at, closer) if closer != _CLOSERS["{#"] else (len(text), False)
    found = text.find(closer, at)
    if whole or found < 0 or _OPENER.search(text, at, found):
        return stop, whole
    # Its quotes or brackets do not fit: the template language says so better.
    return found + len(closer), True


def _read(text: str, at: int, closer: str) -> tuple[int, bool]:
    """Read on to the closer; what stands in quotes, or in brackets of the tag's own, ends nothing."""
    depth = 0
    while at < len(text):
        sign = text[at]
        if not depth and text.startswith(closer, at):
            return at + len(closer), True
        if _OPENER.match(text, at):
            return at, False
        if sign in _QUOTES:
            at = max(text.find(sign, at + 1), at)
        elif sign in _OPEN:
            depth += 1
        elif sign in _CLOSE and not depth:
            return at + 1, False
        elif sign in _CLOSE:
            depth -= 1
        at += 1
    return at, False
