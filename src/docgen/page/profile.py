"""Takes nothing, gives the page profiles: margins, pitch and character grid of an A4 page (GB/T 9704 5.2)."""

from __future__ import annotations

from collections.abc import Mapping
from math import floor
from types import MappingProxyType

from msgspec import Struct

from docgen.page.sizes import size_pt
from docgen.page.units import mm_to_pt, mm_to_twips, pt_to_twips, twips_to_pt

AREA_TOP_MM, AREA_BOTTOM_MM = 37, 35
"""How far 版心 stands from the sheet's upper and lower edge (5.2.1): 156 × 225 mm, whatever the margins are."""
BODY_SIZE = "三号"
DEFAULT_PROFILE = "gb9704"


class Profile(Struct, frozen=True, kw_only=True):
    """One way to put 22 lines of 28 characters on an A4 page; lengths in the unit that their names end with."""

    name: str
    label: str
    clause: str
    top_mm: float
    right_mm: float
    bottom_mm: float
    left_mm: float
    pitch_twips: int
    run_spacing_twips: int = -5
    title_pitch_twips: int = 720
    width_mm: float = 210
    height_mm: float = 297
    lines: int = 22
    characters: int = 28
    title_characters: int = 20
    body_size: str = BODY_SIZE
    footer_twips: int = 1400

    @property
    def page_twips(self) -> tuple[int, int]:
        """Give the width and height of the sheet in twips (11906 × 16838)."""
        return mm_to_twips(self.width_mm), mm_to_twips(self.height_mm)

    @property
    def text_width_mm(self) -> float:
        """Give the width of the text area in mm (5.2.1: 156)."""
        return self.width_mm - self.left_mm - self.right_mm

    @property
    def text_height_mm(self) -> float:
        """Give the height between the margins in mm (5.2.1: 225 in gb9704)."""
        return self.height_mm - self.top_mm - self.bottom_mm

    @property
    def inset_top_mm(self) -> float:
        """Give how far 版心 begins below the upper margin in mm; a line's own blank fills it where it is not 0."""
        return round(AREA_TOP_MM - self.top_mm, 4)

    @property
    def inset_bottom_mm(self) -> float:
        """Give how far 版心 ends above the lower margin in mm."""
        return round(AREA_BOTTOM_MM - self.bottom_mm, 4)

    @property
    def text_width_twips(self) -> int:
        """Give the width of the text area in twips (8844); tables keep within it."""
        return mm_to_twips(self.text_width_mm)

    @property
    def margins_twips(self) -> tuple[int, int, int, int]:
        """Give top, right, bottom, left in twips; the left margin takes what rounding leaves (1588)."""
        right = mm_to_twips(self.right_mm)
        left = self.page_twips[0] - right - self.text_width_twips
        return mm_to_twips(self.top_mm), right, mm_to_twips(self.bottom_mm), left

    @property
    def pitch_pt(self) -> float:
        """Give the distance from line to line in points."""
        return twips_to_pt(self.pitch_twips)

    @property
    def title_pitch_pt(self) -> float:
        """Give the distance between the lines of a title in points; a setting."""
        return twips_to_pt(self.title_pitch_twips)

    @property
    def run_spacing_pt(self) -> float:
        """Give the spacing between the characters of body text in points."""
        return twips_to_pt(self.run_spacing_twips)

    @property
    def body_pt(self) -> float:
        """Give the size of body text in points."""
        return size_pt(self.body_size)

    @property
    def character_pt(self) -> float:
        """Give the width that a character of body text takes in points (15.75)."""
        return self.body_pt + self.run_spacing_pt

    @property
    def allowed_pitch_pt(self) -> tuple[float, float]:
        """Give the pitches, in hundredths of a point, between which a page holds exactly its number of lines."""
        height = mm_to_pt(self.text_height_mm)
        least = floor(height / (self.lines + 1) * 100 + 1) / 100
        return least, floor(height / self.lines * 100) / 100

    def lines_at(self, pitch_pt: float) -> int:
        """Count the lines that a page holds at a pitch in points."""
        return floor(mm_to_pt(self.text_height_mm) / pitch_pt)

    def characters_at(self, run_spacing_twips: int) -> int:
        """Count the body characters that a line holds at a run spacing in twips."""
        return self.text_width_twips // (pt_to_twips(self.body_pt) + run_spacing_twips)

    def indent_twips(self, chars: float) -> int:
        """Give the width of body characters on the grid of 28 a line, in twips (two: 632)."""
        return round(self.text_width_twips * chars / self.characters)


PROFILES: Mapping[str, Profile] = MappingProxyType(
    {
        profile.name: profile
        for profile in (
            Profile(
                name="gb9704",
                label="GB/T 9704—2012",
                clause="GB/T 9704—2012 5.2.1、5.2.3",
                top_mm=37,
                right_mm=26,
                bottom_mm=35,
                left_mm=28,
                pitch_twips=579,
            ),
            Profile(
                name="gb33476",
                label="GB/T 33476.2—2016",
                clause="GB/T 33476.2—2016",
                top_mm=34.58,
                right_mm=26,
                bottom_mm=32.58,
                left_mm=28,
                pitch_twips=592,
            ),
        )
    }
)


def profile_named(name: str = DEFAULT_PROFILE) -> Profile:
    """Return a profile by its name; raise KeyError for an unknown one."""
    return PROFILES[name]
