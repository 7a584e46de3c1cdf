"""Takes a Word document as python-docx has it, gives the pieces of it that docxtpl renders, as jinja2 source."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import parse_xml
from docx.opc.part import Part
from docxtpl import DocxTemplate
from lxml import etree
from msgspec import Struct

PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")
"""What docxtpl renders of the properties of a document."""
_EDGES = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
_PARAGRAPH = re.compile("<w:p([ >])")
_BODY = re.compile("<w:body(?:[ >].*</w:body>|/>)", re.DOTALL)
_MOST = 128
# python-docx dates properties that it adds itself; no paper is to depend on the clock. Zips begin here too.
_NO_MOMENT = datetime(1980, 1, 1, tzinfo=UTC)


class Piece(Struct, frozen=True):
    """A part, or the body of one: its name in the archive, its source, what stands around it there."""

    name: str
    source: str
    before: str = ""
    after: str = ""


class Pieces(Struct, frozen=True):
    """All that is rendered of one document; headers and footers by the relation that the document has to them."""

    body: Piece
    edges: dict[str, Piece]
    notes: tuple[Piece, ...]
    properties: tuple[str, ...]

    @property
    def parts(self) -> tuple[Piece, ...]:
        """Give the pieces that are XML, in the order of rendering."""
        return (self.body, *self.edges.values(), *self.notes)


def read_pieces(document: Document) -> Pieces:
    """Read them in docxtpl's order: the body, headers, footers; footnotes where the document has a section."""
    main = document.part
    if not any(each.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES for each in main.package.rels.values()):
        document.core_properties.modified = _NO_MOMENT
    edges = {
        key: Piece(name_of(relation.target_part), _source(_edge(relation.target_part)))
        for kind in _EDGES
        for key, relation in main.rels.items()
        if relation.reltype == kind and relation.target_part.blob
    }
    notes = [part for part in main.package.parts if part.content_type == CONTENT_TYPE.WML_FOOTNOTES]
    return Pieces(
        _body(document),
        edges,
        tuple(Piece(name_of(part), _source(part.blob.decode())) for part in notes if len(document.sections)),
        tuple(getattr(document.core_properties, name) for name in PROPERTIES),
    )


def name_of(part: Part) -> str:
    """Return a part's name as an archive has it."""
    return str(part.partname).removeprefix("/")


def _edge(part: Part) -> str:
    read: Any = parse_xml
    return _xml(read(part.blob))


def _body(document: Document) -> Piece:
    body: Any = document.element.body
    before, after = _BODY.split(_xml(document.element), maxsplit=1)
    return Piece(name_of(document.part), _source(_xml(body)), before, after)


@lru_cache(_MOST)
def _source(xml: str) -> str:
    """Return docxtpl's translation of a part, with a line per paragraph as its messages count them."""
    return _PARAGRAPH.sub(r"\n<w:p\1", DocxTemplate.patch_xml(None, xml))


def _xml(element: Any) -> str:
    return etree.tostring(element, encoding="unicode")
