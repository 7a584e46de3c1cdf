"""Takes the tree of a part of a Word file, gives the place of each of its paragraphs, tables, rows and cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from lxml import etree
from msgspec.structs import replace

from docgen.findings import Place


def places(root: etree._Element, file: str, part: str) -> Mapping[etree._Element, Place]:
    """Return the places of the w:p, w:tbl, w:tr and w:tc of a part, counted as `Place` counts them.

    What stands in a table within a table is told by the inner one.
    """
    namespace = etree.QName(root).namespace
    paragraph, table, row, cell = (f"{{{namespace}}}{name}" for name in ("p", "tbl", "tr", "tc"))
    whole, found = Place(file, part=part), dict[etree._Element, Place]()
    inside: Counter[etree._Element] = Counter()
    paragraphs = tables = 0
    for element in root.iter(paragraph, table, row, cell):
        holder = next((each for each in element.iterancestors(table, row, cell)), None)
        above = whole if holder is None else found[holder]
        if element.tag == paragraph:
            paragraphs += 1
            found[element] = replace(above, paragraph=paragraphs)
        elif element.tag == table:
            tables += 1
            found[element] = replace(whole, table=tables)
        elif holder is not None:
            inside[holder] += 1
            number = inside[holder]
            found[element] = replace(above, row=number) if element.tag == row else replace(above, cell=number)
        else:
            found[element] = whole
    return found
