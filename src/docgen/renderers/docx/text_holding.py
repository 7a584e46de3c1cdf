"""Takes the text of a regular part, gives it with the same holds that `holding` writes into a tree."""

from __future__ import annotations

import re
from collections.abc import Iterable

from docgen.renderers.docx.text import PARAGRAPH_END, ROW_END, TABLE_END, WRITTEN, IrregularError, opening

_BODY = "<w:body>"
_KEEP = "<w:keepNext/>"
_HEAD, _ROW = "<w:tblHeader", re.compile(r"<w:tr[ >]")
_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>(?P<properties><w:pPr>(?:<w:pStyle [^>]*/>)?)?")


def hold_signatures_in(text: str, held: Iterable[re.Pattern[str]]) -> str:
    """Keep what stands above signatures, 手签, 出席 and the imprint on their page; raise IrregularError where it cannot."""
    for pattern in held:
        found = pattern.search(text)
        while found:
            before, at = len(text), found.end()
            text = _hold(text, _standing(text, at))
            found = pattern.search(text, at + len(text) - before)
    return text


def hold_rows_in(text: str) -> str:
    """Keep the repeated head and the last row of tables with the row beside them (实务)."""
    head = text.find(_HEAD)
    while head >= 0:
        start, end = opening(text, "tbl", head), text.find(TABLE_END, head)
        rows = [start + row.start() for row in _ROW.finditer(text[start:end])]
        spans = list(zip(rows, [*rows[1:], end], strict=True))
        before = len(text)
        if head < spans[0][1]:
            for row in sorted({spans[0], *spans[-2:-1]}, reverse=True):
                text = _keep_all(text, *row)
        head = text.find(_HEAD, end + len(text) - before)
    return text


def _standing(text: str, at: int) -> int:
    """Return where what holds a place stands in the body: its table, or its paragraph."""
    table = text.rfind("<w:tbl>", 0, at)
    return table if text.find(TABLE_END, max(table, 0), at) < 0 <= table else opening(text, "p", at)


def _hold(text: str, at: int) -> str:
    """Bind what stands above a place in the body to the next, up to the nearest text that was not bound already."""
    while not text.endswith(_BODY, 0, at):
        if text.endswith(TABLE_END, 0, at):
            return _keep_last_row(text, at)
        start = opening(text, "p", at)
        if not text.endswith(PARAGRAPH_END, 0, at) or text.find(PARAGRAPH_END, start, at) + len(PARAGRAPH_END) != at:
            raise IrregularError
        kept = _keep(text, start, at)
        if kept != text and _says_something(text, start, at):
            return kept
        text, at = kept, start
    return text


def _keep_last_row(text: str, at: int) -> str:
    start = opening(text, "tr", at)
    if text.find(ROW_END, start, at) + len(ROW_END + TABLE_END) != at:
        raise IrregularError
    return _keep_all(text, start, at)


def _keep_all(text: str, start: int, end: int) -> str:
    for found in reversed(list(_PARAGRAPH.finditer(text, start, end))):
        text = _keep(text, found.start(), end)
    return text


def _keep(text: str, start: int, end: int) -> str:
    """Bind the paragraph that begins at a place to the next, if it is not bound yet."""
    found = _PARAGRAPH.match(text, start)
    if found is None:
        raise IrregularError
    at = found.end()
    if not found["properties"]:
        return f"{text[:at]}<w:pPr>{_KEEP}</w:pPr>{text[at:]}"
    if text.find("<w:keepNext", at, text.find("</w:pPr>", at, end)) >= 0:
        return text
    return f"{text[:at]}{_KEEP}{text[at:]}"


def _says_something(text: str, start: int, end: int) -> bool:
    return bool(WRITTEN.search(text, start, end)) or ":drawing" in text[start:end]
