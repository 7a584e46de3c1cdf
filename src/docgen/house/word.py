"""Takes an outline, gives the Word template of its paper: the same bytes on every run."""

from __future__ import annotations

from docgen.house.ooxml import part, w
from docgen.house.outline import Outline
from docgen.house.word_blocks import blocks
from docgen.house.word_parts import package_parts, page_parts, section
from docgen.house.word_styles import styles_part
from docgen.house.word_text import Sheet
from docgen.page import DEFAULT_PROFILE, profile_named
from docgen.parcel import pack


def write_docx(outline: Outline, profile: str = DEFAULT_PROFILE) -> bytes:
    """Write a .docx template in docxtpl's language; raise KeyError for an unknown profile."""
    sheet = Sheet(outline.layout, profile_named(profile), outline.landscape)
    ending = section(sheet.layout, sheet.profile, landscape=sheet.landscape)
    document = part(w("document", w("body", *blocks(sheet, outline.blocks), ending)))
    parts = package_parts(outline.layout)
    content_types = {name: parts.pop(name) for name in ("[Content_Types].xml", "_rels/.rels")}
    return pack(
        {
            **content_types,
            "word/document.xml": document,
            "word/styles.xml": styles_part(sheet.profile),
            **page_parts(outline.layout),
            **parts,
        }
    )
