"""Takes the bytes of a record file, gives its documents, and the bytes with another text in place of one of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from docgen.records.encoding import decode
from docgen.records.reading import Limits, read_documents
from docgen.records.salvage import decoded

BOM = "\ufeff"
CRLF, LF = "\r\n", "\n"
_MARKER = re.compile(r"---[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r|$)")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|$)")


class Part(Struct, frozen=True):
    """Where one document stands in its file's text: with its sign ---, and without; `line` is its first, from 1."""

    begin: int
    inner: int
    end: int
    line: int


class Sheet(Struct, frozen=True):
    """The text of a record file and where its documents stand; `number` counts them from 1 as reading does."""

    text: str
    parts: tuple[Part, ...]
    has_mark: bool = False

    @property
    def line_end(self) -> str:
        """What ends most of its lines."""
        return CRLF if self.text.count(CRLF) * 2 > self.text.count(LF) else LF

    def document(self, number: int) -> str:
        """Return the text of one document."""
        part = self.parts[number - 1]
        return self.text[part.inner : part.end]

    def replaced(self, number: int, text: str) -> bytes:
        """Return the file's bytes with another text for one document; all others stay as they are."""
        part = self.parts[number - 1]
        if number < len(self.parts) and not text.endswith(LF):
            text += self.line_end
        return self._bytes(self.text[: part.inner] + text + self.text[part.end :])

    def without(self, number: int) -> bytes:
        """Return the file's bytes without one document and the sign that begins it."""
        part = self.parts[number - 1]
        end = part.end
        if number == 1 and len(self.parts) > 1:
            # What is second becomes first, and needs no sign any more.
            end = self.parts[1].inner
        return self._bytes(self.text[: part.begin] + self.text[end:])

    def inserted(self, number: int, text: str) -> bytes:
        """Return the file's bytes with a further document, which gets a number or comes last."""
        break_ = self.line_end
        text = text if text.endswith(LF) else text + break_
        if number > len(self.parts):
            before = self.text if not self.text or self.text.endswith(LF) else self.text + break_
            return self._bytes(f"{before}---{break_}{text}" if self.parts else text)
        begin = self.parts[number - 1].begin
        before, after = self.text[:begin], self.text[begin:]
        sign = f"---{break_}"
        return self._bytes(f"{before}{sign}{text}{after}" if before else f"{text}{sign}{_unsigned(after)}")

    def _bytes(self, text: str) -> bytes:
        return ((BOM if self.has_mark else "") + text).encode("utf-8", "replace")


def open_sheet(content: bytes, limits: Limits) -> Sheet:
    """Return a file's documents; bytes that are no UTF-8 are understood as what they most likely are."""
    text, _ = decode(content, "")
    text = decoded(content) if text is None else text
    return sheet_of(text, read_documents(text, "", limits)[2], has_mark=content.startswith(BOM.encode()))


def sheet_of(text: str, beginnings: Sequence[int], *, has_mark: bool) -> Sheet:
    """Return a text as documents that begin on some lines, counted from 0."""
    lines = [hit.start() for hit in _LINE.finditer(text)]
    firsts = [lines[line] for line in beginnings]
    starts = [0, *firsts[1:]] if firsts else []
    parts = tuple(
        Part(begin, inner := _inner(text, begin, first), end, bisect_right(lines, inner))
        for (begin, end), first in zip(pairwise([*starts, len(text)]), firsts, strict=True)
    )
    return Sheet(text, parts, has_mark)


def _inner(text: str, begin: int, first: int) -> int:
    """Return where a document's own text begins: after its sign, where it has one on a line of its own."""
    sign = _MARKER.match(text, first)
    return sign.end() if sign else begin


def _unsigned(text: str) -> str:
    sign = _MARKER.match(text)
    return text[sign.end() :] if sign else text
