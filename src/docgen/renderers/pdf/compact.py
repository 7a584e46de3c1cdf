"""Takes a font and the glyphs drawn of it, gives a font file of these glyphs alone, or nothing where that cannot be told to be right.

WeasyPrint leaves every glyph at its number and the ones between empty: of a Chinese font some forty thousand. A CFF font
whose glyphs have CIDs needs no gaps, as a pdf names its glyphs by CID; in Chinese fonts this is the number too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from struct import calcsize, unpack_from
from typing import Any

from weasyprint.text.ffi import ffi, harfbuzz, harfbuzz_subset
from weasyprint.text.fonts import get_hb_object_data

# What a pdf needs of a font besides is said by the pdf.
_DROPPED = (
    b"BASE", b"DSIG", b"GDEF", b"GPOS", b"GSUB", b"JSTF", b"OS/2", b"VORG", b"cmap", b"kern", b"name", b"post", b"vhea", b"vmtx",
)  # fmt: skip
_CFF = b"CFF "
_SFNT_HEADER, _SFNT_RECORD = 12, 16
_ROS, _CHARSET, _CHARSTRINGS = 0x0C1E, 15, 17
_ESCAPE = 12
_REAL, _WHOLE = 30, {28: ">h", 29: ">l"}

_faces: dict[int, tuple[Any, frozenset[int]]] = {}


class CompactFont(bytes):
    """An OpenType file with a CFF table whose glyphs are found by CID; a pdf embeds the table alone."""

    __slots__ = ()

    @property
    def cff(self) -> bytes:
        """The table."""
        return table(self, _CFF)


def compact(font: Any, glyphs: Any, hinting: bool) -> CompactFont | None:
    """Return the font with these glyphs and no others, or None where their numbers are not their CIDs."""
    if font.missing or harfbuzz_subset is None or not harfbuzz.hb_version_atleast(4, 1, 0):
        return None
    if not _numbered(font.hb_face).issuperset(glyphs):
        return None
    face = _subset(font.hb_face, sorted(glyphs), hinting)
    content = get_hb_object_data(face) if face else None
    if not content or content[:4] != b"OTTO":
        return None
    font_file = CompactFont(content)
    return font_file if set(glyphs).issubset(cids(font_file.cff)) else None


def _numbered(face: Any) -> frozenset[int]:
    """Return the glyphs of an installed font whose CIDs are their numbers, found once; of a font without CIDs none."""
    address = int(ffi.cast("uintptr_t", face))
    if address not in _faces:
        blob = ffi.gc(harfbuzz.hb_face_reference_table(face, _tag(_CFF)), harfbuzz.hb_blob_destroy)
        length = ffi.new("unsigned int *")
        data = harfbuzz.hb_blob_get_data(blob, length)
        found = cids(memoryview(ffi.buffer(data, length[0]))) if length[0] else ()
        # The face stays, so that no other one comes to its address.
        _faces[address] = (face, frozenset(glyph for glyph, cid in enumerate(found) if glyph == cid))
    return _faces[address][1]


def _subset(face: Any, glyphs: list[int], hinting: bool) -> Any:
    asked = ffi.gc(harfbuzz_subset.hb_subset_input_create_or_fail(), harfbuzz_subset.hb_subset_input_destroy)
    _add(harfbuzz_subset.hb_subset_input_glyph_set(asked), glyphs)
    tags = sorted(map(_tag, _DROPPED))
    _add(harfbuzz_subset.hb_subset_input_set(asked, harfbuzz_subset.HB_SUBSET_SETS_DROP_TABLE_TAG), tags)
    flags = harfbuzz_subset.HB_SUBSET_FLAGS_DESUBROUTINIZE
    if not hinting:
        flags |= harfbuzz_subset.HB_SUBSET_FLAGS_NO_HINTING
    harfbuzz_subset.hb_subset_input_set_flags(asked, flags)
    return ffi.gc(harfbuzz_subset.hb_subset_or_fail(face, asked), harfbuzz.hb_face_destroy)


def _tag(name: bytes) -> int:
    return int(harfbuzz.hb_tag_from_string(name, len(name)))


def _add(numbers: Any, added: list[int]) -> None:
    harfbuzz.hb_set_add_sorted_array(numbers, ffi.new("hb_codepoint_t[]", added), len(added))


def table(font_file: bytes, tag: bytes) -> bytes:
    """Return a table of an OpenType file, empty where it has none."""
    (count,) = unpack_from(">H", font_file, 4)
    for index in range(count):
        name, _, start, length = unpack_from(">4sLLL", font_file, _SFNT_HEADER + index * _SFNT_RECORD)
        if name == tag:
            return font_file[start : start + length]
    return b""


def cids(cff: bytes | memoryview) -> Sequence[int]:
    """Return the CID of each glyph of a CFF table, none where glyphs have names."""
    names_end = _index(cff, cff[2])[-1]
    top = _operators(cff, *_index(cff, names_end)[:2])
    if _ROS not in top:
        return ()
    (count,) = unpack_from(">H", cff, top[_CHARSTRINGS])
    start = top.get(_CHARSET, 0)
    return [0, *_charset(cff, start, count)] if start > 2 else ()


def _charset(cff: bytes | memoryview, start: int, count: int) -> Iterator[int]:
    form, position, left = cff[start], start + 1, count - 1
    if form == 0:
        yield from unpack_from(f">{left}H", cff, position)
        return
    step = ">HB" if form == 1 else ">HH"
    while left > 0:
        first, more = unpack_from(step, cff, position)
        yield from range(first, first + more + 1)
        position, left = position + form + 2, left - more - 1


def _index(cff: bytes | memoryview, start: int) -> list[int]:
    """Return where the objects of an index begin, and where the last one ends."""
    (count,) = unpack_from(">H", cff, start)
    if not count:
        return [start + 2]
    size, offsets = cff[start + 2], start + 3
    before = offsets + (count + 1) * size - 1
    return [before + int.from_bytes(cff[at : at + size]) for at in range(offsets, offsets + (count + 1) * size, size)]


def _operators(cff: bytes | memoryview, start: int, end: int) -> dict[int, int]:
    """Return the last operand of each operator of a dictionary."""
    found, operand, position = {}, 0, start
    while position < end:
        byte = cff[position]
        if byte < 22:
            operator = byte << 8 | cff[position + 1] if byte == _ESCAPE else byte
            position += 2 if byte == _ESCAPE else 1
            found[operator] = operand
        else:
            operand, position = _operand(cff, position)
    return found


def _operand(cff: bytes | memoryview, position: int) -> tuple[int, int]:
    """Return an operand, that of a real number being 0, and where it ends."""
    byte = cff[position]
    if byte == _REAL:
        while cff[position] & 15 != 15:
            position += 1
        return 0, position + 1
    if byte in _WHOLE:
        form, end = _WHOLE[byte], position + 1 + calcsize(_WHOLE[byte])
        return unpack_from(form, cff, position + 1)[0], end
    if byte <= 246:
        return byte - 139, position + 1
    high = (byte - 247) * 256 + 108 if byte <= 250 else (251 - byte) * 256 - 108
    low = cff[position + 1]
    return (high + low if byte <= 250 else high - low), position + 2
