"""Takes a template of text, gives its marks with line and column."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from docgen.findings import Finding, Place
from docgen.renderers.docx.braces import Fault, read_tags
from docgen.stationery.checking.faults import of_signs
from docgen.stationery.checking.marks import Mark, around, mark

_CODE = re.compile(r"<(style|script)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_SIGNS = re.compile("[{}\uff5b\uff5d]")
_TAG = re.compile(r"{{.*?}}|{%.*?%}", re.DOTALL)


def read_text(text: str, file: str, *, is_html: bool) -> tuple[list[Mark], list[Finding]]:
    """Return the marks of a text, and the signs that make no whole tag; braces of style sheets are no signs."""
    marks: list[Mark] = []
    findings: list[Finding] = []
    for found in read_tags(_CODE.sub(_blank, text) if is_html else text):
        place = _place(text, found.start, file)
        line = _line(text, found.start)
        if isinstance(found, Fault):
            findings.append(of_signs(found, line, place))
        elif made := mark(found.text, place):
            marks.append(replace(made, where=line))
    return marks, findings


def read_cells(cells: Iterable[tuple[int, int, str]], file: str) -> tuple[list[Mark], list[Finding]]:
    """Return the marks of a sheet's cells given as (row, column, text); a place's line is the row."""
    marks: list[Mark] = []
    findings: list[Finding] = []
    for row, column, text in cells:
        place = Place(file, row, column)
        for found in read_tags(text):
            if isinstance(found, Fault):
                findings.append(of_signs(found, around(text, found.start), place))
            elif made := mark(found.text, place):
                marks.append(replace(made, where=around(text, found.start), holder=0 if made.level else row))
    return marks, findings


def _blank(code: re.Match[str]) -> str:
    """Blank a style sheet or a script, but for its tags, and keep every other character where it is."""
    kept, at = "", 0
    for tag in _TAG.finditer(code[0]):
        kept += _SIGNS.sub(" ", code[0][at : tag.start()]) + tag[0]
        at = tag.end()
    return kept + _SIGNS.sub(" ", code[0][at:])


def _place(text: str, start: int, file: str) -> Place:
    return Place(file, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))


def _line(text: str, start: int) -> str:
    begin, end = text.rfind("\n", 0, start) + 1, text.find("\n", start)
    return around(text[begin : end if end >= 0 else len(text)], start - begin)
