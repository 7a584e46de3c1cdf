"""Takes the bytes of a Word template, gives what all papers made from it share: its members and its pieces."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.coreprops import CoreProperties
from docx.opc.oxml import serialize_part_xml
from docx.oxml.parser import parse_xml

from docgen.errors import TemplateError
from docgen.renderers.archive import Member, member, members, pack
from docgen.renderers.docx.compat.pieces import PROPERTIES, Pieces, name_of, read_pieces
from docgen.renderers.docx.compat.sketch import Sketch
from docgen.renderers.once import Once
from docgen.renderers.rendering import Template


@dataclass(slots=True)
class Skeleton:
    """A Word template as python-docx writes it, so that what no tag touches is what docxtpl writes."""

    members: dict[str, Member]
    pieces: Pieces
    core: str
    opened: Document | None = None
    """Read only, and opened for the first picture or link: what is made from it is a sketch."""
    kept: dict[str, tuple[object, Member]] = field(default_factory=dict)
    """Of each part what it was last made from, and the member: most headers say the same in all papers."""

    def made(self, name: str, source: object, make: Callable[[], bytes]) -> Member:
        """Return a part's member, the last one where it was made from the same."""
        known = self.kept.get(name)
        if known is None or known[0] != source:
            known = self.kept[name] = source, member(name, make())
        return known[1]

    def made_core(self, values: tuple[str, ...]) -> Member:
        """Return the core properties with these values; raise ValueError for one that python-docx finds too long."""
        return self.made(self.core, values, lambda: self._core(values))

    def sketch(self) -> Sketch:
        """Return parts of a paper's own, in which pictures and links find their relations."""
        pieces = self.pieces
        if self.opened is None:
            self.opened = docx.Document(io.BytesIO(pack(self.members.values())))
        return Sketch(self.opened, frozenset({pieces.body.name, *(piece.name for piece in pieces.edges.values())}))

    def _core(self, values: tuple[str, ...]) -> bytes:
        root: Any = parse_xml(self.members[self.core].content)
        properties = CoreProperties(root)
        for name, value in zip(PROPERTIES, values, strict=True):
            setattr(properties, name, value)
        return serialize_part_xml(root)


def _compile(template: Template) -> Skeleton:
    try:
        document = docx.Document(io.BytesIO(template.content))
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        raise TemplateError("template-archive", {"template": template.name, "message": str(error)}) from error
    pieces = read_pieces(document)
    core = document.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES)
    buffer = io.BytesIO()
    document.save(buffer)
    return Skeleton(members(buffer.getvalue(), template.name), pieces, name_of(core))


skeleton_of = Once(_compile)
"""Return the skeleton of a template, compiled when it is first asked for in this process."""
