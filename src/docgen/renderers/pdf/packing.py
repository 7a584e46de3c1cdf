"""Takes a pdf that is about to be written, gives its objects as bytes, each made once and its streams compressed.

A pdf that bears an identifier asks its objects twice for their bytes: for the file, and for a digest of it.
"""

from __future__ import annotations

from typing import Any

from pydyf import Object, Stream  # type: ignore[import-untyped]

from docgen.renderers.pdf.compact import CompactFont

_FREE = "f"


class _Packed(Object):  # type: ignore[misc]  # pydyf has no types
    """An object whose bytes are known."""

    def __init__(self, original: Any) -> None:
        super().__init__()
        self.number, self.generation, self.free = original.number, original.generation, original.free
        self._compressible, self._data = bool(original.compressible), bytes(original.data)

    @property
    def compressible(self) -> bool:
        """Whether it may stand in the stream of small objects."""
        return self._compressible

    @property
    def data(self) -> bytes:
        """The object as it stands in the file."""
        return self._data


def pack(_document: Any, pdf: Any) -> None:
    """Put in place of each object of a pdf what it will be in the file."""
    pdf.objects[:] = [each if each.free == _FREE else _Packed(_bare(each)) for each in pdf.objects]


def _bare(stream: Any) -> Any:
    """Put in place of a compact font what a pdf takes of it; leave anything else alone."""
    if isinstance(stream, Stream) and len(stream.stream) == 1 and isinstance(font := stream.stream[0], CompactFont):
        stream.stream[0] = font.cff
        stream.extra["Subtype"] = "/CIDFontType0C"
    return stream
