"""Takes a part's tree, gives its rare characters in fonts that have them, in place.

The official faces of GB/T 9704 hold the characters of GB 2312 only. Word shows others in a font of its own choice,
which differs from machine to machine; the wider face of the same hand is named instead (实务).
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from itertools import groupby
from typing import cast

from lxml import etree

from docgen.chinese import is_han
from docgen.fonts import in_gb2312
from docgen.ooxml.names import SPACE
from docgen.ooxml.order import FONT_SLOTS, put
from docgen.page.fonts import FONTS as FACES
from docgen.renderers.docx.names import (
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    PARAGRAPH_STYLE,
    RUN,
    RUN_PROPERTIES,
    RUN_STYLE,
    TEXT,
    VALUE,
)
from docgen.renderers.docx.stylesheet import StyleSheet, east_asian_font

WIDER = {face.official: face.wider for face in FACES.values() if face.wider}


def has_rare(text: str) -> bool:
    """Tell whether a text holds a Chinese character that GB 2312 lacks."""
    return any(map(is_rare, set(text)))


@cache
def is_rare(char: str) -> bool:
    """Tell whether a character is Chinese and GB 2312 lacks it."""
    return not in_gb2312(char) and is_han(char)


def widen_fonts(root: etree._Element, styles: StyleSheet) -> bool:
    """Give rare characters in a GB 2312 face a run in its wider face; tell whether there were any."""
    rare = [(run, _font(run, styles)) for run in root.iter(RUN) if _is_rare_run(run)]
    runs = [(run, WIDER[font]) for run, font in rare if font in WIDER]
    for run, wider in runs:
        _split(run, wider)
    return bool(runs)


def _is_rare_run(run: etree._Element) -> bool:
    return any(has_rare(text.text or "") for text in run.iterchildren(TEXT))


def _font(run: etree._Element, styles: StyleSheet) -> str:
    """Return the East Asian font of a run: its own, its style's, its paragraph's."""
    properties = run.find(RUN_PROPERTIES)
    if own := east_asian_font(properties):
        return own
    if properties is not None and (font := styles.fonts.get(_style(properties, RUN_STYLE))):
        return font
    paragraph = next(run.iterancestors(PARAGRAPH), None)
    settings = None if paragraph is None else paragraph.find(PARAGRAPH_PROPERTIES)
    named = "" if settings is None else _style(settings, PARAGRAPH_STYLE)
    return styles.fonts.get(named) or styles.plain_font


def _style(properties: etree._Element, name: str) -> str:
    found = properties.find(name)
    return "" if found is None else str(found.get(VALUE, ""))


def _split(run: etree._Element, wider: str) -> None:
    """Replace a run by runs of which each is all rare or not rare at all."""
    pieces = [piece for child in run if child.tag != RUN_PROPERTIES for piece in _pieces(child)]
    at = run
    for rare, group in groupby(pieces, key=lambda piece: piece[0]):
        made = run.makeelement(RUN)
        for name, value in run.items():
            made.set(name, value)
        if (properties := _properties(run, wider if rare else "")) is not None:
            made.append(properties)
        made.extend([element for _, element in group])
        at.addnext(made)
        at = made
    cast("etree._Element", run.getparent()).remove(run)


def _pieces(child: etree._Element) -> Iterator[tuple[bool, etree._Element]]:
    if child.tag != TEXT:
        yield False, child
        return
    for rare, chars in groupby(child.text or "", key=is_rare):
        text = child.makeelement(TEXT, {SPACE: "preserve"})
        text.text = "".join(chars)
        yield rare, text


def _properties(run: etree._Element, font: str) -> etree._Element | None:
    given = run.find(RUN_PROPERTIES)
    made = run.makeelement(RUN_PROPERTIES) if given is None else deepcopy(given)
    if not font:
        return None if given is None else made
    put(made, "rFonts", hint="eastAsia", **dict.fromkeys(FONT_SLOTS, font))
    return made
