"""Takes the parts of an Office file by name, gives the file, and back: the same bytes on every run."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_REGULAR_FILE = 0o600 << 16


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip of the parts in their order, without a trace of the time or the machine."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(_entry(name), content)
    return buffer.getvalue()


def unpack(content: bytes) -> dict[str, bytes]:
    """Return the parts of a zip by name, in their order."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _ZIP_EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = _REGULAR_FILE
    entry.create_system = 3
    return entry
