"""Takes the bytes of a file that could not be read, gives the numbers that its documents seem to bear."""

from __future__ import annotations

import codecs
import re

_NUMBER = re.compile("^\ufeff?编号[ \t]*[:\uff1a][ \t]*(?P<number>\\S[^\r\n]*)", re.MULTILINE)
_COMMENT = re.compile(r"[ \t]+#.*")
_MARKER = re.compile(r"^---(?:[ \t].*)?\r?$", re.MULTILINE)
_QUOTES = "\"'"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def numbers_written(content: bytes) -> list[str | None]:
    """Return what stands after 编号 in each document, None where nothing does; never fail."""
    documents = [document for document in _MARKER.split(decoded(content)) if document.strip()]
    return [_number(document) for document in documents]


def _number(document: str) -> str | None:
    hit = _NUMBER.search(document)
    return _COMMENT.sub("", hit["number"]).strip().strip(_QUOTES) or None if hit else None


def decoded(content: bytes) -> str:
    """Return bytes as the text that they most likely are: UTF-16 by its mark, UTF-8, else GBK."""
    if content.startswith(_UTF16):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030", errors="replace")
