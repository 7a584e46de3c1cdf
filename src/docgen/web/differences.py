"""Takes two texts, gives what differs between them, line by line, with what changed inside a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

AROUND = 3
"""How many lines that stayed are shown before and after a change."""
LONGEST = 2_000
"""Lines beyond this are compared as a whole: inside them it would take too long."""
LIKE = 0.35
"""How like each other two lines must be for their differences to be told inside them."""
KEPT, GONE, NEW, LEFT_OUT = "kept", "gone", "new", "left-out"
SIGNS = {KEPT: " ", GONE: "−", NEW: "+", LEFT_OUT: "⋯"}

Piece = tuple[str, bool]
"""A part of a line, and whether it is that which changed."""


class Line(Struct, frozen=True):
    """One line: kept, gone, new, or a number of lines left out; `old` and `new` are its numbers, 0 for none."""

    what: str
    pieces: tuple[Piece, ...] = ()
    old: int = 0
    new: int = 0
    count: int = 0

    @property
    def sign(self) -> str:
        """What says the same as the colour."""
        return SIGNS[self.what]


class Difference(Struct, frozen=True):
    """The lines of two texts, and how many of them are gone and new."""

    lines: tuple[Line, ...]

    @property
    def gone(self) -> int:
        """How many lines are not there any more."""
        return sum(1 for each in self.lines if each.what == GONE)

    @property
    def new(self) -> int:
        """How many lines were not there before."""
        return sum(1 for each in self.lines if each.what == NEW)


def compare(before: str, after: str) -> Difference:
    """Return how one text became another."""
    old, new = before.splitlines(), after.splitlines()
    lines: list[Line] = []
    for what, start, end, first, last in SequenceMatcher(None, old, new, autojunk=len(old) > LONGEST).get_opcodes():
        if what == "equal":
            lines += [_whole(KEPT, old[at], at + 1, first + at - start + 1) for at in range(start, end)]
        else:
            lines += _changed(old[start:end], new[first:last], start + 1, first + 1)
    return Difference(tuple(_shortened(lines)))


def _changed(old: Sequence[str], new: Sequence[str], at: int, to: int) -> Iterator[Line]:
    """Yield what is gone, then what is new; lines that became each other tell where."""
    pairs = [_inside(one, other) for one, other in zip(old, new, strict=False)]
    for place, text in enumerate(old):
        pieces = pairs[place][0] if place < len(pairs) else ((text, False),)
        yield Line(GONE, pieces, old=at + place)
    for place, text in enumerate(new):
        pieces = pairs[place][1] if place < len(pairs) else ((text, False),)
        yield Line(NEW, pieces, new=to + place)


def _inside(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if max(len(old), len(new)) > LONGEST or matcher.ratio() < LIKE:
        return ((old, False),), ((new, False),)
    steps = matcher.get_opcodes()
    gone = tuple((old[a:b], what != "equal") for what, a, b, _, _ in steps if a < b)
    added = tuple((new[c:d], what != "equal") for what, _, _, c, d in steps if c < d)
    return gone, added


def _whole(what: str, text: str, old: int, new: int) -> Line:
    return Line(what, ((text, False),), old, new)


def _shortened(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines near a change; of the others, how many they are."""
    near = set()
    for at, line in enumerate(lines):
        if line.what != KEPT:
            near |= set(range(at - AROUND, at + AROUND + 1))
    skipped = 0
    for at, line in enumerate(lines):
        if at in near:
            if skipped:
                yield Line(LEFT_OUT, count=skipped)
            skipped = 0
            yield line
        else:
            skipped += 1
    if skipped:
        yield Line(LEFT_OUT, count=skipped)
