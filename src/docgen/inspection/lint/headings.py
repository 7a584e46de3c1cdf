"""Takes a paper, gives what is wrong with its headings: how they are numbered, in which order, how they end."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.inspection import patterns
from docgen.inspection.lint.rule import Fault
from docgen.inspection.paper import BODY, HEADINGS, Paper
from docgen.vocabulary import measures as say

MOST_LEAP = 2
"""A paper with two levels may go from 一、 to 1.; a leap over two levels has lost one."""


def heading_number(paper: Paper) -> Iterator[Fault]:
    """Ask that levels are numbered 一、 （一） 1. （1） (7.3.3)."""
    for paragraph in paper.of(BODY, *HEADINGS):
        if not paragraph.in_body:
            continue
        for (loose, exact), example in zip(patterns.HEADINGS, patterns.HEADING_EXAMPLES, strict=True):
            if found := loose.match(paragraph.words):
                if not exact.match(paragraph.words):
                    yield Fault(paragraph, say.quoted(found[0]), say.quoted(example))
                break


def heading_order(paper: Paper) -> Iterator[Fault]:
    """Ask that levels follow one another (7.3.3): none is reached by leaping over two others."""
    above = 0
    for paragraph in paper.of(*HEADINGS):
        level = HEADINGS.index(paper.role(paragraph)) + 1
        if above and level - above > MOST_LEAP:
            before, found = patterns.HEADING_EXAMPLES[above - 1], patterns.HEADING_EXAMPLES[level - 1]
            yield Fault(paragraph, say.after_level(found, before), say.quoted(patterns.HEADING_EXAMPLES[above]))
        above = level


def heading_stop(paper: Paper) -> Iterator[Fault]:
    """Ask that a heading that stands alone has no full stop (practice)."""
    for paragraph in paper.of("title", *HEADINGS):
        if paragraph.words.endswith(_STOPS):
            yield Fault(paragraph, say.quoted(paragraph.words[-1]), say.WITHOUT_STOP)


_STOPS = tuple("。；，")
