"""Takes the marks of a page in any order, gives its lines from top to bottom and its rules joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from docgen.inspection.ruler.sheet import MM_PER_PT, Box, Glyph, Line, Stroke

SAME_BASELINE_MM = 0.35
TAB_EMS = 1.5
"""A gap this wide, in sizes of the glyph before it, parts two lines: no justified line opens so far."""
THICKEST_MM = 1.6
SHORTEST_MM = 5
TOUCHING_MM = 0.6


def lines_of(glyphs: Iterable[Glyph]) -> tuple[Line, ...]:
    """Return glyphs as lines; programs that place characters one by one give the same lines as others."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda each: each.baseline):
        if rows and glyph.baseline - rows[-1][-1].baseline < SAME_BASELINE_MM:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return tuple(line for row in rows for line in _parted(sorted(row, key=lambda each: each.left)))


def _parted(row: Sequence[Glyph]) -> Iterator[Line]:
    """Part a row where a tab or a column stands between two glyphs; blanks at the ends are no part of a line."""
    begin = 0
    for index, (before, after) in enumerate(pairwise(row), start=1):
        if after.left - before.right > TAB_EMS * before.size * MM_PER_PT:
            yield from _stripped(row[begin:index])
            begin = index
    yield from _stripped(row[begin:])


def _stripped(glyphs: Sequence[Glyph]) -> Iterator[Line]:
    inked = [index for index, glyph in enumerate(glyphs) if glyph.ink or glyph.missing]
    if inked:
        yield Line(tuple(glyphs[inked[0] : inked[-1] + 1]))


def rules_of(paths: Iterable[Stroke]) -> tuple[Stroke, ...]:
    """Return the horizontal rules among paths; pieces on one height that touch are one rule."""
    rules: list[Stroke] = []
    flat = (path for path in paths if path.box.height <= THICKEST_MM and path.box.width >= SHORTEST_MM)
    for path in sorted(flat, key=lambda each: (round(each.middle, 1), each.box.left)):
        last = rules[-1] if rules else None
        if last and abs(last.middle - path.middle) < 0.1 and path.box.left - last.box.right < TOUCHING_MM:
            rules[-1] = _joined(last, path)
        else:
            rules.append(path)
    return tuple(rules)


def _joined(one: Stroke, other: Stroke) -> Stroke:
    box = Box(
        min(one.box.left, other.box.left),
        min(one.box.top, other.box.top),
        max(one.box.right, other.box.right),
        max(one.box.bottom, other.box.bottom),
    )
    return Stroke(box, one.colour)
