"""Takes the items of a list before and after, gives for each new one the old one that it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from docgen.records.record import Written

MOST_PAIRS = 40_000
"""So many pairs are compared; of longer lists, items that changed are known by their neighbours alone."""


def match(old: Sequence[Written | None], new: Sequence[Written]) -> list[int | None]:
    """Return for each new item the old one that it is, or has grown from; None for one that is new.

    Old items that are None stand empty, and are the last to be taken.
    """
    found: list[int | None] = [None] * len(new)
    left = dict.fromkeys(index for index, each in enumerate(old) if each is not None)
    _take_equal(old, new, found, left)
    _take_alike(old, new, found, left)
    _take_neighbours(found, left, len(old))
    empty = [index for index, each in enumerate(old) if each is None]
    for index, each in enumerate(found):
        if each is None and empty:
            found[index] = empty.pop(0)
    return found


def _take_equal(
    old: Sequence[Written | None], new: Sequence[Written], found: list[int | None], left: dict[int, None]
) -> None:
    """Take items that stayed as they are: first those that kept their order, then those that moved."""
    before, after = [repr(each) for each in old], [repr(each) for each in new]
    for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            _take(found, left, block.b + step, block.a + step)
    for index, each in enumerate(after):
        if found[index] is None and (place := next((one for one in left if before[one] == each), None)) is not None:
            _take(found, left, index, place)


def _take_alike(
    old: Sequence[Written | None], new: Sequence[Written], found: list[int | None], left: dict[int, None]
) -> None:
    """Take items of which something stayed, the most alike first."""
    open_ = [index for index, each in enumerate(found) if each is None]
    if len(open_) * len(left) > MOST_PAIRS:
        return
    pairs = [
        (-likeness, abs(place - index), place, index)
        for index in open_
        for place in left
        if (likeness := _likeness(old[place], new[index])) > 0
    ]
    for _, _, place, index in sorted(pairs):
        if found[index] is None and place in left:
            _take(found, left, index, place)


def _take_neighbours(found: list[int | None], left: dict[int, None], count: int) -> None:
    """Take an item of which nothing stayed, where what stands before it or after it did."""
    for index, each in enumerate(found):
        if each is None:
            before = found[index - 1] if index else -1
            if before is not None and before + 1 in left:
                _take(found, left, index, before + 1)
    for index in reversed(range(len(found))):
        if found[index] is None:
            after = found[index + 1] if index + 1 < len(found) else count
            if after is not None and after - 1 in left:
                _take(found, left, index, after - 1)


def _take(found: list[int | None], left: dict[int, None], index: int, place: int) -> None:
    if place in left:
        found[index] = place
        del left[place]


def _likeness(old: Written | None, new: Written) -> float:
    """Return how much two groups have in common; the first thing said in a group is mostly its name."""
    if not isinstance(old, dict) or not isinstance(new, dict):
        return 0
    same = [key for key, value in old.items() if new.get(key) == value]
    return (len(same) + (next(iter(old)) in same)) / (max(len(old), len(new)) + 1)
