"""Takes the parts of an Office file, gives its relationships and content types, and the file with some parts changed."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping

from lxml import etree
from msgspec import Struct

from docgen.ooxml.names import CONTENT_TYPES, CONTENT_TYPES_PART, RELATIONSHIPS
from docgen.parcel import entry

OFFICE_DOCUMENT = "/officeDocument"
"""How the type of the relationship to the main part ends, in transitional and in strict files."""
_RELATIONSHIP, _OVERRIDE = f"{{{RELATIONSHIPS}}}Relationship", f"{{{CONTENT_TYPES}}}Override"


class Relationship(Struct, frozen=True):
    """What one part says of another: `kind` is the type's URI, `target` a part's name."""

    id: str
    kind: str
    target: str


def with_parts(content: bytes, changed: Mapping[str, bytes]) -> bytes:
    """Return the file with some parts changed or added; all others keep their bytes, dates and order."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        entries = {each.filename: each for each in old.infolist()}
        for name, found in entries.items():
            new.writestr(_like(found), changed.get(name, old.read(found)))
        for name in changed:
            if name not in entries:
                new.writestr(entry(name), changed[name])
    return made.getvalue()


def parsed(content: bytes) -> etree._Element:
    """Parse a part; nothing outside it is read. Raise etree.XMLSyntaxError where it is not well-formed."""
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def written(root: etree._Element) -> bytes:
    """Return the bytes of a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def relationships_part(part: str) -> str:
    """Return the name of the part that holds the relationships of a part; "" stands for the whole file."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relationships(parts: Mapping[str, bytes], part: str) -> Iterator[Relationship]:
    """Yield what a part says of other parts of the file."""
    name = relationships_part(part)
    if name not in parts:
        return
    for each in parsed(parts[name]).iter(_RELATIONSHIP):
        if each.get("TargetMode") != "External":
            target = posixpath.join("/", posixpath.dirname(part), str(each.get("Target", "")))
            yield Relationship(
                str(each.get("Id", "")), str(each.get("Type", "")), posixpath.normpath(target).lstrip("/")
            )


def related(parts: Mapping[str, bytes], part: str, kind: str, target: str) -> bytes:
    """Return the relationships of a part with one more, under an id that none of them has."""
    name = relationships_part(part)
    root = parsed(parts[name]) if name in parts else etree.Element(f"{{{RELATIONSHIPS}}}Relationships")
    taken = {each.get("Id") for each in root.iter(_RELATIONSHIP)}
    number = next(number for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
    relative = posixpath.relpath(target, posixpath.dirname(part) or ".")
    etree.SubElement(root, _RELATIONSHIP, Id=f"rId{number}", Type=kind, Target=relative)
    return written(root)


def typed(parts: Mapping[str, bytes], part: str, content_type: str) -> bytes:
    """Return the content types with that of a part."""
    root = parsed(parts[CONTENT_TYPES_PART])
    name = f"/{part}"
    found = next((each for each in root.iter(_OVERRIDE) if each.get("PartName") == name), None)
    override = etree.SubElement(root, _OVERRIDE, PartName=name) if found is None else found
    override.set("ContentType", content_type)
    return written(root)


def _like(old: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """Return an entry without what belongs to its old archive alone."""
    made = zipfile.ZipInfo(old.filename, old.date_time)
    made.compress_type, made.external_attr, made.create_system = (
        old.compress_type, old.external_attr, old.create_system
    )  # fmt: skip
    return made
