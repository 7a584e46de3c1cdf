"""Takes fonts and characters, gives what is said of them."""

from __future__ import annotations

from collections.abc import Iterable

BETWEEN = "、"
_BOLD = 600
_SAMPLE = 20
"""So many characters are named, the rest are told by the command fonts."""


def face_text(family: str, weight: int) -> str:
    """Name a face: its family, and that it is the bold one."""
    return f"{family} 粗体" if weight >= _BOLD else family


def stood_in(substitutes: Iterable[tuple[str, str]], papers: int) -> str:
    """Say once which fonts stood in for which in so many pdf files."""
    pairs = "，".join(f"{asked} 由 {by} 代替" for asked, by in substitutes)
    return f"字体：本机缺正式字体，PDF 里 {pairs}{_count(papers)}。详见 docgen fonts。"


def helped_out(borrowed: Iterable[tuple[str, str]], papers: int) -> str:
    """Say once which characters another font drew in so many pdf files."""
    pairs = "，".join(f"「{_sample(chars)}」由 {by} 补上" for chars, by in borrowed)
    return f"生僻字：PDF 里 {pairs}{_count(papers)}。详见 docgen fonts。"


def unseen(chars: str, papers: int) -> str:
    """Say once which characters no font has, in so many papers."""
    return f"缺字：本机的字体里都没有「{_sample(chars)}」{_count(papers)}。详见 docgen fonts。"


def _count(papers: int) -> str:
    return f"（{papers} 份）" if papers > 1 else ""


def _sample(chars: str) -> str:
    return chars if len(chars) <= _SAMPLE else f"{chars[:_SAMPLE]}……"
