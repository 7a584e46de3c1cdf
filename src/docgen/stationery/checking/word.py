"""Takes a Word template, gives the marks of each of its parts, and where signs and levels are wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree
from msgspec.structs import replace

from docgen.findings import Finding, Place
from docgen.inspection.places import places
from docgen.renderers.docx.braces import texts
from docgen.renderers.docx.names import CELL, PARAGRAPH, ROW, TEXT
from docgen.stationery.checking.faults import fault, of_signs
from docgen.stationery.checking.marks import Mark, read

_HOLDERS = {"": PARAGRAPH, "r": PARAGRAPH, "p": PARAGRAPH, "tr": ROW, "tc": CELL}


@dataclass(slots=True)
class Part:
    """A part of a Word template: its tree, the places in it, its marks in order, what is wrong with single ones."""

    name: str
    root: etree._Element
    places: Mapping[etree._Element, Place]
    marks: list[Mark] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def place(self, element: etree._Element) -> Place:
        """Return the place of an element: that of the paragraph, cell, row or table around it, else the part."""
        around = (each for each in (element, *element.iterancestors()) if each in self.places)
        return next((self.places[each] for each in around), Place("", part=self.name))


def read_part(content: bytes, name: str, file: str) -> Part:
    """Read the marks of a part; raise etree.XMLSyntaxError where it is not well-formed."""
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=True))
    part = Part(name, root, places(root, file, name))
    # lxml makes elements anew when nothing holds them; numbers that tell them apart need all of them held.
    held = list(root.iter(etree.Element))
    numbers = {element: number for number, element in enumerate(held)}
    for element, text, _ in texts(root):
        place = replace(part.place(element), file=file)
        read_here = list(read(text, place))
        faults = [each for each in read_here if not isinstance(each, Mark)]
        part.findings += [of_signs(fault_, where, place) for fault_, where in faults]
        for mark in (each for each in read_here if isinstance(each, Mark)):
            part.findings += [] if faults else _misplaced(mark, element)
            part.marks.append(_held(mark, element, numbers))
    return part


def _held(mark: Mark, element: etree._Element, numbers: Mapping[etree._Element, int]) -> Mark:
    """Return a mark with what it may be paired within: its paragraph, or what holds the paragraph, row or cell."""
    own = _around(element, _HOLDERS[mark.level])
    if own is None:
        # A row's tag outside of a table is told by itself; it pairs as the paragraph that it is.
        mark = replace(mark, level="p" if mark.level else "")
        own = element
    outer = own.getparent()
    beyond = numbers.get(outer, 0) if outer is not None else 0
    holder = numbers[own] if mark.level in {"", "r"} else beyond
    return replace(mark, holder=holder, beyond=beyond)


def _misplaced(mark: Mark, element: etree._Element) -> Iterator[Finding]:
    """Yield what would be lost with the paragraph, row or cell whose place a mark takes."""
    if mark.level not in {"p", "tr", "tc"}:
        return
    own = _around(element, _HOLDERS[mark.level])
    if own is None:
        yield fault("template-level-outside", mark)
        return
    beside = " ".join("".join(text.text or "" for text in own.iter(TEXT)).replace(mark.text, "", 1).split())
    if beside:
        yield fault("template-not-alone", mark, {"beside": beside, "level": mark.level})


def _around(element: etree._Element, tag: str) -> etree._Element | None:
    return element if element.tag == tag else next(element.iterancestors(tag), None)
