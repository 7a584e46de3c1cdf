"""Takes nothing, gives the words around comments in Word files."""

from __future__ import annotations

from docgen.findings import Place
from docgen.vocabulary.places import place_text
from docgen.vocabulary.words import Words

COMMENT_WORDS: dict[str, Words] = {
    "comments-refused": Words(
        "这个文件里放不进批注：{message}。",
        "请用 Word 或 WPS 打开它，另存为 docx 格式后重试；没有正文的文件不能加批注。",
    ),
}


def moved_remark(place: Place, text: str) -> str:
    """Say a remark that stands elsewhere than what it is about."""
    return f"（{place_text(place)}）{text}"
