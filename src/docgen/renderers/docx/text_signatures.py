"""Takes the text of a regular part, gives its signatures the same indents that `signatures` writes into a tree."""

from __future__ import annotations

import re
from html import unescape

from docgen.page.profile import Profile
from docgen.page.signature import SEALED_RIGHT_CHARS, signature
from docgen.page.style import Style, indent_twips
from docgen.page.styles import style_named
from docgen.page.units import chars_to_hundredths
from docgen.renderers.docx.stylesheet import DATE, SIGNATURE, StyleSheet
from docgen.renderers.docx.text import WRITTEN, IrregularError, paragraph_around, style_at, with_child

_PROPERTIES = re.compile(r"<w:pPr>.*?</w:pPr>", re.DOTALL)
_SEALED = re.compile(f'<w:ind [^>]*w:rightChars="{chars_to_hundredths(SEALED_RIGHT_CHARS)}"')


def place_signatures_in(text: str, styles: StyleSheet, profile: Profile) -> str:
    """Indent each signature that has its date in the next paragraph; raise IrregularError where it cannot (7.3.5.2)."""
    if not styles.signature_id or not styles.date_id:
        return text
    named = f'<w:pStyle w:val="{styles.signature_id}"/>'
    at = text.find(named)
    while at >= 0:
        start, end = paragraph_around(text, at)
        if style_at(text, end) == styles.date_id:
            _, last = paragraph_around(text, text.index(">", end) + 1)
            text = text[:start] + _placed(text[start:end], text[end:last], profile) + text[last:]
        at = text.find(named, at + 1)
    return text


def _placed(name: str, date: str, profile: Profile) -> str:
    indents = signature(_text(name), _text(date), seal=bool(_SEALED.search(date)))
    return "".join((
        _indented(name, style_named(SIGNATURE), profile, indents.name_right_chars),
        _indented(date, style_named(DATE), profile, indents.date_right_chars),
    ))  # fmt: skip


def _text(paragraph: str) -> str:
    return unescape("".join(WRITTEN.findall(paragraph)))


def _indented(paragraph: str, style: Style, profile: Profile, chars: float) -> str:
    properties = _PROPERTIES.search(paragraph)
    if properties is None:
        raise IrregularError
    attributes = (("rightChars", chars_to_hundredths(chars)), ("right", indent_twips(style, profile, chars)))
    return f"{paragraph[: properties.start()]}{with_child(properties[0], 'ind', attributes)}{paragraph[properties.end() :]}"
