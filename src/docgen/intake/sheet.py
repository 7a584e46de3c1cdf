"""Takes an xlsx file, gives the texts of its first or a named sheet, row by row: as a person would have typed them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from msgspec import Struct
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from docgen.documents.part import NO, YES
from docgen.errors import UnreadableFile, UsageError
from docgen.workspace.nearest import SEPARATOR

MOST_BYTES, MOST_INFLATED = 20_000_000, 200_000_000
MOST_ROWS, MOST_COLUMNS = 20_000, 200


class Sheet(Struct, frozen=True):
    """The texts of a sheet by row and column, both counted from 1; rows and cells without text are left out."""

    name: str
    rows: dict[int, dict[int, str]]


def column_letter(column: int) -> str:
    """Return how a spreadsheet calls a column: C."""
    letter: str = get_column_letter(column)
    return letter


def cell_name(row: int, column: int) -> str:
    """Return how a spreadsheet calls a cell: C5."""
    return f"{column_letter(column)}{row}"


def read_sheet(path: Path, name: str = "") -> Sheet:
    """Read a sheet; raise UnreadableFile for what is no xlsx file or too large, UsageError for an unknown sheet."""
    content = _content(path)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, SyntaxError) as fault:
        raise UnreadableFile("sheet-unreadable", {"value": str(path), "reason": str(fault)}) from fault
    if name and name not in book.sheetnames:
        raise UsageError("sheet-unknown", {"value": name, "near": SEPARATOR.join(book.sheetnames)})
    chosen = book[name] if name else book.worksheets[0]
    rows = dict(_rows(chosen.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS, values_only=True)))
    if max(rows, default=0) > MOST_ROWS:
        raise UnreadableFile("sheet-large", {"value": str(path), "limit": MOST_ROWS})
    return Sheet(chosen.title, rows)


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UnreadableFile("file-too-large", {"value": str(path), "limit": MOST_BYTES // 1_000_000})
        content = path.read_bytes()
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            inflated = sum(each.file_size for each in parts.infolist())
    except (OSError, zipfile.BadZipFile) as fault:
        raise UnreadableFile("sheet-unreadable", {"value": str(path), "reason": str(fault)}) from fault
    if inflated > MOST_INFLATED:
        raise UnreadableFile("file-too-large", {"value": str(path), "limit": MOST_INFLATED // 1_000_000})
    return content


def _rows(rows: Iterator[Sequence[Any]]) -> Iterator[tuple[int, dict[int, str]]]:
    for number, row in enumerate(rows, start=1):
        texts = {column: text for column, value in enumerate(row, start=1) if (text := _text(value))}
        if texts:
            yield number, texts


def _text(value: Any) -> str:
    """Return a cell's value as it would be typed into a record."""
    match value:
        case None:
            return ""
        case bool():
            return YES if value else NO
        case datetime():
            return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
        case time():
            return f"{value:%H:%M}"
        case timedelta():
            return str(value)
        case int() | float():
            # Sums in a spreadsheet have errors in their sixteenth digit.
            return f"{Decimal(f'{value:.12g}').normalize():f}"
        case _:
            return str(value).strip()
