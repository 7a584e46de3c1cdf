"""Takes a word that is not known, gives the known ones that come nearest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher

SEPARATOR = "、"
OFFERED = 3
LIKENESS = 0.4


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known words that come nearest, best first, joined; empty when none is like it.

    They are those of `difflib.get_close_matches`. To compare two words takes long, and a unit has thousands of ids:
    words are compared in the order of how alike they can be at most, until none that is left can be among the best.
    """
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    best: list[tuple[float, str]] = []
    for most, each in _by_what_they_share(word, known):
        if len(best) == OFFERED and most < best[-1][0]:
            break
        matcher.set_seq1(each)
        likeness = matcher.ratio()
        if likeness >= LIKENESS:
            best = sorted([*best, (likeness, each)], reverse=True)[:OFFERED]
    return SEPARATOR.join(each for _, each in best)


def _by_what_they_share(word: str, known: Iterable[str]) -> list[tuple[float, str]]:
    """Return the words that may be like one, each with how alike it can be by the characters that both have."""
    signs = Counter(word).items()
    found: list[tuple[float, str]] = []
    for each in set(known):
        length = len(word) + len(each)
        shared = sum(min(often, each.count(sign)) for sign, often in signs)
        most = 2.0 * shared / length if length else 1.0
        if most >= LIKENESS:
            found.append((most, each))
    return sorted(found, reverse=True)
