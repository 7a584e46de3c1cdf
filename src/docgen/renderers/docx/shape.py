"""Takes the source of a part, gives what holds for every paper made from it, so that no paper asks again."""

from __future__ import annotations

import re

from lxml import etree
from msgspec import Struct

from docgen.ooxml.names import WP, W, w
from docgen.page.official import IMPRINT_BOX
from docgen.renderers.docx.names import (
    BODY,
    CELL,
    DOC_PROPERTIES,
    GRID,
    GRID_COLUMN,
    PARAGRAPH,
    PARAGRAPH_STYLE,
    ROW,
    TABLE,
    TEXT,
    VALUE,
)
from docgen.renderers.docx.stylesheet import StyleSheet
from docgen.renderers.docx.tables import is_fitted_to_text, span

# What docgen's own way through the text does not know: other prefixes, comments, tracked changes.
_IRREGULAR = re.compile(r"<[!?]|Change[ >/]")
_EMPTY = re.compile(r"<w:(p|pPr|r|tr)((?: [^>]*)?)/>")
_DECLARED = re.compile(r'xmlns:(wp?)="([^"]*)"')
_KNOWN = {"w": W, "wp": WP}
# Such tags draw their neighbours into one text, across whatever stands between.
_MERGING = re.compile(r"{%-|-%}")
_MARKUP = re.compile(r"<[^>]+>")
_ROW_TAG = re.compile(r"{[%#][-+]?tr\s")
_CELLS_TAG = re.compile(r"{[{%#][-+]?t[rc]\s|{%[-+]?\s*(?:colspan|hm)\b|{#")
MARGINS = (w("hdr"), w("ftr"))
_BLOCK = re.compile(r"{%[-+]?(?:[pr]\s)?\s*(\w+)")
_STEPS = {"if": 1, "for": 1, "endif": -1, "endfor": -1, "elif": 0, "else": 0, "cellbg": 0, "vm": 0}


class Shape(Struct, frozen=True):
    """What a part's source says by itself.

    `regular`: its text may be finished without a tree. `held`: what finds in the text all that holds on to the text
    above it. `fits`: its tables fit their grids whatever the values are. `rooted`: all its prefixes are declared by its
    root, so that whatever tags leave out, none can come to be undeclared. `margin`: it is a header or a footer, which
    says the same on most papers.
    """

    regular: bool = False
    held: tuple[re.Pattern[str], ...] = ()
    fits: bool = False
    rooted: bool = False
    margin: bool = False


def opened(xml: str) -> str:
    """Return a source with an end tag of its own for each paragraph, run and row that has none."""
    return _EMPTY.sub(r"<w:\1\2></w:\1>", xml)


def shape_of(xml: str, styles: StyleSheet) -> Shape:
    """Read the source of a part as Word has it, before its tags are translated."""
    root = etree.fromstring(xml)
    if _MERGING.search(_MARKUP.sub("", xml)):
        return Shape()
    declared = _DECLARED.findall(xml)
    regular = (
        not _IRREGULAR.search(xml)
        and all(_KNOWN[prefix] == name for prefix, name in declared)
        and sum(prefix == "w" for prefix, _ in declared) <= 1
        and all(_stands_in_body(each) for each in root.iter(PARAGRAPH_STYLE, DOC_PROPERTIES) if _is_held(each, styles))
        and not any(next(table.iterancestors(TABLE), None) is not None for table in root.iter(TABLE))
    )
    rooted = "xmlns" not in xml[xml.find(">") :]
    return Shape(
        regular, _held(xml, styles), all(_fits(table) for table in root.iter(TABLE)), rooted, root.tag in MARGINS
    )


def _held(xml: str, styles: StyleSheet) -> tuple[re.Pattern[str], ...]:
    ids = "|".join(re.escape(each) for each in sorted(styles.held_ids)) or "(?!)"
    patterns = (f'<w:pStyle w:val="(?:{ids})"/>', f'<wp:docPr [^>]*name="{re.escape(IMPRINT_BOX)}"')
    return tuple(re.compile(each) for each in patterns if re.search(each, xml))


def _is_held(element: etree._Element, styles: StyleSheet) -> bool:
    return element.get(VALUE) in styles.held_ids or element.get("name") == IMPRINT_BOX


def _stands_in_body(element: etree._Element) -> bool:
    """Tell whether an element's paragraph, or the table around that, stands in the body itself."""
    paragraph = next(element.iterancestors(PARAGRAPH))
    parent = next(paragraph.iterancestors(TABLE), paragraph).getparent()
    return parent is not None and parent.tag == BODY


def _fits(table: etree._Element) -> bool:
    """Tell whether every row that can come to be is as wide as the grid."""
    grid = table.find(GRID)
    if grid is None:
        return True
    rows = [row for row in table.iter(ROW) if not _ROW_TAG.search(_text(row))]
    return not is_fitted_to_text(table) and all(_is_as_wide(row, len(grid.findall(GRID_COLUMN))) for row in rows)


def _is_as_wide(row: etree._Element, columns: int) -> bool:
    cells = row.findall(CELL)
    return sum(span(cell) for cell in cells) == columns >= len(cells) and all(_is_whole(_text(each)) for each in cells)


def _is_whole(text: str) -> bool:
    """Tell whether no tag of a cell can make it vanish, or another appear."""
    blocks = _BLOCK.findall(text)
    return not _CELLS_TAG.search(text) and set(blocks) <= set(_STEPS) and not sum(_STEPS[each] for each in blocks)


def _text(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(TEXT))
