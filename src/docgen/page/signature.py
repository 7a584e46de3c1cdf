"""Takes a signature and its date, gives their right indents."""

from __future__ import annotations

from msgspec import Struct

from docgen.chinese import to_width

RIGHT_CHARS = 2
SHIFT_CHARS = 2
SEALED_RIGHT_CHARS = 4
SEALED_BEFORE_LINES = 2
"""Lines left blank above a signature with a seal (实务): its upper edge then comes within one line of the text (7.3.5.1)."""
COLUMNS_PER_CHAR = 2


class SignatureIndents(Struct, frozen=True):
    """Right indents of the signature and of the date below it, in characters."""

    name_right_chars: float
    date_right_chars: float


def signature(name: str, date: str, *, seal: bool = False) -> SignatureIndents:
    """Place a signature and the date below it; widths in characters, digits half (GB/T 9704 7.3.5.1, 7.3.5.2).

    Without a seal the date begins two characters right of the signature's first one; the longer of the two lines
    is the one that is set by its right indent of two. With a seal the signature is centred on the date, which is
    indented by four; a signature too long for that touches the right edge, and the date moves under its middle.
    """
    name_width, date_width = _chars(name), _chars(date)
    if seal:
        overhang = (name_width - date_width) / 2
        return SignatureIndents(max(SEALED_RIGHT_CHARS - overhang, 0), max(SEALED_RIGHT_CHARS, overhang))
    if date_width > name_width:
        return SignatureIndents(RIGHT_CHARS + date_width + SHIFT_CHARS - name_width, RIGHT_CHARS)
    return SignatureIndents(RIGHT_CHARS, RIGHT_CHARS + name_width - SHIFT_CHARS - date_width)


def _chars(text: str) -> float:
    return to_width(text.strip()) / COLUMNS_PER_CHAR
