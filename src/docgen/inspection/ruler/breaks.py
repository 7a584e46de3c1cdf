"""Takes a printed paper, gives the measures of its breaks: what begins and ends lines, what is torn, what stands alone."""

from __future__ import annotations

from itertools import pairwise

from docgen.chinese.lines import NEVER_FIRST, NEVER_LAST, whole_pieces
from docgen.inspection.ruler.area import turns
from docgen.inspection.ruler.measured import Item, Measured, clean
from docgen.inspection.ruler.sheet import Line, Printed
from docgen.page import Profile
from docgen.vocabulary.ruler import LINE_ENDS_NOTE, LINE_ENDS_WRONG

UNITS = frozenset("年月日号时分%％‰℃万亿人元个名")
PAIRS = frozenset("—…")
"""Signs that are written twice and are one."""
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
