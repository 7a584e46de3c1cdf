"""Takes a workbook template and plain data, gives the workbook."""

from __future__ import annotations

from docgen.renderers.xlsx.engine import render_xlsx

__all__ = ["render_xlsx"]
