"""Takes a word that is not known, gives the known ones that come nearest."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

SEPARATOR = "、"
OFFERED = 3
LIKENESS = 0.4


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known words that come nearest, best first, joined; empty when none is like it."""
    return SEPARATOR.join(get_close_matches(word, sorted(set(known)), OFFERED, LIKENESS))
