"""Takes a font's own file, gives what it draws in the place of a character that it lacks."""

from __future__ import annotations

import io
import logging
import tempfile
import unicodedata
from pathlib import Path
from typing import Any

from msgspec import Struct

from docgen.inspection.ruler.sheet import Box

NOTDEF = ".notdef"
_TOLERANCE = 0.004
"""How exactly the ink of a glyph must be that of the sign, in parts of its size; pdf holds thousandths."""
_REPLACEMENT = "\ufffd"
_TYPE_1 = b"%!"
_INVISIBLE = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})


class MissingSign(Struct, frozen=True):
    """The box of a font's sign for missing characters, in parts of the size; None where it is unknown or blank."""

    bounds: tuple[float, float, float, float] | None = None

    def drawn(self, text: str, ink: Box | None, left: float, baseline: float, size: float) -> bool:
        """Tell whether a glyph is this sign, or should have ink and has none; lengths in mm."""
        if text == _REPLACEMENT:
            return True
        if ink is None or not size:
            return unicodedata.category(text) not in _INVISIBLE
        if self.bounds is None:
            return False
        seen = (
            (ink.left - left) / size, (baseline - ink.bottom) / size, (ink.right - left) / size, (baseline - ink.top) / size,
        )  # fmt: skip
        return all(abs(one - other) < _TOLERANCE for one, other in zip(seen, self.bounds, strict=True))


def missing_sign(program: bytes) -> MissingSign:
    """Return the sign of a font given as TrueType, OpenType, bare CFF or Type 1; an unknown one for any other."""
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    try:
        glyphs, units = _type_1(program) if program.startswith(_TYPE_1) else _sfnt(program)
        return MissingSign(_bounds(glyphs, units))
    except Exception:  # noqa: BLE001  a font that fontTools cannot read only hides its sign
        return MissingSign()


def _sfnt(program: bytes) -> tuple[Any, float]:
    from fontTools.cffLib import CFFFontSet
    from fontTools.ttLib import TTFont

    if program[:1] == b"\x01" and program[:4] != b"\x00\x01\x00\x00":
        fonts = CFFFontSet()
        fonts.decompile(io.BytesIO(program), None)
        return fonts[0].CharStrings, 1000
    font = TTFont(io.BytesIO(program), lazy=True)
    return font.getGlyphSet(), font["head"].unitsPerEm


def _type_1(program: bytes) -> tuple[Any, float]:
    from fontTools.t1Lib import T1Font

    with tempfile.TemporaryDirectory() as folder:  # fontTools reads Type 1 from files alone
        path = Path(folder) / "font.pfa"
        path.write_bytes(program)
        font = T1Font(str(path))
        return font.getGlyphSet(), 1 / font["FontMatrix"][0]


def _bounds(glyphs: Any, units: float) -> tuple[float, float, float, float] | None:
    from fontTools.pens.boundsPen import BoundsPen

    pen = BoundsPen(glyphs)
    glyphs[NOTDEF].draw(pen)
    if pen.bounds is None:
        return None
    left, bottom, right, top = (value / units for value in pen.bounds)
    return left, bottom, right, top
