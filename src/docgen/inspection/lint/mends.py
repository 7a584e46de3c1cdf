"""Takes a fault and the file on the desk, gives the file mended: fonts, indents, pitch, margins, page numbers."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from docgen.inspection.faces import face_of
from docgen.inspection.lint.closing import has_blanks, pairs, right_of
from docgen.inspection.lint.head import NEAR
from docgen.inspection.lint.rule import Fault, Mend
from docgen.inspection.mending import page_numbers
from docgen.inspection.mending import paragraphs as change
from docgen.inspection.mending.desk import Desk
from docgen.inspection.paper import MARKS, Paper
from docgen.inspection.word import Paragraph, Run
from docgen.ooxml.names import w
from docgen.ooxml.order import put
from docgen.page import Align, Role, Style, official_name, signature, style_named
from docgen.page.distances import IMPRINT_INNER_WEIGHT, IMPRINT_OUTER_WEIGHT
from docgen.page.signature import SEALED_RIGHT_CHARS
from docgen.page.style import BLACK
from docgen.page.units import mm_to_eighths

_EMPHASIS = frozenset({Role.HEI, Role.KAI})
_WEIGHTS = {"top": IMPRINT_OUTER_WEIGHT, "bottom": IMPRINT_OUTER_WEIGHT, "insideH": IMPRINT_INNER_WEIGHT}


def sheet_size(desk: Desk, paper: Paper, fault: Fault) -> None:
    """Set the sheet to A4, turned as it was."""
    width, height = paper.profile.page_twips
    if paper.document.sections[fault.section].landscape:
        width, height = height, width
    put(desk.sections()[fault.section], "pgSz", w=width, h=height)


def margins(desk: Desk, paper: Paper, fault: Fault) -> None:
    """Set all four margins of the section to those of the profile that it is nearest to."""
    top, right, bottom, left = paper.profile.margins_twips
    put(desk.sections()[fault.section], "pgMar", top=top, right=right, bottom=bottom, left=left, gutter=0)


def pitch(desk: Desk, paper: Paper, fault: Fault) -> None:
    """Set the profile's pitch."""
    for element in _element(desk, fault):
        change.set_pitch(element, paper.profile.pitch_twips)


def tightness(desk: Desk, paper: Paper, fault: Fault) -> None:
    """Set the profile's run spacing on all runs."""
    for element in _element(desk, fault):
        change.leave_grid(element)
    for element, _ in _runs(desk, fault):
        change.set_spacing(element, paper.profile.run_spacing_twips)


def spaces(desk: Desk, _paper: Paper, fault: Fault) -> None:
    """Set no space around the paragraph."""
    for element in _element(desk, fault):
        change.clear_spaces(element)


def widows(desk: Desk, _paper: Paper, fault: Fault) -> None:
    """Turn widow control off."""
    for element in _element(desk, fault):
        change.switch_off(element, "widowControl")


def font(desk: Desk, paper: Paper, fault: Fault) -> None:
    """Set face and size of the paragraph's role; what is emphasised by 黑体 or 楷体 stays so."""
    paragraph, style = fault.paragraph, _style(paper, fault)
    if paragraph is None or style is None:
        return
    faces = {face_of(run.east_asian) for run in paragraph.runs if run.text.strip()}
    kept = _EMPHASIS - {style.font} if not faces <= _EMPHASIS else frozenset()
    for element, run in _runs(desk, fault):
        if face_of(run.east_asian) not in {style.font, *kept}:
            change.set_face(element, style.font)
        if style.key not in MARKS:
            change.set_size(element, style.half_points)


def unbold(desk: Desk, _paper: Paper, fault: Fault) -> None:
    """Set the paragraph not bold."""
    for element, _ in _runs(desk, fault):
        change.unbold(element)


def black(desk: Desk, _paper: Paper, fault: Fault) -> None:
    """Set the paragraph black."""
    for element, _ in _runs(desk, fault):
        change.set_colour(element, BLACK)


def named_fonts(desk: Desk, paper: Paper, fault: Fault) -> None:
    """Name the face of the paragraph's role on all its runs that take theirs from the theme."""
    style = _style(paper, fault)
    for element, run in _runs(desk, fault):
        if run.themed and style is not None:
            change.set_face(element, style.font)


