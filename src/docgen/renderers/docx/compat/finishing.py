"""Takes what jinja2 made of a part, gives it finished as docxtpl finishes it, strictly parsed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from docxtpl import DocxTemplate
from lxml import etree

from docgen.errors import TemplateError
from docgen.renderers.characters import printable
from docgen.renderers.docx.names import CELL, CELL_PROPERTIES, GRID, GRID_COLUMN, GRID_SPAN, ROW, TABLE, VALUE

_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>.*?</w:p>", re.DOTALL)
_LISTED = re.compile("[\t\a\n\f]")
_SPAN = "<w:gridSpan"
_ROOT = re.compile(r"<\w+:\w+[^<>]*?(?=/?>)")
_BRACES = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}"}
_PARSER = etree.XMLParser(huge_tree=True, resolve_entities=False, no_network=True)


def finished(text: str) -> str:
    """Return a part with printed braces, and with line ends, tabs, bells and form feeds as a Word file has them."""
    text = text.replace("\n<w:p ", "<w:p ").replace("\n<w:p>", "<w:p>")
    for written, meant in _BRACES.items():
        text = text.replace(written, meant)
    return _PARAGRAPH.sub(_listed, text) if _LISTED.search(text) else text


def parsed(text: str, part: str, template: str, spaces: Mapping[str, str]) -> tuple[etree._Element, str]:
    """Parse strictly, without the characters that no XML can hold; raise TemplateError where text would be lost.

    `spaces` are the namespaces of sub-documents, by prefix: docxtpl brings their elements without them.
    """
    try:
        return etree.fromstring(text.encode(), _PARSER), text
    except (etree.XMLSyntaxError, UnicodeEncodeError):
        clean = _declaring(printable(text, template)[0], spaces)
    try:
        return etree.fromstring(clean.encode(), _PARSER), clean
    except etree.XMLSyntaxError as error:
        values: dict[str, str | int] = {"template": template, "part": part, "message": str(error)}
        raise TemplateError("template-output-broken", values) from error


def fitted(tree: etree._Element, text: str) -> etree._Element:
    """Return a body whose tables have as many grid columns as cells; the same tree where they have."""
    count = _cells_spanned if _SPAN in text else len
    if all(_fits(table, count) for table in tree.iter(TABLE)):
        return tree
    made: etree._Element = DocxTemplate.fix_tables(None, text)
    return made


def _declaring(text: str, spaces: Mapping[str, str]) -> str:
    root = _ROOT.search(text)
    if root is None:
        return text
    missing = {prefix: space for prefix, space in spaces.items() if f"xmlns:{prefix}=" not in root[0]}
    declared = "".join(f' xmlns:{prefix}="{space}"' for prefix, space in missing.items())
    return text[: root.end()] + declared + text[root.end() :]


def _listed(paragraph: re.Match[str]) -> str:
    return DocxTemplate.resolve_listing(None, paragraph[0]) if _LISTED.search(paragraph[0]) else paragraph[0]


def _fits(table: etree._Element, count: Callable[[list[etree._Element]], int]) -> bool:
    grid = table.find(GRID)
    if grid is None:
        return True
    columns = len(grid.findall(GRID_COLUMN))
    rows = [row.findall(CELL) for row in table.iter(ROW)]
    most = max(map(len, rows), default=0)
    widest = max(map(count, rows), default=0)
    return most <= columns <= widest


def _cells_spanned(cells: list[etree._Element]) -> int:
    return sum(_span(cell) for cell in cells)


def _span(cell: etree._Element) -> int:
    span = cell.find(f"{CELL_PROPERTIES}/{GRID_SPAN}")
    return 1 if span is None else int(span.get(VALUE, 1))
