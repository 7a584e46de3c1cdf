"""Takes the blocks of one sheet, gives its rows, with fonts, borders, heights and widths."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from docgen.house import fixed, outline
from docgen.house.order import flattened
from docgen.house.outline import Block, Rows
from docgen.house.styles import ALL_STYLES, CELL_STYLES, FIELD_HEIGHT_MM, HEAD_HEIGHT_MM, ROW_HEIGHT_MM
from docgen.house.text import lines_of
from docgen.house.texts import name_of
from docgen.page import Align, official_name
from docgen.page.units import mm_to_pt

MM_PER_UNIT = 1.95
"""About the width of a spreadsheet's unit: one digit of its standard font."""
TITLE_HEIGHT_MM, LINE_HEIGHT_MM, DRAFT_HEIGHT_MM = 14, 8, 6
PERCENT = 'General"%"'
"""The look of a rate, whose value is in hundredths already."""
GRID_COLUMNS, GRID_ROOM, GRID_LAST_ROW = 9, 24, 5000
"""The columns that a table of unknown columns is likely to have, and that it may have."""
_STATEMENT = re.compile(r"{% ((?:(?!%}).)*) %}")
_THIN = Side(style="thin", color="FF000000")
_FRAME = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HORIZONTAL = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.BOTH: "left"}


class Page:
    """A sheet that grows row by row; `columns` is the widest table's count."""

    def __init__(self, sheet: Worksheet, width_mm: float) -> None:
        self.sheet = sheet
        self.width_mm = width_mm
        self.columns = 1
        self.shares = [1.0]
        self.row = 0
        self.has_statements = False

    def spans(self, table: Rows) -> Iterator[int]:
        """Yield over how many of the sheet's columns each of a table's goes: as near to its own width as can be."""
        return iter(_fitted(tuple(self.shares), tuple(shares(table)))[1])

    def control(self, statement: str) -> None:
        """Add a row that holds a statement of the template."""
        self.row += 1
        self.has_statements = True
        self.sheet.cell(self.row, 1).value = f"{{%tr {statement} %}}"

    def add(self, cells: Sequence[tuple[str, str, int]], height_mm: float, *, framed: bool = False) -> None:
        """Add a row of (text, style, columns that it spans)."""
        self.row += 1
        column = 1
        for content, style, span in cells:
            for each in range(column, column + span):
                _dress(self.sheet.cell(self.row, each), style, framed=framed)
            _put(self.sheet.cell(self.row, column), content)
            if span > 1:
                self.sheet.merge_cells(
                    start_row=self.row, end_row=self.row, start_column=column, end_column=column + span - 1
                )
            column += span
        self.sheet.row_dimensions[self.row].height = round(mm_to_pt(height_mm), 1)

    def format(self, columns: Sequence[int], number_format: str) -> None:
        """Set how numbers look in some columns of the last row."""
        for column in columns:
            self.sheet.cell(self.row, column).number_format = number_format

    def add_line(self, content: str, style: str, height_mm: float = LINE_HEIGHT_MM) -> None:
        """Add a row of one text across all columns."""
        self.add([(content, style, self.columns)], height_mm)


def write_blocks(page: Page, blocks: Sequence[Block]) -> None:
    """Write the blocks of a sheet, the draft mark above them."""
    tables = [block for block in flattened(blocks) if isinstance(block, Rows)]
    _set_widths(page, tables, pairs=max((len(row) for row in _rows_of_fields(blocks)), default=0))
    page.add_line(fixed.DRAFT_TEXT, "draft", DRAFT_HEIGHT_MM)
    _write(page, blocks, top=True)


