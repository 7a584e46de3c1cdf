"""Takes a page template and plain data, gives the pdf; says what is missing where WeasyPrint cannot be loaded."""

from __future__ import annotations

import contextlib
import io
from typing import TYPE_CHECKING

from docgen.chinese import opened
from docgen.errors import EngineMissing
from docgen.renderers.html import image, page
from docgen.renderers.page_texts import in_texts
from docgen.renderers.pdf.fonts import name_configuration
from docgen.renderers.rendering import Assets, Context, Rendering, Template
from docgen.view import PICTURE_TOKEN

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["load_engine", "render_pdf"]


def render_pdf(template: Template, context: Context, assets: Assets) -> Rendering:
    """Lay a page out and count its pages; what is refused or lacks a glyph is a finding."""
    engine = load_engine()
    text, findings = page(template, context, assets, lambda placed: image(placed, PICTURE_TOKEN + placed.sha256))
    # Nothing of a zero-width space comes into the pdf; bookmarks would keep it.
    text = in_texts(text, opened, headings=False)
    written = engine.write(text, assets.pictures, template.name, archival=assets.archival)
    return Rendering(written.content, written.pages, (*findings, *written.findings))


def load_engine() -> ModuleType:
    """Import WeasyPrint over docgen's font configuration; raise EngineMissing when it or its libraries are missing."""
    name_configuration()
    try:
        with contextlib.redirect_stdout(io.StringIO()):  # it prints advice there when a library is missing
            from docgen.renderers.pdf import engine
    except (ImportError, OSError) as error:
        raise EngineMissing("pdf-engine-missing", {"message": str(error).partition("\n")[0]}) from error
    return engine
