"""Takes the body of a Word template, gives where its page is not the profile's, and where a signature has lost its style."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from lxml import etree
from msgspec.structs import replace

from docgen.documents import DocumentKind
from docgen.findings import Finding, Level, Place
from docgen.house.outline import Block, For, If, Signature
from docgen.house.texts import name_of
from docgen.ooxml.names import w
from docgen.page import DEFAULT_PROFILE, PROFILES, profile_named, style_named
from docgen.page.distances import MARGIN_TOLERANCE
from docgen.page.units import twips_to_mm
from docgen.renderers.docx.names import PARAGRAPH, PARAGRAPH_PROPERTIES, PARAGRAPH_STYLE, VALUE
from docgen.stationery.checking.faults import fault
from docgen.stationery.checking.looks import Styles
from docgen.stationery.checking.word import Part
from docgen.vocabulary.templates import NOTHING, page_text

SIDES = ("top", "right", "bottom", "left")
Lengths: TypeAlias = Sequence[float]
"""A page in mm: width, height, margins at the top, right, bottom, left."""
SHEET_TOLERANCE_MM = 0.5
"""Programs round the sheet to whole twips or points."""


def foreign_pages(body: Part, file: str) -> Iterator[Finding]:
    """Yield each section whose sheet or margins are those of no profile, upright or turned (GB/T 9704 5.1, 5.2.1)."""
    for section in body.root.iter(w("sectPr")):
        page = [*_lengths(section, "pgSz", ("w", "h")), *_lengths(section, "pgMar", SIDES)]
        if any(_fits(page, each) for each in _pages()):
            continue
        is_turned = len(page) > 1 and page[0] > page[1]
        expected = next(each for each in _pages() if (each[0] > each[1]) == is_turned)
        values = {"found": page_text(page) or NOTHING, "expected": page_text(expected)}
        place = replace(body.place(section), file=file)
        yield Finding("template-page", Level.WARN, place, values=values, basis=profile_named(DEFAULT_PROFILE).clause)


def unstyled_signatures(kind: DocumentKind, body: Part, styles: Styles) -> Iterator[Finding]:
    """Yield where a signature or its date stands in another style than the one by which the engine knows it."""
    for block in _signatures(kind.outline.blocks if kind.outline else ()):
        for key, text in (("signature", block.name), ("date", block.date)):
            expected = style_named(key).word
            marks = [mark for mark in body.marks if not mark.word and mark.body == name_of(text)]
            named = [_style(body, mark.place) for mark in marks]
            if marks and (not styles.id_of(expected) or styles.id_of(expected) not in named):
                found = styles.names.get(named[0], named[0]) or NOTHING
                yield fault("template-signature-unstyled", marks[0], {"found": found, "expected": expected}, Level.WARN)


def _signatures(blocks: Sequence[Block]) -> Iterator[Signature]:
    for block in blocks:
        match block:
            case Signature():
                yield block
            case For():
                yield from _signatures(block.blocks)
            case If():
                yield from _signatures((*block.blocks, *block.otherwise))


def _style(body: Part, place: Place) -> str:
    paragraph = next(element for element, each in body.places.items() if each == place and element.tag == PARAGRAPH)
    named = paragraph.find(f"{PARAGRAPH_PROPERTIES}/{PARAGRAPH_STYLE}")
    return "" if named is None else str(named.get(VALUE, ""))


def _pages() -> Iterator[Lengths]:
    """Yield the page of every profile, the default's first, upright and turned clockwise."""
    for page in sorted(PROFILES.values(), key=lambda profile: profile.name != DEFAULT_PROFILE):
        yield page.width_mm, page.height_mm, page.top_mm, page.right_mm, page.bottom_mm, page.left_mm
        yield page.height_mm, page.width_mm, page.left_mm, page.top_mm, page.right_mm, page.bottom_mm


def _fits(page: Lengths, expected: Lengths) -> bool:
    allowed = (SHEET_TOLERANCE_MM,) * 2 + (MARGIN_TOLERANCE.mm,) * 4
    same = (abs(a - b) <= most for a, b, most in zip(page, expected, allowed, strict=False))
    return len(page) == len(expected) and all(same)


def _lengths(section: etree._Element, name: str, attributes: Sequence[str]) -> tuple[float, ...]:
    """Return lengths of a section in mm; none where one is not written."""
    found = section.find(w(name))
    given = [] if found is None else [str(found.get(w(each), "")) for each in attributes]
    return tuple(twips_to_mm(int(each)) for each in given) if given and all(each.isdecimal() for each in given) else ()
