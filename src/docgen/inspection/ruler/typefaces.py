"""Takes PDFium's handles of fonts, gives what the ruler must know of each: name, sign for missing characters, widths."""

from __future__ import annotations

import ctypes
import re
from typing import Any

from msgspec import Struct, field
from pypdfium2 import raw

from docgen.inspection.ruler.sheet import Face
from docgen.inspection.ruler.tofu import MissingSign, missing_sign

_PREFIX = re.compile(r"^[A-Z]{6}\+")
_NAME_BYTES = 256


class Typeface(Struct, frozen=True):
    """A font of the file that is read."""

    handle: Any
    face: Face
    missing: MissingSign
    _heights: dict[int, float] = field(default_factory=dict)

    def advance(self, code: int, size: float) -> float:
        """Return how far the pen moves after a character, 0 where the font does not tell."""
        width = ctypes.c_float()
        return float(width.value) if raw.FPDFFont_GetGlyphWidth(self.handle, code, size, width) else 0

    def height(self, code: int, size: float) -> float:
        """Return how high a character's outline rises in points, control points counted; 0 where there is none."""
        if code not in self._heights:
            self._heights[code] = _height(self.handle, code)
        return self._heights[code] * size


class Typefaces:
    """The fonts of one file, each looked at once."""

    def __init__(self) -> None:
        self._known: dict[int, Typeface] = {}

    def of(self, handle: Any) -> Typeface:
        """Return the font of a handle."""
        key = ctypes.cast(handle, ctypes.c_void_p).value or 0
        if key not in self._known:
            embedded = bool(raw.FPDFFont_GetIsEmbedded(handle))
            sign = missing_sign(_program(handle)) if embedded else MissingSign()
            self._known[key] = Typeface(handle, Face(_name(handle), embedded), sign)
        return self._known[key]

    def faces(self) -> tuple[Face, ...]:
        """Return the fonts in the order of their first glyph."""
        return tuple(dict.fromkeys(known.face for known in self._known.values()))


def _height(handle: Any, code: int) -> float:
    """Return how high an outline rises in parts of the size; PDFium gives it so, whatever size is asked for."""
    path = raw.FPDFFont_GetGlyphPath(handle, code, 1)
    heights = [0.0]
    for index in range(max(raw.FPDFGlyphPath_CountGlyphSegments(path), 0) if path else 0):
        x, y = ctypes.c_float(), ctypes.c_float()
        raw.FPDFPathSegment_GetPoint(raw.FPDFGlyphPath_GetGlyphPathSegment(path, index), x, y)
        heights.append(y.value)
    return max(heights)


def _name(handle: Any) -> str:
    buffer = ctypes.create_string_buffer(_NAME_BYTES)
    raw.FPDFFont_GetBaseFontName(handle, buffer, _NAME_BYTES)
    return _PREFIX.sub("", buffer.value.decode("utf-8", "replace"))


def _program(handle: Any) -> bytes:
    """Return the font's own file as the pdf carries it."""
    length = ctypes.c_size_t()
    raw.FPDFFont_GetFontData(handle, None, 0, length)
    data = (ctypes.c_uint8 * length.value)()
    raw.FPDFFont_GetFontData(handle, data, length.value, length)
    return bytes(data)
