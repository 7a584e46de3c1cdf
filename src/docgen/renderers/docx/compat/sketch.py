"""Takes a document that was opened once, gives parts that pictures and links can be put into, and the members they change.

python-docx itself numbers the relations and names the pictures; it is only spared opening the whole template again.
"""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.opc.part import Part
from docx.opc.spec import default_content_types
from docx.package import Package
from docx.parts.image import ImagePart
from lxml import etree

from docgen.ooxml.names import CONTENT_TYPES, CONTENT_TYPES_PART
from docgen.renderers.archive import Member, member
from docgen.renderers.docx.compat.pieces import name_of

_DEFAULT = f"{{{CONTENT_TYPES}}}Default"
_OVERRIDE = f"{{{CONTENT_TYPES}}}Override"


class Sketch:
    """The stories of one paper: their relations are the paper's own, all else is the template's."""

    def __init__(self, opened: Document, names: frozenset[str]) -> None:
        given = [part for part in opened.part.package.parts if name_of(part) in names]
        self._package: Any = Package()
        self._given = {name_of(part): part for part in given}
        self._stories = {name: _empty(part, self._package) for name, part in self._given.items()}
        _relate(opened.part.package, self._package, self._stories)
        for name, part in self._given.items():
            _relate(part, self._stories[name], self._stories)
        gather: Any = self._package.after_unmarshal
        gather()
        self._pictures = list(self._package.image_parts)

    def story(self, name: str) -> Part | None:
        """Return a part that takes pictures and links, None for one that takes none."""
        return self._stories.get(name)

    def members(self, types: Member) -> dict[str, Member]:
        """Return the members that are new or changed; `types` are the template's content types."""
        changed = {}
        for name in self._grown():
            story = self._stories[name]
            relations = str(story.partname.rels_uri).removeprefix("/")
            written: Any = story.rels.xml
            changed[relations] = member(relations, written)
        pictures = self._new_pictures()
        for picture in pictures:
            changed[name_of(picture)] = member(name_of(picture), picture.blob, deflate=False)
        return changed | ({CONTENT_TYPES_PART: _typed(types, pictures)} if pictures else {})

    def put_into(self, document: Document) -> None:
        """Put the relations and pictures into a document that was opened after them."""
        images = document.part.package.image_parts
        known = {name_of(image): image for image in images}
        for picture in self._new_pictures():
            images.append(picture)
            known[name_of(picture)] = picture
        parts = {name_of(part): part for part in document.part.package.parts}
        for name in self._grown():
            for relation in list(self._stories[name].rels.values())[len(self._given[name].rels) :]:
                target: Any = relation.target_ref if relation.is_external else known[name_of(relation.target_part)]
                parts[name].load_rel(relation.reltype, target, relation.rId, relation.is_external)

    def _grown(self) -> list[str]:
        return [name for name, story in self._stories.items() if len(story.rels) > len(self._given[name].rels)]

    def _new_pictures(self) -> list[ImagePart]:
        return list(self._package.image_parts)[len(self._pictures) :]


def _empty(part: Any, package: Package) -> Part:
    made: Part = type(part)(part.partname, part.content_type, part.element, package)
    return made


def _relate(given: Any, made: Any, stories: dict[str, Part]) -> None:
    for relation in given.rels.values():
        if relation.is_external:
            target: Any = relation.target_ref
        else:
            target = stories.get(name_of(relation.target_part), relation.target_part)
        made.load_rel(relation.reltype, target, relation.rId, relation.is_external)


def _typed(given: Member, pictures: list[ImagePart]) -> Member:
    """Return the content types with those of the pictures, sorted as python-docx sorts them."""
    root = etree.fromstring(given.content)
    defaults = {str(each.get("Extension")): str(each.get("ContentType")) for each in root.iter(_DEFAULT)}
    overrides = {str(each.get("PartName")): str(each.get("ContentType")) for each in root.iter(_OVERRIDE)}
    for picture in pictures:
        suffix = picture.partname.ext.lower()
        if (suffix, picture.content_type) in default_content_types:
            defaults[suffix] = picture.content_type
        else:
            overrides[str(picture.partname)] = picture.content_type
    for each in list(root):
        root.remove(each)
    for suffix, kind in sorted(defaults.items()):
        etree.SubElement(root, _DEFAULT, {"Extension": suffix, "ContentType": kind})
    for name, kind in sorted(overrides.items()):
        etree.SubElement(root, _OVERRIDE, {"PartName": name, "ContentType": kind})
    return member(CONTENT_TYPES_PART, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
