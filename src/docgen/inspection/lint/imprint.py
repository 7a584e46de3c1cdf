"""Takes a paper, gives what is wrong with its imprint (版记, GB/T 9704 7.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil

from docgen.chinese import to_width
from docgen.inspection.lint.rule import Fault
from docgen.inspection.paper import IMPRINT, Paper
from docgen.inspection.word import Paragraph, Table
from docgen.page.distances import IMPRINT_INNER_WEIGHT, IMPRINT_OUTER_WEIGHT, Distance
from docgen.page.units import EIGHTHS_PER_PT, mm_to_eighths
from docgen.vocabulary import measures as say

NEAR_EIGHTHS = 1
"""Word's own choices are a quarter of a point apart."""
FEWEST_FREE = 3
"""So many free lines below it, and the imprint certainly does not stand at the bottom."""
_STOP, _PRINTED = "。", re.compile(r"印\s*发$")
_MM_PER_EIGHTH = 25.4 / 72 / EIGHTHS_PER_PT


def stop(paper: Paper) -> Iterator[Fault]:
    """Ask that the list of those who get a copy ends with a full stop (7.4.2)."""
    for paragraph in paper.of("imprint-copies"):
        if not paragraph.words.endswith(_STOP):
            yield Fault(paragraph, say.quoted(paragraph.words[-1]), say.FULL_STOP)


def printed(paper: Paper) -> Iterator[Fault]:
    """Ask that the day of printing is followed by 印发 (7.4.3)."""
    for paragraph in paper.of("imprint-issuer"):
        if not _PRINTED.search(paragraph.words):
            yield Fault(paragraph, say.quoted(paragraph.words[-6:]), say.quoted(say.PRINTED_EXAMPLE))


def rules(paper: Paper) -> Iterator[Fault]:
    """Ask that first and last rule 0.35 mm, those between 0.25 mm (7.4.1, 推荐高度)."""
    for table in _tables(paper):
        first = next(each for each in paper.of(*IMPRINT) if each.table == table.index)
        for edge, wanted in ((table.top, IMPRINT_OUTER_WEIGHT), (table.bottom, IMPRINT_OUTER_WEIGHT),
                             (table.inner, IMPRINT_INNER_WEIGHT)):  # fmt: skip
            if edge and not _is_near(edge.eighths, wanted):
                yield Fault(first, say.length(edge.eighths * _MM_PER_EIGHTH), say.length(wanted.mm), table=table.index)


def floats(paper: Paper) -> Iterator[Fault]:
    """Ask that an imprint that is not anchored moves with every change of the text (practice)."""
    if not list(place(paper)):
        yield from (Fault(paragraph, say.IN_TEXT, say.AT_BOTTOM) for paragraph in _inline(paper))


def place(paper: Paper) -> Iterator[Fault]:
    """Ask that the last rule lies on the bottom of the text area (7.4.1): told only where there is certainly room below it."""
    inline = list(_inline(paper))
    body = paper.document.body
    certain = not paper.document.drawings and len(paper.document.sections) == 1
    if not inline or not certain or len(paper.document.tables) > len(list(_tables(paper))):
        return
    if any(each.start_of_page for each in body):
        return
    rows = sum(1 for each in paper.of(*IMPRINT) if each.table)
    held = paper.profile.lines
    free = held - (sum(map(_lines_of, body)) + rows) % held
    if FEWEST_FREE <= free < held:
        yield Fault(inline[0], say.free_lines(free), say.AT_BOTTOM)


def _lines_of(paragraph: Paragraph) -> int:
    """Count the lines of a paragraph, at least."""
    return max(1, ceil((to_width(paragraph.words) / 2 + max(paragraph.indents.first, 0)) / 28))


def _inline(paper: Paper) -> Iterator[Paragraph]:
    """Yield the first row of an imprint that stands in the text or in a table of it."""
    first = next(iter(paper.of(*IMPRINT)), None)
    if first is not None and not first.box and not first.floats:
        yield first


def _tables(paper: Paper) -> Iterator[Table]:
    inside = {each.table for each in paper.of(*IMPRINT) if each.table}
    return (table for table in paper.document.tables if table.index in inside)


def _is_near(eighths: int, wanted: Distance) -> bool:
    return abs(eighths - mm_to_eighths(wanted.mm)) <= NEAR_EIGHTHS
