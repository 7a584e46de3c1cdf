"""Takes a paper, gives what is wrong with its page numbers (GB/T 9704 7.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.chinese import to_width
from docgen.inspection import patterns
from docgen.inspection.faces import face_of
from docgen.inspection.lint.head import leading_blanks
from docgen.inspection.lint.rule import Fault
from docgen.inspection.lint.sheet import NATURAL_LINE, SINGLE
from docgen.inspection.paper import Paper
from docgen.inspection.word import PageNumber, Paragraph, Section
from docgen.inspection.word.document import PAGE
from docgen.page import DEFAULT_PROFILE, profile_named, size_name, style_named
from docgen.page.distances import DASH_DEPTH_EMS, PAGE_NUMBER_DROP
from docgen.page.units import mm_to_twips, pt_to_twips, twips_to_mm
from docgen.vocabulary import measures as say

ODD, EVEN = style_named("page-number-odd"), style_named("page-number-even")
_DIGITS = re.compile(r"[0-9]+")
IN_DASHES = re.compile(r"[—―]\s?#\s?[—―]")
DROP_TOLERANCE_MM = 2
"""The fonts' own heights differ by so much between offices."""
NEAR = 0.3


def missing(paper: Paper) -> Iterator[Fault]:
    """Ask that pages are numbered (7.5)."""
    if not any(section.numbers for section in paper.document.sections):
        yield Fault(None, say.MISSING, say.quoted(say.PAGE_EXAMPLE))


def typed(paper: Paper) -> Iterator[Fault]:
    """Ask that the number is a field: a typed one is the same on every page (practice)."""
    for each in _numbers(paper):
        if each.is_typed:
            yield Fault(each.paragraph, say.quoted(each.paragraph.words), say.PAGE_FIELD)


def dashes(paper: Paper) -> Iterator[Fault]:
    """Ask that a dash as long as a character stands on each side of the number (7.5)."""
    for each in _numbers(paper):
        shape = "".join("#" if run.field == PAGE else run.text for run in each.paragraph.runs).strip(patterns.BLANKS)
        if not IN_DASHES.fullmatch(_DIGITS.sub("#", shape) if each.is_typed else shape):
            yield Fault(each.paragraph, say.quoted(each.paragraph.words), say.quoted(say.PAGE_EXAMPLE))


def font(paper: Paper) -> Iterator[Fault]:
    """Ask that the number is set in half-width digits of 4号宋体 (7.5)."""
    for each in _numbers(paper):
        runs = [run for run in each.paragraph.runs if run.field == PAGE or (each.is_typed and _DIGITS.search(run.text))]
        faces = [run.latin for run in runs if face_of(run.latin) is not ODD.font]
        sizes = [run.size_pt for run in runs if run.size_pt != ODD.size_pt]
        if faces or sizes:
            found = say.both(
                say.size(size_name(sizes[0]), sizes[0]) if sizes else "", say.names(faces) if faces else ""
            )
            yield Fault(each.paragraph, found, say.face(ODD.size, ODD.font.value))


def side(paper: Paper) -> Iterator[Fault]:
    """Ask that odd pages have the number at the right, even ones at the left (7.5)."""
    by_parity = paper.document.odd_and_even
    for section in paper.upright:
        for each in _placed(section):
            wanted = _wanted(each)
            if _side_of(each.paragraph) != wanted:
                yield Fault(each.paragraph, say.ALIGNMENTS.get(each.paragraph.align, ""), _told(wanted))
            elif not by_parity and each.side == "default":
                yield Fault(each.paragraph, say.SAME_ON_ALL_PAGES, say.both(say.ODD_RIGHT, say.EVEN_LEFT))


def indent(paper: Paper) -> Iterator[Fault]:
    """Ask that the number stands one character away from the edge (7.5)."""
    for section in paper.upright:
        for each in _placed(section):
            paragraph, wanted = each.paragraph, _wanted(each)
            if _side_of(paragraph) != wanted:
                continue
            have = _right(paragraph) if wanted == "right" else paragraph.indents.left + leading_blanks(paragraph)
            if abs(have - ODD.right) > NEAR:
                yield Fault(paragraph, say.chars(have), say.chars(ODD.right))


def drop(paper: Paper) -> Iterator[Fault]:
    """Ask that the dash beside the number stands 7 mm below the text area (7.5)."""
    for section in paper.upright:
        for each in _placed(section):
            if not each.is_last or each.paragraph.spacing.after:
                continue
            have = dash_drop_mm(section, each.paragraph)
            if abs(have - PAGE_NUMBER_DROP.mm) > DROP_TOLERANCE_MM:
                yield Fault(each.paragraph, say.length(round(have)), say.length(PAGE_NUMBER_DROP.mm))


def dash_drop_mm(section: Section, paragraph: Paragraph) -> float:
    """Return how far below the text area (35 mm above the edge) the dash of a footer's last line stands, about."""
    bottom = mm_to_twips(profile_named(DEFAULT_PROFILE).bottom_mm)
    natural = pt_to_twips(NATURAL_LINE * paragraph.size_pt)
    spacing = paragraph.spacing
    line = spacing.line if spacing.rule != "auto" else round(natural * spacing.line / SINGLE)
    depth = pt_to_twips(DASH_DEPTH_EMS * paragraph.size_pt)
    return twips_to_mm(bottom - section.footer - line + depth)


def _numbers(paper: Paper) -> Iterator[PageNumber]:
    """Yield the page numbers, each part once."""
    seen: set[tuple[str, int]] = set()
    for section in paper.document.sections:
        for each in section.numbers:
            key = (each.paragraph.part, each.paragraph.index)
            if key not in seen:
                seen.add(key)
                yield each


def _placed(section: Section) -> Iterator[PageNumber]:
    """Yield the page numbers whose place can be told: in the footer's own lines, not in a box, frame or table."""
    for each in section.numbers:
        if each.is_footer and each.side != "first" and each.paragraph.in_body and not each.paragraph.floats:
            yield each


def _wanted(number: PageNumber) -> str:
    return (EVEN if number.side == "even" else ODD).align.word


def _side_of(paragraph: Paragraph) -> str:
    return "left" if paragraph.align == "both" else paragraph.align


def _told(wanted: str) -> str:
    return say.EVEN_LEFT if wanted == EVEN.align.word else say.ODD_RIGHT


def _right(paragraph: Paragraph) -> float:
    text = paragraph.text
    return paragraph.indents.right + to_width(text[len(text.rstrip(patterns.BLANKS)) :]) / 2
