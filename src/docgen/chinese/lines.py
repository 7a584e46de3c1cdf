"""Takes a text, gives what of it a line may not divide, nor begin or end with (GB/T 15834—2011 5.1).

The standard speaks of marks alone; that a number keeps its unit is practice. A month and its day are two pieces: in brackets
they would be seven characters long, and a line that has no room for them is spread beyond all looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

NEVER_FIRST = frozenset("，。、；：？！）》〉”’〕】〗」』］｝·～…,.;:?!)]}%％‰℃")
"""What no line begins with."""
NEVER_LAST = frozenset("（《〈“‘〔【〖「『［｛([{￥¥")
"""What no line ends with."""
AFTER_NUMBERS = frozenset("年月日")
"""What a line does not begin with where a program can only be told of characters: it follows a number mostly (实务)."""

ZERO_WIDTH_SPACE = "\u200b"
_HAN = "\u3007\u3400-\u9fff"
_DIGITS = "[0-9０-９]"
_NUMBER = rf"(?<![A-Za-z0-9_.-])第?{_DIGITS}+(?:[.,:/：．]{_DIGITS}+)*"
_UNIT = rf"(?:个月|小时|学时|课时|分钟|周年|年度|季度|平方米|公里|[万亿千百][{_HAN}]|[{_HAN}](?!\u3000)|[%％‰℃])"
# A dash between two things stands behind the first of them; two dashes are one mark and may begin a line.
_JOINT = "(?:—(?!—)|[～~·／])"
_PIECES = (
    rf"{_NUMBER}{_UNIT}{_JOINT}?",
    rf"[{_HAN}A-Za-z0-9０-９%％）〕》”]{_JOINT}",
    r"[^\s<>&;]\u3000[^\s<>&;]",
    "—{2,}|…{2,}",
)
_OUTSIDE_QUOTES = rf"(?<=[{_HAN}，。、；：？！）》〕…—”’])(?=[“‘])|(?<=[”’])(?=[{_HAN}（《〔])"


def whole_pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield where pieces stand that stay on one line: 第3次, 2020年, 3月, 5日, 15%, 张　一, ——, ……, 14:30—."""
    for found in _compiled("|".join(_PIECES)).finditer(text):
        yield found.span()


def opened(text: str) -> str:
    """Let a line break before “ and after ”, by a zero-width space.

    The marks have one form in Latin and in Chinese; an engine that takes them for Latin ties them to both neighbours.
    """
    return _compiled(_OUTSIDE_QUOTES).sub(ZERO_WIDTH_SPACE, text)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    # These two take as long as all else of the room together, and most calls of docgen break no lines.
    return re.compile(pattern)
