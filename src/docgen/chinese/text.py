"""Takes pieces of text, gives their width and their joining by Chinese punctuation (GB/T 15834)."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from unicodedata import category, east_asian_width

HAN_RANGES = ((0x3007, 0x3007), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))
WIDE = frozenset("WFA")
MARKLESS = frozenset({"Mn", "Me", "Cf"})
CLOSERS_AND_OPENERS = (("》", "《"), ("”", "“"))
ENDS = "。！？…"
LOOSE_ENDS = "。；;，,、 \u3000\n"


def to_width(text: str) -> int:
    """Measure text in half-width columns: 2 for Han and full-width marks (— … “ ” too), 1 for digits and Latin."""
    return sum(0 if category(char) in MARKLESS else 2 if east_asian_width(char) in WIDE else 1 for char in text)


def is_han(text: str) -> bool:
    """Tell whether text is Han characters only (〇 U+3007 counts); an empty text is not."""
    return bool(text) and all(any(low <= ord(char) <= high for low, high in HAN_RANGES) for char in text)


def quoted_title(title: str) -> str:
    """Put a title into 《》 unless it has them; inner 《》 become 〈〉."""
    title = title.strip()
    if title.startswith("《"):
        return title
    return f"《{title.replace('《', '〈').replace('》', '〉')}》"


def title_list(titles: Iterable[str]) -> str:
    """Join titles, each in 《》, without 顿号 between adjacent marks; with one where a note in （） stands between."""
    return adjoin(quoted_title(title) for title in titles)


def adjoin(items: Iterable[str]) -> str:
    """Join items by 顿号, leaving it out between 》《 and between ”“ (GB/T 15834 4.5.3.5)."""
    parts = list(items)
    text = "".join(parts[:1])
    for left, right in pairwise(parts):
        touching = (left[-1:], right[:1]) in CLOSERS_AND_OPENERS
        text += right if touching else f"、{right}"
    return text


def sentence(clauses: Iterable[str], separator: str = "；") -> str:
    """Join clauses into one sentence that ends with 。 (or the ！ ？ … it has); no clause, no sentence."""
    parts = [part for part in (clause.strip().rstrip(LOOSE_ENDS) for clause in clauses) if part]
    if not parts:
        return ""
    text = separator.join(parts)
    return text if text[-1] in ENDS else f"{text}。"