def _write(page: Page, blocks: Sequence[Block], *, top: bool) -> None:
    for block in blocks:
        match block:
            case outline.Title():
                _write_title(page, block)
            case outline.Rows():
                _write_table(page, block, alone=top)
            case outline.Grid():
                _write_grid(page, block)
            case outline.Fields():
                _write_fields(page, block)
            case outline.For():
                page.control(f"for {block.name} in {name_of(block.of)}")
                _write(page, block.blocks, top=False)
                page.control("endfor")
            case outline.If():
                _write_if(page, block)
            case _:
                _write_lines(page, block)


def _write_title(page: Page, block: outline.Title) -> None:
    page.add_line(block.text, "table-title", TITLE_HEIGHT_MM)
    if block.below:
        page.add_line(block.below, "table-cell-center")


def _write_if(page: Page, block: outline.If) -> None:
    page.control(f"if {block.test}")
    _write(page, block.blocks, top=False)
    if block.otherwise:
        page.control("else")
        _write(page, block.otherwise, top=False)
    page.control("endif")


def _write_lines(page: Page, block: Block) -> None:
    """Write what is no table, a row for each of its lines in plain text.

    A single line under a test keeps its row, empty where the test fails: rows above a table stay countable.
    """
    style = "form-heading" if isinstance(block, outline.Heading) else "table-cell"
    lines = list(lines_of(block))
    if len(lines) == 3 and lines[0].startswith("{% if "):
        lines = ["".join(lines)]
    for line in lines:
        if statement := _STATEMENT.fullmatch(line):
            page.control(statement[1])
        else:
            page.add_line(line.strip(fixed.INDENT), style)


def _write_fields(page: Page, block: outline.Fields) -> None:
    for row in block.rows:
        cells: list[tuple[str, str, int]] = []
        for (label, content), columns in zip(row, _spans(page.columns, len(row)), strict=True):
            named = max(1, round(columns / 4))
            cells += [(label, "form-label", named), (content, "table-cell", columns - named)]
        page.add([cell for cell in cells if cell[2]], FIELD_HEIGHT_MM, framed=True)


def _write_table(page: Page, block: Rows, *, alone: bool) -> None:
    spans = list(page.spans(block))
    page.add(
        [(c.head, "table-head", span) for c, span in zip(block.columns, spans, strict=True)],
        HEAD_HEIGHT_MM,
        framed=True,
    )
    if alone:
        _repeat(page)
    head = page.row
    page.control(f"for {block.name} in {name_of(block.of)}")
    texts = [(c.text, CELL_STYLES[c.align], span) for c, span in zip(block.columns, spans, strict=True)]
    page.add(texts, block.blank_height or ROW_HEIGHT_MM, framed=True)
    rates = [sum(spans[:n]) + 1 for n, column in enumerate(block.columns) if column.head.endswith(fixed.RATE)]
    page.format(rates, PERCENT)
    if not block.blank_height:
        page.sheet.row_dimensions[page.row].height = None
    page.control("endfor")
    if block.total:
        missing = len(block.columns) - len(block.total)
        styles = ["table-cell-center", *(CELL_STYLES[column.align] for column in block.columns[missing + 1 :])]
        widths = [sum(spans[: missing + 1]), *spans[missing + 1 :]]
        page.add(list(zip(block.total, styles, widths, strict=True)), ROW_HEIGHT_MM, framed=True)
        page.format(rates, PERCENT)
    elif alone:
        page.sheet.auto_filter.ref = f"A{head}:{get_column_letter(page.columns)}{page.row}"


