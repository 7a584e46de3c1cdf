"""Takes a filled sheet whose columns were not known before, gives each the width that its texts ask for, in place."""

from __future__ import annotations

from datetime import date
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from docgen.chinese import to_width

SHORTEST, WHOLE, LONGEST, BESIDE = 4, 16, 60, 2
"""In half-width columns: what a text counts as at least, how long one stays whole, what it counts as at most, its margins."""
DAY_WIDTH = 14


def fit_widths(sheet: Worksheet) -> None:
    """Share the width of the marked columns (`bestFit`) among those that came, by the longest text of each.

    The head is the row above the frozen pane; what was merged over the marked columns goes over those that came.
    """
    marked = [letter for letter, column in sheet.column_dimensions.items() if column.bestFit]
    if not marked or not sheet.freeze_panes:
        return
    head = CellRange(str(sheet.freeze_panes)).min_row - 1
    count = max((cell.column for cell in sheet[head] if cell.value is not None), default=0)
    if not count:
        return
    width = sum(float(sheet.column_dimensions[letter].width) for letter in marked)
    needed = _shared(width, [_longest(sheet, head, column) for column in range(1, count + 1)])
    for column, each in enumerate(needed, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = round(each, 2)
    _spread(sheet, head, len(marked), count)


def _shared(width: float, longest: list[int]) -> list[float]:
    """Return the widths: short columns as wide as their text, long ones what is left; never wider in all than given."""
    whole = [min(max(each, SHORTEST), WHOLE) + BESIDE for each in longest]
    beyond = [max(min(each, LONGEST) - WHOLE, 0) for each in longest]
    left = max(width - sum(whole), 0)
    needed = [own + left * over / (sum(beyond) or 1) for own, over in zip(whole, beyond, strict=True)]
    return [each * width / sum(needed) for each in needed]


def _longest(sheet: Worksheet, head: int, column: int) -> int:
    cells = (sheet.cell(row, column) for row in range(head, sheet.max_row + 1))
    return max((_length(cell) for cell in cells), default=0)


def _length(cell: Any) -> int:
    if isinstance(cell.value, date):
        return DAY_WIDTH
    return 0 if cell.value is None else max(map(to_width, str(cell.value).split("\n")))


def _spread(sheet: Worksheet, head: int, marked: int, count: int) -> None:
    """Let what was merged above the head, and the filter, go over the columns that came."""
    for each in [CellRange(found.coord) for found in sheet.merged_cells.ranges]:
        if each.min_col == 1 and each.max_col == marked and each.max_row < head:
            sheet.unmerge_cells(each.coord)
            if count > 1:
                sheet.merge_cells(start_row=each.min_row, end_row=each.max_row, start_column=1, end_column=count)
    if sheet.auto_filter.ref:
        area = CellRange(sheet.auto_filter.ref)
        sheet.auto_filter.ref = CellRange(min_col=1, min_row=area.min_row, max_col=count, max_row=area.max_row).coord
