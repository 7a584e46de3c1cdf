"""Takes a paper, gives what is wrong with its sheet: size, margins, lines and characters, tables, blank lines."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor

from docgen.inspection.lint.rule import Fault
from docgen.inspection.paper import BODY, HEADINGS, TEXT, Paper
from docgen.inspection.word import Paragraph, Section
from docgen.page import DEFAULT_PROFILE, PROFILES, Profile
from docgen.page.distances import MARGIN_TOLERANCE
from docgen.page.units import TWIPS_PER_PT, mm_to_twips, pt_to_twips, twips_to_mm, twips_to_pt
from docgen.vocabulary import measures as say

SIZE_TOLERANCE = mm_to_twips(1)
NATURAL_LINE = 1.3
"""A Chinese font's own height by its size, about: the fonts differ, so that a multiple of it is never certain."""
SINGLE = 240
MOST_BLANKS = 2
_PITCHED = (BODY, *HEADINGS)
_IN_LINES = (*sorted(TEXT), "signature", "date")
_SIDES = ("top", "right", "bottom", "left")


def paper_size(paper: Paper) -> Iterator[Fault]:
    """Ask that sheets are A4, upright or turned (5.1)."""
    wanted = sorted(paper.profile.page_twips)
    for number, section in enumerate(paper.document.sections):
        have = sorted((section.width, section.height))
        if any(abs(side - right) > SIZE_TOLERANCE for side, right in zip(have, wanted, strict=True)):
            found = say.sheet(twips_to_mm(section.width), twips_to_mm(section.height))
            yield Fault(None, found, say.sheet(*map(twips_to_mm, wanted)), section=number)


def margins(paper: Paper) -> Iterator[Fault]:
    """Ask that upper margin 37±1, left 28±1, text area 156×225 mm (5.2.1); the margins of both profiles are right.

    What is expected is said by the standard's own numbers.
    """
    for number, section in enumerate(paper.document.sections):
        if section.landscape:
            continue
        for side in _SIDES:
            have, (least, most) = getattr(section, side), _allowed(side)
            if not least <= have <= most:
                wanted = say.millimetres_wanted(*map(twips_to_mm, _around(side, PROFILES[DEFAULT_PROFILE])))
                yield Fault(None, say.millimetres(side, twips_to_mm(have)), wanted, section=number)


def _allowed(side: str) -> tuple[int, int]:
    bounds = [_around(side, profile) for profile in PROFILES.values()]
    return min(least for least, _ in bounds), max(most for _, most in bounds)


def _around(side: str, profile: Profile) -> tuple[int, int]:
    wanted = profile.margins_twips[_SIDES.index(side)]
    return wanted - MARGIN_TOLERANCE.twips, wanted + MARGIN_TOLERANCE.twips


def page_lines(paper: Paper) -> Iterator[Fault]:
    """Ask that a page holds 22 lines (5.2.3); which pitch gives them depends on the margins, and no pitch is prescribed."""
    for paragraph in paper.of(*_IN_LINES):
        section = paper.document.section_of(paragraph)
        if not paragraph.in_body or section.landscape:
            continue
        height = twips_to_pt(_height(paper, section))
        wanted = paper.profile.lines
        expected = say.lines_wanted(
            wanted, floor(height / (wanted + 1) * 100 + 1) / 100, floor(height / wanted * 100) / 100
        )
        pitch = pitch_of(paragraph, section)
        if pitch is None:
            yield Fault(paragraph, say.uncertain_lines(paragraph.spacing.line / SINGLE), expected)
        elif (held := floor(height / pitch + 1e-6)) != wanted:
            yield Fault(paragraph, say.lines(held, pitch), expected)


