"""Takes a document, gives the paper that it is: by docgen's own styles exactly, else by text and place."""

from __future__ import annotations

from docgen.inspection import patterns
from docgen.inspection.foreign import foreign_roles, layout_of
from docgen.inspection.paper import MARKS, Paper
from docgen.inspection.word import Document, Paragraph
from docgen.page import STYLES, Layout, style_of_word

_LAYOUT_OF_HEAD = {
    **dict.fromkeys((*MARKS, "title"), Layout.OFFICIAL),
    "record-title": Layout.RECORD,
    "bulletin-mark": Layout.BULLETIN,
    "table-title": Layout.TABLE,
}
_OWN_NAMES = frozenset(style.word for style in STYLES.values() if not style.word.isascii())
_FEWEST_OWN = 20
"""So many styles with docgen's names make a file one of docgen's; one or two may be chance."""


def paper_of(document: Document) -> Paper:
    """Return the paper that a document is; what cannot be known has no role."""
    if len(_OWN_NAMES & document.style_names) < _FEWEST_OWN:
        roles = foreign_roles(document)
        return Paper(document, layout_of(document, roles), roles)
    roles = {each.index: role for each in document.paragraphs if (role := _by_style(each))}
    heads = (_LAYOUT_OF_HEAD[roles[index]] for index in sorted(roles) if roles[index] in _LAYOUT_OF_HEAD)
    layout = next(heads, None)
    if layout is Layout.OFFICIAL:
        # What was added by hand has no style of ours.
        strange = foreign_roles(document)
        roles |= {each.index: strange[each.index] for each in document.body
                  if each.index not in roles and each.index in strange}  # fmt: skip
    return Paper(document, layout, roles, own=True)


def _by_style(paragraph: Paragraph) -> str:
    style = style_of_word(paragraph.style)
    return style.key if style and not paragraph.style.lower().startswith(patterns.TOC) else ""
