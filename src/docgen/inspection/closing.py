"""Takes the paragraphs after the head of a paper, gives the roles of what closes it: signature, notes, attachments, imprint."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.chinese import to_width
from docgen.inspection import patterns
from docgen.inspection.word import Document, Paragraph

LONGEST_NAME, LONGEST_IMPRINT = 60, 1_000
AT_THE_RIGHT = 6
"""So many characters from the left a line no longer begins a paragraph."""


def closing_roles(document: Document, filled: Sequence[Paragraph]) -> dict[int, str]:
    """Return the roles of what closes a paper; `filled` are the paragraphs of its body with text, without its head."""
    roles = dict(_imprint(document, filled))
    text = [each for each in filled if each.index not in roles]
    dates = [at for at, each in enumerate(text) if is_date(each) and begins_right(each)]
    label = next((at for at, each in enumerate(text) if _is_label(each, at, dates)), len(text))
    end = max((at for at in dates if at < label), default=None)
    if end is not None:
        roles[text[end].index] = "date"
        roles |= dict(_signature(text, end))
        if end + 1 < len(text) and patterns.NOTE.fullmatch(text[end + 1].words):
            roles[text[end + 1].index] = "note"
    roles |= dict(_attachment_note(text[: label if end is None else end]))
    roles |= dict(_people(text[:label]))
    roles |= dict(_attachments(text, label))
    return roles


def is_date(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is a date and nothing else."""
    return bool(patterns.DATE.fullmatch(paragraph.words))


def begins_right(paragraph: Paragraph) -> bool:
    """Tell whether a line begins well away from the left edge."""
    blanks = to_width(_leading(paragraph.text)) / 2
    start = paragraph.indents.left + paragraph.indents.first + blanks
    return paragraph.align in {"right", "center"} or start >= AT_THE_RIGHT


def _leading(text: str) -> str:
    return text[: len(text) - len(text.lstrip(patterns.BLANKS))].replace("\t", patterns.TAB_AS_BLANKS)


def _is_label(paragraph: Paragraph, at: int, dates: Sequence[int]) -> bool:
    """Tell whether a paragraph is 附件1 at the head of an attachment: on a new page, or after the date."""
    if not patterns.ATTACHMENT_LABEL.fullmatch(paragraph.words):
        return False
    return paragraph.start_of_page or any(date < at for date in dates)


def _signature(text: Sequence[Paragraph], end: int) -> Iterator[tuple[int, str]]:
    """Yield the one line above the date that is a name; several names are several offices, whose place is their own."""
    names = [at for at in (end - 1, end - 2) if at >= 0 and _is_name(text[at])]
    if names[:1] == [end - 1] and len(names) == 1:
        yield text[end - 1].index, "signature"


def _is_name(paragraph: Paragraph) -> bool:
    words = paragraph.words
    return (
        to_width(words) <= LONGEST_NAME
        and words[-1] not in patterns.MORE_PUNCTUATION
        and not any(mark in words for mark in patterns.CLAUSE_MARKS)
        and begins_right(paragraph)
        and not is_date(paragraph)
    )


def _attachment_note(text: Sequence[Paragraph]) -> Iterator[tuple[int, str]]:
    at = next((at for at, each in enumerate(text) if patterns.ATTACHMENT_NOTE.fullmatch(each.words)), None)
    if at is None:
        return
    found = patterns.ATTACHMENT_NOTE.fullmatch(text[at].words)
    numbered = bool(found and patterns.ATTACHMENT_ITEM.fullmatch(found["rest"]))
    following = 0
    for each in text[at + 1 :]:
        if not patterns.ATTACHMENT_ITEM.fullmatch(each.words):
            break
        following += 1
        yield each.index, "attachment-note-next"
    yield text[at].index, "attachment-note" if numbered or following else "attachment-note-single"


def _people(text: Sequence[Paragraph]) -> Iterator[tuple[int, str]]:
    """Yield 出席, 请假 and 列席 where they close the minutes of a meeting (10.3): rows in a row, the first is 出席."""
    at = next((at for at, each in enumerate(text) if patterns.PEOPLE.match(each.words)), None)
    if at is None or any(not patterns.PEOPLE.match(each.words) for each in text[at:]):
        return
    yield text[at].index, "people"
    for each in text[at + 1 :]:
        yield each.index, "people-next"


def _attachments(text: Sequence[Paragraph], label: int) -> Iterator[tuple[int, str]]:
    for at in range(label, len(text)):
        each = text[at]
        if patterns.ATTACHMENT_LABEL.fullmatch(each.words):
            yield each.index, "attachment-label"
        elif at and patterns.ATTACHMENT_LABEL.fullmatch(text[at - 1].words) and each.align == "center":
            yield each.index, "attachment-title"
        elif each.align not in {"left", "both"}:
            yield each.index, ""


def _imprint(document: Document, filled: Sequence[Paragraph]) -> Iterator[tuple[int, str]]:
    """Yield the rows of the imprint, wherever they stand: in the text, a table or a box."""
    inside = [each for each in document.paragraphs if not each.in_body and each.words]
    last = {each.index for each in filled[-4:]}
    for each in [*filled, *inside]:
        if (each.in_body and each.index not in last) or to_width(each.words) > LONGEST_IMPRINT:
            continue
        if patterns.COPIES_TO.match(each.words):
            yield each.index, "imprint-copies"
        elif patterns.PRINTED.fullmatch(each.words) and to_width(each.words) > 16:
            yield each.index, "imprint-issuer"
