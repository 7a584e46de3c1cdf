"""Takes the parts of a Word file, gives its document: every paragraph in order, with its effective properties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from lxml import etree
from msgspec.structs import replace

from docgen.errors import UnreadableFile
from docgen.inspection.opening import WordFile
from docgen.inspection.package import relationships
from docgen.inspection.word.document import Document, Paragraph, Table
from docgen.inspection.word.looks import Looks, Spot
from docgen.inspection.word.names import flag, word_tree
from docgen.inspection.word.numbering import Numbering
from docgen.inspection.word.pieces import Reader
from docgen.inspection.word.sections import section_elements, sections
from docgen.inspection.word.styles import Styles
from docgen.inspection.word.tables import boxes, cells, is_anchored, is_box_anchored, style_of, table
from docgen.inspection.word.theme import Theme
from docgen.ooxml.names import w

_BLOCKS = frozenset(map(w, ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")))


def read(file: WordFile) -> Document:
    """Read a document; raise UnreadableFile where a part of it is damaged or no text."""
    related = list(relationships(file.parts, file.main))
    targets = {each.id: each.target for each in related}

    def root_of(kind: str) -> etree._Element | None:
        names = (each.target for each in related if each.kind.endswith(f"/{kind}") and each.target in file.parts)
        return next((word_tree(file.parts, name) for name in names), None)

    root = word_tree(file.parts, file.main)
    body = root.find(w("body"))
    if body is None:
        raise UnreadableFile("docx-no-document")
    styles = Styles(root_of("styles"))
    looks = Looks(styles, Theme(root_of("theme")), Numbering(root_of("numbering"), styles))

    @cache
    def paragraphs_of(part: str) -> Sequence[Paragraph]:
        if part not in file.parts:
            return ()
        other = word_tree(file.parts, part)
        return tuple(
            each for each in _Walk(other, part, looks, styles, []).blocks(other) if isinstance(each, Paragraph)
        )

    elements = section_elements(body)
    made = sections(elements, lambda identity: targets.get(identity, ""), paragraphs_of)
    walk = _Walk(root, file.main, looks, styles, elements)
    walk.pitches = [section.grid_pitch for section in made]
    blocks = list(walk.blocks(body))
    return Document(
        main=file.main,
        paragraphs=tuple(each for each in blocks if isinstance(each, Paragraph)),
        tables=tuple(each for each in blocks if isinstance(each, Table)),
        sections=tuple(made),
        odd_and_even=flag(root_of("settings"), "evenAndOddHeaders") is True,
        style_names=styles.names,
        drawings=sum(1 for _ in root.iter(w("drawing"), w("pict"), w("object"))),
    )


class _Walk:
    """Goes through the blocks of one part."""

    def __init__(
        self, root: etree._Element, part: str, looks: Looks, styles: Styles, ends: Sequence[etree._Element]
    ) -> None:
        self._looks, self._styles, self._reader = looks, styles, Reader()
        # Held in lists, so that lxml keeps the identity of each element while we count.
        self._paragraphs = {each: number for number, each in enumerate(root.iter(w("p")), 1)}
        self._tables = {each: number for number, each in enumerate(root.iter(w("tbl")), 1)}
        self._start = Spot(part, 0)
        self._ends = {each: number for number, each in enumerate(ends)}
        self._section = 0
        self.pitches: list[int] = []

    def blocks(self, parent: etree._Element, spot: Spot | None = None) -> Iterator[Paragraph | Table]:
        """Yield paragraphs and tables; a table comes before its cells, a paragraph before the boxes hung on it."""
        spot = spot or self._start
        for child in parent:
            if child.tag == w("p"):
                yield from self._paragraph(child, spot)
            elif child.tag == w("tbl"):
                yield from self._table(child, spot)
            elif child.tag in _BLOCKS:
                yield from self.blocks(child, spot)

    def _paragraph(self, element: etree._Element, spot: Spot) -> Iterator[Paragraph | Table]:
        pitch = self.pitches[min(self._section, len(self.pitches) - 1)] if self.pitches else 0
        spot = replace(spot, index=self._paragraphs[element], section=self._section, line_pitch=pitch)
        yield self._looks.paragraph(element, spot, self._reader)
        for box in boxes(element):
            inside = Spot(spot.part, 0, box=True, floats=is_box_anchored(box), section=spot.section)
            yield from self.blocks(box, inside)
        end = element.find(f"{w('pPr')}/{w('sectPr')}")
        if end is not None and end in self._ends:
            self._section = self._ends[end] + 1

    def _table(self, element: etree._Element, spot: Spot) -> Iterator[Paragraph | Table]:
        index = self._tables[element]
        style = style_of(element)
        floats = spot.floats or is_anchored(element)
        yield table(element, index, self._styles, box=spot.box, floats=floats, section=self._section)
        for row, cell, content in cells(element):
            inside = replace(spot, table=index, row=row, cell=cell, floats=floats, table_style=style)
            yield from self.blocks(content, inside)
