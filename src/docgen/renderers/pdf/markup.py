"""Takes the text of a page, gives it parsed as WeasyPrint does, without what takes the parser long for nothing.

Style sheets are most of a page's text, and one text each to the parser: they go past it.
"""

from __future__ import annotations

import re
from typing import Any

from weasyprint import HTML

_SHEET = re.compile(r"(?<=<style>)[^<\r\0]+(?=</style>)")
_PLACE = "sheet-{}"


def parsed(text: str, **options: Any) -> Any:
    """Parse a page."""
    sheets = dict(enumerate(_SHEET.findall(text)))
    places = iter(sheets)
    document = HTML(string=_SHEET.sub(lambda _: _PLACE.format(next(places)), text), **options)
    wanted = [_PLACE.format(place) for place in sheets]
    found = [element for element in document.etree_element.iter("style") if element.text in wanted]
    # Where such a text is no style sheet, as within a comment, nothing is known of the others either.
    if [element.text for element in found] != wanted:
        return HTML(string=text, **options)
    for element, sheet in zip(found, sheets.values(), strict=True):
        element.text = sheet
    return document
