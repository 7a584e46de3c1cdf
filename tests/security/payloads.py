"""Takes what is to be smuggled in, gives the file that holds it."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Mapping
from html import escape

from docgen.parcel import pack, unpack
from docgen.stationery import builtin_folder

PNG = b"\x89PNG\r\n\x1a\n"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DOCUMENT, DOCUMENT_RELATIONSHIPS = "word/document.xml", "word/_rels/document.xml.rels"
SHEET, SHEET_RELATIONSHIPS = "xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels"
_DOUBLED = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
BILLION = f'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">{_DOUBLED}]>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def builtin(kind: str, format: str) -> bytes:
    return (builtin_folder() / kind / f"{kind}.{format}").read_bytes()


def text_template(source: str) -> bytes:
    return builtin("meeting-notice", "txt") + f"\n{source}\n".encode()


def page_template(body: str) -> bytes:
    return f'{{% extends "_shared/base.html" %}}\n{{% block body %}}\n{body}\n{{% endblock %}}\n'.encode()


def word_template(changed: Mapping[str, bytes] | None = None, *, body: str = "", file: str = "") -> bytes:
    """The built-in minutes with other parts, with more in the body, or with another file's relationship."""
    parts = unpack(builtin("minutes", "docx"))
    if body:
        parts[DOCUMENT] = parts[DOCUMENT].replace(b"<w:body>", b"<w:body>" + body.encode())
    if file:
        parts[DOCUMENT_RELATIONSHIPS] = parts[DOCUMENT_RELATIONSHIPS].replace(b"</Rel", file.encode() + b"</Rel")
    return pack({**parts, **(changed or {})})


def said(text: str) -> str:
    """A paragraph of Word that says something."""
    return f"<w:p><w:r><w:t>{escape(text, quote=False)}</w:t></w:r></w:p>"


def field(instruction: str) -> str:
    """A paragraph of Word with a field, its instruction cut into two runs."""
    half = len(instruction) // 2
    runs = "".join(
        f'<w:r><w:instrText xml:space="preserve">{escape(each, quote=False)}</w:instrText></w:r>'
        for each in (instruction[:half], instruction[half:])
    )
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{each}"/></w:r>' for each in ("begin", "end"))
    return f"<w:p>{begin}{runs}{end}</w:p>"


def related(kind: str, target: str, *, outside: bool = True) -> str:
    """A relationship of a part."""
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="rId99" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'


def relationships(*each: str) -> bytes:
    return f'<Relationships xmlns="{RELATIONSHIPS}">{"".join(each)}</Relationships>'.encode()


def with_doctype(doctype: str) -> bytes:
    parts = unpack(builtin("minutes", "docx"))
    return pack({**parts, "word/settings.xml": doctype.encode() + parts["word/settings.xml"].split(b"?>", 1)[1]})


def with_macros() -> bytes:
    parts = unpack(builtin("minutes", "docx"))
    types = parts["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    return pack({**parts, "[Content_Types].xml": types, "word/vbaProject.bin": b"\0"})


def header(text: str) -> bytes:
    """A header of Word that says something."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<w:hdr xmlns:w="{word}">{said(text)}</w:hdr>'.encode()


def book_template(changed: Mapping[str, bytes] | None = None, *, formula: str = "", text: str = "") -> bytes:
    """The built-in sign-in sheet with other parts, or with a formula or text in one more row."""
    parts = unpack(builtin("sign-in-sheet", "xlsx"))
    if text:
        row = f'<row r="90"><c r="A90" t="inlineStr"><is><t>{escape(text, quote=False)}</t></is></c></row></sheetData>'
        parts[SHEET] = parts[SHEET].replace(b"</sheetData>", row.encode())
    if formula:
        row = f'<row r="90"><c r="A90"><f>{escape(formula)}</f></c></row></sheetData>'
        parts[SHEET] = parts[SHEET].replace(b"</sheetData>", row.encode())
    return pack({**parts, **(changed or {})})


def zip_bomb(name: str, size: int, around: bytes = b"") -> bytes:
    """A zip one of whose files is noughts, a thousand times larger than the zip; `around` is a zip that it is put into."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for each, content in (unpack(around) if around else {}).items():
            archive.writestr(each, content)
        with archive.open(name, "w", force_zip64=False) as file:
            for _ in range(size // 1_000_000):
                file.write(bytes(1_000_000))
    return made.getvalue()


def lying_zip(name: str, size: int) -> bytes:
    """A zip bomb whose headers say that its file is small."""
    bomb = bytearray(zip_bomb(name, size, builtin("minutes", "docx")))
    told, small = struct.pack("<L", size // 1_000_000 * 1_000_000), struct.pack("<L", 10)
    while (at := bomb.find(told)) >= 0:
        bomb[at : at + 4] = small
    return bytes(bomb)


def zipped(name: str, content: bytes = b"x", *, link: bool = False) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        entry = zipfile.ZipInfo(name)
        if link:
            entry.create_system, entry.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        archive.writestr(entry, content)
    return made.getvalue()


def in_itself(times: int = 6) -> bytes:
    """A zip in a zip in a zip, as what unpacks for ever would look from outside."""
    content = b"x"
    for _ in range(times):
        content = zipped("r/r.zip", content)
    return content


def png(width: int, height: int, *chunks: tuple[bytes, bytes]) -> bytes:
    """A PNG that says how large it is, and holds what it is given."""
    head = struct.pack(">2L5B", width, height, 1, 0, 0, 0, 0)
    row = b"\0" * (width // 8 + 2)
    packed = zlib.compress(row * min(height, 10), 9)
    return PNG + b"".join(_chunk(*each) for each in ((b"IHDR", head), *chunks, (b"IDAT", packed), (b"IEND", b"")))


def huge_png(side: int) -> bytes:
    """A whole PNG of so many pixels on each side, a few hundred thousand times smaller than its picture."""
    squeeze = zlib.compressobj(9)
    row = b"\0" * ((side + 7) // 8 + 1)
    packed = b"".join(squeeze.compress(row) for _ in range(side)) + squeeze.flush()
    head = struct.pack(">2L5B", side, side, 1, 0, 0, 0, 0)
    return PNG + b"".join(_chunk(*each) for each in ((b"IHDR", head), (b"IDAT", packed), (b"IEND", b"")))


def text_bomb() -> tuple[bytes, bytes]:
    """A note in a PNG that becomes 100 MB when it is unpacked."""
    squeeze = zlib.compressobj(9)
    packed = b"".join(squeeze.compress(bytes(1_000_000)) for _ in range(100)) + squeeze.flush()
    return b"zTXt", b"note\0\0" + packed


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">L", len(content)) + name + content + struct.pack(">L", zlib.crc32(name + content))
