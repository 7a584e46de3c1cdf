"""Takes a printed paper, measures how its lines break: what begins and ends them, what is torn apart, what stands alone."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from docgen.chinese.lines import NEVER_FIRST, NEVER_LAST, whole_pieces
from docgen.inspection.ruler.area import area, body_lines, char_mm, is_body, lines_inside, starts, turns
from docgen.inspection.ruler.measured import Item, Measured, clean
from docgen.inspection.ruler.sheet import Line, Printed, Sheet
from docgen.page import Profile
from docgen.vocabulary.ruler import LINE_ENDS_NOTE, LINE_ENDS_WRONG, SIGNATURE_WRONG

UNITS = frozenset("年月日号时分%％‰℃万亿人元个名")
PAIRS = frozenset("—…")
"""Signs that are written twice and are one."""
_SIGNATURE_DATE = re.compile(r"^\d{4}年\d{1,2}月\d{1,2}日$")
_FAR_CHARS = 6
_SHOWN = 4
CLOSING = NEVER_FIRST - PAIRS
"""Marks that no line may begin with; a dash of two may."""


def line_ends(printed: Printed, profile: Profile) -> Measured:
    """Look for lines that begin with a closing mark or end with an opening one."""
    found = turns(printed, profile)
    wrong = [turn for turn in found if turn.next.text[0] in CLOSING or turn.full.text[-1] in NEVER_LAST]
    words = (_shown(turn.page, turn.full, turn.next) for turn in wrong)
    return clean(Item.LINE_ENDS, words, LINE_ENDS_NOTE.format(count=len(found)), looked=bool(found))


def split(printed: Printed, profile: Profile) -> Measured:
    """Look for numbers torn from their digits or from 年 月 日 % 万 人, and for halves of —— and ……."""
    found = turns(printed, profile)
    wrong = [turn for turn in found if torn(turn.full.text[-1], turn.next.text[0])]
    words = (_shown(turn.page, turn.full, turn.next) for turn in wrong)
    return clean(Item.SPLIT, words, LINE_ENDS_NOTE.format(count=len(found)), looked=bool(found))


def signature_page(printed: Printed, profile: Profile) -> Measured:
    """Look for a page that has a date of signature and no text above it."""
    signed = [(sheet, date) for sheet in printed.sheets if (date := _signature_date(sheet, profile))]
    bare = [
        sheet.number
        for sheet, date in signed
        if not any(line.baseline < date.baseline and starts(line, profile) for line in body_lines(sheet, profile))
    ]
    return clean(Item.SIGNATURE, (SIGNATURE_WRONG.format(page=page) for page in bare), looked=bool(signed))


def _signature_date(sheet: Sheet, profile: Profile) -> Line | None:
    """Return the date under a signature: alone in its row, far from the left edge; None where there is none."""
    lines = lines_inside(sheet, profile)
    alone = Counter(round(line.baseline, 1) for line in lines)
    far = area(profile).left + _FAR_CHARS * char_mm(profile)
    found = (line for line in lines if line.left > far and alone[round(line.baseline, 1)] == 1)
    return next((line for line in found if is_body(line, profile) and _SIGNATURE_DATE.match(line.text)), None)


def torn(before: str, after: str) -> bool:
    """Tell whether two characters are one thing that a line may not tear apart."""
    if before.isdigit() and before.isascii():
        return (after.isdigit() and after.isascii()) or after in UNITS
    return before == after and before in PAIRS


def opening(text: str) -> int:
    """Count the characters at the beginning of a line that nothing may part: they went to this line together."""
    inside = {index for first, last in whole_pieces(text) for index in range(first + 1, last)}
    for index, (before, after) in enumerate(pairwise(text), start=1):
        if index not in inside and not _held(before, after):
            return index
    return len(text)


def _held(before: str, after: str) -> bool:
    return before in NEVER_LAST or after in CLOSING or (before.isascii() and after.isascii())


def _shown(page: int, full: Line, after: Line) -> str:
    return LINE_ENDS_WRONG.format(page=page, end=full.text[-_SHOWN:], begin=after.text[:_SHOWN])
