"""Takes a printed paper, measures how its lines break: what begins and ends them, what is torn apart, what stands alone."""

from __future__ import annotations

import re
from itertools import pairwise

from docgen.inspection.ruler.area import INDENT_CHARS, NEAR_MM, area, body_lines, char_mm, turns
from docgen.inspection.ruler.measured import Item, Measured, clean
from docgen.inspection.ruler.sheet import Line, Printed
from docgen.page import Profile
from docgen.page.title_lines import NEVER_FIRST, OPENERS
from docgen.vocabulary.ruler import LINE_ENDS_NOTE, LINE_ENDS_WRONG, SIGNATURE_WRONG

UNITS = frozenset("年月日号时分%％‰℃万亿人元个名")
PAIRS = frozenset("—…")
"""Signs that are written twice and are one."""
_SIGNATURE_DATE = re.compile(r"^\d{4}年\d{1,2}月\d{1,2}日$")
_SHOWN = 4
_NEVER_FIRST = frozenset(NEVER_FIRST) - PAIRS


def line_ends(printed: Printed, profile: Profile) -> Measured:
    """Look for lines that begin with a closing mark or end with an opening one."""
    found = turns(printed, profile)
    wrong = [turn for turn in found if turn.next.text[0] in _NEVER_FIRST or turn.full.text[-1] in OPENERS]
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
    looked, wrong = False, []
    flush = area(profile).left
    starts = (flush, flush + INDENT_CHARS * char_mm(profile))
    for sheet in printed.sheets:
        lines = body_lines(sheet, profile)
        dates = [line for line in lines if _SIGNATURE_DATE.match(line.text) and line.left > profile.width_mm / 2]
        if not dates:
            continue
        looked = True
        above = (line for line in lines if line.baseline < dates[0].baseline)
        if not any(abs(line.left - start) < NEAR_MM for line in above for start in starts):
            wrong.append(SIGNATURE_WRONG.format(page=sheet.number))
    return clean(Item.SIGNATURE, wrong, looked=looked)


def torn(before: str, after: str) -> bool:
    """Tell whether two characters are one thing that a line may not tear apart."""
    if before.isdigit() and before.isascii():
        return (after.isdigit() and after.isascii()) or after in UNITS
    return before == after and before in PAIRS


def opening(text: str) -> int:
    """Count the characters at the beginning of a line that nothing may part: they went to this line together."""
    for index, (before, after) in enumerate(pairwise(text), start=1):
        if not (_held(before, after) or torn(before, after)):
            return index
    return len(text)


def _held(before: str, after: str) -> bool:
    return before in OPENERS or after in _NEVER_FIRST or (before.isascii() and after.isascii())


def _shown(page: int, full: Line, after: Line) -> str:
    return LINE_ENDS_WRONG.format(page=page, end=full.text[-_SHOWN:], begin=after.text[:_SHOWN])
