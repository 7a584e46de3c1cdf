"""Takes a printed paper and its profile, gives the lines of its text in order, and which of them go on below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import mean

from msgspec import Struct

from docgen.inspection.ruler.sheet import MM_PER_PT, Line, Printed, Sheet
from docgen.page import Profile
from docgen.page.profile import AREA_BOTTOM_MM, AREA_TOP_MM
from docgen.page.style import BLACK

SIZE_PT = 0.3
NEAR_MM = 0.6
EVEN_MM = 0.2
"""How much two steps of one pitch may differ: LibreOffice places lines by the twip."""
INDENT_CHARS = 2
_LABEL = re.compile(r"^附件\d*$")
_TOP_BLANK = 1.3
"""A first line that stands lower than this, in pitches, has a blank row above it."""


class Area(Struct, frozen=True):
    """版心 in mm from the upper left corner of the sheet."""

    left: float
    top: float
    right: float
    bottom: float


class Turn(Struct, frozen=True):
    """A full line, and the line with which its paragraph goes on; `page` is the full line's."""

    page: int
    full: Line
    next: Line


class TextPage(Struct, frozen=True):
    """A page with nothing but lines of text at one pitch, which has no room for another one."""

    sheet: Sheet
    lines: tuple[Line, ...]
    pitch: float


def area(profile: Profile) -> Area:
    """Return 版心 of a page: 156 × 225 mm, whatever the margins are."""
    right, bottom = profile.width_mm - profile.right_mm, profile.height_mm - AREA_BOTTOM_MM
    return Area(profile.left_mm, AREA_TOP_MM, right, bottom)


def lines_inside(sheet: Sheet, profile: Profile) -> list[Line]:
    """Return the lines above the foot of a page, from top to bottom."""
    return [line for line in sheet.lines if line.baseline < area(profile).bottom + 1]


def is_body(line: Line, profile: Profile) -> bool:
    """Tell whether a line is set as body text and headings are."""
    return abs(line.size - profile.body_pt) < SIZE_PT and line.colour == BLACK


def body_lines(sheet: Sheet, profile: Profile) -> list[Line]:
    """Return the lines of body text of a page."""
    return [line for line in lines_inside(sheet, profile) if is_body(line, profile)]


def turns(printed: Printed, profile: Profile) -> list[Turn]:
    """Return the full lines: those whose paragraph goes on flush left, on the same page or the next one."""
    placed = [(sheet.number, line) for sheet in printed.sheets for line in lines_inside(sheet, profile)]
    return [
        Turn(page, line, after)
        for (page, line), (next_page, after) in pairwise(placed)
        if _goes_on(line, after, profile) and (_follows(line, after, profile) if page == next_page else True)
    ]


def _goes_on(line: Line, after: Line, profile: Profile) -> bool:
    return (
        is_body(line, profile)
        and is_body(after, profile)
        and starts(line, profile)
        and abs(after.left - area(profile).left) < NEAR_MM
        and (line.font == after.font or _mixed(line, after))
        and not _LABEL.match(after.text)
    )


def starts(line: Line, profile: Profile) -> bool:
    """Tell whether a line begins where the lines of a paragraph do: flush left, or indented by two characters."""
    flush = area(profile).left
    return any(abs(line.left - start) < NEAR_MM for start in (flush, flush + INDENT_CHARS * char_mm(profile)))


def _mixed(line: Line, after: Line) -> bool:
    """Tell whether the font of one line is in the other one too, as where a run-in heading makes a short line."""
    return line.glyphs[-1].font == after.glyphs[0].font


def _follows(line: Line, after: Line, profile: Profile) -> bool:
    """Tell whether a line stands one row below another, whatever the pitch is."""
    return 0 < after.baseline - line.baseline < 1.5 * profile.pitch_pt * MM_PER_PT


def char_mm(profile: Profile) -> float:
    """Return the width of a body character on the grid in mm."""
    return profile.character_pt * MM_PER_PT


def text_pages(printed: Printed, profile: Profile) -> Iterator[TextPage]:
    """Yield the pages that are full of text; one that ends early to keep things together is none."""
    for sheet in printed.sheets:
        lines = body_lines(sheet, profile)
        if len(lines) < 2 or len(lines) != len(lines_inside(sheet, profile)) or sheet.strokes or sheet.pictures:
            continue
        steps = [below.baseline - above.baseline for above, below in pairwise(lines)]
        pitch = mean(steps)
        if _even(steps, pitch) and _from_top(lines, pitch, profile) and _to_bottom(lines, pitch, profile):
            yield TextPage(sheet, tuple(lines), pitch)


def _even(steps: Sequence[float], pitch: float) -> bool:
    return all(abs(step - pitch) < EVEN_MM for step in steps)


def _from_top(lines: Sequence[Line], pitch: float, profile: Profile) -> bool:
    return lines[0].baseline - profile.top_mm < _TOP_BLANK * pitch


def _to_bottom(lines: Sequence[Line], pitch: float, profile: Profile) -> bool:
    """Tell whether one line more, at the page's own pitch, would not fit between the margins."""
    return (len(lines) + 1) * pitch > profile.text_height_mm
