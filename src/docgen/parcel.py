"""Takes files by name, gives the zip that holds them, and back: the same bytes on every run."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from typing import IO

_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX, _REGULAR_FILE = 3, 0o600 << 16


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip of files in their order, without a trace of the time or the machine."""
    buffer = io.BytesIO()
    pack_into(buffer, parts.items())
    return buffer.getvalue()


def pack_into(target: IO[bytes], parts: Iterable[tuple[str, bytes]]) -> None:
    """Write a zip of files in their order, one after the other in memory."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(entry(name), content)


def unpack(content: bytes) -> dict[str, bytes]:
    """Return the files of a zip by name, in their order; raise zipfile.BadZipFile where it is none."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def entry(name: str) -> zipfile.ZipInfo:
    """Return an entry of a zip that is to be deflated, of the earliest moment that a zip can name."""
    made = zipfile.ZipInfo(name, _EPOCH)
    made.compress_type = zipfile.ZIP_DEFLATED
    made.external_attr = _REGULAR_FILE
    made.create_system = _UNIX
    return made
