"""Takes nothing, gives the distances on the page that are not counted in lines or characters."""

from __future__ import annotations

from msgspec import Struct

from docgen.page.profile import Profile
from docgen.page.strength import Strength
from docgen.page.units import PT_PER_INCH, mm_to_pt, mm_to_twips, number_css


class Distance(Struct, frozen=True):
    """A length in mm, with the clause that gives it and how binding it is."""

    mm: float
    strength: Strength
    clause: str

    @property
    def twips(self) -> int:
        """Give the length in twips."""
        return mm_to_twips(self.mm)

    @property
    def pt(self) -> float:
        """Give the length in points, to four decimals."""
        return round(mm_to_pt(self.mm), 4)

    @property
    def css(self) -> str:
        """Give the length for CSS, in mm."""
        return f"{number_css(self.mm)}mm"


_MM_PER_PT = 25.4 / PT_PER_INCH

MARK_DROP = Distance(35, Strength.RULE, "7.2.4")
"""Top of the text area to the top of the red mark; the minutes' mark has the same."""
MINUTES_MARK_DROP = Distance(35, Strength.RULE, "10.3")
LETTER_MARK_DROP = Distance(30, Strength.RULE, "10.1")
"""Top of the sheet to the mark of a letter."""
LETTER_RULE_WIDTH = Distance(170, Strength.RULE, "10.1")
LETTER_RULE_RISE = Distance(20, Strength.RULE, "10.1")
"""Bottom of the sheet to the second double rule of a letter."""
BULLETIN_MARK_DROP = Distance(20, Strength.PRACTICE, "")
RED_RULE_DROP = Distance(4, Strength.RULE, "7.2.7")
"""Bottom of the number's line to the red rule."""
RED_RULE_WIDTH = Distance(156, Strength.RULE, "7.2.7")
RED_RULE_WEIGHT = Distance(1.5 * _MM_PER_PT, Strength.PRACTICE, "")
BULLETIN_RULE_WEIGHT = Distance(2.25 * _MM_PER_PT, Strength.PRACTICE, "")
IMPRINT_OUTER_WEIGHT = Distance(0.35, Strength.ADVICE, "7.4.1")
"""First and last rule of the imprint; the last one lies on the bottom of the text area."""
IMPRINT_INNER_WEIGHT = Distance(0.25, Strength.ADVICE, "7.4.1")
PAGE_NUMBER_DROP = Distance(7, Strength.RULE, "7.5")
"""Bottom of the text area to the upper edge of the dash beside the page number."""
DASH_DEPTH_EMS = 0.62
"""How far below the top of a line set solid that dash begins, in the open face for 宋体 (measured)."""
MARGIN_TOLERANCE = Distance(1, Strength.RULE, "5.2.1")
"""How far the upper and the left margin may differ."""

RED_RULE_SPACE_PT = 11
"""Space of the border that draws the red rule, in points: 4 mm in what Word can hold."""


def mark_drop_mm(profile: Profile, rows: int = 0) -> float:
    """Give the space before the red mark in mm when 0–3 rows of body pitch stand above it (7.2.1–7.2.4)."""
    return MARK_DROP.mm + profile.inset_top_mm - rows * profile.pitch_pt * _MM_PER_PT
