"""Takes a workbook template and plain data, gives the workbook."""

from __future__ import annotations

from docgen.renderers.xlsx.engine import cells, render_xlsx

__all__ = ["cells", "render_xlsx"]
