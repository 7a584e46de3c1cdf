"""Takes a part's tree, gives what stands above a signature, an imprint or a last row a hold on it: none stands alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from docgen.ooxml.order import child
from docgen.page.official import IMPRINT_BOX
from docgen.renderers.docx.names import (
    BODY,
    DOC_PROPERTIES,
    KEEP_NEXT,
    PARAGRAPH,
    PARAGRAPH_STYLE,
    ROW,
    ROW_PROPERTIES,
    TABLE,
    TABLE_HEAD,
    TEXT,
    VALUE,
)
from docgen.renderers.docx.stylesheet import StyleSheet


def hold_signatures(root: etree._Element, styles: StyleSheet) -> bool:
    """Keep what stands above signatures, 手签, 出席 and the imprint on their page; tell whether there were any."""
    held = [named for named in root.iter(PARAGRAPH_STYLE) if named.get(VALUE) in styles.held_ids]
    held += [box for box in root.iter(DOC_PROPERTIES) if box.get("name") == IMPRINT_BOX]
    for named in held:
        _hold(_above(named))
    return bool(held)


def hold_rows(root: etree._Element) -> bool:
    """Keep the repeated head and the last row of tables with the row beside them; tell whether there were any (实务)."""
    tables = [rows for table in root.iter(TABLE) if _is_head((rows := table.findall(ROW))[:1])]
    for rows in tables:
        for row in {rows[0], *rows[-2:-1]}:
            for paragraph in row.iter(PARAGRAPH):
                _keep(paragraph)
    return bool(tables)


def _is_head(rows: list[etree._Element]) -> bool:
    return any(row.find(f"{ROW_PROPERTIES}/{TABLE_HEAD}") is not None for row in rows)


def _above(named: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs and tables above the one that holds a style's name, nearest first."""
    for holder in named.iterancestors():
        parent = holder.getparent()
        if parent is not None and parent.tag == BODY:
            yield from holder.itersiblings(preceding=True)


def _hold(above: Iterable[etree._Element]) -> None:
    """Bind what lies between to the next, and the nearest text that was not bound already."""
    for element in above:
        if element.tag == TABLE:
            rows = element.findall(ROW)
            for paragraph in rows[-1].iter(PARAGRAPH) if rows else ():
                _keep(paragraph)
            return
        if element.tag == PARAGRAPH and _keep(element) and _says_something(element):
            return


def _keep(paragraph: etree._Element) -> bool:
    """Bind a paragraph to the next; tell whether it was not bound yet."""
    properties = child(paragraph, "pPr")
    if properties.find(KEEP_NEXT) is not None:
        return False
    child(properties, "keepNext")
    return True


def _says_something(paragraph: etree._Element) -> bool:
    return any(text.text for text in paragraph.iter(TEXT)) or next(paragraph.iter("{*}drawing"), None) is not None
