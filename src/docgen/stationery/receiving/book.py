"""Takes a workbook template that somebody sent, gives it written anew from its parts when nothing in it could do harm."""

from __future__ import annotations

import re
from collections.abc import Mapping

from docgen.errors import TemplateError, UnreadableFile
from docgen.inspection.opening import inflated, refuse_doctypes, tree
from docgen.ooxml.names import CONTENT_TYPES_PART
from docgen.parcel import pack
from docgen.stationery.receiving.package import HYPERLINK, MOST_UNPACKED, refuse_fetching, refuse_unknown, texts

ALLOWED = frozenset(
    {
        "officeDocument", "core-properties", "extended-properties", "custom-properties", "thumbnail", "styles", "theme",
        "sharedStrings", "worksheet", "calcChain", "printerSettings", "drawing", "image", "table", HYPERLINK,
    }
)  # fmt: skip
_BOOK_TYPE = b"spreadsheetml.sheet.main+xml"
_REACHING = re.compile(
    r"(?i)[|\[]|://|\\\\|webservice|filterxml|encodeurl|image\s*\(|hyperlink|\brtd\b|\bcall\b|register|\bexec\b|indirect|cube"
)
_FORMULAS = ("f", "definedName", "formula", "formula1", "formula2")
_CELLS = ("t", "v")


def opened_book(content: bytes) -> bytes:
    """Return a workbook as its parts alone; raise UnreadableFile or TemplateError for what could do harm."""
    if not content.startswith(b"PK"):
        raise TemplateError("template-upload-format", {"value": "xlsx"})
    parts = _parts(content)
    types = parts.get(CONTENT_TYPES_PART, b"")
    if b"macroEnabled" in types or any("vbaproject" in name.lower() for name in parts):
        raise TemplateError("template-part-refused", {"value": "vbaProject"})
    if _BOOK_TYPE not in types:
        raise TemplateError("template-upload-format", {"value": "xlsx"})
    refuse_unknown(parts, ALLOWED)
    _refuse_formulas(parts)
    return pack({CONTENT_TYPES_PART: types, **parts})


def _parts(content: bytes) -> dict[str, bytes]:
    """Return the members; what is said of a broken Word file would send a clerk to Word."""
    try:
        parts = inflated(content, MOST_UNPACKED)
        refuse_doctypes(parts)
    except UnreadableFile as refused:
        if refused.code == "docx-bomb":
            raise
        raise TemplateError("template-upload-format", {"value": "xlsx"}) from refused
    return parts


def _refuse_formulas(parts: Mapping[str, bytes]) -> None:
    """Raise TemplateError for a formula that reaches out of the workbook, be it written as text."""
    for name in parts:
        if not (name.startswith("xl/") and name.endswith(".xml")):
            continue
        root = tree(parts, name)
        refuse_fetching(root)
        written = [each for each in texts(root, *_CELLS) if each.lstrip().startswith("=")]
        for formula in [*texts(root, *_FORMULAS), *written]:
            if _REACHING.search(formula):
                raise TemplateError("template-formula-refused", {"value": formula})
