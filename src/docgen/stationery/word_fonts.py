"""Takes the parts of a Word file, gives the fonts in which its text is really set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from docgen.ooxml.names import RELATIONSHIPS, A, R, w
from docgen.renderers.docx.names import (
    BASED_ON,
    FONTS,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    PARAGRAPH_STYLE,
    RUN,
    RUN_PROPERTIES,
    RUN_STYLE,
    STYLE,
    STYLE_ID,
    STYLES_PART,
    TABLE,
    TABLE_PROPERTIES,
    TEXT,
    VALUE,
)

DOCUMENT, RELATIONS, THEME = "word/document.xml", "word/_rels/document.xml.rels", "word/theme/theme1.xml"
NOTES = ("word/footnotes.xml", "word/endnotes.xml")
REFERENCES = (w("headerReference"), w("footerReference"))
# What a font is asked for: Chinese text, and Latin text, which Word keeps in two attributes.
ATTRIBUTES = ("eastAsia", "ascii", "hAnsi")
SIMPLIFIED = "Hans"
# What steers the filling is gone from the paper.
_STATEMENT = re.compile(r"\{%.*?%\}")

Fonts = Mapping[str, str]


def word_fonts(parts: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the name of the font of each run that holds text, Chinese and Latin, styles and theme followed."""
    styles = _Styles(parts)
    for name in _set_parts(parts):
        root = etree.fromstring(parts[name])
        for run in root.iter(RUN):
            text = "".join(each.text or "" for each in run.iterchildren(TEXT))
            if _STATEMENT.sub("", text).strip():
                yield from styles.fonts_of(run)


def _set_parts(parts: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the parts that are printed: the text, its notes, and the headers and footers that a section refers to."""
    root = etree.fromstring(parts[DOCUMENT])
    yield DOCUMENT
    wanted = {each.get(f"{{{R}}}id") for each in root.iter(*REFERENCES)}
    if RELATIONS in parts:
        for relation in etree.fromstring(parts[RELATIONS]).iter(f"{{{RELATIONSHIPS}}}Relationship"):
            if relation.get("Id") in wanted and (name := f"word/{relation.get('Target')}") in parts:
                yield name
    yield from (name for name in NOTES if name in parts)


class _Styles:
    """The styles of a file, asked for the fonts of a run."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        root = etree.fromstring(parts[STYLES_PART]) if STYLES_PART in parts else etree.Element(STYLE)
        self._theme = _theme(parts)
        self.by_id = {str(style.get(STYLE_ID)): style for style in root.iter(STYLE)}
        self.default = _own(root.find(f"{w('docDefaults')}//{RUN_PROPERTIES}"), self._theme)
        self.plain = next((key for key, style in self.by_id.items() if _is_plain(style)), "")

    def fonts_of(self, run: etree._Element) -> Iterator[str]:
        """Yield the fonts of a run: its own, else its style's, its paragraph's, its table's, else the file's."""
        layers = [
            _own(run.find(RUN_PROPERTIES), self._theme),
            *map(self._of_style, self._styles_around(run)),
            self.default,
        ]
        for attribute in ATTRIBUTES:
            found = next((layer[attribute] for layer in layers if layer.get(attribute)), "")
            if found:
                yield found

    def _styles_around(self, run: etree._Element) -> Iterator[str]:
        properties = run.find(RUN_PROPERTIES)
        yield _named(properties, RUN_STYLE)
        paragraph = next(run.iterancestors(PARAGRAPH), None)
        yield _named(None if paragraph is None else paragraph.find(PARAGRAPH_PROPERTIES), PARAGRAPH_STYLE) or self.plain
        table = next(run.iterancestors(TABLE), None)
        yield _named(None if table is None else table.find(TABLE_PROPERTIES), w("tblStyle"))

    def _of_style(self, key: str) -> Fonts:
        found: dict[str, str] = {}
        seen: set[str] = set()
        while key in self.by_id and key not in seen:
            seen.add(key)
            found = {**_own(self.by_id[key].find(RUN_PROPERTIES), self._theme), **found}
            key = _named(self.by_id[key], BASED_ON)
        return found


def _own(properties: etree._Element | None, theme: Fonts) -> dict[str, str]:
    """Return the fonts that run properties name themselves; a font of the theme comes before a named one, as in Word."""
    fonts = None if properties is None else properties.find(FONTS)
    if fonts is None:
        return {}
    named = {each: str(fonts.get(w(each), "")) for each in ATTRIBUTES}
    themed = {each: theme.get(str(fonts.get(w(f"{each}Theme"), "")), "") for each in ATTRIBUTES}
    return {each: themed[each] or named[each] for each in ATTRIBUTES if themed[each] or named[each]}


def _theme(parts: Mapping[str, bytes]) -> Fonts:
    """Return the fonts of the theme by the names that Word's files have for them; Chinese ones are the simplified."""
    if THEME not in parts:
        return {}
    root = etree.fromstring(parts[THEME])
    fonts: dict[str, str] = {}
    for kind in ("major", "minor"):
        part = root.find(f".//{{{A}}}{kind}Font")
        if part is not None:
            latin, chinese = _typeface(part, "latin"), _typeface(part, "ea") or _script(part)
            fonts |= {f"{kind}Ascii": latin, f"{kind}HAnsi": latin, f"{kind}EastAsia": chinese}
    return fonts


def _typeface(part: etree._Element, name: str) -> str:
    found = part.find(f"{{{A}}}{name}")
    return "" if found is None else str(found.get("typeface", ""))


def _script(part: etree._Element) -> str:
    fonts: Iterable[etree._Element] = part.iter(f"{{{A}}}font")
    return next((str(each.get("typeface", "")) for each in fonts if each.get("script") == SIMPLIFIED), "")


def _named(properties: etree._Element | None, name: str) -> str:
    found = None if properties is None else properties.find(name)
    return "" if found is None else str(found.get(VALUE, ""))


def _is_plain(style: etree._Element) -> bool:
    return style.get(w("type")) == "paragraph" and style.get(w("default")) in {"1", "true", "on"}
