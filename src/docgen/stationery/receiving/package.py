"""Takes the parts of an Office file, gives them back when they hold and fetch nothing that is not on a list."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from lxml import etree

from docgen.errors import TemplateError
from docgen.inspection.opening import tree
from docgen.ooxml.names import RELATIONSHIPS
from docgen.workspace.receiving import pixels

MOST_UNPACKED = 60_000_000
MOST_PIXELS = 40_000_000
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp")
HYPERLINK = "hyperlink"
_TAG = re.compile(r"\{[{%#]")
_CLICKED = re.compile(r"(?i)(https?://|mailto:|#)")
_RELATIONSHIP = f"{{{RELATIONSHIPS}}}Relationship"
_FETCHING = frozenset({"src", "href", "link"})
_NAMES = re.compile(r"[^\\:]+")


def refuse_unknown(parts: Mapping[str, bytes], allowed: Collection[str]) -> None:
    """Raise TemplateError for a relationship of a kind that is not allowed, for parts elsewhere, and for odd pictures."""
    for name, content in parts.items():
        if name.startswith("/") or ".." in name.split("/") or not _NAMES.fullmatch(name):
            raise TemplateError("template-part-refused", {"value": name})
        if name.lower().endswith(".rels"):
            _refuse_relationships(tree(parts, name), content, name, allowed)
        if "/media/" in name and not (name.lower().endswith(PICTURES) and 0 < pixels(content) <= MOST_PIXELS):
            raise TemplateError("template-picture-refused", {"value": name})


def refuse_fetching(root: etree._Element) -> None:
    """Raise TemplateError for an element that names by itself what is to be fetched, as VML does."""
    for element in root.iter(etree.Element):
        for name, value in element.attrib.items():
            if etree.QName(name).localname in _FETCHING and value and not str(value).startswith("#"):
                raise TemplateError("template-reference", {"value": str(value)})


def texts(root: etree._Element, *names: str) -> Iterator[str]:
    """Yield the texts of elements by their local names."""
    for element in root.iter(etree.Element):
        if etree.QName(element).localname in names:
            yield "".join(str(text) for text in element.itertext())


def _refuse_relationships(root: etree._Element, content: bytes, name: str, allowed: Collection[str]) -> None:
    if _TAG.search(content.decode(errors="replace")):
        raise TemplateError("template-part-refused", {"value": name})
    for each in root.iter(_RELATIONSHIP):
        kind, target = str(each.get("Type", "")).rpartition("/")[2], str(each.get("Target", ""))
        if str(each.get("TargetMode", "")).lower() == "external":
            if kind != HYPERLINK or not _CLICKED.match(target):
                raise TemplateError("template-reference", {"value": target})
        elif kind not in allowed:
            raise TemplateError("template-part-refused", {"value": f"{kind} {target}"})
