"""Takes a line that WeasyPrint sets justified, gives it with its characters spread until it ends at the edge.

WeasyPrint 70 widens spaces alone, and Chinese is written without them: a line that ends early, because the next character
may not begin a line, would stay ragged. Here the room beside every Chinese character widens as well: the glyphs of the line
get it as part of their width.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, zip_longest
from math import ceil, copysign
from typing import Any
from unicodedata import east_asian_width

from weasyprint.formatting_structure import boxes
from weasyprint.text.ffi import TO_UNITS, ffi
from weasyprint.text.line_break import Layout

from docgen.renderers.pdf.styles import varied

_SPACES = frozenset(" \u00a0")
_WIDE = frozenset("WFA")


def spread(_context: Any, line: Any, extra_width: float) -> None:
    """Lengthen a line by `extra_width` (CSS pixels) so that its last character ends at the edge."""
    pieces = list(_pieces(line))
    inner = [_room(getattr(piece, "text", "")) for piece in pieces]
    before = [0.0, *(_room_between(left, right) for left, right in pairwise(pieces))]
    total = sum(inner) + sum(before)
    if not total:
        return
    # WeasyPrint counts the letter spacing behind the last character, where it cannot be seen, as a part of the line.
    unit = (extra_width + _letter_spacing(pieces[-1])) / total
    rooms = {id(piece): (unit * left, unit * own) for piece, left, own in zip(pieces, before, inner, strict=True)}
    _widen(line, unit, rooms, 0)


def _pieces(box: Any) -> Iterator[Any]:
    """Yield what stands on a line from left to right: texts, and boxes that stay as they are."""
    if not _is_parent(box):
        yield box
        return
    for child in box.children:
        if child.is_in_normal_flow():
            yield from _pieces(child)


def _is_parent(box: Any) -> bool:
    return isinstance(box, (boxes.LineBox, boxes.InlineBox))


def _room(text: str) -> float:
    """Count the gaps of a text: between two Chinese characters one, beside a Latin one a half, inside a word none."""
    return sum(_is_loose(left) + _is_loose(right) for left, right in pairwise(text)) / 2


def _room_between(left: Any, right: Any) -> float:
    return _room(getattr(left, "text", "")[-1:] + getattr(right, "text", "")[:1])


def _is_loose(char: str) -> bool:
    return char in _SPACES or east_asian_width(char) in _WIDE


def _letter_spacing(piece: Any) -> float:
    spacing = piece.style["letter_spacing"]
    return 0 if spacing == "normal" else float(spacing)


def _widen(box: Any, unit: float, rooms: dict[int, tuple[float, float]], shift: float) -> float:
    """Move a box to the right and make it wider; return how far what follows moves."""
    if _is_parent(box):
        box.position_x += shift
        after = shift
        for child in box.children:
            if child.is_in_normal_flow():
                after = _widen(child, unit, rooms, after)
        box.width += after - shift
        return after
    before, inner = rooms[id(box)]
    box.translate(dx=shift + before)
    if inner:
        box.width += inner
        box.pango_layout = _SpreadLayout(box, unit)
    return shift + before + inner


class _SpreadLayout(Layout):  # type: ignore[misc]  # WeasyPrint has no types
    """A text's layout that is drawn with `unit` pixels more in every gap.

    Letter spacing is laid here too, as Pango's own would be rounded a second time.
    """

    def __init__(self, box: Any, unit: float) -> None:
        """Keep what is drawn later; until then nothing asks for the layout."""
        self.text, self.unit, self.spacing = box.text, unit, _letter_spacing(box)
        self.justification_spacing, self.max_width = 0, None
        self.first_line_direction = box.pango_layout.first_line_direction
        self.unspaced = varied(box.style, "letter_spacing", "normal")
        self.is_drawn = False

    def reactivate(self, _style: Any) -> None:
        """Come back to be drawn."""
        self.setup(self.unspaced)
        self.set_text(self.text)
        self.is_drawn = True

    def deactivate(self) -> None:
        """Go when it is drawn."""
        del self.layout, self.style

    def get_first_line(self) -> tuple[Any, int | None]:
        """Return the line; when it comes to be drawn, with its glyphs widened, once."""
        line, index = super().get_first_line()
        if self.is_drawn:
            self.is_drawn = False
            self._widen(line)
        return line, index

    def _widen(self, line: Any) -> None:
        """Give each glyph its room in thousandths of an em, the unit of a pdf: WeasyPrint cuts off what is finer."""
        thousandth = self.unspaced["font_size"] / 1000
        gaps = _gaps_by_byte(self.text)
        wanted, given = 0.0, 0
        for glyph, end in _clusters(line):
            wanted += (self.spacing + self.unit * gaps[end]) / thousandth
            step = round(wanted) - given
            given += step
            # Away from zero, because what is cut off is cut towards it.
            glyph.geometry.width += int(copysign(ceil(abs(step) * thousandth * TO_UNITS), step))


def _gaps_by_byte(text: str) -> dict[int, float]:
    """Return the gap that begins at each byte of the UTF-8 text at which a character ends."""
    gaps, end = {}, 0
    for left, right in zip_longest(text, text[1:], fillvalue=""):
        end += len(left.encode())
        gaps[end] = _room(left + right)
    return gaps


def _clusters(line: Any) -> Iterator[tuple[Any, int]]:
    """Yield the last glyph of each cluster of a line, and the byte at which the cluster ends.

    Glyphs come from left to right, so that in Arabic or Hebrew the later byte comes first.
    """
    run = line.runs[0]
    while run != ffi.NULL:
        item, glyphs = run.data.item, run.data.glyphs
        starts = list(glyphs.log_clusters[0 : glyphs.num_glyphs])
        ends = dict(pairwise([*sorted(set(starts)), item.length]))
        for index, (start, after) in enumerate(zip_longest(starts, starts[1:])):
            if start != after:
                yield glyphs.glyphs[index], item.offset + ends[start]
        run = run.next
