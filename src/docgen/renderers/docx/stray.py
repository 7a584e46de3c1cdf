"""Takes a part's tree, gives text that stands in no run a run of its own, in place.

`{{r x }}` takes the place of a whole run, for docxtpl's users put runs there. Plain text in that place belongs to no
run, and Word drops it without a word.
"""

from __future__ import annotations

import re
from copy import deepcopy

from lxml import etree

from docgen.ooxml.names import SPACE
from docgen.renderers.docx.names import BODY, CELL, PARAGRAPH, ROW, RUN, RUN_PROPERTIES, TABLE, TEXT

_BRACE = r'{{\s*"[{}%]+"\s*}}'
# A value that follows an element other than w:t, at once or after blanks, tags and printed braces.
_LOOSE = re.compile(rf"<(?!w:t[ >])[^<>]*>(?:\s|{{%(?:(?!%}}).)*%}}|{_BRACE})*(?!{_BRACE}){{{{")
_HOLDERS = (BODY, TABLE, ROW, CELL)


def may_stray(source: str) -> bool:
    """Tell whether a part's source prints values outside of runs."""
    return "<w:p" in source and bool(_LOOSE.search(source))


def gather_stray(root: etree._Element) -> bool:
    """Wrap loose text in paragraphs into runs that look like the run before; tell whether there was any.

    Raise ValueError for text that stands between paragraphs, rows or cells.
    """
    for holder in root.iter(*_HOLDERS):
        if loose := _loose(holder):
            raise ValueError(loose[0][1])
    found = [(paragraph, *each) for paragraph in root.iter(PARAGRAPH) for each in _loose(paragraph)]
    for paragraph, before, text in found:
        _wrap(paragraph, before, text)
    return bool(found)


def _loose(parent: etree._Element) -> list[tuple[etree._Element | None, str]]:
    """Return texts that stand directly in an element, each with the child before it."""
    found: list[tuple[etree._Element | None, str]] = [(None, parent.text or "")]
    found += [(child, child.tail or "") for child in parent]
    return [(before, text) for before, text in found if text.strip()]


def _wrap(paragraph: etree._Element, before: etree._Element | None, content: str) -> None:
    run, text = paragraph.makeelement(RUN), paragraph.makeelement(TEXT, {SPACE: "preserve"})
    text.text = content
    if before is None:
        paragraph.text = None
        paragraph.insert(0, run)
    else:
        before.tail = None
        before.addnext(run)
        properties = before.find(RUN_PROPERTIES)
        if properties is not None:
            run.append(deepcopy(properties))
    run.append(text)
