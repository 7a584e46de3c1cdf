"""Takes the strings and numbers by which WeasyPrint shows a text, gives them without the empty strings.

WeasyPrint puts an empty string between two numbers and before the first one. PDFium, the viewer in Chrome and Edge, then
forgets the number that ends the text, and what follows stands too far to the left.
"""

from __future__ import annotations

import re
from typing import Any

from weasyprint.pdf.stream import Stream

_EMPTY = "<>"
_NUMBER = "[-+.0-9e]+"
_DIVIDED = re.compile(rf"{_NUMBER}(?:{_EMPTY}{_NUMBER})+")

_show_text = Stream.show_text


def show_tidy(stream: Any, text: str) -> None:
    """Show a text as WeasyPrint does, its numbers added up where nothing stands between them."""
    _show_text(stream, _DIVIDED.sub(_added, text.removeprefix(_EMPTY)))


def _added(numbers: re.Match[str]) -> str:
    return f"{sum(map(float, numbers[0].split(_EMPTY))):.2f}"
