"""Takes an svg file, gives the element that stands in a page: its names its own, its labels for who cannot see it."""

from __future__ import annotations

import re

from lxml import etree

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_HREF = f"{{{XLINK}}}href"
_URL = re.compile(r"url\(#([^)]+)\)")
# A style sheet inside a page would be the whole page's: what it says stands on the root instead.
_UNSHOWN, _JOINTS = ("metadata", "style"), {"stroke-linejoin": "round", "stroke-linecap": "butt"}


def element(content: bytes, title: str, prefix: str) -> str:
    """Return the root element; every id begins with `prefix`, as two charts of a page know nothing of each other."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.fromstring(content, parser)
    for name in _UNSHOWN:
        for each in list(root.iter(f"{{{SVG}}}{name}")):
            above = each.getparent()
            if above is not None:
                above.remove(each)
    _say_labels(root)
    for each in root.iter(etree.Element):
        _unstyle(each)
        _rename(each, prefix)
    root.attrib.update({"role": "img", "aria-label": title})
    for name, said in _JOINTS.items():
        root.set(name, said)
    return etree.tostring(root, encoding="unicode")


def _say_labels(root: etree._Element) -> None:
    """Turn the comments, which say the text of outlined letters, into labels of what they stand in."""
    for comment in list(root.iter(etree.Comment)):
        above = comment.getparent()
        if above is not None:
            above.set("aria-label", str(comment.text).strip())
            above.remove(comment)


def _unstyle(each: etree._Element) -> None:
    """Say by attributes what a style says: the page's style sheets know nothing of strokes."""
    for pair in str(each.attrib.pop("style", "")).split(";"):
        name, colon, said = pair.partition(":")
        if colon:
            each.set(name.strip(), said.strip())


def _rename(each: etree._Element, prefix: str) -> None:
    if "id" in each.attrib:
        each.set("id", f"{prefix}-{each.get('id')}")
    target = str(each.get(_HREF, ""))
    if target.startswith("#"):
        each.set(_HREF, f"#{prefix}-{target[1:]}")
    for name, said in each.attrib.items():
        if "url(#" in str(said):
            each.set(name, _URL.sub(rf"url(#{prefix}-\1)", str(said)))
