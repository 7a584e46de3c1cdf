"""Takes a paper, gives what is wrong with its head, its title and its addressee."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.chinese import to_width
from docgen.inspection import patterns
from docgen.inspection.foreign import is_red
from docgen.inspection.lint.rule import Fault
from docgen.inspection.paper import MARKS, NUMBERS, Paper
from docgen.inspection.word import Paragraph
from docgen.page import Align, Layout
from docgen.page.style import RED
from docgen.page.title_lines import COLUMNS_PER_CHAR, TITLE_WIDTH
from docgen.vocabulary import measures as say

NEAR = 0.5
_UNDER_THE_MARK = ("number", "number-with-signer", "minutes-number", "minutes-publisher")


def mark_colour(paper: Paper) -> Iterator[Fault]:
    """Ask that the mark is red (7.2.4)."""
    for paragraph in paper.of(*sorted(MARKS)):
        if not is_red(paragraph):
            yield Fault(paragraph, say.NOT_RED, say.RED)


def red_rule(paper: Paper) -> Iterator[Fault]:
    """Ask that below mark and number stands a red rule (7.2.7); one that is drawn or a picture is not looked into."""
    rows = list(paper.of(*_UNDER_THE_MARK))
    if paper.layout is not Layout.OFFICIAL or not rows or not list(paper.of(*MARKS)) or paper.document.drawings:
        return
    last = rows[-1]
    after = [each for each in paper.document.body if each.index >= last.index][:3]
    edges = [each.border for each in after if each.border]
    if not edges:
        yield Fault(last, say.MISSING, say.RED)
    elif not any(edge.colour == RED or _is_reddish(edge.colour) for edge in edges):
        yield Fault(last, say.NOT_RED, say.RED)


def _is_reddish(colour: str) -> bool:
    return bool(re.fullmatch("[A-F][0-9A-F][0-5][0-9A-F][0-5][0-9A-F]", colour))


def number_brackets(paper: Paper) -> Iterator[Fault]:
    """Ask that the year of a number stands in 〔〕 (7.2.5)."""
    for paragraph, found in _numbers(paper):
        if (found["open"], found["close"]) != patterns.BRACKETS:
            yield Fault(
                paragraph, say.quoted(found["open"] + found["year"] + found["close"]), say.quoted(say.NUMBER_EXAMPLE)
            )


def number_year(paper: Paper) -> Iterator[Fault]:
    """Ask that the year of a number is written in full (7.2.5)."""
    for paragraph, found in _numbers(paper):
        if len(found["year"]) != 4:
            yield Fault(paragraph, say.quoted(found["year"]), say.quoted(say.NUMBER_EXAMPLE))


def number_form(paper: Paper) -> Iterator[Fault]:
    """Ask that a number has no 第 and no leading zero, and ends with 号 (7.2.5)."""
    for paragraph, found in _numbers(paper):
        if found["nth"] or found["number"].startswith(patterns.ZEROS) or not found["end"]:
            yield Fault(
                paragraph, say.quoted(found["nth"] + found["number"] + found["end"]), say.quoted(say.NUMBER_EXAMPLE)
            )


def _numbers(paper: Paper) -> Iterator[tuple[Paragraph, re.Match[str]]]:
    for paragraph in paper.of(*NUMBERS, "minutes-number"):
        if found := patterns.NUMBER.search(paragraph.words):
            yield paragraph, found


def title_align(paper: Paper) -> Iterator[Fault]:
    """Ask that the title stands in the middle (7.3.1)."""
    for paragraph in paper.of("title"):
        if paragraph.align != Align.CENTER.word:
            yield Fault(paragraph, say.ALIGNMENTS.get(paragraph.align, paragraph.align), say.CENTRED)


def title_lines(paper: Paper) -> Iterator[Fault]:
    """Ask that a title that is too long for its line is broken by hand, so that words stay whole (practice)."""
    for paragraph in paper.of("title"):
        longest = max(to_width(line) for line in paragraph.text.split("\n")) / COLUMNS_PER_CHAR
        if longest > TITLE_WIDTH:
            yield Fault(paragraph, say.characters(round(longest)), say.characters(TITLE_WIDTH))


def addressee_colon(paper: Paper) -> Iterator[Fault]:
    """Ask that the addressee ends with a full-width colon (7.3.2)."""
    for paragraph in paper.of("addressee"):
        if not paragraph.words.endswith(_COLON):
            yield Fault(paragraph, say.quoted(paragraph.words[-1]), say.FULL_COLON)


def addressee_indent(paper: Paper) -> Iterator[Fault]:
    """Ask that the addressee begins at the left edge (7.3.2)."""
    for paragraph in paper.of("addressee"):
        begin = start_of(paragraph)
        if abs(begin) > NEAR:
            yield Fault(paragraph, say.start(begin), say.start(0))


def start_of(paragraph: Paragraph) -> float:
    """Return how many characters from the left edge a paragraph's text begins, its blanks counted."""
    return paragraph.indents.left + paragraph.indents.first + leading_blanks(paragraph)


def leading_blanks(paragraph: Paragraph) -> float:
    """Return the width of the blanks before a paragraph's text in characters."""
    text = paragraph.text
    return to_width(text[: len(text) - len(text.lstrip(patterns.BLANKS))].replace("\t", " ")) / COLUMNS_PER_CHAR


_COLON = "："
