"""Takes a part's tree, gives its texts with line ends as w:br and tabs as w:tab, in place."""

from __future__ import annotations

import re
from copy import deepcopy

from lxml import etree

from docgen.ooxml.names import SPACE
from docgen.renderers.docx.names import BREAK, RUN, RUN_PROPERTIES, TAB, TEXT

_MARKS = re.compile("([\n\t])")


def write_breaks(root: etree._Element) -> bool:
    """Replace line ends and tabs in runs as docxtpl does: a tab has a run of its own. Tell whether there were any."""
    found = [(run, text) for run in root.iter(RUN) for text in run.iterchildren(TEXT) if _MARKS.search(text.text or "")]
    for run, text in reversed(found):
        _write(run, text)
    return bool(found)


def _write(run: etree._Element, text: etree._Element) -> None:
    first, *rest = _MARKS.split(text.text or "")
    text.text = first
    at = text
    for mark, piece in zip(rest[::2], rest[1::2], strict=True):
        if mark == "\n":
            at = _after_break(at)
        else:
            run, at = _after_tab(run, at)
        at.text = piece


def _after_break(at: etree._Element) -> etree._Element:
    line_end, text = at.makeelement(BREAK), _text(at)
    at.addnext(line_end)
    line_end.addnext(text)
    return text


def _after_tab(run: etree._Element, at: etree._Element) -> tuple[etree._Element, etree._Element]:
    tab, rest, text = _sibling(run), _sibling(run), _text(at)
    tab.append(at.makeelement(TAB))
    rest.append(text)
    rest.extend(list(at.itersiblings()))
    run.addnext(tab)
    tab.addnext(rest)
    return rest, text


def _sibling(run: etree._Element) -> etree._Element:
    made = run.makeelement(RUN)
    properties = run.find(RUN_PROPERTIES)
    if properties is not None:
        made.append(deepcopy(properties))
    return made


def _text(at: etree._Element) -> etree._Element:
    made = at.makeelement(TEXT)
    made.set(SPACE, "preserve")
    return made
