"""Takes a workbook, gives its file's bytes without writing anything: openpyxl lays each sheet in a temporary file first."""

# ruff: noqa: SLF001 - openpyxl has no public way to write a sheet elsewhere

from __future__ import annotations

import io
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter


def saved(book: Workbook) -> bytes:
    """Return the bytes of a workbook; a confined process may write no file, not even a temporary one."""
    buffer = io.BytesIO()
    _InMemory(book, ZipFile(buffer, "w", ZIP_DEFLATED)).save()
    return buffer.getvalue()


class _InMemory(ExcelWriter):
    """Writes as openpyxl does; what it has no public way for is reached through objects without a type."""

    def __init__(self, book: Workbook, archive: ZipFile) -> None:
        super().__init__(book, archive)
        self._into = archive

    def write_worksheet(self, ws: Any) -> None:
        """Write a sheet into memory."""
        content = io.BytesIO()
        ws._drawing = SpreadsheetDrawing()
        ws._drawing.charts, ws._drawing.images = ws._charts, ws._images
        writer: Any = WorksheetWriter(ws, out=content)
        writer.write()
        ws._rels = writer._rels
        self._into.writestr(ws.path[1:], content.getvalue())
        self.manifest.append(ws)
