"""Takes a sheet of a template and the rows that a paper has, gives the sheet those rows, each with its look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from datetime import date
from decimal import Decimal
from typing import Any

from msgspec import Struct
from openpyxl.styles.cell_style import StyleArray
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.worksheet import Worksheet

from docgen.renderers.xlsx.program import AnyCell, Row, Value, has_tags

# What a spreadsheet takes for the beginning of a formula, also where the text came through another program.
FORMULA_STARTS = ("=", "+", "-", "@")
USUAL_FORMAT, GROUPED_FORMAT = "General", "#,##0"
DAY_FORMAT = 'yyyy"年"m"月"d"日"'


class _Look(Struct, frozen=True):
    """What a row of the template gives to the rows made from it."""

    cells: tuple[tuple[int, StyleArray, object], ...]
    dimension: RowDimension | None


def write_rows(sheet: Worksheet, rows: Sequence[Row]) -> None:
    """Replace a sheet's rows; styles, heights, merged cells, print area and filter move with them."""
    looks = {index: _look(sheet, index, cells) for index, cells in enumerate(sheet.iter_rows(), start=1)}
    merged = [CellRange(each.coord) for each in sheet.merged_cells.ranges]
    for each in merged:
        sheet.unmerge_cells(each.coord)
    sheet.delete_rows(1, sheet.max_row)
    for index in looks:
        sheet.row_dimensions.pop(index, None)
    for index, row in enumerate(rows, start=1):
        _write(sheet, index, row, looks[row.origin])
    origins = [row.origin for row in rows]
    for coordinates in _moved(merged, origins):
        sheet.merge_cells(coordinates)
    _stretch(sheet, origins)


def _look(sheet: Worksheet, index: int, cells: tuple[AnyCell, ...]) -> _Look:
    looking = (cell for cell in cells if cell.has_style or cell.value is not None)
    kept = tuple((int(cell.column or 0), _style(cell), cell.value) for cell in looking)
    return _Look(kept, sheet.row_dimensions.get(index))


def _write(sheet: Worksheet, index: int, row: Row, look: _Look) -> None:
    for column, style, static in look.cells:
        cell: Any = sheet.cell(index, column)
        cell._style = copy(style)  # noqa: SLF001  openpyxl has no public way to give a cell another one's style
        if column in row.values:
            _put(cell, row.values[column])
        elif not has_tags(static):
            cell.value = static
    if look.dimension is not None:
        dimension = copy(look.dimension)
        dimension.index = index
        sheet.row_dimensions[index] = dimension


def _put(cell: Any, value: Value) -> None:
    if value == "":
        return
    given = cell.number_format
    cell.value = value
    cell.number_format = _format(value) if given == USUAL_FORMAT else given
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(FORMULA_STARTS)


def _format(value: Value) -> str:
    """Return how a value looks where the template does not say: a day as papers write it, a number with its places."""
    if isinstance(value, date):
        return DAY_FORMAT
    places = -int(value.as_tuple().exponent) if isinstance(value, Decimal) else 0
    return f"{GROUPED_FORMAT}.{'0' * places}" if places > 0 else USUAL_FORMAT


def _style(cell: Any) -> StyleArray:
    style: StyleArray = cell._style  # noqa: SLF001  openpyxl has no public way to read a cell's style whole
    return style


def _moved(merged: Sequence[CellRange], origins: Sequence[int]) -> Iterator[str]:
    """Yield the merged cells of the paper: wherever all rows of a range of the template follow each other."""
    for each in merged:
        shape = list(range(each.min_row, each.max_row + 1))
        for index in range(len(origins) - len(shape) + 1):
            if origins[index : index + len(shape)] == shape:
                moved = copy(each)
                moved.shift(row_shift=index + 1 - each.min_row)
                yield moved.coord


def _stretch(sheet: Worksheet, origins: Sequence[int]) -> None:
    """Let the print area and the filter end where their rows end now."""
    if sheet.print_area:
        area = str(sheet.print_area).rpartition("!")[2].replace("$", "")
        sheet.print_area = _stretched(area, origins)
    if sheet.auto_filter.ref:
        sheet.auto_filter.ref = _stretched(sheet.auto_filter.ref, origins)


def _stretched(area: str, origins: Sequence[int]) -> str:
    was = CellRange(area)
    now = [index for index, origin in enumerate(origins, start=1) if was.min_row <= origin <= was.max_row] or [1]
    return CellRange(min_col=was.min_col, min_row=now[0], max_col=was.max_col, max_row=now[-1]).coord
