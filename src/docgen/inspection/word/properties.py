"""Takes w:rPr and w:pPr elements, gives what they set; laid over one another, gives what is effective."""

from __future__ import annotations

from typing import TypeVar

from lxml import etree
from msgspec import Struct
from msgspec.structs import fields, replace

from docgen.inspection.word.document import Edge
from docgen.inspection.word.names import attribute, child_value, flag, number, twips
from docgen.ooxml.names import w

_THEME = {"ascii": "asciiTheme", "hAnsi": "hAnsiTheme", "eastAsia": "eastAsiaTheme"}
_LINES = {"beforeLines": "before_lines", "afterLines": "after_lines"}
T = TypeVar("T", "Characters", "Lines")


class Characters(Struct, frozen=True):
    """What a w:rPr sets; None where it says nothing. A face from the theme is written theme:minorEastAsia."""

    ascii: str | None = None
    h_ansi: str | None = None
    east_asia: str | None = None
    hint: str | None = None
    half_points: int | None = None
    bold: bool | None = None
    colour: str | None = None
    spacing: int | None = None
    hidden: bool | None = None


class Lines(Struct, frozen=True):
    """What a w:pPr sets; None where it says nothing. First-line indents are negative where lines hang."""

    left: int | None = None
    left_chars: int | None = None
    right: int | None = None
    right_chars: int | None = None
    first: int | None = None
    first_chars: int | None = None
    before: int | None = None
    before_lines: int | None = None
    after: int | None = None
    after_lines: int | None = None
    line: int | None = None
    rule: str | None = None
    align: str | None = None
    outline: int | None = None
    widow_control: bool | None = None
    snaps: bool | None = None
    keep_next: bool | None = None
    page_break: bool | None = None
    border: Edge | None = None
    number: str | None = None
    level: int | None = None
    tabs: tuple[tuple[int, str], ...] | None = None


# Every paragraph and every run lays its settings over those of its styles: their names are looked up once.
_NAMES = {kind: tuple(each.name for each in fields(kind)) for kind in (Characters, Lines)}


def over(base: T, *layers: T) -> T:
    """Lay later settings over earlier ones, attribute by attribute."""
    for layer in layers:
        told = {name: value for name in _NAMES[type(layer)] if (value := getattr(layer, name)) is not None}
        base = replace(base, **told) if told else base
    return base


def characters(properties: etree._Element | None) -> Characters:
    """Read a w:rPr."""
    if properties is None:
        return Characters()
    fonts = properties.find(w("rFonts"))
    return Characters(
        ascii=_face(fonts, "ascii"),
        h_ansi=_face(fonts, "hAnsi"),
        east_asia=_face(fonts, "eastAsia"),
        hint=attribute(fonts, "hint"),
        half_points=_half_points(child_value(properties, "sz")),
        bold=flag(properties, "b"),
        colour=child_value(properties, "color"),
        spacing=twips(child_value(properties, "spacing")),
        hidden=flag(properties, "vanish"),
    )


def lines(properties: etree._Element | None) -> Lines:
    """Read a w:pPr."""
    if properties is None:
        return Lines()
    indent, spacing = properties.find(w("ind")), properties.find(w("spacing"))
    outline = number(child_value(properties, "outlineLvl"))
    numbering = properties.find(w("numPr"))
    return Lines(
        left=twips(attribute(indent, "left") or attribute(indent, "start")),
        left_chars=number(attribute(indent, "leftChars") or attribute(indent, "startChars")),
        right=twips(attribute(indent, "right") or attribute(indent, "end")),
        right_chars=number(attribute(indent, "rightChars") or attribute(indent, "endChars")),
        first=_signed(indent, "firstLine", "hanging"),
        first_chars=_signed(indent, "firstLineChars", "hangingChars"),
        before=twips(attribute(spacing, "before")),
        after=twips(attribute(spacing, "after")),
        line=twips(attribute(spacing, "line")),
        rule=attribute(spacing, "lineRule"),
        align=child_value(properties, "jc"),
        outline=None if outline is None else (outline + 1) % 10,
        widow_control=flag(properties, "widowControl"),
        snaps=flag(properties, "snapToGrid"),
        keep_next=flag(properties, "keepNext"),
        page_break=flag(properties, "pageBreakBefore"),
        border=edge(properties.find(f"{w('pBdr')}/{w('bottom')}")) or edge(properties.find(f"{w('pBdr')}/{w('top')}")),
        number=child_value(numbering, "numId"),
        level=number(child_value(numbering, "ilvl")),
        tabs=_tabs(properties.find(w("tabs"))),
        **{name: number(attribute(spacing, key)) for key, name in _LINES.items()},
    )


def edge(border: etree._Element | None) -> Edge | None:
    """Read a border; one of no line is None."""
    if border is None or attribute(border) in {None, "nil", "none"}:
        return None
    weight, space = number(attribute(border, "sz")) or 0, number(attribute(border, "space")) or 0
    return Edge(weight, space, (attribute(border, "color") or "auto").upper())


def _face(fonts: etree._Element | None, slot: str) -> str | None:
    # A face of the theme comes before a named one on the same element (ECMA-376 part 1, 17.3.2.26).
    themed = attribute(fonts, _THEME[slot])
    return f"theme:{themed}" if themed else attribute(fonts, slot)


def _half_points(text: str | None) -> int | None:
    if text and text[-1:].isalpha():
        size = twips(text)
        return None if size is None else round(size / 10)
    return number(text)


def _signed(indent: etree._Element | None, ahead: str, hanging: str) -> int | None:
    back = twips(attribute(indent, hanging))
    return twips(attribute(indent, ahead)) if back is None else -back


def _tabs(tabs: etree._Element | None) -> tuple[tuple[int, str], ...] | None:
    if tabs is None:
        return None
    return tuple((twips(attribute(tab, "pos")) or 0, attribute(tab) or "left") for tab in tabs.iter(w("tab")))
