"""Takes the bytes of a rendered part, gives whether they are well-formed in the strict sense, names included."""

from __future__ import annotations

from xml.parsers import expat

from lxml import etree


def check_sound(content: bytes, *, prefixes: bool) -> None:
    """Raise XMLSyntaxError for what is not well-formed, or, where `prefixes` are in question, has undeclared ones.

    Expat builds no tree, so it is asked first, in half the time; what it refuses is judged, and told, by lxml.
    """
    parser = expat.ParserCreate("UTF-8", " " if prefixes else None)
    try:
        parser.Parse(content, True)
    except expat.ExpatError:
        parsed(content)


def parsed(content: bytes) -> etree._Element:
    """Return the tree of a part; raise XMLSyntaxError where there is none."""
    return etree.fromstring(content)
