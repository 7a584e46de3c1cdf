"""Takes units that name their superiors, gives the tree of units."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

DIGITS = "〇一二三四五六七八九"
TEN = "十"
NUMERAL = re.compile(f"[0-9]+|[{DIGITS}{TEN}]+")


class UnitTree:
    """The tree of units by 简称; siblings stand in natural order: 一支部, 二支部, 十一支部.

    `superiors` must name known units only and have no cycle.
    """

    def __init__(self, superiors: Mapping[str, str | None]) -> None:
        self._superiors = dict(superiors)
        self._children: dict[str | None, list[str]] = {}
        for short in sorted(self._superiors, key=natural):
            self._children.setdefault(self._superiors[short], []).append(short)

    @property
    def roots(self) -> tuple[str, ...]:
        """The units that have no superior."""
        return tuple(self._children.get(None, ()))

    @property
    def order(self) -> tuple[str, ...]:
        """All units, each before the units below it."""
        return tuple(unit for root in self.roots for unit in self._walk(root))

    def superior(self, short: str) -> str | None:
        """Return the unit above, None for a root."""
        return self._superiors[short]

    def children(self, short: str) -> tuple[str, ...]:
        """Return the units directly below."""
        return tuple(self._children.get(short, ()))

    def below(self, short: str) -> tuple[str, ...]:
        """Return all units below, at any depth, each before the units below it."""
        return tuple(self._walk(short))[1:]

    def levels(self) -> tuple[tuple[str, ...], ...]:
        """Return all units bottom-up: first those with nothing below, then each level after all that lies below it."""
        heights: dict[str, int] = {}
        for short in reversed(self.order):
            heights[short] = 1 + max((heights[child] for child in self.children(short)), default=-1)
        top = max(heights.values(), default=-1)
        return tuple(tuple(short for short in self.order if heights[short] == level) for level in range(top + 1))

    def _walk(self, short: str) -> Iterator[str]:
        yield short
        for child in self.children(short):
            yield from self._walk(child)


def cycles(superiors: Mapping[str, str | None]) -> list[tuple[str, ...]]:
    """Return each cycle of superiors once, beginning with its first unit in natural order."""
    found: dict[frozenset[str], tuple[str, ...]] = {}
    for short in sorted(superiors, key=natural):
        chain = _chain(short, superiors)
        if superiors.get(chain[-1]) == short:
            found.setdefault(frozenset(chain), chain)
    return list(found.values())


@cache
def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that sorts names with numbers in them, Han or Arabic, by the numbers."""
    return tuple(_keys(text))


def _chain(short: str, superiors: Mapping[str, str | None]) -> tuple[str, ...]:
    chain = [short]
    while (above := superiors.get(chain[-1])) is not None and above not in chain:
        chain.append(above)
    return tuple(chain)


def _keys(text: str) -> Iterable[tuple[int, int, str]]:
    end = 0
    for match in NUMERAL.finditer(text):
        yield from ((1, 0, char) for char in text[end : match.start()])
        yield 0, _value(match[0]), ""
        end = match.end()
    yield from ((1, 0, char) for char in text[end:])


def _value(numeral: str) -> int:
    if numeral.isascii():
        return int(numeral)
    tens, ten, ones = numeral.rpartition(TEN)
    value = int("".join(str(DIGITS.index(char)) for char in ones if char in DIGITS) or "0")
    if not ten:
        return value
    return value + 10 * (DIGITS.index(tens[-1]) if tens and tens[-1] in DIGITS else 1)
