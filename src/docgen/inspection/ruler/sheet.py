"""Takes nothing, gives the shape of what stands on a finished page: lengths in mm from the sheet's upper left corner."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TypeVar

from msgspec import Struct

from docgen.page.units import PT_PER_INCH

MM_PER_PT = 25.4 / PT_PER_INCH
_Value = TypeVar("_Value", str, float)


class Box(Struct, frozen=True):
    """A rectangle; `top` is the smaller of the two heights."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Give the width in mm."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Give the height in mm."""
        return self.bottom - self.top


class Glyph(Struct, frozen=True):
    """One drawn character: its pen stands at `left` on `baseline` and moves to `right`; `ink` is what it blackens.

    `font` is the name without the subset's prefix, `size` in points, `colour` RRGGBB. A space has no ink. `missing`
    says that the font lacks the character: what is drawn is the font's own sign for that, or nothing.
    """

    text: str
    font: str
    size: float
    left: float
    right: float
    baseline: float
    ink: Box | None
    colour: str
    missing: bool = False


class Line(Struct, frozen=True, dict=True):
    """Glyphs on one baseline from left to right, without a gap as wide as a tab between them."""

    glyphs: tuple[Glyph, ...]

    @cached_property
    def text(self) -> str:
        """Give the characters."""
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def left(self) -> float:
        """Give where the first pen stands."""
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        """Give the edge of the last advance, blank side and all."""
        return max(glyph.right for glyph in self.glyphs)

    @property
    def baseline(self) -> float:
        """Give the height of the baseline."""
        return self.glyphs[0].baseline

    @property
    def size(self) -> float:
        """Give the size in points that most of the glyphs have."""
        return _commonest(glyph.size for glyph in self.glyphs)

    @property
    def font(self) -> str:
        """Give the font that most of the glyphs have."""
        return _commonest(glyph.font for glyph in self.glyphs)

    @property
    def colour(self) -> str:
        """Give the colour that most of the glyphs have."""
        return _commonest(glyph.colour for glyph in self.glyphs)

    @property
    def ink(self) -> Box | None:
        """Give the box of the ink, None where there is none."""
        return around(glyph.ink for glyph in self.glyphs)


class Stroke(Struct, frozen=True):
    """A horizontal rule: its box as it is seen, its colour as RRGGBB."""

    box: Box
    colour: str

    @property
    def middle(self) -> float:
        """Give the height of its middle."""
        return (self.box.top + self.box.bottom) / 2


class Face(Struct, frozen=True):
    """A font of the file: its name without the subset's prefix, and whether the file carries it."""

    name: str
    embedded: bool


class Sheet(Struct, frozen=True):
    """One page; `number` counts from 1, `ink` is the box of everything that is drawn."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    strokes: tuple[Stroke, ...]
    pictures: tuple[Box, ...]
    ink: Box | None

    @property
    def glyphs(self) -> tuple[Glyph, ...]:
        """Give the glyphs of all lines."""
        return tuple(glyph for line in self.lines for glyph in line.glyphs)


class Printed(Struct, frozen=True):
    """A finished paper: its pages and the fonts of its file."""

    sheets: tuple[Sheet, ...]
    faces: tuple[Face, ...]


def around(boxes: Iterable[Box | None]) -> Box | None:
    """Return the smallest box around others, None where there are none."""
    found = [box for box in boxes if box]
    if not found:
        return None
    return Box(
        min(box.left for box in found),
        min(box.top for box in found),
        max(box.right for box in found),
        max(box.bottom for box in found),
    )


def _commonest(values: Iterable[_Value]) -> _Value:
    found = list(values)
    return max(found, key=found.count)
