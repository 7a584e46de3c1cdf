"""Takes a part's tree, gives each signature and its date the right indents that their widths ask for, in place."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from docgen.ooxml.names import w
from docgen.ooxml.order import child, put
from docgen.page.profile import Profile
from docgen.page.signature import SEALED_RIGHT_CHARS, signature
from docgen.page.style import Style, indent_twips
from docgen.page.styles import style_named
from docgen.page.units import chars_to_hundredths
from docgen.renderers.docx.names import INDENT, PARAGRAPH, PARAGRAPH_PROPERTIES, PARAGRAPH_STYLE, TEXT, VALUE
from docgen.renderers.docx.stylesheet import DATE, SIGNATURE, StyleSheet


def place_signatures(root: etree._Element, styles: StyleSheet, profile: Profile) -> bool:
    """Indent each signature that has its date in the next paragraph; tell whether there was one (7.3.5.2)."""
    if not styles.signature_id or not styles.date_id:
        return False
    pairs = list(_pairs(root, styles))
    for name, date in pairs:
        indents = signature(_text(name), _text(date), seal=_is_sealed(date))
        _indent(name, style_named(SIGNATURE), profile, indents.name_right_chars)
        _indent(date, style_named(DATE), profile, indents.date_right_chars)
    return bool(pairs)


def _pairs(root: etree._Element, styles: StyleSheet) -> Iterator[tuple[etree._Element, etree._Element]]:
    for named in root.iter(PARAGRAPH_STYLE):
        if named.get(VALUE) != styles.signature_id:
            continue
        paragraph = next(named.iterancestors(PARAGRAPH))
        following = next(paragraph.itersiblings(), None)
        if following is not None and _style(following) == styles.date_id:
            yield paragraph, following


def _style(paragraph: etree._Element) -> str:
    named = paragraph.find(f"{PARAGRAPH_PROPERTIES}/{PARAGRAPH_STYLE}")
    return "" if named is None else str(named.get(VALUE, ""))


def _text(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(TEXT))


def _is_sealed(date: etree._Element) -> bool:
    """Tell whether the template leaves room for a seal: its date has the indent of a sealed one by itself."""
    indent = date.find(f"{PARAGRAPH_PROPERTIES}/{INDENT}")
    return indent is not None and indent.get(w("rightChars")) == str(chars_to_hundredths(SEALED_RIGHT_CHARS))


def _indent(paragraph: etree._Element, style: Style, profile: Profile, chars: float) -> None:
    put(
        child(paragraph, "pPr"),
        "ind",
        rightChars=chars_to_hundredths(chars),
        right=indent_twips(style, profile, chars),
    )
