"""Takes paragraphs of a Word file, gives them another stand and their runs another look, never another word."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from docgen.inspection.mending.desk import runs_of
from docgen.inspection.patterns import BLANKS
from docgen.ooxml.names import SPACE, w
from docgen.ooxml.order import FONT_SLOTS, child, clear, put
from docgen.page import Profile, Role, Style, indent_twips, official_name
from docgen.page.units import chars_to_hundredths

_THEMED = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
_OTHER_NAMES = ("start", "startChars", "end", "endChars", "hanging", "hangingChars")
_OFF = 0


def set_pitch(paragraph: etree._Element, twips: int) -> None:
    """Set lines exactly so far apart, off the grid."""
    properties = child(paragraph, "pPr")
    put(properties, "snapToGrid", val=_OFF)
    put(properties, "spacing", line=twips, lineRule="exact")


def leave_grid(paragraph: etree._Element) -> None:
    """Let the grid add nothing to the characters."""
    put(child(paragraph, "pPr"), "snapToGrid", val=_OFF)


def clear_spaces(paragraph: etree._Element) -> None:
    """Set no space before and after."""
    spacing = put(child(paragraph, "pPr"), "spacing", before=_OFF, after=_OFF, beforeLines=_OFF, afterLines=_OFF)
    clear(spacing, "beforeAutospacing", "afterAutospacing")


def switch_off(paragraph: etree._Element, name: str) -> None:
    """Turn a property of the paragraph off."""
    put(child(paragraph, "pPr"), name, val=_OFF)


def indent(paragraph: etree._Element, style: Style, profile: Profile, *, right: float | None = None) -> None:
    """Set the indents of a style, its first line measured in characters; `right` stands for the style's own."""
    properties = child(paragraph, "pPr")
    made = child(properties, "ind")
    clear(made, *_OTHER_NAMES)
    right = style.right if right is None else right
    for name, chars in (("left", style.left), ("right", right)):
        made.set(w(name), str(indent_twips(style, profile, chars)))
        made.set(w(f"{name}Chars"), str(chars_to_hundredths(chars) if style.first_line >= 0 else _OFF))
    first = style.first_line
    made.set(w("firstLineChars"), str(chars_to_hundredths(max(first, 0))))
    if first < 0:
        made.set(w("hanging"), str(indent_twips(style, profile, -first)))
        clear(made, "firstLine")
    else:
        made.set(w("firstLine"), str(indent_twips(style, profile, first)))


def align(paragraph: etree._Element, value: str) -> None:
    """Set the alignment."""
    put(child(paragraph, "pPr"), "jc", val=value)


def set_face(run: etree._Element, role: Role) -> None:
    """Set a face on all four attributes, shared punctuation too; theme fonts go."""
    fonts = put(child(run, "rPr"), "rFonts", hint="eastAsia", **dict.fromkeys(FONT_SLOTS, official_name(role)))
    clear(fonts, *_THEMED)


def set_latin(run: etree._Element, name: str) -> None:
    """Set the face of Latin characters alone."""
    fonts = put(child(run, "rPr"), "rFonts", ascii=name, hAnsi=name)
    clear(fonts, "asciiTheme", "hAnsiTheme")


def set_hint(run: etree._Element) -> None:
    """Send shared punctuation to the Chinese face."""
    put(child(run, "rPr"), "rFonts", hint="eastAsia")


def set_size(run: etree._Element, half_points: int) -> None:
    """Set the size."""
    properties = child(run, "rPr")
    put(properties, "sz", val=half_points)
    put(properties, "szCs", val=half_points)


def set_colour(run: etree._Element, colour: str) -> None:
    """Set the colour, as RRGGBB."""
    clear(put(child(run, "rPr"), "color", val=colour), "themeColor", "themeTint", "themeShade")


def set_spacing(run: etree._Element, twips: int) -> None:
    """Set the spacing between characters."""
    put(child(run, "rPr"), "spacing", val=twips)


def unbold(run: etree._Element) -> None:
    """Set a run not bold."""
    properties = child(run, "rPr")
    put(properties, "b", val=_OFF)
    put(properties, "bCs", val=_OFF)


def strip_blanks(paragraph: etree._Element, *, at_end: bool = False) -> None:
    """Remove the blanks before a paragraph's text, and with `at_end` those behind it."""
    pieces = list(_pieces(paragraph))
    for each in pieces:
        if not _strip(each, str.lstrip):
            break
    for each in reversed(pieces) if at_end else ():
        if not _strip(each, str.rstrip):
            break


def _pieces(paragraph: etree._Element) -> Iterator[etree._Element]:
    wanted = {w("t"), w("tab")}
    return (each for run in runs_of(paragraph) for each in list(run) if each.tag in wanted)


def _strip(piece: etree._Element, strip: object) -> bool:
    """Take blanks from a piece; tell whether nothing is left of it, so that the next one is concerned too."""
    if piece.tag == w("tab"):
        parent = piece.getparent()
        if parent is not None:
            parent.remove(piece)
        return True
    text = piece.text or ""
    piece.text = text.rstrip(BLANKS) if strip is str.rstrip else text.lstrip(BLANKS)
    if piece.text != piece.text.strip():
        piece.set(SPACE, "preserve")
    return not piece.text
