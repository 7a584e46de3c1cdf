"""Takes a printed paper, gives the measures of its head: the red mark, the red rule, the lines of its titles."""

from __future__ import annotations

from unicodedata import east_asian_width

from docgen.inspection.ruler.area import SIZE_PT, area, lines_inside
from docgen.inspection.ruler.measured import EDGE_MM, Item, Measured, absent, against, spread
from docgen.inspection.ruler.sheet import Line, Printed
from docgen.page import Profile, style_named
from docgen.page.distances import (
    BULLETIN_MARK_DROP,
    MARGIN_TOLERANCE,
    MARK_DROP,
    RED_RULE_DROP,
    RED_RULE_WIDTH,
    Distance,
)
from docgen.page.style import BLACK, RED
from docgen.vocabulary.ruler import AT_MOST

_TITLE = style_named("title")
_WIDE = frozenset("WFA")


def mark(printed: Printed, profile: Profile) -> Measured:
    """Measure the upper edge of the red mark on the first page: 35 mm below that of 版心 (7.2.4, 10.3)."""
    return _mark_below(printed, profile, Item.MARK, MARK_DROP)


def bulletin_mark(printed: Printed, profile: Profile) -> Measured:
    """Measure the upper edge of a bulletin's name on the first page: 20 mm below that of 版心, by practice alone."""
    return _mark_below(printed, profile, Item.BULLETIN_MARK, BULLETIN_MARK_DROP)


def _mark_below(printed: Printed, profile: Profile, item: Item, drop: Distance) -> Measured:
    lines = [
        line for line in lines_inside(printed.sheets[0], profile) if line.colour == RED and line.size > _TITLE.size_pt
    ]
    tops = [ink.top for line in lines[:1] if (ink := line.ink)]
    return against(item, tops, area(profile).top + drop.mm, MARGIN_TOLERANCE.mm)


def red_rule(printed: Printed, profile: Profile) -> Measured:
    """Measure the width of the red rule on the first page: that of 版心 (7.2.7)."""
    widths = [stroke.box.width for stroke in printed.sheets[0].strokes if stroke.colour == RED]
    return against(Item.RED_RULE, widths, RED_RULE_WIDTH.mm, EDGE_MM)


def red_rule_drop(printed: Printed, profile: Profile) -> Measured:
    """Measure from the ink of the row above the red rule to the rule: 4 mm (7.2.7)."""
    rules = [stroke.box.top for stroke in printed.sheets[0].strokes if stroke.colour == RED]
    inks = [ink.bottom for line in lines_inside(printed.sheets[0], profile) if (ink := line.ink)]
    drops = [top - max(bottom for bottom in inks if bottom < top) for top in rules if min(inks, default=top) < top]
    return against(Item.RED_RULE_DROP, drops, RED_RULE_DROP.mm, MARGIN_TOLERANCE.mm)


def title_lines(printed: Printed, profile: Profile) -> Measured:
    """Count the characters of the lines of titles, half-width ones by halves."""
    target = AT_MOST.format(value=profile.title_characters)
    lines = [line for sheet in printed.sheets for line in lines_inside(sheet, profile) if _is_title(line)]
    if not lines:
        return absent(Item.TITLE, target)
    widths = [_characters(line) for line in lines]
    return Measured(Item.TITLE, target, spread(widths), max(widths) <= profile.title_characters)


def _is_title(line: Line) -> bool:
    return abs(line.size - _TITLE.size_pt) < SIZE_PT and line.colour == BLACK


def _characters(line: Line) -> float:
    return sum(1 if east_asian_width(glyph.text) in _WIDE else 0.5 for glyph in line.glyphs)
