"""Takes a part's tree, gives its tables as many grid columns as their rows came to have, in place.

A loop over cells ({%tc for %}) makes rows wider or narrower than the grid of the template. The sum of the widths is
kept, as docxtpl keeps it.
"""

from __future__ import annotations

from lxml import etree

from docgen.renderers.docx.names import (
    CELL,
    CELL_PROPERTIES,
    GRID,
    GRID_COLUMN,
    GRID_SPAN,
    ROW,
    TABLE,
    VALUE,
    WIDTH,
)


def fit_grids(root: etree._Element) -> bool:
    """Fit every table's grid to its rows; tell whether one did not fit."""
    refitted = [_fit(table) for table in root.iter(TABLE)]
    return any(refitted)


def _fit(table: etree._Element) -> bool:
    grid = table.find(GRID)
    if grid is None:
        return False
    rows = [row.findall(CELL) for row in table.iter(ROW)]
    grown = _grow(grid, max((len(cells) for cells in rows), default=0))
    shrunk = _shrink(grid, max((sum(_span(cell) for cell in cells) for cells in rows), default=0))
    return grown or shrunk


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


def _span(cell: etree._Element) -> int:
    span = cell.find(f"{CELL_PROPERTIES}/{GRID_SPAN}")
    return 1 if span is None else int(span.get(VALUE, 1))
