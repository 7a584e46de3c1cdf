"""Takes the w:sectPr elements of a document, gives its sections with their page numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from lxml import etree

from docgen.inspection.patterns import TYPED_NUMBER
from docgen.inspection.word.document import PAGE, PageNumber, Paragraph, Section
from docgen.inspection.word.names import attribute, flag, number, office, twips
from docgen.ooxml.names import w

# What Word takes where a section says nothing (a letter sheet with margins of an inch).
_WIDTH, _HEIGHT, _MARGIN, _FOOTER = 12_240, 15_840, 1_440, 720
SIDES = ("default", "even", "first")
_FOOT, _HEAD = "footerReference", "headerReference"
PartReader = Callable[[str], Sequence[Paragraph]]


def section_elements(body: etree._Element) -> list[etree._Element]:
    """Return the w:sectPr elements in order, an empty one where there is none."""
    found = [each for each in body.iter(w("sectPr")) if each.getparent() is not None]
    return found or [body.makeelement(w("sectPr"))]


def sections(elements: Sequence[etree._Element], part_of: Callable[[str], str], read: PartReader) -> list[Section]:
    """Read sections; `part_of` finds a part by its relationship, `read` its paragraphs.

    What a section leaves out of headers and footers it has from the one before.
    """
    made: list[Section] = []
    references: dict[tuple[str, str], str] = {}
    for element in elements:
        for kind in (_FOOT, _HEAD):
            for each in element.iterchildren(w(kind)):
                references[kind, attribute(each, "type") or SIDES[0]] = part_of(str(each.get(office("id"), "")))
        made.append(_section(element, references, read))
    return made


def _section(element: etree._Element, references: dict[tuple[str, str], str], read: PartReader) -> Section:
    size, margins, grid = (element.find(w(name)) for name in ("pgSz", "pgMar", "docGrid"))

    def length(of: etree._Element | None, name: str, otherwise: int) -> int:
        found = twips(attribute(of, name))
        return otherwise if found is None else abs(found)

    width, height = length(size, "w", _WIDTH), length(size, "h", _HEIGHT)
    kind = attribute(grid, "type") or ""
    return Section(
        width=width,
        height=height,
        top=length(margins, "top", _MARGIN),
        right=length(margins, "right", _MARGIN),
        bottom=length(margins, "bottom", _MARGIN),
        left=length(margins, "left", _MARGIN) + length(margins, "gutter", 0),
        footer=length(margins, "footer", _FOOTER),
        landscape=width > height,
        grid="" if kind == "default" else kind,
        grid_pitch=number(attribute(grid, "linePitch")) or 0,
        char_space=number(attribute(grid, "charSpace")) or 0,
        first_differs=flag(element, "titlePg") is True,
        numbers=tuple(_numbers(references, read)),
        footers={side: references[_FOOT, side] for side in SIDES if (_FOOT, side) in references},
    )


def _numbers(references: dict[tuple[str, str], str], read: PartReader) -> Iterator[PageNumber]:
    for (kind, side), part in sorted(references.items()):
        paragraphs = read(part)
        for paragraph in paragraphs:
            is_field = any(run.field == PAGE for run in paragraph.runs)
            is_typed = not is_field and kind == _FOOT and bool(TYPED_NUMBER.fullmatch(paragraph.words))
            if is_field or is_typed:
                yield PageNumber(side, kind == _FOOT, paragraph, paragraph is paragraphs[-1], is_typed)
