"""Takes personal names, gives them as lists print them: spaced, joined, by the strokes of the surname."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from docgen.chinese.stroke_table import STROKE_ROWS
from docgen.chinese.text import is_han

IDEOGRAPHIC_SPACE = "\u3000"
UNKNOWN_STROKES = 99


def spaced(name: str) -> str:
    """Put one ideographic space into a name of two Han characters, 张　一; for lists, not for prose."""
    name = name.strip()
    return IDEOGRAPHIC_SPACE.join(name) if len(name) == 2 and is_han(name) else name


def name_list(names: Iterable[str], separator: str = "、", *, space_short: bool = True) -> str:
    """Join names in the given order; names of two characters are spaced unless the list stands in prose."""
    return separator.join(spaced(name) if space_short else name.strip() for name in names)


def stroke_count(character: str) -> int | None:
    """Count the strokes of one of the 8105 standard characters (通用规范汉字表); None for any other."""
    place = _places().get(character)
    return place[0] if place else None


def by_strokes(names: Iterable[str]) -> list[str]:
    """Order names 按姓氏笔画: character by character, fewer strokes first, then 横竖撇点折 by GB 13000.1 order.

    Characters outside the 通用规范汉字表 come after all others, in the order of their code points.
    """
    return sorted(names, key=_stroke_key)


def _stroke_key(name: str) -> list[tuple[int, int]]:
    return [_places().get(char, (UNKNOWN_STROKES, ord(char))) for char in name if not char.isspace()]


@cache
def _places() -> dict[str, tuple[int, int]]:
    return {char: (strokes, index) for strokes, row in STROKE_ROWS.items() for index, char in enumerate(row)}
