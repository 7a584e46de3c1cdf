"""Takes a printed paper, gives the measures of its grid: lines, characters, right edge, first and last ink."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import pairwise

from docgen.inspection.ruler.area import Turn, area, body_lines, char_mm, text_pages, turns
from docgen.inspection.ruler.breaks import CLOSING, opening
from docgen.inspection.ruler.measured import EDGE_MM, FONT_MM, Item, Measured, absent, against, clean, number, spread
from docgen.inspection.ruler.sheet import MM_PER_PT, Glyph, Line, Printed
from docgen.page import Profile
from docgen.vocabulary.ruler import (
    BETWEEN,
    CHARACTERS_NOTE,
    CHARACTERS_SHORT,
    INK_NOTE,
    LINES_NOTE,
    RIGHT_NOTE,
    RIGHT_WRONG,
)

_SHOWN = 4
_SLACK_CHARS = 0.3
"""How much less than a whole character may be left where the next line's opening did not fit: half-width characters
are of any width, and LibreOffice sets some blank beside them."""
_UNTIGHTENED_PT = 0.35
"""What a change of font costs: LibreOffice leaves the last character of a piece as wide as it is (measured)."""
_WIDE = frozenset("WF")
_AMBIGUOUS = frozenset("“”‘’—…·")


def lines_on_page(printed: Printed, profile: Profile) -> Measured:
    """Count the lines of every page that is full of text: 22 (GB/T 9704 5.2.3)."""
    pages = list(text_pages(printed, profile))
    note = LINES_NOTE.format(count=len(pages))
    return against(Item.LINES, [len(page.lines) for page in pages], profile.lines, 0, note)


def characters_on_line(printed: Printed, profile: Profile) -> Measured:
    """Count the characters of every full line of Chinese, its indent counted: 28 (5.2.3).

    A line is right with fewer ones only where the opening of the next line, which may not be broken, did not fit.
    """
    wide = [turn for turn in turns(printed, profile) if all(map(is_wide, turn.full.glyphs))]
    if not wide:
        return absent(Item.CHARACTERS, number(profile.characters))
    counts = {id(turn): count(turn.full, profile) for turn in wide}
    wrong = [
        CHARACTERS_SHORT.format(page=turn.page, text=turn.full.text[:_SHOWN], count=counts[id(turn)])
        for turn in wide
        if counts[id(turn)] > profile.characters or not _needed(turn, profile.characters - counts[id(turn)], profile)
    ]
    within = not wrong and profile.characters in counts.values()
    note = BETWEEN.join(wrong) or CHARACTERS_NOTE.format(count=len(wide), full=profile.characters)
    return Measured(Item.CHARACTERS, number(profile.characters), spread(list(counts.values())), within, note)


def count(line: Line, profile: Profile) -> int:
    """Count the characters of a line, those of its indent too, a mark that hangs outside left out."""
    return len(line.glyphs) - hangs(line, profile) + round((line.left - area(profile).left) / char_mm(profile))


def is_wide(glyph: Glyph) -> bool:
    """Tell whether a glyph is one full character wide."""
    return unicodedata.east_asian_width(glyph.text) in _WIDE or glyph.text in _AMBIGUOUS


def _needed(turn: Turn, room: int, profile: Profile) -> bool:
    """Tell whether what the next line begins with does not fit into the room that is left, in characters."""
    if not room:
        return True
    first = turn.next.glyphs[: opening(turn.next.text)]
    width = sum(1 if is_wide(glyph) else (glyph.right - glyph.left) / char_mm(profile) for glyph in first)
    slack = _spare(turn.full, profile) - (0 if all(map(is_wide, first)) else _SLACK_CHARS)
    return width > room + slack


def _spare(line: Line, profile: Profile) -> float:
    """Return how much wider a line is than its characters on the grid, less what changes of font cost, in characters."""
    changes = sum(left.font != right.font for left, right in pairwise(line.glyphs))
    spare = area(profile).right - area(profile).left - profile.characters * char_mm(profile)
    return (spare - changes * _UNTIGHTENED_PT * MM_PER_PT) / char_mm(profile)


def right_edge(printed: Printed, profile: Profile) -> Measured:
    """Measure where every full line ends: 184 mm. A mark that hangs outside is measured by itself."""
    edge, found = area(profile).right, turns(printed, profile)
    ends = [(turn, inner_end(turn.full, profile)) for turn in found]
    wrong = [turn for turn, end in ends if abs(end - edge) > EDGE_MM]
    note = BETWEEN.join(RIGHT_WRONG.format(page=turn.page, text=turn.full.text[-_SHOWN:]) for turn in wrong)
    note = note or RIGHT_NOTE.format(count=len(found))
    return against(Item.RIGHT_EDGE, [end for _, end in ends], edge, EDGE_MM, note)


def hanging(printed: Printed, profile: Profile) -> Measured:
    """Look for closing marks that hang outside the right edge."""
    lines = [(sheet.number, line) for sheet in printed.sheets for line in body_lines(sheet, profile)]
    words = (RIGHT_WRONG.format(page=page, text=line.text[-_SHOWN:]) for page, line in lines if hangs(line, profile))
    return clean(Item.HANGING, words, looked=bool(lines))


def hangs(line: Line, profile: Profile) -> bool:
    """Tell whether the last character of a line is a closing mark beyond the right edge."""
    return line.text[-1] in CLOSING and line.right > area(profile).right + EDGE_MM


def inner_end(line: Line, profile: Profile) -> float:
    """Return where a line ends in mm, a mark that hangs outside left out."""
    last = line.glyphs[-1]
    return last.left if hangs(line, profile) else line.right


def first_ink(printed: Printed, profile: Profile) -> Measured:
    """Measure the upper edge of the ink on pages full of text.

    GB/T 33476 puts the ink itself at 37 mm; in GB/T 9704's page the first line begins there, half its blank above it.
    """
    tops = _inks((page.lines[0] for page in text_pages(printed, profile)), top=True)
    return _ink(Item.FIRST_INK, tops, area(profile).top + _blank(profile))


def last_ink(printed: Printed, profile: Profile) -> Measured:
    """Measure the lower edge of the ink on pages full of text."""
    bottoms = _inks((page.lines[-1] for page in text_pages(printed, profile)), top=False)
    return _ink(Item.LAST_INK, bottoms, area(profile).bottom - _blank(profile))


def _inks(lines: Iterable[Line], *, top: bool) -> list[float]:
    return [ink.top if top else ink.bottom for line in lines if (ink := line.ink)]


def _blank(profile: Profile) -> float:
    """Return the blank between 版心's edge and the ink of the outermost line in mm."""
    return 0 if profile.inset_top_mm else (profile.pitch_pt - profile.body_pt) / 2 * MM_PER_PT


def _ink(item: Item, found: list[float], target: float) -> Measured:
    note = INK_NOTE.format(count=len(found), tolerance=number(FONT_MM))
    return against(item, found, target, FONT_MM, note)
