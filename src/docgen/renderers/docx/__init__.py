"""Takes a Word template and plain data, gives the Word file: compiled once, strictly parsed, spliced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.renderers.docx.engine import render_docx

if TYPE_CHECKING:
    from docgen.renderers.docx.compat import CompiledTemplate

__all__ = ["CompiledTemplate", "render_docx"]


def __getattr__(name: str) -> object:
    """Load what docgen itself never needs when somebody first asks for it."""
    if name != "CompiledTemplate":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from docgen.renderers.docx import compat

    return compat.CompiledTemplate
