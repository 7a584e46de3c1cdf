"""Takes a Word file, gives its parts as trees to be changed, and the file with the changes."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from docgen.errors import UnreadableFile
from docgen.inspection.opening import WordFile
from docgen.inspection.package import related, relationships, relationships_part, typed, with_parts, written
from docgen.inspection.word import Paragraph
from docgen.inspection.word.names import as_before, office, word_tree
from docgen.inspection.word.sections import section_elements
from docgen.ooxml.names import CONTENT_TYPES_PART, R, w

_KIND = f"{R}/"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."


class Desk:
    """Holds the parts of one file while they are changed; what is not touched keeps its bytes."""

    def __init__(self, file: WordFile) -> None:
        self.main = file.main
        self._parts = dict(file.parts)
        self._original = file.parts
        self._trees: dict[str, etree._Element] = {}
        self._paragraphs: dict[str, list[etree._Element]] = {}

    def tree(self, part: str) -> etree._Element:
        """Return the root of a part, to be changed in place."""
        if part not in self._trees:
            self._trees[part] = word_tree(self._parts, part)
        return self._trees[part]

    def paragraph(self, paragraph: Paragraph) -> etree._Element:
        """Return the element of a paragraph."""
        if paragraph.part not in self._paragraphs:
            self._paragraphs[paragraph.part] = list(self.tree(paragraph.part).iter(w("p")))
        return self._paragraphs[paragraph.part][paragraph.index - 1]

    def sections(self) -> list[etree._Element]:
        """Return the elements of the sections in order; one is made where the document has none."""
        root = self.tree(self.main)
        body = root.find(w("body"))
        if body is None:
            raise UnreadableFile("docx-no-document")
        if next(root.iter(w("sectPr")), None) is None:
            etree.SubElement(body, w("sectPr"))
        return section_elements(body)

    def part_of(self, identity: str) -> str:
        """Return the part that a relationship of the document leads to, "" for none."""
        return next((each.target for each in relationships(self._parts, self.main) if each.id == identity), "")

    def part_of_kind(self, kind: str) -> str:
        """Return the part of a kind (settings, numbering), "" for none."""
        found = (each.target for each in relationships(self._parts, self.main) if each.kind.endswith(f"/{kind}"))
        return next((name for name in found if name in self._parts), "")

    def add(self, kind: str, root: etree._Element, like: str = "") -> str:
        """Add a part of a kind to the document, and return the id of its relationship; `like` lends it its own."""
        folder = self.main.rpartition("/")[0]
        names = (f"{folder}/{kind}{number}.xml".lstrip("/") for number in range(1, len(self._parts) + 2))
        name = next(each for each in names if each not in self._parts)
        self._parts[name] = written(root)
        if relationships_part(like) in self._parts and like:
            self._parts[relationships_part(name)] = self._parts[relationships_part(like)]
        self._parts[relationships_part(self.main)] = related(self._parts, self.main, _KIND + kind, name)
        self._parts[CONTENT_TYPES_PART] = typed(self._parts, name, f"{_TYPE}{kind}+xml")
        return next(each.id for each in relationships(self._parts, self.main) if each.target == name)

    def refer(self, section: etree._Element, kind: str, side: str, identity: str) -> None:
        """Let a section refer to a header or footer."""
        made = section.makeelement(w(f"{kind}Reference"))
        made.set(w("type"), side)
        made.set(office("id"), identity)
        section.insert(0, made)

    def content(self, original: bytes) -> bytes:
        """Return the file with what was changed."""
        for name, root in self._trees.items():
            before = self._original.get(name, b"")
            self._parts[name] = as_before(written(root), before)
        changed = {name: part for name, part in self._parts.items() if self._original.get(name) != part}
        return with_parts(original, changed)


def runs_of(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Yield the runs of a paragraph's own text, those of boxes hung on it and deleted ones left out."""
    for child in paragraph:
        if child.tag == w("r"):
            yield child
        elif child.tag not in {w("del"), w("moveFrom"), w("p"), w("pPr")}:
            yield from runs_of(child)
