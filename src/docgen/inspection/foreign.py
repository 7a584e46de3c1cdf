"""Takes a document that docgen did not make, gives the roles of its paragraphs by their text, place and look."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from docgen.chinese import is_han, to_width
from docgen.inspection import patterns
from docgen.inspection.closing import closing_roles
from docgen.inspection.faces import face_of
from docgen.inspection.paper import BODY, HEADINGS, MARKS, NUMBERS
from docgen.inspection.word import Document, Paragraph
from docgen.page import Layout, Role

LONGEST_HEADING, LONGEST_ROW = 80, 120
"""In columns: an element of a paper is short, which also keeps the patterns from long texts."""
MOST_TITLE_LINES, MOST_SUBTITLE_LINES = 4, 2
MARK_FROM_PT, TITLE_FROM_PT, LARGE_TITLE_PT = 22, 18, 21
HEAD_ROWS = 14
EVIDENCE = frozenset({*MARKS, *NUMBERS, "addressee", "signature", "attachment-note", "attachment-note-single",
                      "imprint-copies", "heading1"})  # fmt: skip
_TITLE_STYLES, _SUBTITLE_STYLES, _HEADING_STYLE = ("title",), ("subtitle",), re.compile(r"heading ([1-4])")
_FIRST_HEADING = "heading 1"
_TOC = "toc"


def foreign_roles(document: Document) -> dict[int, str]:
    """Return roles by paragraph number; what cannot be known is left out."""
    filled = [each for each in document.body if each.words and not each.style.lower().startswith(_TOC)]
    head = dict(_head(filled))
    closing = closing_roles(document, [each for each in filled if each.index not in head])
    rest = [each for each in filled if each.index not in head and each.index not in closing]
    return {**{each.index: role for each in rest if (role := _body_role(each))}, **head, **closing}


def layout_of(document: Document, roles: Mapping[int, str]) -> Layout | None:
    """Return the layout of a document, None where there is no sign of an official paper."""
    texts = {
        role: [each.words for each in document.body if roles.get(each.index) == role] for role in set(roles.values())
    }
    marks = "".join(text for mark in sorted(MARKS) for text in texts.get(mark, []))
    if any(word in marks for word in patterns.BULLETIN_WORDS) or _has_issue(document):
        return Layout.BULLETIN
    if any(patterns.OTHER_TITLES.fullmatch(text) for text in texts.get("title", [])[-1:]):
        return Layout.RECORD
    cells = sum(len(each.text) for each in document.paragraphs if each.table and not each.box)
    if cells > 2 * sum(len(each.text) for each in document.body):
        return Layout.TABLE
    if EVIDENCE & set(roles.values()):
        return Layout.OFFICIAL
    return Layout.OFFICIAL if "title" in texts and BODY in texts and _is_chinese(document) else None


def _has_issue(document: Document) -> bool:
    filled = [each for each in document.body if each.words][:HEAD_ROWS]
    return any(patterns.ISSUE.fullmatch(each.words) for each in filled)


def _is_chinese(document: Document) -> bool:
    text = "".join("".join(each.text.split()) for each in document.body)
    return sum(map(is_han, text)) * 2 > len(text)


def _head(filled: list[Paragraph]) -> Iterator[tuple[int, str]]:
    """Yield what stands before the body: rows, mark, number, title, the line below it, the addressee."""
    at, above = 0, ""
    while at < min(len(filled), HEAD_ROWS) and (role := _head_role(filled[at], above) or _black_mark(filled, at)):
        yield filled[at].index, role
        at, above = at + 1, above or role if role in MARKS else above
    lines = 0
    while at < len(filled) and lines < MOST_TITLE_LINES and _is_title(filled[at], is_first=not lines):
        yield filled[at].index, "title"
        at, lines = at + 1, lines + 1
    below = at + MOST_SUBTITLE_LINES if lines else at
    while at < min(len(filled), below) and _is_subtitle(filled[at]):
        yield filled[at].index, "subtitle"
        at += 1
    if lines and at < len(filled) and _is_addressee(filled[at]):
        yield filled[at].index, "addressee"


def _black_mark(filled: list[Paragraph], at: int) -> str:
    """Return the role of a mark that is not red: it stands in large type above a number."""
    is_large = filled[at].size_pt >= MARK_FROM_PT and filled[at].align == "center"
    below = filled[at + 1].words if at + 1 < len(filled) else ""
    return "mark" if is_large and patterns.NUMBER.fullmatch(below) else ""


def _head_role(paragraph: Paragraph, mark: str) -> str:
    """Return the role of a row of the head; `mark` is that of the mark above it."""
    text = paragraph.words
    if to_width(text) > LONGEST_ROW:
        return ""
    if mark == "minutes-mark" and patterns.PUBLISHER.fullmatch(text):
        return "minutes-publisher"
    if is_red(paragraph) and paragraph.size_pt >= MARK_FROM_PT:
        return "minutes-mark" if text.endswith(patterns.MINUTES_WORD) else "mark"
    if patterns.NUMBER.match(text) and to_width(text) <= LONGEST_HEADING:
        if patterns.NUMBER.fullmatch(text):
            return "minutes-number" if mark == "minutes-mark" else "number"
        return "number-with-signer" if patterns.SIGNER.search(text) else ""
    for role, pattern in (("secrecy", patterns.SECRECY), ("urgency", patterns.URGENCY),
                          ("copy-number", patterns.COPY_NUMBER)):  # fmt: skip
        if pattern.fullmatch(text):
            return role
    return ""


def _is_title(paragraph: Paragraph, *, is_first: bool) -> bool:
    text, style = paragraph.words, paragraph.style.lower()
    # Programs that turn other text into Word's make the title a heading without a number.
    if style in _TITLE_STYLES or (is_first and style == _FIRST_HEADING and not _level(text)):
        return True
    is_large = is_first and paragraph.size_pt >= LARGE_TITLE_PT
    if (
        (paragraph.align != "center" and not is_large)
        or _level(text)
        # A large centred line is a title even with the full stop that it should not have.
        or (text[-1] in patterns.NO_TITLE_ENDS and not (is_large and paragraph.align == "center"))
        or patterns.DATE.fullmatch(text)
    ):
        return False
    if not is_first and (text[0] in patterns.BESIDE_A_TITLE or paragraph.size_pt < TITLE_FROM_PT):
        return False
    return to_width(text) <= 3 * LONGEST_HEADING


def _is_subtitle(paragraph: Paragraph) -> bool:
    return paragraph.style.lower() in _SUBTITLE_STYLES or paragraph.align == "center"


def _is_addressee(paragraph: Paragraph) -> bool:
    text = paragraph.words
    if not patterns.ADDRESSEE.fullmatch(text) or patterns.LEADS_ON.search(text) or _level(text):
        return False
    # An indented line that ends with a colon may well begin the body.
    is_flush = paragraph.indents.first + paragraph.indents.left < 1 and text[0] == paragraph.text[:1]
    return is_flush or bool(patterns.PEOPLE_OR_OFFICES.fullmatch(text))


def _body_role(paragraph: Paragraph) -> str:
    level = _level(paragraph.words)
    if level and _is_heading(paragraph, level):
        return HEADINGS[level - 1]
    if found := _HEADING_STYLE.fullmatch(paragraph.style.lower()):
        # A heading without a number of ours: its level is the style's, what it should look like is not certain.
        return "" if level else HEADINGS[int(found[1]) - 1] if is_han(paragraph.words[:1]) else ""
    if paragraph.align in {"left", "both"} and not paragraph.pictures and not is_right(paragraph):
        return BODY
    return ""


def _is_heading(paragraph: Paragraph, level: int) -> bool:
    """Tell whether a numbered paragraph stands alone as a heading; a numbered sentence is body."""
    text = paragraph.words
    if to_width(text) > LONGEST_HEADING or any(mark in text[:-1] for mark in patterns.INNER_ENDS):
        return False
    if text[-1] not in patterns.MORE_PUNCTUATION:
        return True
    faces = {face_of(run.east_asian) for run in paragraph.runs if run.text.strip()}
    return text[-1] == patterns.STOP and level <= 2 and faces <= {Role.HEI, Role.KAI} and bool(faces)


def _level(text: str) -> int:
    """Return the level of heading that the number at the beginning of a text belongs to, 0 for none."""
    return next((level for level, (loose, _) in enumerate(patterns.HEADINGS, 1) if loose.match(text)), 0)


def is_red(paragraph: Paragraph) -> bool:
    """Tell whether the text is red: any red will do."""
    runs = [run for run in paragraph.runs if run.text.strip()]
    return bool(runs) and all(_is_red(run.colour) for run in runs)


def is_right(paragraph: Paragraph) -> bool:
    """Tell whether a line is pushed to the right, by its alignment, its indent or blanks."""
    blanks = len(paragraph.text) - len(paragraph.text.lstrip(patterns.BLANKS))
    return paragraph.align == "right" or paragraph.indents.left + paragraph.indents.first >= 8 or blanks >= 8


def _is_red(colour: str) -> bool:
    if not re.fullmatch("[0-9A-F]{6}", colour):
        return False
    red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return red >= 0xA0 and green <= 0x60 and blue <= 0x60