def _write_grid(page: Page, block: outline.Grid) -> None:
    """Write a table of unknown columns: as many as there is room for, each empty where the table has no such column."""
    heads, rows, row = name_of(block.heads), name_of(block.rows), fixed.GRID_ROW
    page.add([(_nth(heads, n), "table-head", 1) for n in range(GRID_ROOM)], HEAD_HEIGHT_MM)
    head = page.row
    _repeat(page)
    page.control(f"for {row} in {rows}")
    page.add([(_nth(row, n), CELL_STYLES[block.align], 1) for n in range(GRID_ROOM)], ROW_HEIGHT_MM)
    page.sheet.row_dimensions[page.row].height = None
    page.sheet.auto_filter.ref = f"A{head}:{get_column_letter(GRID_ROOM)}{page.row}"
    page.control("endfor")
    if block.total:
        total = name_of(block.total)
        page.control(f"if {total}")
        page.add([(_nth(total, n), "table-cell", 1) for n in range(GRID_ROOM)], ROW_HEIGHT_MM)
        page.control("endif")
    for index in range(1, GRID_COLUMNS + 1):
        # The mark by which the renderer fits the columns to what they hold.
        page.sheet.column_dimensions[get_column_letter(index)].bestFit = True
    _frame_grid(page, head)


def _frame_grid(page: Page, head: int) -> None:
    """Frame the columns that have a head, in the rows that have a first cell."""
    area = f"A{head}:{get_column_letter(GRID_ROOM)}{GRID_LAST_ROW}"
    rule: Any = FormulaRule
    filled = rule(formula=[f"AND(LEN(A${head})>0,LEN($A{head})>0)"], border=_FRAME)
    page.sheet.conditional_formatting.add(area, filled)


def _nth(of: str, index: int) -> str:
    return f'{{{{ {of}[{index}] if {of}|length > {index} else "" }}}}'


def _repeat(page: Page) -> None:
    """Keep the head in sight, on the screen and on every page, where its row is the paper's row too."""
    if not page.has_statements:
        page.sheet.freeze_panes = f"A{page.row + 1}"
        page.sheet.print_title_rows = f"{page.row}:{page.row}"


def _set_widths(page: Page, tables: Sequence[Rows], pairs: int) -> None:
    """Give the sheet the columns of its widest table, halved where a form above it needs more: two for each pair."""
    widest = max(tables, key=lambda table: len(table.columns), default=None)
    page.shares = shares(widest) if widest else [1 / GRID_COLUMNS] * GRID_COLUMNS
    while len(page.shares) < 2 * pairs:
        page.shares = [share / 2 for share in page.shares for _ in range(2)]
    page.columns = len(page.shares)
    for index, share in enumerate(page.shares, start=1):
        page.sheet.column_dimensions[get_column_letter(index)].width = round(share * page.width_mm / MM_PER_UNIT, 2)


def _rows_of_fields(blocks: Sequence[Block]) -> Iterator[tuple[tuple[str, str], ...]]:
    return (row for block in flattened(blocks) if isinstance(block, outline.Fields) for row in block.rows)


def shares(table: Rows) -> list[float]:
    """Return which part of the width each column has."""
    total = sum(column.width for column in table.columns)
    return [column.width / total for column in table.columns]


@cache
def _fitted(columns: tuple[float, ...], wanted: tuple[float, ...]) -> tuple[float, tuple[int, ...]]:
    """Divide columns among wanted widths in order, at least one each: the sum of squared differences, and the counts."""
    if len(wanted) == 1:
        return (sum(columns) - wanted[0]) ** 2, (len(columns),)
    choices = []
    for count in range(1, len(columns) - len(wanted) + 2):
        rest, counts = _fitted(columns[count:], wanted[1:])
        choices.append(((sum(columns[:count]) - wanted[0]) ** 2 + rest, (count, *counts)))
    return min(choices)


def _spans(columns: int, parts: int) -> Iterator[int]:
    for part in range(parts):
        yield columns * (part + 1) // parts - columns * part // parts


def _put(cell: Any, content: str) -> None:
    """Put text into a cell, which is never a formula."""
    if content:
        cell.value = content
        cell.data_type = "s"


def _dress(cell: Any, key: str, *, framed: bool) -> None:
    style = ALL_STYLES[key]
    cell.font = Font(name=official_name(style.font), size=style.size_pt)
    cell.alignment = Alignment(horizontal=_HORIZONTAL[style.align], vertical="center", wrap_text=True)
    if framed:
        cell.border = _FRAME
