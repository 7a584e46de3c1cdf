"""Takes the parts of a Word template, gives what a person would see: missing styles, foreign fonts, another page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias, TypeVar

from lxml import etree
from msgspec import Struct, field

from docgen.findings import Finding, Level, Place
from docgen.ooxml.names import w
from docgen.page import FONTS as FACES
from docgen.page import official_name
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
    STYLE_NAME,
    TEXT,
    VALUE,
)
from docgen.stationery.checking.faults import name_of
from docgen.stationery.checking.word import Part

OFFICIAL = frozenset(name for face in FACES.values() for name in face.names)
STYLED = (PARAGRAPH_STYLE, RUN_STYLE, w("tblStyle"))
THEME, PLAIN = "eastAsiaTheme", "eastAsia"
BETWEEN = "、"
AnyFont: TypeAlias = tuple[str, str]
T = TypeVar("T")


class Styles(Struct, frozen=True):
    """The styles of a file by id: their names, and the East Asian font of each, its own or inherited.

    A font is (attribute, value): the attribute says whether it comes from the theme.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    fonts: Mapping[str, AnyFont | None] = field(default_factory=dict)
    plain: AnyFont | None = None

    def id_of(self, name: str) -> str:
        """Return the id of the style with a name, "" where there is none."""
        return next((key for key, each in self.names.items() if each.lower() == name.lower()), "")


def read_styles(root: etree._Element) -> Styles:
    """Read word/styles.xml."""
    found = {str(each.get(STYLE_ID)): each for each in root.iter(STYLE)}
    names = {key: _value(each.find(STYLE_NAME)) for key, each in found.items()}
    default = _font(root.find(f"{w('docDefaults')}//{RUN_PROPERTIES}"))
    fonts = {key: _inherited(key, found) for key in found}
    normal = next((key for key, each in found.items() if _is_normal(each)), "")
    return Styles(names, fonts, fonts.get(normal) or default)


def missing_styles(parts: Iterable[Part], styles: Styles) -> Iterator[Finding]:
    """Yield each style that is used and not there, at its first use."""
    uses = ((part, each) for part in parts for each in part.root.iter(*STYLED) if _value(each) not in styles.names)
    for name, (place, count) in _first((_value(each), part.place(each)) for part, each in uses).items():
        yield _seen("template-style-missing", place, {"found": name, "count": count})


def foreign_fonts(parts: Iterable[Part], styles: Styles) -> Iterator[Finding]:
    """Yield each East Asian font that is no face of official papers, and each theme font, at its first use."""
    expected = BETWEEN.join(official_name(role) for role in FACES)
    uses = [use for part in parts for use in _uses(part, styles)]
    for (attribute, name), (place, count) in _first(uses).items():
        code = "template-font-theme" if attribute == THEME else "template-font-foreign"
        if attribute == THEME or name not in OFFICIAL:
            yield _seen(code, place, {"found": name, "expected": expected, "count": count})


def _uses(part: Part, styles: Styles) -> Iterator[tuple[AnyFont, Place]]:
    gone = {mark.place.paragraph for mark in part.marks if mark.level}
    for run in part.root.iter(RUN):
        place = part.place(run)
        says = any((each.text or "").strip() for each in run.iterchildren(TEXT))
        if says and place.paragraph not in gone and (font := _font_of(run, styles)):
            yield font, place


def _font_of(run: etree._Element, styles: Styles) -> AnyFont | None:
    properties = run.find(RUN_PROPERTIES)
    own = _font(properties)
    named = "" if properties is None else _value(properties.find(RUN_STYLE))
    paragraph = next(run.iterancestors(PARAGRAPH), None)
    settings = None if paragraph is None else paragraph.find(PARAGRAPH_PROPERTIES)
    styled = "" if settings is None else _value(settings.find(PARAGRAPH_STYLE))
    fonts = (own, styles.fonts.get(named), styles.fonts.get(styled), styles.plain)
    return next((font for font in fonts if font), None)


def _first(uses: Iterable[tuple[T, Place]]) -> dict[T, tuple[Place, int]]:
    """Return of each thing its first place and how often it is there."""
    found: dict[T, tuple[Place, int]] = {}
    for what, place in uses:
        first, count = found.get(what, (place, 0))
        found[what] = (first, count + 1)
    return found


def _seen(code: str, place: Place, values: Mapping[str, str | int]) -> Finding:
    return Finding(code, Level.WARN, place, values={"template": name_of(place), **values})


def _inherited(key: str, found: Mapping[str, etree._Element]) -> AnyFont | None:
    seen: set[str] = set()
    while key in found and key not in seen:
        seen.add(key)
        if font := _font(found[key].find(RUN_PROPERTIES)):
            return font
        key = _value(found[key].find(BASED_ON))
    return None


def _font(properties: etree._Element | None) -> AnyFont | None:
    fonts = None if properties is None else properties.find(FONTS)
    if fonts is None:
        return None
    return next(((each, str(fonts.get(w(each)))) for each in (THEME, PLAIN) if fonts.get(w(each))), None)


def _value(element: etree._Element | None) -> str:
    return "" if element is None else str(element.get(VALUE, ""))


def _is_normal(style: etree._Element) -> bool:
    return style.get(w("type")) == "paragraph" and style.get(w("default")) in {"1", "true", "on"}
