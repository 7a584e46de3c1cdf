"""Takes families, gives the faces of this machine that bear these names, each with what changes when its file does.

fontTools would take half a second for that; here a face's tables `name` and `head` alone are read, some kilobytes of it.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import BinaryIO

from docgen.fonts.configuration import folders
from docgen.fonts.installed import font_files

_COLLECTION = b"ttcf"
# Numbers in the table name (OpenType): the family as typographers see it, and as old programs do.
_FAMILY_NAMES = frozenset({16, 1})
_MACINTOSH, _WINDOWS, _PRC = 1, 3, 3


def identities(families: frozenset[str]) -> tuple[str, ...]:
    """Return a line for each face of these families: file name, number in it, size, revision and checksum.

    No folder and no time is among it: a copy on another machine is the same face.
    """
    return _identities(families, folders())


@cache
def _identities(families: frozenset[str], among: tuple[Path, ...]) -> tuple[str, ...]:
    paths = {path for folder in among for path in font_files(folder)}
    return tuple(sorted({line for path in paths for line in _of_file(path, families)}))


def _of_file(path: Path, families: frozenset[str]) -> Iterator[str]:
    """Yield the lines of a file; one that cannot be read has none, as no page gets a face of it."""
    try:
        with path.open("rb") as file:
            size = path.stat().st_size
            for number, start in enumerate(_starts(file)):
                tables = _tables(file, start)
                if families.intersection(_names(_read(file, *tables[b"name"]))):
                    head = _read(file, tables[b"head"][0], 12)
                    yield f"{path.name} {number} {size} {head[4:12].hex()}"
    except (OSError, KeyError, struct.error):
        return


def _starts(file: BinaryIO) -> tuple[int, ...]:
    """Return where the faces of a file begin."""
    head = _read(file, 0, 12)
    if head[:4] != _COLLECTION:
        return (0,)
    count = int.from_bytes(head[8:])
    return struct.unpack(f">{count}I", _read(file, 12, 4 * count))


def _tables(file: BinaryIO, start: int) -> dict[bytes, tuple[int, int]]:
    """Return the offset and length of each table of a face."""
    count = int.from_bytes(_read(file, start + 4, 2))
    records = struct.iter_unpack(">4s4xII", _read(file, start + 12, 16 * count))
    return {tag: (offset, length) for tag, offset, length in records}


def _names(table: bytes) -> Iterator[str]:
    """Yield the family names in a table `name`; those for the old Macintosh are repetitions."""
    count, storage = struct.unpack_from(">HH", table, 2)
    for platform, encoding, _, kind, length, offset in struct.iter_unpack(">6H", table[6 : 6 + 12 * count]):
        if kind in _FAMILY_NAMES and platform != _MACINTOSH:
            coding = "gb18030" if (platform, encoding) == (_WINDOWS, _PRC) else "utf-16-be"
            yield table[storage + offset : storage + offset + length].decode(coding, "replace")


def _read(file: BinaryIO, start: int, length: int) -> bytes:
    file.seek(start)
    return file.read(length)
