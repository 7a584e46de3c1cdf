"""Takes names, attributes and children, gives elements of WordprocessingML and their bytes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from lxml import etree

from docgen.ooxml import names

Element: TypeAlias = etree._Element

NAMESPACES = {"w": names.W, "r": names.R, "mc": names.MC, "wp": names.WP, "a": names.A, "wps": names.WPS}


def w(name: str, /, *children: Element | None, **attributes: str | int) -> Element:
    """Return an element of the w: namespace with attributes of the same; children that are None are left out."""
    prefixed = {f"w:{key}": value for key, value in attributes.items()}
    return element(f"w:{name}", *children, **prefixed)


def element(name: str, /, *children: Element | None, **attributes: str | int) -> Element:
    """Return an element by its prefixed name; attributes may be prefixed too."""
    made = etree.Element(_qualified(name), nsmap=NAMESPACES)
    for key, value in attributes.items():
        made.set(_qualified(key), str(value))
    made.extend(each for each in children if each is not None)
    return made


def value(name: str, val: str | int) -> Element:
    """Return an element whose one attribute is w:val."""
    return w(name, val=val)


def text(content: str) -> Element:
    """Return a w:t that keeps its spaces."""
    made = w("t")
    made.text = content
    if content != content.strip():
        made.set(names.SPACE, "preserve")
    return made


def part(root: Element, children: Iterable[Element] = ()) -> bytes:
    """Return the bytes of a part; unused namespaces are dropped, but those that mc:Ignorable would name."""
    root.extend(children)
    etree.cleanup_namespaces(root, top_nsmap=NAMESPACES, keep_ns_prefixes=["w", "r"])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _qualified(name: str) -> str:
    prefix, colon, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if colon else name
