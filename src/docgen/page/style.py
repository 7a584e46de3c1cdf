"""Takes nothing, gives the shape of a style: what Word files, CSS, lint and ruler must know of a paragraph."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from docgen.page.fonts import Role
from docgen.page.profile import BODY_SIZE, Profile
from docgen.page.sizes import size_half_points, size_pt
from docgen.page.strength import Strength
from docgen.page.units import chars_to_hundredths, mm_to_twips, pt_to_twips

BLACK = "000000"
RED = "FF0000"
SINGLE_LINE_TWIPS = 240
MARK_LINE_EMS = 1.1
"""Height of a red mark's line. Word and LibreOffice lay the baseline of a fixed line at four fifths of it, whatever the font:
the 0.86 em that a Chinese character rises then end at the line's top, from which the mark's place is measured."""


class Kind(StrEnum):
    """What a style is put on."""

    PARAGRAPH = "paragraph"
    CHARACTER = "character"
    TABLE = "table"


class Align(StrEnum):
    """How lines stand between the indents; the values are CSS's."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    BOTH = "justify"

    @property
    def word(self) -> str:
        """Give the value of w:jc."""
        return "both" if self is Align.BOTH else self.value


class Pitch(StrEnum):
    """How far apart lines are: the profile's pitch, its title pitch, that of a mark, at least the pitch, the font's own."""

    BODY = "body"
    TITLE = "title"
    MARK = "mark"
    AT_LEAST = "at-least"
    SINGLE = "single"


class Layout(StrEnum):
    """The four families of papers that a style can serve."""

    OFFICIAL = "公文"
    RECORD = "记录"
    BULLETIN = "简报"
    TABLE = "表"


class Rule(Struct, frozen=True):
    """A line under a paragraph: weight and distance from the text in points, colour as RRGGBB."""

    weight_pt: float
    space_pt: float
    colour: str = RED


class Style(Struct, frozen=True, kw_only=True):
    """One style; indents in characters of its own size, spaces in lines of body pitch.

    `first_line` is relative to `left` and negative where lines hang. `before_mm` is for the marks, whose place is
    measured from the top of 版心. `tight` asks for the profile's run spacing. `end_tab` is the distance of a
    right tab from the right edge; such lines take `first_line`, not `left`, because Word draws `rule` between the
    indents. `computed_right` says that `signature` places each paper's own. `outline` is 1–9, 0 for none.
    `clause` belongs to GB/T 9704 and is empty for practice.
    """

    key: str
    word: str
    layout: Layout
    strength: Strength
    clause: str = ""
    kind: Kind = Kind.PARAGRAPH
    font: Role = Role.FANG
    size: str = BODY_SIZE
    bold: bool = False
    colour: str = BLACK
    align: Align = Align.BOTH
    first_line: float = 0
    left: float = 0
    right: float = 0
    pitch: Pitch = Pitch.BODY
    before: float = 0
    after: float = 0
    before_mm: float = 0
    outline: int = 0
    keep_with_next: bool = False
    page_break_before: bool = False
    tight: bool = False
    end_tab: float | None = None
    computed_right: bool = False
    rule: Rule | None = None
    note: str = ""

    @property
    def css_class(self) -> str:
        """Give the class that carries the style in HTML: its key."""
        return self.key

    @property
    def size_pt(self) -> float:
        """Give the size in points."""
        return size_pt(self.size)

    @property
    def half_points(self) -> int:
        """Give the size in half-points, the unit of w:sz."""
        return size_half_points(self.size)

    @property
    def first_line_hundredths(self) -> int:
        """Give the first-line indent in hundredths of a character; negative where lines hang."""
        return chars_to_hundredths(self.first_line)


def line_spacing(style: Style, profile: Profile) -> tuple[int, str]:
    """Return w:line and w:lineRule of a style on a page."""
    match style.pitch:
        case Pitch.BODY:
            return profile.pitch_twips, "exact"
        case Pitch.TITLE:
            return profile.title_pitch_twips, "exact"
        case Pitch.MARK:
            return mark_line_twips(style.size), "exact"
        case Pitch.AT_LEAST:
            return profile.pitch_twips, "atLeast"
        case Pitch.SINGLE:
            return SINGLE_LINE_TWIPS, "auto"


def mark_line_twips(size: str) -> int:
    """Return the height of a red mark's line in twips, for a mark in a named size."""
    return pt_to_twips(size_pt(size) * MARK_LINE_EMS)


def indent_twips(style: Style, profile: Profile, chars: float) -> int:
    """Return the width of characters of a style in twips: on the grid where it is tight, else by its size."""
    if style.tight and style.size == profile.body_size:
        return profile.indent_twips(chars)
    return pt_to_twips(style.size_pt * chars)


def space_twips(style: Style, profile: Profile) -> tuple[int, int]:
    """Return w:before and w:after of a style in twips."""
    drop = mm_to_twips(style.before_mm + profile.inset_top_mm) if style.before_mm else 0
    before = drop + round(style.before * profile.pitch_twips)
    return before, round(style.after * profile.pitch_twips)
