"""Takes the text of a regular part, gives its rare characters in the same fonts that `rare` writes into a tree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.ooxml.order import FONT_SLOTS
from docgen.renderers.docx.rare import WIDER
from docgen.renderers.docx.stylesheet import StyleSheet
from docgen.renderers.docx.text import PARAGRAPH_END, RUN_END, IrregularError, opening, style_at, with_child

_RUN = re.compile(r"(<w:r(?: [^>]*)?>)(<w:rPr>.*?</w:rPr>)?<w:t(?: [^>]*)?>([^<]*)</w:t></w:r>", re.DOTALL)
# No sound text holds it.
_EDGE = "\0"
_OWN_FONT = re.compile(r'<w:rFonts [^>]*w:eastAsia="([^"]*)"')
_RUN_STYLE = re.compile(r'<w:rStyle w:val="([^"]*)"')


def widen_fonts_in(text: str, rare: Sequence[str], styles: StyleSheet) -> str:
    """Give rare characters in a GB 2312 face a run in its wider face; raise IrregularError where it cannot."""
    if RUN_END not in text:
        return text
    starts = {opening(text, "r", at) for char in rare for at in _places(text, char)}
    for start in sorted(starts, reverse=True):
        end = text.find(RUN_END, start) + len(RUN_END)
        run = _RUN.fullmatch(text, start, end)
        if run is None:
            raise IrregularError
        if wider := WIDER.get(_font(text, run, styles)):
            text = f"{text[:start]}{''.join(_split(run, rare, wider))}{text[end:]}"
    return text


def _places(text: str, char: str) -> Iterator[int]:
    at = text.find(char)
    while at >= 0:
        yield at
        at = text.find(char, at + 1)


def _font(text: str, run: re.Match[str], styles: StyleSheet) -> str:
    """Return the East Asian font of a run: its own, its style's, its paragraph's."""
    properties = run[2] or ""
    if own := _OWN_FONT.search(properties):
        return own[1]
    named = _RUN_STYLE.search(properties)
    if named and (font := styles.fonts.get(named[1])):
        return font
    paragraph = opening(text, "p", run.start())
    if text.find(PARAGRAPH_END, paragraph, run.start()) >= 0:
        raise IrregularError
    return styles.fonts.get(style_at(text, paragraph)) or styles.plain_font


def _split(run: re.Match[str], rare: Sequence[str], wider: str) -> Iterator[str]:
    """Yield runs of which each is all rare or not rare at all."""
    opened, properties, content = run.groups(default="")
    fonts = (("hint", "eastAsia"), *((slot, wider) for slot in FONT_SLOTS))
    for char in rare:
        content = content.replace(char, f"{_EDGE}{char}{_EDGE}")
    wide = with_child(properties or "<w:rPr></w:rPr>", "rFonts", fonts)
    for at, piece in enumerate(content.replace(_EDGE + _EDGE, "").split(_EDGE)):
        if piece:
            yield f'{opened}{wide if at % 2 else properties}<w:t xml:space="preserve">{piece}</w:t>{RUN_END}'
