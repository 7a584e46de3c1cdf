"""Takes a Word template and plain data, gives the Word file: compiled once, strictly parsed, spliced."""

from __future__ import annotations

from docgen.renderers.docx.engine import render_docx

__all__ = ["render_docx"]
