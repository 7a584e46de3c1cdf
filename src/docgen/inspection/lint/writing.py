"""Takes a paper, gives what is wrong with its paragraphs and marks: indents, blanks, dates in the text, half-width marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.chinese import CLOSERS_AND_OPENERS, to_width
from docgen.inspection import patterns
from docgen.inspection.lint.head import NEAR, leading_blanks, start_of
from docgen.inspection.lint.rule import Fault
from docgen.inspection.paper import BODY, HEADINGS, Paper
from docgen.inspection.word import Paragraph
from docgen.page import style_named
from docgen.vocabulary import measures as say

SHORT = 30
"""Columns; a line that is shorter and ends without a mark may be anything."""
_HALF_MARK = re.compile(r"[\u4e00-\u9fff][,;:?!](?![0-9])|[\u4e00-\u9fff]\.$|[\u4e00-\u9fff]\(|\)[\u4e00-\u9fff]")
_PAUSE = re.compile("|".join(f"{closer}、{opener}" for closer, opener in CLOSERS_AND_OPENERS))
_READ = (BODY, *HEADINGS, "title", "people", "people-next")


def indent_blanks(paper: Paper) -> Iterator[Fault]:
    """Ask that paragraphs are indented by their first-line indent, not by blanks (practice)."""
    for paragraph in _indented(paper):
        if leading_blanks(paragraph) >= 1:
            yield Fault(paragraph, say.BY_BLANKS, say.BY_INDENT)


def body_indent(paper: Paper) -> Iterator[Fault]:
    """Ask that each paragraph begins two characters from the left, and wraps to the edge (7.3.3)."""
    wanted = style_named(BODY).first_line
    for paragraph in _indented(paper):
        is_short = paper.role(paragraph) == BODY and to_width(paragraph.words) < SHORT
        if is_short and paragraph.words[-1] not in patterns.SENTENCE_ENDS:
            continue
        begin = start_of(paragraph)
        if abs(begin - wanted) > NEAR:
            yield Fault(paragraph, say.start(begin), say.start(wanted))


def date_zeros(paper: Paper) -> Iterator[Fault]:
    """Ask that dates in the text have no leading zeros either (practice)."""
    for paragraph in paper.of(*_READ):
        if found := patterns.ZERO_DATE.search(paragraph.words):
            yield Fault(paragraph, say.quoted(found[0]), say.quoted(say.DATE_EXAMPLE))


def han_zero(paper: Paper) -> Iterator[Fault]:
    """Ask that the zero among Han digits is 〇, no letter, no circle, no digit (practice).

    The date of the paper takes Arabic digits, which is said by `date_form`.
    """
    for paragraph in paper.of(*_READ, "subtitle"):
        if found := patterns.BAD_ZERO.search(paragraph.words):
            yield Fault(paragraph, say.quoted(found[0]), say.quoted(say.HAN_YEAR_EXAMPLE))


def cited_number(paper: Paper) -> Iterator[Fault]:
    """Ask that numbers of other papers are cited with 〔〕 too (practice)."""
    for paragraph in paper.of(*_READ):
        if found := patterns.CITED_NUMBER.search(paragraph.words):
            yield Fault(paragraph, say.quoted(found[0][1:]), say.quoted(say.NUMBER_EXAMPLE))


def half_marks(paper: Paper) -> Iterator[Fault]:
    """Ask that marks among Chinese characters are full-width (practice)."""
    for paragraph in paper.of(*_READ):
        if found := _HALF_MARK.search(_without_number(paragraph.words)):
            yield Fault(paragraph, say.quoted(found[0]), say.FULL_MARKS)


def idle_pause(paper: Paper) -> Iterator[Fault]:
    """Ask that between adjacent 《》 or “ ” stands no 、 (practice; GB/T 15834)."""
    for paragraph in paper.of(*_READ):
        if found := _PAUSE.search(paragraph.words):
            yield Fault(paragraph, say.quoted(found[0]), say.ADJACENT)


def _without_number(text: str) -> str:
    """Return a text without the number of a heading, which has a rule of its own."""
    numbers = (loose.match(text) for loose, _ in patterns.HEADINGS)
    return text[next((found.end() for found in numbers if found), 0) :]


def _indented(paper: Paper) -> Iterator[Paragraph]:
    for paragraph in paper.of(BODY, *HEADINGS):
        if paragraph.in_body and paragraph.align in {"left", "both"} and not paragraph.pictures:
            yield paragraph
