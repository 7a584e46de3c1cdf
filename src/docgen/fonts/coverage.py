"""Takes a face and a character, gives whether the one can draw the other.

A face's table is searched and not read out: a Chinese font maps tens of thousands of characters, and a machine has
dozens of them.
"""

from __future__ import annotations

import struct
import unicodedata
from functools import cache
from typing import NamedTuple

from docgen.fonts.installed import Face

# Python's codec maps two marks of GB 2312 to other characters than every font and input method does.
_GB2312_MARKS = frozenset("·—")
# Joiners, variation selectors, line ends, blanks: nothing is seen of them.
_UNDRAWN = frozenset({"Cc", "Cf", "Mn", "Zs", "Zl", "Zp"})
# (platform, encoding) of the tables that map Unicode, the widest ones first (OpenType, cmap).
_UNICODE = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))
_SEGMENTS, _GROUPS = 4, 12
_BASIC_PLANE = 0xFFFF


class _Map(NamedTuple):
    """The table cmap of a face, where its widest part begins, and in which format that is."""

    table: bytes
    start: int
    format: int


def covers(face: Face, char: str) -> bool:
    """Tell whether a face has a glyph for a character."""
    found = _map(face)
    if found.format == _GROUPS:
        return _in_groups(found, ord(char))
    return found.format == _SEGMENTS and ord(char) <= _BASIC_PLANE and _in_segments(found, ord(char))


@cache
def in_gb2312(char: str) -> bool:
    """Tell whether a character is one of GB 2312 or ASCII, which every official face holds."""
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return char in _GB2312_MARKS
    return True


def is_drawn(char: str) -> bool:
    """Tell whether a character needs a glyph at all."""
    return unicodedata.category(char) not in _UNDRAWN


@cache
def _map(face: Face) -> _Map:
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with face.path.open("rb") as file:
            table = bytes(TTFont(file, fontNumber=face.number, lazy=True).reader["cmap"])
        parts = {tuple(each[:2]): each[2] for each in struct.iter_unpack(">HHI", table[4 : 4 + 8 * _short(table, 2)])}
        for kind in _UNICODE:
            if kind in parts and (format := _short(table, parts[kind])) in {_SEGMENTS, _GROUPS}:
                return _Map(table, parts[kind], format)
    except (OSError, TTLibError, KeyError, AssertionError, struct.error):
        pass
    return _Map(b"", 0, 0)


def _in_groups(found: _Map, code: int) -> bool:
    """Search the groups (first code, last code, first glyph) of format 12."""
    table, first = found.table, found.start + 16
    low, high = 0, struct.unpack_from(">I", table, found.start + 12)[0]
    while low < high:
        middle = (low + high) // 2
        begin, end, glyph = struct.unpack_from(">III", table, first + 12 * middle)
        if begin <= code <= end:
            return bool(glyph + code - begin)
        low, high = (middle + 1, high) if code > end else (low, middle)
    return False


def _in_segments(found: _Map, code: int) -> bool:
    """Search the segments of format 4: four arrays, of last codes, first codes, differences and offsets to glyphs."""
    table = found.table
    size = _short(table, found.start + 6)
    ends = found.start + 14
    low, high = 0, size // 2 - 1
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if _short(table, ends + 2 * middle) < code else (low, middle)
    begin_at = ends + size + 2 + 2 * low
    begin, delta, offset = (_short(table, begin_at + size * each) for each in range(3))
    if not begin <= code <= _short(table, ends + 2 * low):
        return False
    if not offset:
        return bool((code + delta) % 0x10000)
    return bool(_short(table, begin_at + 2 * size + offset + 2 * (code - begin)))


def _short(table: bytes, at: int) -> int:
    return int.from_bytes(table[at : at + 2])
