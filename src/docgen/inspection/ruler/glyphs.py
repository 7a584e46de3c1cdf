"""Takes a page, gives its glyphs one by one, as PDFium tells them."""

from __future__ import annotations

import ctypes
from typing import Any

from msgspec import Struct
from pypdfium2 import raw

from docgen.inspection.ruler.paths import colour_of
from docgen.inspection.ruler.sheet import MM_PER_PT as MM
from docgen.inspection.ruler.sheet import Box, Glyph
from docgen.inspection.ruler.typefaces import Typeface, Typefaces

_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
_OVERSTATED = 1 + 1 / 64
"""PDFium adds this to the height of every glyph of a composite font, and of no other."""
_NOTABLY = 1 + 1 / 128


class _Char(Struct, frozen=True):
    """One of PDFium's characters, and the height of its page in points."""

    text: Any
    index: int
    height: float

    @property
    def code(self) -> int:
        """Give the code point, halves of surrogate pairs joined."""
        code = int(raw.FPDFText_GetUnicode(self.text, self.index))
        if code not in _HIGH:
            return code
        low = int(raw.FPDFText_GetUnicode(self.text, self.index + 1))
        return 0x10000 + ((code - _HIGH.start) << 10) + (low - _LOW.start)

    @property
    def added(self) -> bool:
        """Tell whether PDFium put it in by itself, or it is the second half of a pair."""
        return raw.FPDFText_IsGenerated(self.text, self.index) == 1 or self.code in _LOW

    def origin(self) -> tuple[float, float]:
        """Return where the pen stands, in points from the lower left corner."""
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(self.text, self.index, x, y)
        return x.value, y.value

    def size(self) -> float:
        """Return the size in points as it is seen: WeasyPrint sets 16 pt as 21.33 under a matrix of 0.75."""
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self.text, self.index, matrix)
        return float(raw.FPDFText_GetFontSize(self.text, self.index) * (matrix.b**2 + matrix.d**2) ** 0.5)

    def colour(self) -> str:
        """Return the colour of its filling as RRGGBB."""
        values = [ctypes.c_uint() for _ in range(4)]
        raw.FPDFText_GetFillColor(self.text, self.index, *values)
        return colour_of(values)


def glyphs(page: Any, typefaces: Typefaces) -> list[Glyph]:
    """Return the glyphs of a page in the order of the file."""
    text, height = page.get_textpage(), page.get_height()
    chars = (_Char(text, index, height) for index in range(text.count_chars()))
    return [glyph for char in chars if not char.added and (glyph := _glyph(char, typefaces))]


def _glyph(char: _Char, typefaces: Typefaces) -> Glyph | None:
    """Return one glyph, None where nothing draws it."""
    drawn = raw.FPDFText_GetTextObject(char.text, char.index)
    handle = drawn and raw.FPDFTextObj_GetFont(drawn)
    if not handle:
        return None
    typeface, size, (x, y) = typefaces.of(handle), char.size(), char.origin()
    left, baseline = x * MM, (char.height - y) * MM
    right = left + _advance(char, typeface, size) * MM
    ink = _ink(char, typeface, size)
    missing = typeface.missing.drawn(chr(char.code), ink, left, baseline, size * MM)
    return Glyph(chr(char.code), typeface.face.name, round(size, 2), left, right, baseline, ink, char.colour(), missing)


def _advance(char: _Char, typeface: Typeface, size: float) -> float:
    """Return how far the pen moves in points, by the widths of the font.

    The loose box is widened by ink that hangs over, so it serves only where the font cannot be asked.
    """
    width = typeface.advance(char.code, size) if size else 0
    if width > 0:
        return width
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(char.text, char.index, box)
    return max(float(box.right) - char.origin()[0], 0)


def _ink(char: _Char, typeface: Typeface, size: float) -> Box | None:
    """Return the box of a glyph's outline, None where it has none."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(char.text, char.index, left, right, bottom, top)
    if right.value <= left.value or top.value <= bottom.value:
        return None
    _, y = char.origin()
    rise = top.value - y
    if 0 < typeface.height(char.code, size) * _NOTABLY < rise:
        rise /= _OVERSTATED
    return Box(left.value * MM, (char.height - y - rise) * MM, right.value * MM, (char.height - bottom.value) * MM)
