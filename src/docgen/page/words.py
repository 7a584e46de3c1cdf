"""Takes a text, gives its words: whole as a dictionary has them, numbers with their units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from docgen.chinese import is_han
from docgen.page.title_words import TITLE_WORDS

if TYPE_CHECKING:
    from rjieba import Jieba

_NUMERALS = "〇零一二三四五六七八九十百千两"
_UNITS = "周年 季度 年度 月份 学时 小时 分钟 党支部 支部 党小组 年 月 日 号 期 季 届 次 个 名 项 条 章 节 批 级 类 组 轮 场 人 元 天"
_WHOLE = re.compile(
    rf"[{_NUMERALS}]+届[{_NUMERALS}]+中全会|第?(?:[0-9][0-9.,]*|[{_NUMERALS}]+)[万亿]?(?:{'|'.join(_UNITS.split())}|[%％])?"
    r"|[0-9A-Za-z]+(?:[.,\-+&/][0-9A-Za-z]+)*%?"
    r"|——|……|\s+"
)
"""What no dictionary has: numbers with what they count, Latin words, double marks."""
_ALONE = frozenset("的地得和与及或等之了是在对以为赴将把向从暨")
"""Characters that are words by themselves, and no part of a name."""


def words(text: str) -> list[str]:
    """Cut a title into pieces that should stay whole; joined they are the text again.

    A piece is a word of the library's dictionary or of ours, a number with its unit, a Latin word, a mark; single
    characters that follow each other, as those of a name that no dictionary has, are one piece.
    """
    cuts = set(accumulate(map(len, _library().cut(text.encode("utf-8", "replace").decode(), hmm=False))))
    for whole in _WHOLE.finditer(text):
        cuts.difference_update(range(whole.start() + 1, whole.end()))
    ends = [0, *sorted({end for end in cuts if end < len(text)} | {len(text)})]
    return list(_names_joined([text[start:end] for start, end in pairwise(ends) if start < end]))


def _names_joined(pieces: list[str]) -> Iterator[str]:
    joined = ""
    for piece in pieces:
        if len(piece) == 1 and is_han(piece) and piece not in _ALONE:
            joined += piece
            continue
        if joined:
            yield joined
            joined = ""
        yield piece
    if joined:
        yield joined


@cache
def _library() -> Jieba:
    """Return a dictionary of our own with our words; reading it takes a tenth of a second, paid by long titles only."""
    from rjieba import Jieba

    library = Jieba()
    for word in TITLE_WORDS:
        library.add_word(word, None, None)
    return library
