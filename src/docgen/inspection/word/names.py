"""Takes names and values of WordprocessingML, gives them qualified, and as numbers and flags."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from docgen.inspection.opening import tree
from docgen.ooxml.names import MC, WP, A, R, W, w
from docgen.page.units import MM_PER_INCH, TWIPS_PER_INCH, TWIPS_PER_PT

_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W.encode(),
    b"http://purl.oclc.org/ooxml/drawingml/main": A.encode(),
    b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": WP.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R.encode(),
}
"""The namespaces of strict files (ISO/IEC 29500 strict), each with that of transitional ones."""
_MEASURE = re.compile(r"(-?[0-9]{1,7}(?:\.[0-9]{1,6})?)(mm|cm|in|pt|pc|pi)?")
_TWIPS_OF = {
    "": 1.0,
    "mm": TWIPS_PER_INCH / float(MM_PER_INCH),
    "cm": 10 * TWIPS_PER_INCH / float(MM_PER_INCH),
    "in": float(TWIPS_PER_INCH),
    "pt": float(TWIPS_PER_PT),
    "pc": 12.0 * TWIPS_PER_PT,
    "pi": 12.0 * TWIPS_PER_PT,
}
_OFF = frozenset({"0", "false", "off", "none"})


def a(name: str) -> str:
    """Qualify a name of DrawingML."""
    return f"{{{A}}}{name}"


def anchored(name: str) -> str:
    """Qualify a name of drawings in Word's text."""
    return f"{{{WP}}}{name}"


def markup(name: str) -> str:
    """Qualify a name of markup compatibility."""
    return f"{{{MC}}}{name}"


def office(name: str) -> str:
    """Qualify a name of relationships."""
    return f"{{{R}}}{name}"


def word_tree(parts: Mapping[str, bytes], name: str) -> etree._Element:
    """Parse a part in the transitional namespaces, strict ones renamed; raise UnreadableFile where that fails."""
    content = parts.get(name, b"")
    if b"purl.oclc.org" not in content:
        return tree(parts, name)
    for strict, plain in _STRICT.items():
        content = content.replace(strict, plain)
    return tree({name: content}, name)


def as_before(content: bytes, original: bytes) -> bytes:
    """Return the bytes of a changed part in the namespaces that its original used."""
    if b"purl.oclc.org" not in original:
        return content
    for strict, plain in _STRICT.items():
        content = content.replace(plain, strict)
    return content


def attribute(element: etree._Element | None, name: str = "val") -> str | None:
    """Return an attribute of the main namespace; None where there is no such element or attribute."""
    found = None if element is None else element.get(w(name))
    return None if found is None else str(found)


def number(text: str | None) -> int | None:
    """Read a whole number; None for anything else."""
    return int(text) if text and re.fullmatch(r"-?[0-9]{1,9}", text) else None


def twips(text: str | None) -> int | None:
    """Read a length in twips, or with a unit; None for anything else."""
    found = _MEASURE.fullmatch(text or "")
    return round(float(found[1]) * _TWIPS_OF[found[2] or ""]) if found else None


def flag(parent: etree._Element | None, name: str) -> bool | None:
    """Read a switch: present is on, unless its value says off; None where it is not set."""
    found = None if parent is None else parent.find(w(name))
    return None if found is None else (attribute(found) or "1") not in _OFF


def child_value(parent: etree._Element | None, name: str, of: str = "val") -> str | None:
    """Return an attribute of a child; None where either is missing."""
    return None if parent is None else attribute(parent.find(w(name)), of)
