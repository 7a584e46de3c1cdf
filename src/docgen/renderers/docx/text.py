"""Takes the text of a regular part, gives where its paragraphs and runs stand in it, without a tree."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml import etree

from docgen.ooxml.names import W
from docgen.ooxml.order import put

PARAGRAPH_END, RUN_END, ROW_END, TABLE_END = "</w:p>", "</w:r>", "</w:tr>", "</w:tbl>"
WRITTEN = re.compile(r"<w:t(?: [^>]*)?>([^<]+)")
"""What finds each text that is not empty."""
_STYLED = re.compile(r'<w:p(?: [^>]*)?><w:pPr><w:pStyle w:val="([^"]*)"/>')
_DECLARATION = f' xmlns:w="{W}"'
# Papers of one template ask for the same properties again and again.
_MOST = 1024


class IrregularError(Exception):
    """The text is not what this way of reading it knows: the tree must be asked."""


def opening(text: str, name: str, before: int) -> int:
    """Return where the last element of a name before a place begins; raise IrregularError where there is none."""
    plain = text.rfind(f"<w:{name}>", 0, before)
    found = max(plain, text.rfind(f"<w:{name} ", max(plain, 0), before))
    if found < 0:
        raise IrregularError
    return found


def paragraph_around(text: str, at: int) -> tuple[int, int]:
    """Return where the paragraph around a place begins and ends; raise IrregularError for one with others in it."""
    start, end = opening(text, "p", at), text.find(PARAGRAPH_END, at) + len(PARAGRAPH_END)
    if end < at or text.find(PARAGRAPH_END, start, end) != end - len(PARAGRAPH_END) or _opens(text, start + 1, end):
        raise IrregularError
    return start, end


def style_at(text: str, start: int) -> str:
    """Return the id of the style of the paragraph that begins at a place, empty where it names none."""
    styled = _STYLED.match(text, start)
    return styled[1] if styled else ""


@lru_cache(_MOST)
def with_child(properties: str, name: str, attributes: tuple[tuple[str, str | int], ...]) -> str:
    """Return properties with attributes set on a child, which is made at its place where there is none."""
    try:
        element = etree.fromstring(properties.replace(">", f"{_DECLARATION}>", 1))
    except etree.XMLSyntaxError as error:
        raise IrregularError from error
    put(element, name, **dict(attributes))
    return etree.tostring(element, encoding="unicode").replace(_DECLARATION, "", 1)


def _opens(text: str, start: int, end: int) -> bool:
    return text.find("<w:p>", start, end) >= 0 or text.find("<w:p ", start, end) >= 0
