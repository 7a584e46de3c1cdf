"""Takes an outline, a format and a page profile, gives the template of a paper."""

from __future__ import annotations

from docgen.formats import Format
from docgen.house.outline import Outline
from docgen.page import DEFAULT_PROFILE

__all__ = ["write"]


def write(outline: Outline, format_: Format, profile: str = DEFAULT_PROFILE) -> bytes:
    """Write the template of a paper in a format; a pdf is made from the template of html.

    Only .docx holds the numbers of the profile; an html template includes them by `write_css`.
    """
    match format_:
        case Format.DOCX:
            from docgen.house.word import write_docx

            return write_docx(outline, profile)
        case Format.HTML | Format.PDF:
            from docgen.house.web import write_html

            return write_html(outline).encode()
        case Format.XLSX:
            from docgen.house.sheet import write_xlsx

            return write_xlsx(outline)
        case Format.TXT:
            from docgen.house.text import write_txt

            return write_txt(outline).encode()
