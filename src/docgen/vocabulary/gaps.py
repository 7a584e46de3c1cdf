"""Takes what is missing, gives what a paper prints of it."""

from __future__ import annotations


def gap_text(label: str) -> str:
    """Return the text that stands where a paper lacks something."""
    return f"【待补充：{label}】"


def draft_text(count: int) -> str:
    """Return the mark of a paper that lacks `count` things."""
    return f"草稿（待补充{count}处）"
