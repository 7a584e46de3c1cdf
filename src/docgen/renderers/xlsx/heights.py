"""Takes a filled sheet, gives each row the height that its wrapped text needs, in place."""

from __future__ import annotations

from math import ceil
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.dimensions import SheetFormatProperties
from openpyxl.worksheet.worksheet import Worksheet

from docgen.chinese import to_width

PT_PER_UNIT = 5.25
"""A unit of column width is about a digit of 7 pixels."""
LOWEST_PT, HIGHEST_PT = 22.5, 409.0
"""What a row is at least, so that text does not touch its lines; a spreadsheet's rows are no higher than the second."""
LINE_SHARE, PADDING_PT = 1.25, 6.0
KINSOKU = 1
"""Half-width columns that a line may lack because a mark must not begin the next one."""
USUAL_WIDTH = 8.43


def fit_heights(sheet: Worksheet) -> None:
    """Raise rows to the height of their highest cell; one that the template made high stays so."""
    spans = _spans(sheet)
    for index, cells in enumerate(sheet.iter_rows(), start=1):
        needed = max((_needed(sheet, cell, spans) for cell in cells), default=0.0)
        given = sheet.row_dimensions[index].height
        if needed > (given or 0):
            sheet.row_dimensions[index].height = min(HIGHEST_PT, round(max(needed, LOWEST_PT), 1))


def _needed(sheet: Worksheet, cell: Any, spans: dict[str, int]) -> float:
    """Return the height in points that a cell's text needs, 0 where it does not wrap."""
    if cell.value is None or not cell.alignment.wrap_text:
        return 0.0
    columns = range(cell.column, cell.column + spans.get(cell.coordinate, 1))
    size = cell.font.size or 11
    fits = max(2, int(sum(_width(sheet, column) for column in columns) * PT_PER_UNIT / (size / 2)))
    lines = sum(_lines(to_width(line), fits) for line in str(cell.value).split("\n"))
    return float(lines * size * LINE_SHARE + PADDING_PT)


def _lines(width: int, fits: int) -> int:
    return 1 if width <= fits else ceil(width / max(1, fits - KINSOKU))


def _width(sheet: Worksheet, column: int) -> float:
    letter = get_column_letter(column)
    if letter in sheet.column_dimensions:
        return float(sheet.column_dimensions[letter].width)
    usual: SheetFormatProperties = sheet.sheet_format
    return float(usual.defaultColWidth or USUAL_WIDTH)


def _spans(sheet: Worksheet) -> dict[str, int]:
    """Return how many columns the first cell of each merged range spans."""
    ranges = sheet.merged_cells.ranges
    return {str(each.start_cell.coordinate): each.max_col - each.min_col + 1 for each in ranges}
