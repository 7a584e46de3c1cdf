"""Takes the text of a page, gives it parsed as WeasyPrint does, without what takes the parser long for nothing.

Style sheets are most of a page's text, and are one text each to the parser: they go past it. And tinyhtml5 2.1 keeps each of its
patterns under another name than it looks it up by, so that it would build them anew for every tag.
"""

from __future__ import annotations

import re
from typing import Any

from tinyhtml5 import inputstream
from weasyprint import HTML

_SHEET = re.compile(r"(?<=<style>)[^<\r\0]+(?=</style>)")
_PLACE = "sheet-{}"

_until = inputstream.HTMLUnicodeInputStream.chars_until


def parsed(text: str, **options: Any) -> Any:
    """Parse a page."""
    sheets = dict(enumerate(_SHEET.findall(text)))
    places = iter(sheets)
    document = HTML(string=_SHEET.sub(lambda _: _PLACE.format(next(places)), text), **options)
    found = list(document.etree_element.iter("style"))
    # Where such a text is no style sheet, as within a comment, nothing is known of the others either.
    if [element.text for element in found] != [_PLACE.format(place) for place in sheets]:
        return HTML(string=text, **options)
    for element, sheet in zip(found, sheets.values(), strict=True):
        element.text = sheet
    return document


def chars_until(stream: Any, characters: Any, opposite: bool = False) -> Any:
    """Read characters until one of some comes, as tinyhtml5 does."""
    key = (characters, opposite)
    if key not in inputstream.characters_until_regex:
        inputstream.characters_until_regex[key] = _pattern(characters, opposite)
    return _until(stream, characters, opposite)


def _pattern(characters: Any, opposite: bool) -> re.Pattern[str]:
    listed = "".join(f"\\x{ord(character):02x}" for character in characters)
    return re.compile(f"[{listed}]+" if opposite else f"[^{listed}]+")
