"""Takes a rendered part's text, gives it with all that no tag can say; its tree is asked only where the text is irregular."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree
from msgspec import Struct

from docgen.page.profile import Profile
from docgen.renderers.docx.breaks import write_breaks
from docgen.renderers.docx.drawings import Drawings, number_drawings
from docgen.renderers.docx.holding import hold_rows, hold_signatures
from docgen.renderers.docx.rare import widen_fonts
from docgen.renderers.docx.shape import Shape
from docgen.renderers.docx.signatures import place_signatures
from docgen.renderers.docx.stylesheet import StyleSheet
from docgen.renderers.docx.tables import fit_grids
from docgen.renderers.docx.text import IrregularError
from docgen.renderers.docx.text_fonts import widen_fonts_in
from docgen.renderers.docx.text_holding import hold_rows_in, hold_signatures_in
from docgen.renderers.docx.text_signatures import place_signatures_in

_DRAWING, _TABLE, _HEAD = "<wp:docPr", "<w:tbl>", "<w:tblHeader"
_DRAWING_ID = re.compile(r'(<wp:docPr(?: [^>]*?)?) id="[^"]*"')


class Finishing(Struct, frozen=True):
    """What the parts of one paper share when they are finished."""

    styles: StyleSheet
    profile: Profile
    drawings: Drawings

    def in_text(self, text: str, shape: Shape, rare: Sequence[str]) -> str | None:
        """Return the finished text; None where only a tree can say what it should be."""
        broken = "\n" in text or "\t" in text
        if not shape.regular or broken or (not shape.fits and _TABLE in text):
            return None
        try:
            text = widen_fonts_in(text, rare, self.styles)
            text = place_signatures_in(text, self.styles, self.profile)
            text = hold_signatures_in(text, shape.held)
            return self._numbered(hold_rows_in(text))
        except IrregularError:
            return None

    def in_tree(self, root: etree._Element, text: str, shape: Shape, rare: Sequence[str]) -> bool:
        """Finish a tree in place, whose text says what there is to do; tell whether anything was changed."""
        changed = ("\n" in text or "\t" in text) and write_breaks(root)
        changed |= bool(rare) and widen_fonts(root, self.styles)
        changed |= place_signatures(root, self.styles, self.profile)
        changed |= hold_signatures(root, self.styles)
        changed |= _HEAD in text and hold_rows(root)
        changed |= not shape.fits and _TABLE in text and fit_grids(root)
        changed |= _DRAWING in text and number_drawings(root, self.drawings)
        return changed

    def _numbered(self, text: str) -> str:
        if _DRAWING not in text:
            return text
        if len(_DRAWING_ID.findall(text)) != text.count(_DRAWING):
            raise IrregularError
        return _DRAWING_ID.sub(self._number, text)

    def _number(self, drawing: re.Match[str]) -> str:
        return f'{drawing[1]} id="{self.drawings.take_id()}"'
