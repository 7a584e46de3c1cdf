"""Takes what a record was, what one made of it and what another did, gives where they differ, and both together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import chain

from msgspec import Struct

from docgen.records.record import Written

Where = tuple[str, ...]
"""Labels that lead to a value; a row of a list is called by what tells it from the others."""


class Pick(StrEnum):
    """Whose value is taken."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


class Difference(Struct, frozen=True):
    """One value that is not the same; None where it is not there. `suggested` is whose change it alone was."""

    where: Where
    mine: Written | None
    theirs: Written | None
    picks: tuple[Pick, ...]
    suggested: Pick
    contested: bool


def differences(
    base: Mapping[str, Written] | None, mine: Mapping[str, Written], theirs: Mapping[str, Written]
) -> tuple[Difference, ...]:
    """Return where two versions differ; without what both began from, everything is contested."""
    return tuple(_differ(_as_written(base), dict(mine), dict(theirs), (), knows=base is not None))


def merged(
    base: Mapping[str, Written] | None,
    mine: Mapping[str, Written],
    theirs: Mapping[str, Written],
    picks: Mapping[Where, Pick],
) -> dict[str, Written]:
    """Return both versions as one, as somebody chose for each difference; what nobody chose is as suggested."""
    found = _together(_as_written(base), dict(mine), dict(theirs), (), picks, base is not None)
    return found if isinstance(found, dict) else {}


def _as_written(data: Mapping[str, Written] | None) -> Written | None:
    return None if data is None else dict(data)


def _differ(
    base: Written | None, mine: Written | None, theirs: Written | None, where: Where, *, knows: bool
) -> Iterator[Difference]:
    if mine == theirs:
        return
    parts = _parts(base, mine, theirs)
    if parts is None:
        yield _difference(base, mine, theirs, where, knows)
        return
    bases, mines, all_theirs = parts
    for key in dict.fromkeys(chain(all_theirs, mines)):
        yield from _differ(bases.get(key), mines.get(key), all_theirs.get(key), (*where, key), knows=knows)


def _difference(
    base: Written | None, mine: Written | None, theirs: Written | None, where: Where, knows: bool
) -> Difference:
    both = isinstance(mine, list) and isinstance(theirs, list)
    picks = (Pick.MINE, Pick.THEIRS, Pick.BOTH) if both else (Pick.MINE, Pick.THEIRS)
    if knows and mine == base:
        return Difference(where, mine, theirs, picks, Pick.THEIRS, contested=False)
    if knows and theirs == base:
        return Difference(where, mine, theirs, picks, Pick.MINE, contested=False)
    return Difference(where, mine, theirs, picks, Pick.BOTH if both else Pick.MINE, contested=True)


def _together(
    base: Written | None,
    mine: Written | None,
    theirs: Written | None,
    where: Where,
    picks: Mapping[Where, Pick],
    knows: bool,
) -> Written | None:
    if mine == theirs:
        return theirs
    parts = _parts(base, mine, theirs)
    if parts is None:
        found = _difference(base, mine, theirs, where, knows)
        pick = picks.get(where, found.suggested)
        return _picked(pick if pick in found.picks else found.suggested, base, mine, theirs)
    bases, mines, all_theirs = parts
    whole = {
        key: value
        for key in _in_order(list(mines), list(all_theirs))
        for value in [_together(bases.get(key), mines.get(key), all_theirs.get(key), (*where, key), picks, knows)]
        if value
    }
    return list(whole.values()) if isinstance(theirs, list) else whole


def _picked(pick: Pick, base: Written | None, mine: Written | None, theirs: Written | None) -> Written | None:
    if pick is Pick.BOTH and isinstance(mine, list) and isinstance(theirs, list):
        known = [*theirs, *(base if isinstance(base, list) else ())]
        return [*theirs, *(each for each in mine if each not in known)]
    return theirs if pick is Pick.THEIRS else mine


Parts = tuple[Mapping[str, Written], Mapping[str, Written], Mapping[str, Written]]


def _parts(base: Written | None, mine: Written | None, theirs: Written | None) -> Parts | None:
    """Return three values taken apart by key, None where they must be chosen between as they are."""
    if isinstance(mine, dict) and isinstance(theirs, dict):
        return (base if isinstance(base, dict) else {}), mine, theirs
    if isinstance(mine, list) and isinstance(theirs, list):
        return _aligned(base if isinstance(base, list) else [], mine, theirs)
    return None


def _aligned(base: list[Written], mine: list[Written], theirs: list[Written]) -> Parts | None:
    """Return three lists of groups by what tells their rows apart, where something does and no row changed places."""
    lists = (base, mine, theirs)
    rows = [row for each in lists for row in each]
    if not mine or not theirs or not all(isinstance(row, dict) for row in rows):
        return None
    first = mine[0]
    for label in first if isinstance(first, dict) else ():
        named = [_by(label, each) for each in lists]
        if all(len(found) == len(each) for found, each in zip(named, lists, strict=True)):
            _, mines, all_theirs = named
            shared = [key for key in mines if key in all_theirs]
            if shared == [key for key in all_theirs if key in mines]:
                return named[0], mines, all_theirs
    return None


def _by(label: str, rows: Sequence[Written]) -> dict[str, Written]:
    """Return rows by one of their texts, without those that have none or share it."""
    return {text: row for row in rows if isinstance(row, dict) for text in [row.get(label)] if isinstance(text, str)}


def _in_order(mine: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Return all keys in their order, each of mine alone after the one that it follows in mine."""
    order = list(theirs)
    for index, key in enumerate(mine):
        if key not in order:
            before = order.index(mine[index - 1]) + 1 if index else 0
            order.insert(before, key)
    return order
