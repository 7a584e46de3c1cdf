"""Takes a printed paper and the items asked of it, gives their measures: the table of all measures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from docgen.inspection.ruler import breaks, faces, foot, grid, head, signature
from docgen.inspection.ruler.measured import Item, Measured
from docgen.inspection.ruler.sheet import Printed
from docgen.page import Profile

Measure = Callable[[Printed, Profile], Measured]

MEASURES: Mapping[Item, Measure] = MappingProxyType(
    {
        Item.LINES: grid.lines_on_page,
        Item.CHARACTERS: grid.characters_on_line,
        Item.RIGHT_EDGE: grid.right_edge,
        Item.HANGING: grid.hanging,
        Item.FIRST_INK: grid.first_ink,
        Item.LAST_INK: grid.last_ink,
        Item.MARK: head.mark,
        Item.BULLETIN_MARK: head.bulletin_mark,
        Item.RED_RULE: head.red_rule,
        Item.RED_RULE_DROP: head.red_rule_drop,
        Item.TITLE: head.title_lines,
        Item.PAGE_NUMBER_SIDE: foot.page_number_side,
        Item.PAGE_NUMBER_DROP: foot.page_number_drop,
        Item.IMPRINT: foot.imprint,
        Item.IMPRINT_WEIGHT: foot.imprint_weight,
        Item.LINE_ENDS: breaks.line_ends,
        Item.SPLIT: breaks.split,
        Item.SIGNATURE: signature.signature_page,
        Item.DATE: signature.date_place,
        Item.FONTS: faces.fonts,
        Item.MISSING: faces.missing,
    }
)


def measure(printed: Printed, profile: Profile, items: Iterable[Item] = tuple(Item)) -> list[Measured]:
    """Measure a paper, item by item; what is asked for and is not there is not within."""
    return [MEASURES[item](printed, profile) for item in items]
