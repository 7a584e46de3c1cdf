"""Takes the bytes of a file, gives the parts of a Word file in it; what is dangerous or none is refused."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import NoReturn

from lxml import etree
from msgspec import Struct

from docgen.errors import UnreadableFile
from docgen.inspection.package import OFFICE_DOCUMENT, relationships
from docgen.ooxml.names import CONTENT_TYPES, CONTENT_TYPES_PART, RELATIONSHIPS

MOST_MEMBERS = 5_000
MOST_BYTES, MOST_PART_BYTES = 400_000_000, 100_000_000
MOST_RATIO, RATIO_FROM = 400, 2_000_000
"""What a member may grow by; small ones may be blank paper, which packs best of all."""
_CHUNK = 65_536
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHER_FORMATS = ((b"%PDF", "PDF"), (b"{\\rtf", "RTF"), (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"))
_WORD_TYPE, _MACRO_TYPE, _MACROS = "wordprocessingml", "macroEnabled", "vbaProject"
_XML_NAMES = (".xml", ".rels")
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
_REMOTE = re.compile(r"(?i)(https?|ftps?|smb|webdavs?):|[\\/]{2}|file:[\\/]{2}(?![\\/])(?!localhost)")
_FAULTS = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, LookupError, struct.error,
    OverflowError,
)  # fmt: skip


class WordFile(Struct, frozen=True):
    """The parts of a Word file by name, and the name of its main one (word/document.xml)."""

    parts: Mapping[str, bytes]
    main: str


def open_word(content: bytes) -> WordFile:
    """Return the parts of a Word file; raise UnreadableFile for anything else, and for what would do harm.

    Sizes are counted while the members are inflated, whatever their headers say. Files with macros, with a document
    type or with parts that would be fetched from another machine are refused; links that a reader must click are not.
    """
    _refuse_other_formats(content)
    parts = inflated(content)
    refuse_doctypes(parts)
    for name in parts:
        if name.endswith(".rels"):
            _refuse_remote(tree(parts, name))
    return WordFile(parts, _main(parts))


def tree(parts: Mapping[str, bytes], name: str) -> etree._Element:
    """Return a part's root; raise UnreadableFile where it is missing or not well-formed."""
    if name not in parts:
        refuse("docx-part-missing", value=name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(parts[name], parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise UnreadableFile("docx-part-broken", {"value": name}) from fault
    return root


def refuse(code: str, **values: str | int) -> NoReturn:
    """Raise UnreadableFile."""
    raise UnreadableFile(code, values)


def _refuse_other_formats(content: bytes) -> None:
    if not content:
        refuse("docx-empty")
    if content.startswith(_OLE):
        refuse("docx-encrypted" if _ENCRYPTED in content else "docx-old-format")
    for start, name in _OTHER_FORMATS:
        if content.startswith(start):
            refuse("docx-other-format", value=name)
    if not content.startswith(b"PK"):
        refuse("docx-no-archive")


def inflated(content: bytes, most: int | None = None) -> dict[str, bytes]:
    """Return the members of a zip, counted while they are inflated; raise UnreadableFile where they are too many or damaged."""
    parts: dict[str, bytes] = {}
    total = 0
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_MEMBERS:
                refuse("docx-bomb", value=len(entries))
            for entry in entries:
                if entry.filename in parts or entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
                    refuse("docx-broken")
                parts[entry.filename] = _member(archive, entry, (MOST_BYTES if most is None else most) - total)
                total += len(parts[entry.filename])
    except _FAULTS as fault:
        raise UnreadableFile("docx-broken") from fault
    return parts


def _member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int) -> bytes:
    if entry.flag_bits & 1:
        refuse("docx-encrypted")
    pieces: list[bytes] = []
    size, packed = 0, max(entry.compress_size, 1)
    with archive.open(entry) as member:
        while piece := member.read(_CHUNK):
            pieces.append(piece)
            size += len(piece)
            if size > min(room, MOST_PART_BYTES) or (size > RATIO_FROM and size > packed * MOST_RATIO):
                refuse("docx-bomb", value=entry.filename)
    return b"".join(pieces)


def refuse_doctypes(parts: Mapping[str, bytes]) -> None:
    """Raise UnreadableFile for a part with a document type: entities could be without end, or files of this machine."""
    for name, content in parts.items():
        if name.lower().endswith(_XML_NAMES) and any(mark in content for mark in _DOCTYPES):
            refuse("docx-doctype", value=name)


def _refuse_remote(root: etree._Element) -> None:
    for each in root.iter(f"{{{RELATIONSHIPS}}}Relationship"):
        target, kind = str(each.get("Target", "")), str(each.get("Type", ""))
        if each.get("TargetMode") == "External" and not kind.endswith("/hyperlink") and _REMOTE.match(target):
            refuse("docx-remote", value=target)


def _main(parts: Mapping[str, bytes]) -> str:
    if CONTENT_TYPES_PART not in parts or "_rels/.rels" not in parts:
        refuse("docx-no-document")
    types = dict(_types(tree(parts, CONTENT_TYPES_PART)))
    found = (each.target for each in relationships(parts, "") if each.kind.endswith(OFFICE_DOCUMENT))
    main = next((target for target in found if target in parts), "")
    if not main:
        refuse("docx-no-document")
    if _MACRO_TYPE in types.get(main, "") or any(_MACROS.lower() in name.lower() for name in parts):
        refuse("docx-macros")
    if types.get(main) and _WORD_TYPE not in types[main]:
        refuse("docx-other-format", value=types[main].rpartition(".")[0].rpartition(".")[2])
    return main


def _types(root: etree._Element) -> Iterator[tuple[str, str]]:
    for each in root.iter(f"{{{CONTENT_TYPES}}}Override"):
        yield str(each.get("PartName", "")).lstrip("/"), str(each.get("ContentType", ""))