def _height(paper: Paper, section: Section) -> int:
    """Return the height of the text area; where the margins are wrong, what it would be if they were mended."""
    sizes = (section.height, paper.profile.page_twips[1])
    strange = abs(sizes[0] - sizes[1]) > SIZE_TOLERANCE
    wrong = any(not _allowed(side)[0] <= getattr(section, side) <= _allowed(side)[1] for side in ("top", "bottom"))
    top, _, bottom, _ = paper.profile.margins_twips
    return paper.profile.page_twips[1] - top - bottom if wrong or strange else section.text_height


def pitch_of(paragraph: Paragraph, section: Section) -> float | None:
    """Return the distance from line to line in points; None where it depends on the font."""
    spacing = paragraph.spacing
    natural = NATURAL_LINE * paragraph.size_pt
    grid = twips_to_pt(section.grid_pitch) if section.grid and paragraph.snaps else 0
    if spacing.rule == "exact":
        return max(twips_to_pt(spacing.line), 1)
    if spacing.rule == "atLeast":
        least = twips_to_pt(spacing.line)
        return _snapped(max(least, natural), grid) if least >= natural or grid else None
    return _snapped(natural, grid) * spacing.line / SINGLE if grid else None


def _snapped(pitch: float, grid: float) -> float:
    return max(ceil(pitch / grid - 1e-6) * grid, 1) if grid else max(pitch, 1)


def line_characters(paper: Paper) -> Iterator[Fault]:
    """Ask that a line of body text holds 28 characters (5.2.3): plain 16 pt gives 27, so that the spacing must be tight."""
    profile = paper.profile
    for paragraph in paper.of(BODY):
        section = paper.document.section_of(paragraph)
        if not paragraph.in_body or section.landscape or paragraph.size_pt != profile.body_pt:
            continue
        longest = max(paragraph.runs, key=lambda run: len(run.text))
        grid = section.char_space_twips if paragraph.snaps else 0
        unit = pt_to_twips(profile.body_pt) + longest.spacing_twips + grid
        held = floor(profile.text_width_twips / max(unit, TWIPS_PER_PT))
        if held != profile.characters:
            yield Fault(paragraph, say.characters(held), say.characters(profile.characters))


def paragraph_spaces(paper: Paper) -> Iterator[Fault]:
    """Ask that body text has no space around its paragraphs, which would throw the lines off 22 a page (practice)."""
    for paragraph in paper.of(*_PITCHED):
        before, after = paragraph.spacing.before, paragraph.spacing.after
        if paragraph.in_body and (before or after):
            yield Fault(paragraph, say.spaces(twips_to_pt(before), twips_to_pt(after)), say.spaces(0, 0))


def widow_control(paper: Paper) -> Iterator[Fault]:
    """Ask that widow control would leave pages of 21 lines (practice)."""
    for paragraph in paper.of(*_PITCHED):
        if paragraph.in_body and paragraph.widow_control:
            yield Fault(paragraph, say.WIDOW_CONTROL, say.NO_WIDOW_CONTROL)


def table_width(paper: Paper) -> Iterator[Fault]:
    """Ask that tables keep within the text area (practice)."""
    for table in paper.document.tables:
        section = paper.document.sections[min(table.section, len(paper.document.sections) - 1)]
        room = max(section.text_width, 0)
        if table.width > room + SIZE_TOLERANCE and not table.box:
            first = next((each for each in paper.document.paragraphs if each.table == table.index), None)
            yield Fault(first, say.length(twips_to_mm(table.width)), say.length(twips_to_mm(room)), table=table.index)


def blank_paragraphs(paper: Paper) -> Iterator[Fault]:
    """Ask that more blank paragraphs in a row than the standard asks for are a way of moving things down (practice)."""
    body = paper.document.body
    run: list[Paragraph] = []
    for paragraph in body:
        blank = not paragraph.words and not paragraph.pictures and not paragraph.start_of_page
        if blank:
            run.append(paragraph)
            continue
        if len(run) > MOST_BLANKS and paper.role(paragraph):
            yield Fault(run[0], say.blank_lines(len(run)), say.blank_lines(MOST_BLANKS))
        run = []
