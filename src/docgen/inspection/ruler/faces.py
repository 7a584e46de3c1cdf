"""Takes a printed paper, gives the measures of its fonts: which they are, whether all are embedded, what they lack."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.inspection.ruler.measured import Item, Measured, absent, clean
from docgen.inspection.ruler.sheet import Face, Printed
from docgen.page import FONTS, Profile
from docgen.vocabulary.ruler import (
    BETWEEN,
    BETWEEN_NAMES,
    FONTS_LOOSE,
    FONTS_NOTE,
    FONTS_OWN,
    FONTS_STRANGE,
    FONTS_TARGET,
    LINE_ENDS_WRONG,
)

_UNSPOKEN = re.compile(r"[\s_-]")
_REGION = re.compile(r"(?<=cjk)(sc|jp|tc|kr|hk)")
"""Noto's regions share one file, which calls itself by the first of them."""


def fonts(printed: Printed, profile: Profile) -> Measured:
    """Hold the fonts of the file against those that official papers ask for, on any page."""
    if not printed.faces:
        return absent(Item.FONTS, FONTS_TARGET)
    known = [(face, official_of(face)) for face in printed.faces]
    within = all(face.embedded and official for face, official in known)
    words = BETWEEN.join(_said(face, official) for face, official in known)
    names = BETWEEN_NAMES.join(sorted(face.name for face in printed.faces))
    return Measured(Item.FONTS, FONTS_TARGET, names, within, words)


def missing(printed: Printed, profile: Profile) -> Measured:
    """Look for characters that no font has: boxes, or nothing, in their place."""
    lost = ((sheet.number, glyph) for sheet in printed.sheets for glyph in sheet.glyphs if glyph.missing)
    words = (LINE_ENDS_WRONG.format(page=page, end=glyph.text, begin=glyph.font) for page, glyph in lost)
    return clean(Item.MISSING, words, looked=any(sheet.lines for sheet in printed.sheets))


def official_of(face: Face) -> str:
    """Return the official face that a font of a file is or stands in for, "" for a stranger."""
    name = _key(face.name)
    return next((official for official, names in _names() if any(name.startswith(each) for each in names)), "")


def is_official(face: Face) -> bool:
    """Tell whether a font is an official one itself."""
    names = {_key(name) for font in FONTS.values() for name in font.names}
    return any(_key(face.name).startswith(each) for each in names)


def _said(face: Face, official: str) -> str:
    if not face.embedded:
        return FONTS_LOOSE.format(found=face.name)
    if not official:
        return FONTS_STRANGE.format(found=face.name)
    return (FONTS_OWN if is_official(face) else FONTS_NOTE).format(found=face.name, official=official)


def _names() -> Iterator[tuple[str, list[str]]]:
    """Yield an official face with the names of fonts that are it or stand in for it, first choices first."""
    fonts = FONTS.values()
    yield from ((font.official, [_key(name) for name in font.names]) for font in fonts)
    for bold in (True, False):
        chosen = ((font.official, font.substitutes[0]) for font in fonts)
        yield from (
            (official, [_key(each.family) + "bold" * bold]) for official, each in chosen if bold == (each.weight > 400)
        )
    yield from ((font.official, [_key(each.family) for each in font.substitutes[1:]]) for font in fonts)


def _key(name: str) -> str:
    return _REGION.sub("", _UNSPOKEN.sub("", name).lower())
