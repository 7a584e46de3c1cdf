"""Takes the items of a list before and after, gives for each new one the old one that it comes from."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import TypeAlias

from docgen.records.record import Written

MOST_PAIRS = 10_000
"""So many pairs are compared. Of longer lists the items between those that stayed are known by what they say alone."""
ALIKE = 0.6
"""Texts that share fewer signs are two."""

Items: TypeAlias = "Sequence[Written | None]"


def match(old: Items, new: Sequence[Written]) -> list[int | None]:
    """Return for each new item the old one that it is, or has grown from; None for one that is new.

    Old items that are None stand empty, and are the last to be taken.
    """
    matching = _Matching(old, new)
    matching.take_ends()
    matching.take_equal()
    matching.take_alike()
    matching.take_neighbours()
    matching.fill_empty()
    return matching.found


class _Matching:
    """The pairs found so far, and the places of the old items that are left."""

    def __init__(self, old: Items, new: Sequence[Written]) -> None:
        self.found: list[int | None] = [None] * len(new)
        self._old, self._new = old, new
        self._before, self._after = [repr(each) for each in old], [repr(each) for each in new]
        self._left = dict.fromkeys(place for place, each in enumerate(old) if each is not None)

    def take_ends(self) -> None:
        """Take what stayed at the beginning and at the end: mostly all but one item."""
        pairs = list(zip(self._before, self._after, strict=False))
        first = next((index for index, (one, other) in enumerate(pairs) if one != other), len(pairs))
        for index in range(first):
            self._take(index, index)
        shift = len(self._before) - len(self._after)
        for index in range(len(self._after) - 1, first - 1, -1):
            place = index + shift
            if place < first or self._before[place] != self._after[index]:
                break
            self._take(index, place)

    def take_equal(self) -> None:
        """Take items that stayed as they are: first those that kept their order, then those that moved."""
        open_, left = self._open(), list(self._left)
        if len(open_) * len(left) <= MOST_PAIRS:
            before, after = [self._before[place] for place in left], [self._after[index] for index in open_]
            for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
                for step in range(block.size):
                    self._take(open_[block.b + step], left[block.a + step])
        places: dict[str, deque[int]] = {}
        for place in self._left:
            places.setdefault(self._before[place], deque()).append(place)
        for index in self._open():
            if waiting := places.get(self._after[index]):
                self._take(index, waiting.popleft())

    def take_alike(self) -> None:
        """Take items of which something stayed, the most alike first."""
        open_ = self._open()
        if len(open_) * len(self._left) > MOST_PAIRS:
            return
        pairs = [
            (-likeness, abs(place - index), place, index)
            for index in open_
            for place in self._left
            if (likeness := _likeness(self._old[place], self._new[index])) > 0
        ]
        for _, _, place, index in sorted(pairs):
            self._take(index, place)

    def take_neighbours(self) -> None:
        """Take an item of which nothing stayed, where what stands before it or after it did."""
        found = self.found
        for index in self._open():
            before = found[index - 1] if index else -1
            if before is not None:
                self._take(index, before + 1)
        for index in reversed(self._open()):
            after = found[index + 1] if index + 1 < len(found) else len(self._old)
            if after is not None:
                self._take(index, after - 1)

    def fill_empty(self) -> None:
        """Take the items that stand empty."""
        empty = deque(place for place, each in enumerate(self._old) if each is None)
        for index in self._open():
            if empty:
                self.found[index] = empty.popleft()

    def _open(self) -> list[int]:
        return [index for index, each in enumerate(self.found) if each is None]

    def _take(self, index: int, place: int) -> None:
        if self.found[index] is None and place in self._left:
            self.found[index] = place
            del self._left[place]


def _likeness(old: Written | None, new: Written) -> float:
    """Return how much two items of one sort have in common, from 0 to 1."""
    if isinstance(old, dict) and isinstance(new, dict):
        same = [key for key, value in old.items() if new.get(key) == value]
        # The first thing said in a group is mostly its name.
        return (len(same) + (next(iter(old)) in same)) / (max(len(old), len(new)) + 1)
    if isinstance(old, list) and isinstance(new, list):
        shared = Counter(map(repr, old)) & Counter(map(repr, new))
        return shared.total() / max(len(old), len(new))
    if isinstance(old, str) and isinstance(new, str):
        likeness = SequenceMatcher(None, old, new, autojunk=False).quick_ratio()
        return likeness if likeness > ALIKE else 0
    return 0
