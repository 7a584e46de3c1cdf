"""Takes the parts of a workbook, gives the fonts of its written cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from docgen.stationery.placeholders import STATEMENT

STYLES, SHEETS, SHARED = "xl/styles.xml", "xl/worksheets/", "xl/sharedStrings.xml"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def book_fonts(parts: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the font of each cell that will hold something."""
    styles = etree.fromstring(parts[STYLES])
    names = [_value(font, "name") for font in styles.iterfind(f"{_S}fonts/{_S}font")]
    fonts = [int(each.get("fontId", 0)) for each in styles.iterfind(f"{_S}cellXfs/{_S}xf")]
    shared = _shared(parts)
    for name in parts:
        if name.startswith(SHEETS) and name.endswith(".xml"):
            for cell in etree.fromstring(parts[name]).iter(f"{_S}c"):
                if STATEMENT.sub("", _text(cell, shared)).strip():
                    yield names[fonts[int(cell.get("s", 0))]]


def _shared(parts: Mapping[str, bytes]) -> list[str]:
    if SHARED not in parts:
        return []
    return [_all_text(each) for each in etree.fromstring(parts[SHARED]).iterfind(f"{_S}si")]


def _text(cell: etree._Element, shared: list[str]) -> str:
    written = cell.findtext(f"{_S}v") or ""
    return shared[int(written)] if cell.get("t") == "s" and written else _all_text(cell)


def _all_text(element: etree._Element) -> str:
    return "".join(str(text) for text in element.itertext())


def _value(font: etree._Element, name: str) -> str:
    found = font.find(f"{_S}{name}")
    return "" if found is None else str(found.get("val", ""))
