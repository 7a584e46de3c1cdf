"""Takes a paper, gives what is wrong with its closing: attachments, signature, date, note."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.chinese import to_width
from docgen.inspection import patterns
from docgen.inspection.lint.head import NEAR, leading_blanks, start_of
from docgen.inspection.lint.rule import Fault
from docgen.inspection.paper import NOTES, Paper
from docgen.inspection.word import Paragraph
from docgen.page import profile_named, signature, style_named
from docgen.page.signature import COLUMNS_PER_CHAR, SignatureIndents
from docgen.vocabulary import measures as say

NOTE_START = 2
"""附件 begins two characters from the left (7.3.4)."""
_COLON, _HALF_COLON, _POINT = "：", ":", "."
_ENDS = tuple("。；，、.;,")
_MARKED = re.compile("《.*》[。；，]?")
_HALF_BRACKETS = ("(", ")")


def attachment_form(paper: Paper) -> Iterator[Fault]:
    """Ask that 附件：1.名称, each name without a mark after it (7.3.4)."""
    for paragraph in paper.of(*sorted(NOTES)):
        text = paragraph.words
        label, item = patterns.ATTACHMENT_NOTE.fullmatch(text), patterns.ATTACHMENT_ITEM.fullmatch(_rest(text))
        if label and _HALF_COLON in text[: len(text) - len(label["rest"])]:
            yield Fault(paragraph, say.quoted(_HALF_COLON), say.FULL_COLON)
        if item and item["mark"] != _POINT:
            yield Fault(paragraph, say.quoted(item["nth"] + item["mark"]), say.quoted(f"{item['nth']}{_POINT}"))
        if text.endswith(_ENDS):
            yield Fault(paragraph, say.quoted(text[-1]), say.WITHOUT_MARK)


def attachment_numbers(paper: Paper) -> Iterator[Fault]:
    """Ask that several attachments are numbered (7.3.4)."""
    first = next(paper.of("attachment-note"), None)
    if first and any(paper.of("attachment-note-next")) and not patterns.ATTACHMENT_ITEM.fullmatch(_rest(first.words)):
        yield Fault(first, say.WITHOUT_NUMBER, say.WITH_NUMBER)


def attachment_marks(paper: Paper) -> Iterator[Fault]:
    """Ask that the name of an attachment has no 《》 around it (practice)."""
    for paragraph in paper.of(*sorted(NOTES)):
        if _MARKED.fullmatch(_name(paragraph)):
            yield Fault(paragraph, say.quoted(_name(paragraph)), say.NO_MARKS)


def attachment_indent(paper: Paper) -> Iterator[Fault]:
    """Ask that 附件 begins two characters from the left; lines that wrap begin under the name (7.3.4)."""
    for paragraph in paper.of("attachment-note", "attachment-note-single"):
        begin = start_of(paragraph)
        if abs(begin - NOTE_START) > NEAR:
            yield Fault(paragraph, say.start(begin), say.start(NOTE_START))
    for paragraph in paper.of(*sorted(NOTES)):
        begin = _name_start(paragraph)
        wraps = begin + to_width(_name(paragraph)) / COLUMNS_PER_CHAR > profile_named().characters
        if wraps and abs(paragraph.indents.left - begin) > NEAR:
            yield Fault(paragraph, say.wrapped(paragraph.indents.left), say.wrapped(begin))


def _name(paragraph: Paragraph) -> str:
    """Return the name of an attachment, without 附件 and its number."""
    rest = _rest(paragraph.words)
    item = patterns.ATTACHMENT_ITEM.fullmatch(rest)
    return item["name"] if item else rest


def _name_start(paragraph: Paragraph) -> float:
    """Return how many characters from the left edge the name of an attachment begins."""
    before = paragraph.words[: len(paragraph.words) - len(_name(paragraph))]
    return start_of(paragraph) + to_width(before) / COLUMNS_PER_CHAR


def attachment_label(paper: Paper) -> Iterator[Fault]:
    """Ask that 附件1 stands at the left edge, without a colon (7.3.7)."""
    for paragraph in paper.of("attachment-label"):
        begin = start_of(paragraph)
        if paragraph.align not in {"left", "both"} or abs(begin) > NEAR:
            found = say.start(begin) if paragraph.align in {"left", "both"} else say.ALIGNMENTS.get(paragraph.align, "")
            yield Fault(paragraph, found, say.start(0))
        if paragraph.words.endswith((_COLON, _HALF_COLON)):
            yield Fault(paragraph, say.quoted(paragraph.words), say.quoted(paragraph.words[:-1]))


def date_form(paper: Paper) -> Iterator[Fault]:
    """Ask that the date is written 2020年3月5日: Arabic digits, the year in full, no leading zeros (7.3.5.4)."""
    for paragraph in paper.of("date"):
        if not patterns.GOOD_DATE.fullmatch(paragraph.words):
            yield Fault(paragraph, say.quoted(paragraph.words), say.quoted(say.DATE_EXAMPLE))


def signature_blanks(paper: Paper) -> Iterator[Fault]:
    """Ask that signature and date are placed by indents; blanks move with every change of the text (practice)."""
    for paragraph in paper.of("signature", "date"):
        if has_blanks(paragraph):
            yield Fault(paragraph, say.BY_BLANKS, say.BY_INDENT)


def signature_place(paper: Paper) -> Iterator[Fault]:
    """Ask that signature and date stand as 7.3.5.2 has them without a seal, or as 7.3.5.1 with one; half a character is free."""
    for name, date in pairs(paper):
        if has_blanks(name) or has_blanks(date):
            continue
        have = SignatureIndents(right_of(name), right_of(date))
        wanted = [signature(name.words, date.words, seal=seal) for seal in (False, True)]
        if not any(_is_near(have, each) for each in wanted):
            options = [say.right_indents(each.name_right_chars, each.date_right_chars) for each in wanted]
            yield Fault(name, say.right_indents(have.name_right_chars, have.date_right_chars), say.either(options))


def pairs(paper: Paper) -> Iterator[tuple[Paragraph, Paragraph]]:
    """Yield each signature with the date below it."""
    for name in paper.of("signature"):
        date = paper.next_to(name, 1)
        if date is not None and paper.role(date) == "date":
            yield name, date


def right_of(paragraph: Paragraph) -> float:
    """Return how many characters from the right edge the one line of a paragraph ends."""
    width = to_width(paragraph.words) / COLUMNS_PER_CHAR
    if paragraph.align == "right":
        return paragraph.indents.right + _trailing(paragraph)
    room = profile_named().characters - start_of(paragraph) - width
    if paragraph.align == "center":
        return (room + paragraph.indents.right) / 2
    return room


def has_blanks(paragraph: Paragraph) -> bool:
    """Tell whether a line is placed by blanks."""
    return leading_blanks(paragraph) >= 1 or _trailing(paragraph) >= 1


def note_brackets(paper: Paper) -> Iterator[Fault]:
    """Ask that a note stands in full-width brackets (7.3.6)."""
    for paragraph in paper.of("note"):
        if paragraph.words.startswith(_HALF_BRACKETS) or paragraph.words.endswith(_HALF_BRACKETS):
            yield Fault(paragraph, say.quoted(paragraph.words[0] + paragraph.words[-1]), say.FULL_BRACKETS)


def note_indent(paper: Paper) -> Iterator[Fault]:
    """Ask that a note begins two characters from the left (7.3.6)."""
    wanted = style_named("note").first_line
    for paragraph in paper.of("note"):
        begin = start_of(paragraph)
        if abs(begin - wanted) > NEAR:
            yield Fault(paragraph, say.start(begin), say.start(wanted))


def _is_near(have: SignatureIndents, wanted: SignatureIndents) -> bool:
    return (
        abs(have.name_right_chars - wanted.name_right_chars) <= NEAR
        and abs(have.date_right_chars - wanted.date_right_chars) <= NEAR
    )


def _rest(text: str) -> str:
    found = patterns.ATTACHMENT_NOTE.fullmatch(text)
    return found["rest"].strip() if found else text


def _trailing(paragraph: Paragraph) -> float:
    text = paragraph.text
    return to_width(text[len(text.rstrip(patterns.BLANKS)) :]) / COLUMNS_PER_CHAR
