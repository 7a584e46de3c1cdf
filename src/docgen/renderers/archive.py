"""Takes the bytes of a zip, gives its members; takes members, gives a zip with the same bytes on every run."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from docgen.errors import TemplateError

_STORED, _DEFLATED = 0, 8
# What is written anew is a few kilobytes of text: level 6 would take three times as long for a fiftieth of a paper's size.
_LEVEL = zlib.Z_BEST_SPEED
# Headers that are remembered: those of the members that a template gives to all its papers.
_MOST = 4096
# Bits of zlib's window, and how many more they are than its level of memory, as in its defaults (15 and 8). A window
# that is no wider than the text costs less than the text: the memory of a wide one is fetched anew for each part.
_LEAST_WINDOW, _WINDOW_ABOVE_MEMORY = 13, 7
_VERSION = 20
_UTF8 = 0x800
# 1 January 1980, 00:00: the earliest moment that a zip can name (APPNOTE 4.4.6).
_DATE, _TIME = 0x21, 0
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5HL")
_OFFSET = struct.Struct("<L")
_END = struct.Struct("<4s4H2LH")


class Member(Struct, frozen=True):
    """One file in a zip, as it is stored there: its bytes may be deflated."""

    name: str
    method: int
    crc: int
    size: int
    stored: bytes

    @property
    def content(self) -> bytes:
        """Give the file's own bytes."""
        return zlib.decompress(self.stored, -zlib.MAX_WBITS) if self.method == _DEFLATED else self.stored


def member(name: str, content: bytes, *, deflate: bool = True) -> Member:
    """Make a member from a file's own bytes; pictures gain nothing from being deflated."""
    if not deflate:
        return Member(name, _STORED, zlib.crc32(content), len(content), content)
    window = min(max(len(content).bit_length(), _LEAST_WINDOW), zlib.MAX_WBITS)
    deflater = zlib.compressobj(_LEVEL, zlib.DEFLATED, -window, window - _WINDOW_ABOVE_MEMORY)
    stored = deflater.compress(content) + deflater.flush()
    return Member(name, _DEFLATED, zlib.crc32(content), len(content), stored)


def members(content: bytes, template: str) -> dict[str, Member]:
    """Read a zip's members in their order, without inflating them; raise TemplateError when it is no sound zip."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            return {entry.filename: _member(archive, entry, content) for entry in entries}
    except (zipfile.BadZipFile, struct.error, zlib.error, RuntimeError, NotImplementedError) as error:
        raise TemplateError("template-archive", {"template": template, "message": str(error)}) from error


def pack(files: Iterable[Member]) -> bytes:
    """Write members into a zip in the order given; names, bytes and order alone decide its bytes."""
    local: list[bytes] = []
    central: list[bytes] = []
    offset = 0
    for each in files:
        header, entry, name = _headers(each.name, each.method, each.crc, len(each.stored), each.size)
        local += (header, each.stored)
        central.append(b"".join((entry, _OFFSET.pack(offset), name)))
        offset += len(header) + len(each.stored)
    directory = b"".join(central)
    end = _END.pack(b"PK\x05\x06", 0, 0, len(central), len(central), len(directory), offset, 0)
    return b"".join((*local, directory, end))


@lru_cache(_MOST)
def _headers(name: str, method: int, crc: int, stored: int, size: int) -> tuple[bytes, bytes, bytes]:
    """Return a member's local header, its entry in the directory up to its offset, and its name."""
    raw = name.encode()
    flags = 0 if name.isascii() else _UTF8
    shared = (flags, method, _TIME, _DATE, crc, stored, size, len(raw), 0)
    local = _LOCAL.pack(b"PK\x03\x04", _VERSION, *shared)
    central = _CENTRAL.pack(b"PK\x01\x02", _VERSION, _VERSION, *shared, 0, 0, 0, 0)
    return local + raw, central, raw


def _member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, content: bytes) -> Member:
    if entry.compress_type not in {_STORED, _DEFLATED} or entry.flag_bits & 1:
        return member(entry.filename, archive.read(entry))
    *_, name, extra = _LOCAL.unpack_from(content, entry.header_offset)
    start = entry.header_offset + _LOCAL.size + name + extra
    stored = content[start : start + entry.compress_size]
    return Member(entry.filename, entry.compress_type, entry.CRC, entry.file_size, stored)
