"""Takes tables and text boxes of a Word file, gives their cells, widths, rules and whether they are anchored."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from docgen.inspection.word.document import Edge, Table
from docgen.inspection.word.names import anchored, attribute, child_value, markup, number, twips
from docgen.inspection.word.properties import edge
from docgen.inspection.word.styles import Styles
from docgen.ooxml.names import w

_NEVER = 0
_TO_PAGE = frozenset({"page", "margin"})
_BOTTOM_OF_PAGE = frozenset({"page", "margin", "bottomMargin", "outsideMargin", "insideMargin"})
_VML_ANCHOR = re.compile(r"mso-position-vertical-relative:\s*(?:page|margin|bottom-margin-area)")
_BLOCKS = frozenset(map(w, ("sdt", "sdtContent", "customXml", "ins")))


def style_of(element: etree._Element) -> str:
    """Return the id of a table's style."""
    return child_value(element.find(w("tblPr")), "tblStyle") or ""


def is_anchored(element: etree._Element) -> bool:
    """Tell whether a table floats at a place of the page, not of the text."""
    place = element.find(f"{w('tblPr')}/{w('tblpPr')}")
    return attribute(place, "vertAnchor") in _TO_PAGE


def boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Yield the contents of the text boxes hung on a paragraph, of alternatives the newest."""
    for child in paragraph:
        if child.tag == w("txbxContent"):
            yield child
        elif child.tag == markup("AlternateContent"):
            choices = [*child.iterchildren(markup("Choice")), *child.iterchildren(markup("Fallback"))]
            for chosen in choices[:1]:
                yield from boxes(chosen)
        elif child.tag != w("p"):
            yield from boxes(child)


def is_box_anchored(content: etree._Element) -> bool:
    """Tell whether a text box hangs at a place of the page, not of the text."""
    for above in content.iterancestors():
        if above.tag == anchored("anchor"):
            place = above.find(anchored("positionV"))
            return place is not None and place.get("relativeFrom") in _BOTTOM_OF_PAGE
        if _VML_ANCHOR.search(str(above.get("style", ""))):
            return True
    return False


def cells(element: etree._Element) -> Iterator[tuple[int, int, etree._Element]]:
    """Yield row and cell numbers from 1, and each cell."""
    for row_number, row in enumerate(_children(element, w("tr")), 1):
        for cell_number, cell in enumerate(_children(row, w("tc")), 1):
            yield row_number, cell_number, cell


def table(element: etree._Element, index: int, styles: Styles, *, box: bool, floats: bool, section: int) -> Table:
    """Return what is to be known of a table; its width is 0 where it fits itself to the page."""
    rows = list(_children(element, w("tr")))
    return Table(
        index=index,
        width=_width(element),
        top=_edge(element, rows[:1], styles, "top"),
        inner=_edge(element, rows[:1] if len(rows) > 1 else [], styles, "bottom", "insideH"),
        bottom=_edge(element, rows[-1:], styles, "bottom"),
        floats=floats,
        box=box,
        section=section,
    )


def _edge(
    element: etree._Element, rows: list[etree._Element], styles: Styles, side: str, of_table: str = ""
) -> Edge | None:
    """Return a rule of a table: its cell's own, else the table's, else its style's."""
    for row in rows:
        for cell in _children(row, w("tc")):
            if (own := edge(cell.find(f"{w('tcPr')}/{w('tcBorders')}/{w(side)}"))) is not None:
                return own
    path = f"{w('tblBorders')}/{w(of_table or side)}"
    direct = element.find(w("tblPr"))
    found = [*styles.table_properties(style_of(element)), *([] if direct is None else [direct])]
    return next((own for each in reversed(found) if (own := edge(each.find(path))) is not None), None)


def _width(element: etree._Element) -> int:
    properties = element.find(w("tblPr"))
    wanted = None if properties is None else properties.find(w("tblW"))
    kind, value = attribute(wanted, "type") or "auto", attribute(wanted, "w")
    if kind == "dxa" and (found := twips(value)):
        return found
    if child_value(properties, "tblLayout", "type") != "fixed" or kind in {"pct", "nil"}:
        return _NEVER
    grid = element.find(w("tblGrid"))
    return sum(number(attribute(each, "w")) or 0 for each in ([] if grid is None else grid))


def _children(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _BLOCKS:
            yield from _children(child, tag)
