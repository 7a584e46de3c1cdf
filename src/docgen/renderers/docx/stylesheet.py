"""Takes the styles of a Word file, gives what the engine must know of them: fonts, and which ones sign."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree
from msgspec import Struct, field

from docgen.ooxml.names import w
from docgen.page.styles import style_named
from docgen.renderers.docx.names import BASED_ON, FONTS, RUN_PROPERTIES, STYLE, STYLE_ID, STYLE_NAME, VALUE

_EAST_ASIA = w("eastAsia")
SIGNATURE, DATE = "signature", "date"
"""The keys of the styles in `page` whose right indents each paper computes."""
HELD = (SIGNATURE, "attachment-note", "attachment-note-next", "attachment-note-single", "people", "hand")
"""The keys of the styles that the text above them holds on to."""


class StyleSheet(Struct, frozen=True):
    """For each style's id its East Asian font; the ids of the styles for a signature and its date, and of all that sign."""

    fonts: Mapping[str, str] = field(default_factory=dict)
    plain_font: str = ""
    signature_id: str = ""
    date_id: str = ""
    held_ids: frozenset[str] = frozenset()


def read_styles(content: bytes) -> StyleSheet:
    """Read word/styles.xml."""
    styles = etree.fromstring(content)
    by_id = {str(style.get(STYLE_ID)): style for style in styles.iter(STYLE)}
    defaults = styles.find(f"{w('docDefaults')}//{RUN_PROPERTIES}")
    default = _font(defaults)
    plain = next((key for key, style in by_id.items() if _is_plain(style)), "")
    ids = {str(style.findtext(STYLE_NAME) or _value(style, STYLE_NAME)): key for key, style in by_id.items()}
    fonts = {key: _inherited(key, by_id) or ("" if _is_character(by_id[key]) else default) for key in by_id}
    return StyleSheet(
        fonts,
        fonts.get(plain) or default,
        ids.get(style_named(SIGNATURE).word, ""),
        ids.get(style_named(DATE).word, ""),
        frozenset(ids[word] for key in HELD if (word := style_named(key).word) in ids),
    )


def east_asian_font(properties: etree._Element | None) -> str:
    """Return the East Asian font that run properties name themselves."""
    return _font(properties)


def _inherited(key: str, by_id: Mapping[str, etree._Element]) -> str:
    seen: set[str] = set()
    while key in by_id and key not in seen:
        seen.add(key)
        style = by_id[key]
        if font := _font(style.find(RUN_PROPERTIES)):
            return font
        key = _value(style, BASED_ON)
    return ""


def _font(properties: etree._Element | None) -> str:
    fonts = None if properties is None else properties.find(FONTS)
    return "" if fonts is None else str(fonts.get(_EAST_ASIA, ""))


def _value(style: etree._Element, name: str) -> str:
    found = style.find(name)
    return "" if found is None else str(found.get(VALUE, ""))


def _is_plain(style: etree._Element) -> bool:
    return style.get(w("type")) == "paragraph" and style.get(w("default")) in {"1", "true", "on"}


def _is_character(style: etree._Element) -> bool:
    return style.get(w("type")) == "character"
