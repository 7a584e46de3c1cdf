"""Takes a page template and plain data, gives the pdf; says what is missing where WeasyPrint cannot be loaded."""

from __future__ import annotations

import contextlib
import io
import warnings
from typing import TYPE_CHECKING

from docgen.chinese import opened, whole_pieces
from docgen.errors import EngineMissing
from docgen.fonts import name_configuration
from docgen.renderers.html import image, page
from docgen.renderers.page_texts import in_texts
from docgen.renderers.pdf.libraries import found_by_loader
from docgen.renderers.pdf.stamps import NAME, stamps_page
from docgen.renderers.rendering import Assets, Context, Rendering, Template
from docgen.view import PICTURE_TOKEN

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

    from markupsafe import Markup

    from docgen.renderers.pictures import Placed

__all__ = ["load_engine", "render_pdf", "stamps"]

_NO_FONTS = ".*FontConfig"


def render_pdf(template: Template, context: Context, assets: Assets) -> Rendering:
    """Lay a page out and count its pages; what is refused or lacks a glyph is a finding."""
    engine = load_engine()
    held = engine.holds_pieces()
    text, findings = page(template, context, assets, _painted, held=not held)
    # Nothing of a zero-width space comes into the pdf; bookmarks would keep it.
    text = in_texts(text, _opened_beside_pieces if held else opened, headings=False)
    written = engine.write(text, assets.pictures, template.name, archival=assets.archival)
    return Rendering(written.content, written.pages, (*findings, *written.findings))


def _painted(placed: Placed) -> Markup:
    return image(placed, PICTURE_TOKEN + placed.sha256)


def _opened_beside_pieces(text: str) -> str:
    """Let a line break where `opened` does, a piece that stays on one line being an end of the text."""
    made, done = [], 0
    for start, end in whole_pieces(text):
        made += [opened(text[done:start]), text[start:end]]
        done = end
    return "".join([*made, opened(text[done:])])


def stamps(sizes: Sequence[tuple[float, float]]) -> bytes:
    """Return a pdf with a page of each width and height (pt), and nothing on it but its number at the upper right."""
    content: bytes = load_engine().write(stamps_page(sizes), {}, NAME).content
    return content


def load_engine() -> ModuleType:
    """Import WeasyPrint over docgen's font configuration; raise EngineMissing when it, its libraries or fonts are missing.

    Without a single font Pango ends the process, so that what WeasyPrint only warns of is taken for an error.
    """
    name_configuration()
    try:
        # It prints advice when a library is missing.
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings(), found_by_loader():
            warnings.filterwarnings("error", message=_NO_FONTS, category=UserWarning)
            from docgen.renderers.pdf import engine
    except UserWarning as lack:
        raise EngineMissing("pdf-fonts-missing") from lack
    except (ImportError, OSError) as error:
        raise EngineMissing("pdf-engine-missing", {"message": str(error).partition("\n")[0]}) from error
    return engine
