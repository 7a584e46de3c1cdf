"""Takes the order in which labels are written, gives the place at which a new one goes in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from docgen.records.record import Path, Written

Order = Callable[[Path], Sequence[str]]
"""What gives the labels of a place in a record, named by a path of labels and indexes, in order."""

MOST_KEYS = 1000
"""No group has so many; for each new one its place is looked for among all."""


def added(order: Sequence[str], data: Mapping[str, Written]) -> list[str]:
    """Return the keys of data in the order; those that it does not know come behind the ones they were sent behind."""
    known = set(order) & data.keys()
    behind: dict[str, list[str]] = {}
    last = ""
    for key in data:
        if key in known:
            last = key
        else:
            behind.setdefault(last, []).append(key)
    ranked = (key for key in dict.fromkeys(order) if key in known)
    return [*behind.get("", ()), *(each for key in ranked for each in (key, *behind.get(key, ())))]


def place_of(key: str, present: Sequence[str], rank: Sequence[str]) -> int:
    """Return where a key goes in: behind the nearest present one that ranks before it, else before what ranks after."""
    own = rank.index(key)
    before = next((present.index(each) for each in reversed(rank[:own]) if each in present), None)
    if before is not None:
        return before + 1
    return next((present.index(each) for each in rank[own + 1 :] if each in present), len(present))
