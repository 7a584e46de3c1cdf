"""Takes a paper, gives what is wrong with its fonts: faces and sizes by role, bold, theme fonts, shared punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.chinese import is_han
from docgen.inspection import patterns
from docgen.inspection.faces import TIMES, face_of, is_chinese
from docgen.inspection.lint.rule import Fault
from docgen.inspection.paper import BODY, HEADINGS, MARKS, NOTES, Paper
from docgen.inspection.word import Paragraph, Run
from docgen.page import Role, Style, size_name
from docgen.page.style import BLACK
from docgen.vocabulary import measures as say

SHARED_MARKS = "“”‘’—…"
PLAIN = (BODY, "addressee", "signature", "date", "note", "people", "people-next", "number", "minutes-number",
         "minutes-publisher", *sorted(NOTES))  # fmt: skip
"""The roles whose face is the standard's general one (5.2.2)."""
ELEMENTS = ("secrecy", "urgency", *sorted(MARKS), "imprint-copies", "imprint-issuer")
SIZELESS = MARKS
"""The roles whose size the standard leaves open (7.2.4)."""
_BLACK = frozenset({"AUTO", BLACK})
_LATIN = re.compile("[0-9A-Za-z]")
_LEAD_INS = {0: Role.HEI, 1: Role.KAI}
"""The faces in which a numbered sentence of the first two levels may be set as a whole."""


def body_font(paper: Paper) -> Iterator[Fault]:
    """Ask that unless said otherwise, elements are set in 3号仿宋 (5.2.2); a minority of other characters is an emphasis."""
    for paragraph in paper.of(*PLAIN):
        if not _is_lead_in(paragraph):
            yield from _font(paper, paragraph)


def title_font(paper: Paper) -> Iterator[Fault]:
    """Ask that the title is set in 2号小标宋 (7.3.1)."""
    for paragraph in paper.of("title"):
        yield from _font(paper, paragraph)


def heading_font(paper: Paper) -> Iterator[Fault]:
    """Ask that headings are set in 黑体, 楷体, 仿宋, 仿宋 by their level, all 3号 (7.3.3)."""
    for paragraph in paper.of(*HEADINGS):
        yield from _font(paper, paragraph)


def element_font(paper: Paper) -> Iterator[Fault]:
    """Ask that the elements of head and imprint have faces of their own (7.2, 7.4)."""
    for paragraph in paper.of(*ELEMENTS):
        yield from _font(paper, paragraph)


def attachment_label_font(paper: Paper) -> Iterator[Fault]:
    """Ask that 附件1 is set in 3号黑体 (7.3.7)."""
    for paragraph in paper.of("attachment-label"):
        yield from _font(paper, paragraph)


def title_bold(paper: Paper) -> Iterator[Fault]:
    """Ask that 小标宋 is bold by its design; Word's bold makes it blot (practice)."""
    for paragraph in paper.of("title", *sorted(MARKS)):
        if any(run.bold for run in paragraph.runs if run.text.strip()):
            yield Fault(paragraph, say.BOLD, say.NOT_BOLD)


def text_colour(paper: Paper) -> Iterator[Fault]:
    """Ask that text is black, but the mark (5.2.4)."""
    for paragraph in _official(paper):
        strange = [run.colour for run in paragraph.runs if run.text.strip() and run.colour not in _BLACK]
        if strange and paper.role(paragraph) not in MARKS:
            yield Fault(paragraph, say.colour(strange[0]), say.BLACK)


def theme_fonts(paper: Paper) -> Iterator[Fault]:
    """Ask that theme fonts change with the theme of whoever opens the file (practice)."""
    for paragraph in _official(paper):
        if any(run.themed for run in paragraph.runs):
            yield Fault(paragraph, say.FROM_THEME, say.NAMED_FACE)


def quote_font(paper: Paper) -> Iterator[Fault]:
    """Ask that “ ” and — fall into the Latin font unless the run sends them to the Chinese one (practice)."""
    for paragraph in _official(paper):
        fallen = [run.latin for run in paragraph.runs if _falls(run)]
        if fallen:
            yield Fault(paragraph, say.names(fallen), say.names(_own_faces(paragraph)))


def latin_font(paper: Paper) -> Iterator[Fault]:
    """Ask that digits in a face of their own stand out from the text; the standard names none (practice)."""
    for paragraph in paper.of(BODY):
        strange = [run.latin for run in paragraph.runs if _LATIN.search(run.text) and _is_strange(run)]
        if strange and paragraph.in_body:
            yield Fault(paragraph, say.names(strange), say.names(_own_faces(paragraph)))


def _own_faces(paragraph: Paragraph) -> list[str]:
    return [run.east_asian for run in paragraph.runs if run.text.strip()][:1]


def _is_strange(run: Run) -> bool:
    return bool(run.latin) and not run.themed and not is_chinese(run.latin) and run.latin.lower() != TIMES


def _falls(run: Run) -> bool:
    fallen = any(mark in run.text for mark in SHARED_MARKS) and not run.hinted
    return fallen and not run.themed and bool(run.latin) and not is_chinese(run.latin)


def _official(paper: Paper) -> Iterator[Paragraph]:
    return (each for each in paper.document.body if each.words and paper.role(each))


def _font(paper: Paper, paragraph: Paragraph) -> Iterator[Fault]:
    style = paper.style(paragraph)
    if style is None or not (counted := _han_runs(paragraph)):
        return
    is_sized = style.key not in SIZELESS
    wrong_face = [run for run in counted if face_of(run.east_asian) is not style.font]
    wrong_size = [run for run in counted if is_sized and run.size_pt != style.size_pt]
    faces, sizes = _outweighs(wrong_face, counted), _outweighs(wrong_size, counted)
    if faces or sizes:
        found = say.both(
            say.size(size_name(wrong_size[0].size_pt), wrong_size[0].size_pt) if sizes else "",
            say.names(run.east_asian for run in wrong_face) if faces else "",
        )
        yield Fault(paragraph, found, expected_font(style), clause="" if style.key in PLAIN else style.clause)


def expected_font(style: Style) -> str:
    """Say the face of a style, with its size where one is asked for."""
    return say.face("" if style.key in SIZELESS else style.size, style.font.value)


def _han_runs(paragraph: Paragraph) -> list[Run]:
    return [run for run in paragraph.runs if any(map(is_han, run.text))]


def _outweighs(wrong: Sequence[Run], counted: Sequence[Run]) -> bool:
    """Tell whether more than half of the Han characters are wrong."""
    return 2 * _weight(wrong) > _weight(counted)


def _weight(runs: Sequence[Run]) -> int:
    return sum(sum(map(is_han, run.text)) for run in runs)


def _is_lead_in(paragraph: Paragraph) -> bool:
    for level, role in _LEAD_INS.items():
        if patterns.HEADINGS[level][0].match(paragraph.words):
            return all(face_of(run.east_asian) is role for run in _han_runs(paragraph))
    return False
