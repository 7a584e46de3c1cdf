"""Takes a printed paper, measures its foot: the page numbers of all pages, the imprint of the last one."""

from __future__ import annotations

import re

from docgen.inspection.ruler.area import area
from docgen.inspection.ruler.measured import (
    EDGE_MM,
    WEIGHT_MM,
    Item,
    Measured,
    absent,
    against,
    number,
    spread,
    within_words,
)
from docgen.inspection.ruler.sheet import MM_PER_PT, Line, Printed, Sheet, Stroke
from docgen.page import Profile, style_named
from docgen.page.css import EVEN_PAGE, ODD_PAGE
from docgen.page.distances import (
    IMPRINT_INNER_WEIGHT,
    IMPRINT_OUTER_WEIGHT,
    MARGIN_TOLERANCE,
    PAGE_NUMBER_DROP,
)
from docgen.page.style import BLACK
from docgen.vocabulary.ruler import SIDE_NOTE, SIDE_TARGET, SIDE_WRONG, WEIGHT_TARGET

DASH = "—"
_PAGE_NUMBER = re.compile(rf"^{DASH} ?(\d+) ?{DASH}$")


def page_number(sheet: Sheet, profile: Profile) -> Line | None:
    """Return the line below 版心 that is the page's number between two dashes, None where there is none."""
    below = (line for line in sheet.lines if line.baseline > area(profile).bottom)
    found = ((line, _PAGE_NUMBER.match(line.text)) for line in below)
    return next((line for line, match in found if match and int(match[1]) == sheet.number), None)


def page_number_side(printed: Printed, profile: Profile) -> Measured:
    """Measure how far page numbers stand from the outer edge of 版心: one character, odd pages right, even left (7.5)."""
    odd, even, edges = style_named(ODD_PAGE), style_named(EVEN_PAGE), area(profile)
    blank = odd.right * odd.size_pt * MM_PER_PT
    target = SIDE_TARGET.format(value=within_words(blank, EDGE_MM))
    lines = [(sheet.number, page_number(sheet, profile)) for sheet in printed.sheets]
    gaps = {page: edges.right - line.right if page % 2 else line.left - edges.left for page, line in lines if line}
    wrong = [page for page, _ in lines if abs(gaps.get(page, -1) - blank) > EDGE_MM]
    if not gaps or odd.size_pt != even.size_pt:
        return absent(Item.PAGE_NUMBER_SIDE, target)
    note = SIDE_WRONG.format(page="、".join(map(str, wrong))) if wrong else SIDE_NOTE.format(count=len(lines))
    return Measured(Item.PAGE_NUMBER_SIDE, target, spread(list(gaps.values())), not wrong, note)


def page_number_drop(printed: Printed, profile: Profile) -> Measured:
    """Measure how far below 版心 the upper edge of the page number's dash stands: 7 mm (7.5)."""
    lines = [line for sheet in printed.sheets if (line := page_number(sheet, profile))]
    tops = [glyph.ink.top for line in lines for glyph in line.glyphs if glyph.text == DASH and glyph.ink]
    drops = [top - area(profile).bottom for top in tops]
    return against(Item.PAGE_NUMBER_DROP, drops, PAGE_NUMBER_DROP.mm, EDGE_MM)


def imprint(printed: Printed, profile: Profile) -> Measured:
    """Measure where the last rule of the imprint lies: on the bottom of 版心 of the last page (7.4.1)."""
    rules = _imprint_rules(printed, profile)
    return against(
        Item.IMPRINT, [rules[-1].middle] if len(rules) > 1 else [], area(profile).bottom, MARGIN_TOLERANCE.mm
    )


def imprint_weight(printed: Printed, profile: Profile) -> Measured:
    """Measure the thickness of the imprint's rules: 0.35 mm outside, 0.25 mm inside (7.4.1)."""
    outer, inner = IMPRINT_OUTER_WEIGHT.mm, IMPRINT_INNER_WEIGHT.mm
    target = WEIGHT_TARGET.format(outer=number(outer), inner=number(inner), tolerance=number(WEIGHT_MM))
    rules = _imprint_rules(printed, profile)
    if len(rules) < 2:
        return absent(Item.IMPRINT_WEIGHT, target)
    wanted = [outer, *[inner] * (len(rules) - 2), outer]
    weights = [rule.box.height for rule in rules]
    within = all(abs(one - other) <= WEIGHT_MM for one, other in zip(weights, wanted, strict=True))
    return Measured(Item.IMPRINT_WEIGHT, target, "、".join(map(number, weights)), within)


def _imprint_rules(printed: Printed, profile: Profile) -> list[Stroke]:
    """Return the black rules as wide as 版心 on the last page, below its middle or wherever they are, in order."""
    wide = profile.text_width_mm
    strokes = printed.sheets[-1].strokes
    found = [each for each in strokes if each.colour == BLACK and abs(each.box.width - wide) < 2 * EDGE_MM]
    return sorted(found, key=lambda each: each.middle)
