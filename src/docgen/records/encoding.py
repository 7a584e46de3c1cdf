"""Takes a file's bytes, gives its text, or findings that say which encoding it has."""

from __future__ import annotations

import codecs
import re

from docgen.findings import Finding, Level, Place

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# A line break of UTF-16 without a byte order mark, either way round.
_UTF16_BREAKS = (b"\n\0", b"\0\n")
_BREAK = re.compile(r"\r\n|\n|\r")
_CJK = re.compile("[\u4e00-\u9fff]")
# What an editor does not show: libyaml refuses the first half, the rest would move lines or turn the reading order.
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)
_STAND_IN = "\ufffd"
_ENOUGH = 20


def decode(content: bytes, file: str) -> tuple[str | None, list[Finding]]:
    """Return the text of UTF-8 bytes, a byte order mark taken off; None and a finding when they are not UTF-8."""
    if content.startswith(_UTF16) or any(pair in content for pair in _UTF16_BREAKS):
        return None, [Finding("encoding-utf16", Level.ERROR, Place(file, 1, 1))]
    try:
        return content.removeprefix(codecs.BOM_UTF8).decode("utf-8"), []
    except UnicodeDecodeError:
        return None, [_undecodable(content.removeprefix(codecs.BOM_UTF8), file)]


def uncover(text: str, file: str) -> tuple[str, list[Finding]]:
    """Return the text with stand-ins for characters that nobody sees, and a finding for each of the first twenty."""
    if not HIDDEN.search(text):
        return text, []
    hits = [hit for hit, _ in zip(HIDDEN.finditer(text), range(_ENOUGH), strict=False)]
    findings = [
        Finding("character-hidden", Level.ERROR, _place(text[: hit.start()], file), values={"value": _name(hit[0])})
        for hit in hits
    ]
    return HIDDEN.sub(_STAND_IN, text), findings


def _undecodable(content: bytes, file: str) -> Finding:
    """Tell a file in GBK from a damaged one: GBK leaves next to nothing readable when it is taken for UTF-8."""
    as_utf8 = content.decode("utf-8", errors="replace")
    start = _first_wrong(content)
    if len(_CJK.findall(as_utf8)) <= as_utf8.count(_STAND_IN):
        try:
            if _CJK.search(content.decode("gbk")):
                before = content[:start].decode("gbk", errors="replace")
                return Finding("encoding-gbk", Level.ERROR, _place(before, file))
        except UnicodeDecodeError:
            pass
    before = content[:start].decode("utf-8", errors="replace")
    return Finding("encoding-unknown", Level.ERROR, _place(before, file), values={"value": f"0x{content[start]:02X}"})


def _first_wrong(content: bytes) -> int:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return 0


def _place(before: str, file: str) -> Place:
    """Return where the character after `before` stands."""
    breaks = list(_BREAK.finditer(before))
    return Place(file, len(breaks) + 1, len(before) - (breaks[-1].end() if breaks else 0) + 1)


def _name(character: str) -> str:
    return f"U+{ord(character):04X}"
