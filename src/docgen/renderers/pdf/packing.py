"""Takes a pdf that is about to be written, gives its streams compressed, each once.

A pdf that bears an identifier asks its objects twice for their bytes: for the file, and for a digest of it.
"""

from __future__ import annotations

from typing import Any

from pydyf import Object, Stream  # type: ignore[import-untyped]

from docgen.renderers.pdf.compact import CompactFont


class _Packed(Object):  # type: ignore[misc]  # pydyf has no types
    """A stream whose bytes are known."""

    compressible = False

    def __init__(self, stream: Any) -> None:
        super().__init__()
        self.number, self.generation, self.free = stream.number, stream.generation, stream.free
        self._data: bytes = stream.data

    @property
    def data(self) -> bytes:
        """The stream as it stands in the file."""
        return self._data


def pack(_document: Any, pdf: Any) -> None:
    """Put in place of each stream of a pdf what it will be in the file."""
    pdf.objects[:] = [_Packed(_bare(each)) if isinstance(each, Stream) else each for each in pdf.objects]


def _bare(stream: Any) -> Any:
    """Put in place of a compact font what a pdf takes of it."""
    if len(stream.stream) == 1 and isinstance(font := stream.stream[0], CompactFont):
        stream.stream[0] = font.cff
        stream.extra["Subtype"] = "/CIDFontType0C"
    return stream