def hints(desk: Desk, _paper: Paper, fault: Fault) -> None:
    """Send shared punctuation to the Chinese face."""
    for element, _ in _runs(desk, fault):
        change.set_hint(element)


def latin(desk: Desk, paper: Paper, fault: Fault) -> None:
    """Set Latin characters in the face of the paragraph's role."""
    style = _style(paper, fault)
    for element, _ in _runs(desk, fault):
        change.set_latin(element, official_name(style.font if style else Role.FANG))


def centre(desk: Desk, paper: Paper, fault: Fault) -> None:
    """Set the paragraph in the middle."""
    for element in _element(desk, fault):
        change.strip_blanks(element, at_end=True)
        change.indent(element, style_named("title"), paper.profile)
        change.align(element, Align.CENTER.word)


def indents(desk: Desk, paper: Paper, fault: Fault) -> None:
    """Set the indents of the paragraph's role instead of blanks."""
    style = _style(paper, fault)
    for element in _element(desk, fault):
        if style is not None:
            change.strip_blanks(element)
            change.indent(element, style, paper.profile)
            if style.align is Align.LEFT:
                change.align(element, style.align.word)


def signatures(desk: Desk, paper: Paper, _fault: Fault) -> None:
    """Set the right indents of signature and date that their widths ask for; where the date leaves room for a seal, both."""
    placed: set[int] = set()
    for name, date in pairs(paper):
        sealed = abs(right_of(date) - SEALED_RIGHT_CHARS) <= NEAR and date.align == "right"
        wanted = signature(name.words, date.words, seal=sealed)
        for paragraph, chars in ((name, wanted.name_right_chars), (date, wanted.date_right_chars)):
            _set_right(desk, paper, paragraph, chars)
            placed.add(paragraph.index)
    for alone in paper.of("signature", "date"):
        # What stands alone is nowhere told its place: it keeps the one that its blanks gave it.
        if alone.index not in placed and has_blanks(alone):
            _set_right(desk, paper, alone, max(right_of(alone), 0))


def imprint_rules(desk: Desk, paper: Paper, fault: Fault) -> None:
    """Set the weights of the imprint's rules, where there are rules."""
    table = list(desk.tree(desk.main).iter(w("tbl")))[fault.table - 1]
    for side, wanted in _WEIGHTS.items():
        for borders in table.iter(w("tblBorders")):
            _weigh(borders.find(w(side)), mm_to_eighths(wanted.mm))
    rows = list(table.iterchildren(w("tr")))
    for number, row in enumerate(rows):
        for borders in row.iter(w("tcBorders")):
            edges = {"top": number == 0, "bottom": number == len(rows) - 1}
            for side, is_outer in edges.items():
                weight = IMPRINT_OUTER_WEIGHT if is_outer else IMPRINT_INNER_WEIGHT
                _weigh(borders.find(w(side)), mm_to_eighths(weight.mm))


def footers(desk: Desk, paper: Paper, _fault: Fault) -> None:
    """Set page numbers on odd and even pages."""
    page_numbers.rebuild(desk, paper.document, paper.profile)


def _set_right(desk: Desk, paper: Paper, paragraph: Paragraph, chars: float) -> None:
    element = desk.paragraph(paragraph)
    change.strip_blanks(element, at_end=True)
    change.align(element, Align.RIGHT.word)
    change.indent(element, style_named(paper.role(paragraph)), paper.profile, right=chars)


ONCE: frozenset[Mend] = frozenset({signatures, footers})
"""The mends that mend the whole file at once."""


def _weigh(border: etree._Element | None, eighths: int) -> None:
    if border is not None:
        border.set(w("sz"), str(eighths))


def _style(paper: Paper, fault: Fault) -> Style | None:
    return paper.style(fault.paragraph) if fault.paragraph else None


def _element(desk: Desk, fault: Fault) -> Iterator[etree._Element]:
    if fault.paragraph is not None:
        yield desk.paragraph(fault.paragraph)


def _runs(desk: Desk, fault: Fault) -> Iterator[tuple[etree._Element, Run]]:
    """Yield the runs of a fault's paragraph: the element of each, and what was read of it."""
    if fault.paragraph is not None:
        elements = list(desk.paragraph(fault.paragraph).iter(w("r")))
        yield from ((elements[run.index], run) for run in fault.paragraph.runs)
