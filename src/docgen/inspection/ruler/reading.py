"""Takes the bytes of a pdf, gives its pages as a ruler sees them: the door to pypdfium2."""

from __future__ import annotations

from typing import Any

from docgen.errors import EngineMissing
from docgen.inspection.ruler.lines import lines_of, rules_of
from docgen.inspection.ruler.sheet import MM_PER_PT, Printed, Sheet, around


def read(content: bytes) -> Printed:
    """Return where everything stands on the pages of a pdf, whoever made it; raise EngineMissing without pypdfium2.

    The ink is taken from the outlines, paths and pictures of the file, not from a picture of the page: it is exact to
    a hundredth of a millimetre, tells rules from letters, and needs no resolution chosen.
    """
    try:
        import pypdfium2

        from docgen.inspection.ruler.typefaces import Typefaces
    except ImportError as missing:
        raise EngineMissing("ruler-engine-missing", {"message": str(missing)}) from missing
    typefaces = Typefaces()
    document = pypdfium2.PdfDocument(content)
    try:
        sheets = tuple(_sheet(number, page, typefaces) for number, page in enumerate(document, start=1))
        return Printed(sheets, typefaces.faces())
    finally:
        document.close()


def _sheet(number: int, page: Any, typefaces: Any) -> Sheet:
    from docgen.inspection.ruler.glyphs import glyphs
    from docgen.inspection.ruler.paths import paths_and_pictures

    width, height = page.get_size()
    drawn, (paths, pictures) = glyphs(page, typefaces), paths_and_pictures(page)
    ink = around([*(glyph.ink for glyph in drawn), *(path.box for path in paths), *pictures])
    return Sheet(number, width * MM_PER_PT, height * MM_PER_PT, lines_of(drawn), rules_of(paths), tuple(pictures), ink)
