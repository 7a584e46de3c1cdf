"""Takes a printed paper, gives the measures of its signature: where the date stands, and that the two are not alone."""

from __future__ import annotations

import re
from collections import Counter

from docgen.inspection.ruler.area import area, body_lines, char_mm, is_body, lines_inside, starts
from docgen.inspection.ruler.measured import Item, Measured, against, clean
from docgen.inspection.ruler.sheet import Line, Printed, Sheet
from docgen.page import Profile
from docgen.page.distances import MARGIN_TOLERANCE
from docgen.page.signature import SHIFT_CHARS
from docgen.vocabulary.ruler import DATE_NOTE, SIGNATURE_WRONG

_DATE = re.compile(r"^\d{4}年\d{1,2}月\d{1,2}日$")
_FAR_CHARS = 6


def signature_page(printed: Printed, profile: Profile) -> Measured:
    """Look for a page that has a date of signature and no text above it."""
    signed = [(sheet, date) for sheet in printed.sheets if (date := _date(sheet, profile))]
    bare = [
        sheet.number
        for sheet, date in signed
        if not any(line.baseline < date.baseline and starts(line, profile) for line in body_lines(sheet, profile))
    ]
    return clean(Item.SIGNATURE, (SIGNATURE_WRONG.format(page=page) for page in bare), looked=bool(signed))


def _date(sheet: Sheet, profile: Profile) -> Line | None:
    """Return the date under a signature: alone in its row, far from the left edge; None where there is none."""
    lines = lines_inside(sheet, profile)
    alone = Counter(round(line.baseline, 1) for line in lines)
    far = area(profile).left + _FAR_CHARS * char_mm(profile)
    found = (line for line in lines if line.left > far and alone[round(line.baseline, 1)] == 1)
    return next((line for line in found if is_body(line, profile) and _DATE.match(line.text)), None)


def date_place(printed: Printed, profile: Profile) -> Measured:
    """Measure where the date under a signature without a seal stands (7.3.5.2).

    It begins two characters right of the signature's first one; a date longer than that leaves two at the right.
    """
    found = []
    for sheet in printed.sheets:
        date = _date(sheet, profile)
        above = [line for line in body_lines(sheet, profile) if date and line.baseline < date.baseline]
        if date and above and not starts(above[-1], profile):
            found.append(_place(above[-1], date, profile))
    return against(Item.DATE, found, SHIFT_CHARS * char_mm(profile), MARGIN_TOLERANCE.mm, DATE_NOTE)


def _place(name: Line, date: Line, profile: Profile) -> float:
    longer = date.right - date.left > name.right - name.left
    return area(profile).right - date.right if longer else date.left - name.left
