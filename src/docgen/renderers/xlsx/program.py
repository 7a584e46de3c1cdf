"""Takes a sheet of a template, gives the jinja2 source that says which row comes when, with which values.

The source prints nothing: its filters hand rows and values to the `Rows` of one rendering. So a sheet has the whole
language, and a number stays a number on its way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from openpyxl.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

ROW_FILTER, VALUE_FILTER, TEXT_FILTER = "sheet_row", "sheet_value", "sheet_text"
_ROW_TAG = re.compile(r"{%tr\s+(.*?)\s*%}", re.DOTALL)
_ONE_EXPRESSION = re.compile(r"{{((?:(?!}}).)*)}}", re.DOTALL)
_TAG = re.compile(r"{{|{%|{#")

Value: TypeAlias = str | int | float | bool | date | Decimal
AnyCell: TypeAlias = Cell | MergedCell


@dataclass(slots=True)
class Row:
    """A row of the paper: the row of the template that it has its look from, and its values by column."""

    origin: int
    values: dict[int, Value] = field(default_factory=dict)


_rows: ContextVar[list[Row]] = ContextVar("rows")


@contextmanager
def collecting() -> Iterator[list[Row]]:
    """Collect the rows of one sheet in one rendering."""
    rows: list[Row] = []
    token = _rows.set(rows)
    try:
        yield rows
    finally:
        _rows.reset(token)


def source(sheet: Worksheet) -> str:
    """Return a sheet's source."""
    return "".join(_row(index, cells) for index, cells in enumerate(sheet.iter_rows(), start=1))


def has_tags(text: object) -> bool:
    """Tell whether a cell's content holds a tag."""
    return isinstance(text, str) and bool(_TAG.search(text))


def begin_row(origin: int) -> str:
    """Begin a row that looks like a row of the template."""
    _rows.get().append(Row(origin))
    return ""


def put_value(value: object, column: int) -> str:
    """Put the value of an expression into the row: numbers stay numbers, days stay days."""
    _rows.get()[-1].values[column] = value if isinstance(value, int | float | date | Decimal) else str(value)
    return ""


def put_text(text: object, column: int) -> str:
    """Put text into the row."""
    _rows.get()[-1].values[column] = str(text)
    return ""


def _row(index: int, cells: tuple[AnyCell, ...]) -> str:
    first = next((cell.value for cell in cells if cell.value is not None), None)
    if isinstance(first, str) and (statement := _ROW_TAG.fullmatch(first.strip())):
        return f"{{% {statement[1]} %}}"
    return f"{{{{ {index} | {ROW_FILTER} }}}}" + "".join(_cell(cell) for cell in cells if has_tags(cell.value))


def _cell(cell: AnyCell) -> str:
    text = str(cell.value)
    if expression := _ONE_EXPRESSION.fullmatch(text.strip()):
        return f"{{{{ ({expression[1].strip()}) | {VALUE_FILTER}({cell.column}) }}}}"
    return f"{{% filter {TEXT_FILTER}({cell.column}) %}}{text}{{% endfilter %}}"
