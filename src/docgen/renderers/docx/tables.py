"""Takes a part's tree, gives its tables as many grid columns as their rows came to have, in place.

A loop over cells ({%tc for %}) makes rows wider or narrower than the grid of the template. The sum of the widths is
kept, as docxtpl keeps it.
"""

from __future__ import annotations

from itertools import zip_longest

from lxml import etree

from docgen.chinese import to_width
from docgen.ooxml.names import w
from docgen.renderers.docx.names import (
    CELL,
    CELL_PROPERTIES,
    GRID,
    GRID_COLUMN,
    GRID_SPAN,
    ROW,
    TABLE,
    TABLE_LAYOUT,
    TABLE_PROPERTIES,
    TEXT,
    VALUE,
    WIDTH,
)

AUTOFIT, LAYOUT_TYPE = "autofit", w("type")
SHORTEST, WHOLE, LONGEST, BESIDE = 4, 16, 60, 3
"""In half-width columns: what a text counts as at least, how long one stays whole, what it counts as at most, its margins."""
COLUMN_TWIPS = 105
"""Half of a character in 五号."""


def fit_grids(root: etree._Element) -> bool:
    """Fit every table's grid to its rows; tell whether one did not fit."""
    refitted = [_fit(table) for table in root.iter(TABLE)]
    return any(refitted)


def _fit(table: etree._Element) -> bool:
    grid = table.find(GRID)
    if grid is None:
        return False
    rows = [row.findall(CELL) for row in table.iter(ROW)]
    if is_fitted_to_text(table) and any(rows):
        return _spread(grid, rows)
    grown = _grow(grid, max((len(cells) for cells in rows), default=0))
    shrunk = _shrink(grid, max((sum(span(cell) for cell in cells) for cells in rows), default=0))
    return grown or shrunk


def is_fitted_to_text(table: etree._Element) -> bool:
    """Tell whether a table's columns are as wide as its texts ask for."""
    layout = table.find(f"{TABLE_PROPERTIES}/{TABLE_LAYOUT}")
    return layout is not None and layout.get(LAYOUT_TYPE) == AUTOFIT


def _spread(grid: etree._Element, rows: list[list[etree._Element]]) -> bool:
    """Share the width by the longest text of each column, for programs that do not fit columns to text themselves."""
    columns = grid.findall(GRID_COLUMN)
    total = sum(_width(column) for column in columns)
    longest = [max(_length(cell) for cell in cells) for cells in zip_longest(*rows)]
    whole = [(min(max(length, SHORTEST), WHOLE) + BESIDE) * COLUMN_TWIPS for length in longest]
    beyond = [max(min(length, LONGEST) - WHOLE, 0) for length in longest]
    left = max(total - sum(whole), 0)
    needed = [width + left * over / (sum(beyond) or 1) for width, over in zip(whole, beyond, strict=True)]
    for column in columns:
        grid.remove(column)
    for each in needed:
        etree.SubElement(grid, GRID_COLUMN).set(WIDTH, str(int(total * each / sum(needed))))
    return True


def _length(cell: etree._Element | None) -> int:
    return 0 if cell is None else to_width("".join(text.text or "" for text in cell.iter(TEXT)))


def _grow(grid: etree._Element, most: int) -> bool:
    columns = grid.findall(GRID_COLUMN)
    if len(columns) >= most:
        return False
    if total := sum(_width(column) for column in columns):
        share = len(columns) / most
        for column in columns:
            column.set(WIDTH, str(int(_width(column) * share)))
        for _ in range(most - len(columns)):
            etree.SubElement(grid, GRID_COLUMN).set(WIDTH, str(int(total / most)))
    return True


def _shrink(grid: etree._Element, most: int) -> bool:
    columns = grid.findall(GRID_COLUMN)
    if not most or len(columns) <= most:
        return False
    freed = sum(_width(column) for column in columns[most:])
    for column in columns[most:]:
        grid.remove(column)
    for column in columns[:most]:
        column.set(WIDTH, str(int(_width(column) + int(freed / most))))
    return True


def _width(column: etree._Element) -> float:
    return float(column.get(WIDTH, 0))


def span(cell: etree._Element) -> int:
    """Return how many columns of the grid a cell takes."""
    found = cell.find(f"{CELL_PROPERTIES}/{GRID_SPAN}")
    return 1 if found is None else int(found.get(VALUE, 1))
