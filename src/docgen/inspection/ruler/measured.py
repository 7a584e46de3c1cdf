"""Takes a number and what it should be, gives a measure: what the ruler says of one item of a paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from msgspec import Struct

from docgen.vocabulary.ruler import ITEM_LABELS, NONE_WRONG, NOT_FOUND, WITHIN

EDGE_MM = 0.5
"""How far a line may end from the edge, and a rule be wider or narrower: what the eye cannot tell."""
WEIGHT_MM = 0.1
FONT_MM = 2
"""How far ink may stand elsewhere because another font fills its square less."""
DECIMALS = 2


class Item(StrEnum):
    """What is measured on a paper."""

    LINES = "lines"
    CHARACTERS = "characters"
    RIGHT_EDGE = "right-edge"
    HANGING = "hanging"
    FIRST_INK = "first-ink"
    LAST_INK = "last-ink"
    MARK = "mark"
    BULLETIN_MARK = "bulletin-mark"
    RED_RULE = "red-rule"
    RED_RULE_DROP = "red-rule-drop"
    TITLE = "title"
    PAGE_NUMBER_SIDE = "page-number-side"
    PAGE_NUMBER_DROP = "page-number-drop"
    IMPRINT = "imprint"
    IMPRINT_WEIGHT = "imprint-weight"
    LINE_ENDS = "line-ends"
    SPLIT = "split"
    SIGNATURE = "signature"
    DATE = "date"
    FONTS = "fonts"
    MISSING = "missing"

    @property
    def label(self) -> str:
        """Give its name for people."""
        return ITEM_LABELS[self.value]


class Measured(Struct, frozen=True):
    """One item of one paper: what it should be, what it is, whether that is near enough. Lengths in mm."""

    item: Item
    target: str
    measured: str
    within: bool
    note: str = ""


def against(item: Item, found: Sequence[float], target: float, tolerance: float, note: str = "") -> Measured:
    """Hold every number found against a target; none found is not within."""
    words = within_words(target, tolerance)
    if not found:
        return absent(item, words)
    near = all(abs(value - target) <= tolerance for value in found)
    return Measured(item, words, spread(found), near, note)


def absent(item: Item, target: str) -> Measured:
    """Say that a paper has nothing that could be measured."""
    return Measured(item, target, NOT_FOUND, within=False)


def clean(item: Item, wrong: Iterable[str], note: str = "", *, looked: bool = True) -> Measured:
    """Say that nothing is wrong, or what; where nothing could be looked at, that is not within."""
    found = list(wrong)
    if not looked:
        return absent(item, NONE_WRONG)
    return Measured(item, NONE_WRONG, " ".join(found) or NONE_WRONG, not found, note)


def within_words(target: float, tolerance: float) -> str:
    """Write a target with its tolerance; without one where it is to be met exactly."""
    return WITHIN.format(value=number(target), tolerance=number(tolerance)) if tolerance else number(target)


def spread(values: Sequence[float]) -> str:
    """Write the least and the greatest of some numbers, once where they are the same."""
    least, greatest = number(min(values)), number(max(values))
    return least if least == greatest else f"{least}—{greatest}"


def number(value: float) -> str:
    """Write a number to hundredths, without idle zeros."""
    text = f"{value:.{DECIMALS}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
