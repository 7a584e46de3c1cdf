"""Takes a Word template that somebody sent, gives it written anew from its parts when nothing in it could do harm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from docgen.errors import TemplateError
from docgen.inspection.opening import inflated, open_word, tree
from docgen.ooxml.names import CONTENT_TYPES_PART, w
from docgen.parcel import pack
from docgen.renderers.archive import members
from docgen.renderers.docx.compiled import rendered_parts
from docgen.stationery.receiving.package import HYPERLINK, MOST_UNPACKED, refuse_fetching, refuse_unknown

ALLOWED = frozenset(
    {
        "officeDocument", "core-properties", "extended-properties", "custom-properties", "thumbnail", "styles",
        "stylesWithEffects", "settings", "webSettings", "fontTable", "theme", "numbering", "header", "footer",
        "footnotes", "endnotes", "comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "image",
        "font", "customXml", "customXmlProps", "glossaryDocument", HYPERLINK,
    }
)  # fmt: skip
_FIELDS = frozenset(
    {
        "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "REF", "NOTEREF", "SEQ", "STYLEREF", "TOC", "DATE",
        "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "TITLE", "SUBJECT", "AUTHOR", "FILENAME", "EQ", "SYMBOL",
        "ADVANCE", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN",
    }
)  # fmt: skip
_ARGUMENT = r"""\\[a-zA-Z*#@!]|"[^"\\/:{}]*"|'[^'\\/:{}]*'|[\w.,()+*=-]+"""
_FIELD = re.compile(rf"\s*(?P<name>[A-Z]+)(?:\s+(?:{_ARGUMENT}))*\s*", re.IGNORECASE)
_FETCHES = re.compile(r"(?i)include|import|link|dde|database|embed|macro|autotext|ask|fillin|print\b|gotobutton|data\b")
_TEXT_PARTS = re.compile(r"(word|docProps)/[^/]+\.xml")
_COMPLEX, _INSTRUCTION, _SIMPLE, _KIND = w("fldChar"), w("instrText"), w("fldSimple"), w("fldCharType")


def opened_word(content: bytes, file: str) -> bytes:
    """Return a Word template as its parts alone; raise UnreadableFile or TemplateError for what could do harm."""
    inflated_within(content)
    parts = open_word(content).parts
    refuse_unknown(parts, ALLOWED)
    kept = pack({CONTENT_TYPES_PART: parts[CONTENT_TYPES_PART], **parts})
    for name in rendered_parts(members(kept, file)):
        if not _TEXT_PARTS.fullmatch(name):
            raise TemplateError("template-part-refused", {"value": name})
    for name in parts:
        if name.startswith("word/") and name.endswith(".xml"):
            root = tree(parts, name)
            refuse_fetching(root)
            _refuse_fields(root)
    return kept


def inflated_within(content: bytes) -> None:
    """Raise UnreadableFile for a zip that is larger than any template, before anything else reads it."""
    if content.startswith(b"PK"):
        inflated(content, MOST_UNPACKED)


def _refuse_fields(root: etree._Element) -> None:
    """Raise TemplateError for a field that asks for files, programs or typed text."""
    for instruction in _instructions(root):
        found = _FIELD.fullmatch(instruction)
        known = found is not None and found["name"].upper() in _FIELDS
        if not known or _FETCHES.search(instruction):
            raise TemplateError("template-field-refused", {"value": instruction.strip()})


def _instructions(root: etree._Element) -> Iterator[str]:
    """Yield what each field asks for, put together from its runs."""
    open_fields: list[list[str]] = []
    for element in root.iter(_COMPLEX, _INSTRUCTION, _SIMPLE):
        if element.tag == _SIMPLE:
            yield str(element.get(w("instr"), ""))
        elif element.tag == _INSTRUCTION:
            if not open_fields:
                raise TemplateError("template-field-refused", {"value": element.text or ""})
            open_fields[-1].append(element.text or "")
        elif element.get(_KIND) == "begin":
            open_fields.append([])
        elif element.get(_KIND) == "end" and open_fields:
            yield "".join(open_fields.pop())
    for left in open_fields:
        yield "".join(left)
