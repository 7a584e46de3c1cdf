"""Takes a block of an outline, gives the paragraphs and tables of a Word template."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from docgen.house import fixed, outline
from docgen.house.ooxml import Element, w
from docgen.house.order import leads_with
from docgen.house.outline import Block, Layout
from docgen.house.styles import ALL_STYLES, titled
from docgen.house.texts import in_lines, name_of, shown
from docgen.house.word_head import head
from docgen.house.word_imprint import imprint
from docgen.house.word_tables import fields, gap, grid, hands, rows
from docgen.house.word_text import Sheet, control, hanging, paragraph, repeated, run, when, when_either, when_shown
from docgen.page import Style, space_twips
from docgen.page.signature import SEALED_BEFORE_LINES, SEALED_RIGHT_CHARS

Elements = Iterator[Element]


def blocks(sheet: Sheet, given: Sequence[Block], following: Block | None = None) -> Elements:
    """Yield the elements of blocks in order; each knows what stands before it and after it, here or further out."""
    for index, block in enumerate(given):
        before = given[index - 1] if index else None
        after = given[index + 1] if index + 1 < len(given) else following
        yield from _WRITERS[type(block)](sheet, block, before, after)


def _head(sheet: Sheet, block: outline.Head, _before: Block | None, after: Block | None) -> Elements:
    yield from head(sheet, block)
    if sheet.layout is Layout.OFFICIAL and not leads_with(after, outline.Title):
        yield paragraph(sheet.look.body)


def _title(sheet: Sheet, block: outline.Title, _before: Block | None, after: Block | None) -> Elements:
    text = in_lines(block.text)
    plain = [paragraph(sheet.look.title, text, direct=[w("pageBreakBefore")] if block.new_page else ())]
    yield from _with_below(sheet, block.below, text) if block.below else plain
    if sheet.layout is Layout.OFFICIAL and not leads_with(after, outline.Addressee):
        yield paragraph(sheet.look.body)


def _with_below(sheet: Sheet, below: str, text: str) -> Elements:
    """Yield a title and the line below it, which takes over the blank that follows; the plain title without one."""
    blank = space_twips(ALL_STYLES[sheet.look.title], sheet.profile)[1]
    yield from when_either(
        shown(below),
        [
            paragraph(sheet.look.title, text, direct=[w("spacing", after=0)]),
            paragraph(sheet.look.below, below, direct=[w("spacing", after=blank)]),
        ],
        [paragraph(sheet.look.title, text)],
    )


def _addressee(sheet: Sheet, block: outline.Addressee, _before: Block | None, _after: Block | None) -> Elements:
    """Yield the addressee; without one the blank line that parts a title from the text."""
    made, blank = paragraph("addressee", block.text + fixed.COLON), paragraph(sheet.look.body)
    return when_either(shown(block.text), [made], [blank])


def _paragraph(sheet: Sheet, block: outline.Paragraph, _before: Block | None, _after: Block | None) -> Elements:
    made = [paragraph(sheet.look.body, block.text)]
    if block.each:
        return repeated(fixed.PARAGRAPH, name_of(block.each), made)
    return when_shown(made, block.text)


def _heading(sheet: Sheet, block: outline.Heading, _before: Block | None, _after: Block | None) -> Elements:
    style = sheet.look.headings[block.level - 1]
    yield from when_shown([paragraph(style, titled(style, block.text))], block.text)


def _line(sheet: Sheet, block: outline.Line, _before: Block | None, _after: Block | None) -> Elements:
    style = ALL_STYLES[sheet.look.inner_line if block.inner else sheet.look.line]
    direct = _hanging_label(sheet, style, block.label)
    label = run(block.label + fixed.COLON, sheet.look.label)
    made = paragraph(style.key, label, block.text, keep=block.keep, direct=direct)
    return when("" if block.always else shown(block.text), [made])


def _hanging_label(sheet: Sheet, style: Style, label: str) -> Sequence[Element | None]:
    chars = fixed.hang_of(label)
    if style.first_line > 0 or not chars:
        return ()
    return [hanging(sheet, style.key, start=style.left + style.first_line, chars=chars)]


def _people(sheet: Sheet, block: outline.People, before: Block | None, _after: Block | None) -> Elements:
    style = ALL_STYLES["people-next" if isinstance(before, outline.People) else "people"]
    direct = _hanging_label(sheet, style, block.label)
    made = paragraph(style.key, run(block.label + fixed.COLON, "people-label"), block.text, direct=direct)
    return when_shown([made], block.text)


def _speeches(sheet: Sheet, block: outline.Speeches, _before: Block | None, _after: Block | None) -> Elements:
    speaker = run(fixed.SPEAKER + fixed.DISSENT_MARK + fixed.COLON, "run-in-heading")
    return repeated(fixed.SPEECH, name_of(block.of), [paragraph(sheet.look.speech, speaker, fixed.SPEECH_TEXT)])


def _ballot(sheet: Sheet, block: outline.Ballot, _before: Block | None, _after: Block | None) -> Elements:
    text = f"{{{{ {name_of(block.of)} }}}}"
    return when_shown([paragraph(sheet.look.body, text)], text)


def _pictures(sheet: Sheet, block: outline.Pictures, _before: Block | None, _after: Block | None) -> Elements:
    caption = when_shown([paragraph(sheet.look.caption, fixed.CAPTION)], fixed.CAPTION)
    picture = paragraph("picture", fixed.picture_tag(block.width))
    return repeated(fixed.PICTURE, name_of(block.of), [picture, *caption])


def _chart(_sheet: Sheet, block: outline.Chart, _before: Block | None, _after: Block | None) -> Elements:
    of = name_of(block.of)
    return when(of, [paragraph("picture", fixed.chart_tag(of, block.width))])


def _signature(sheet: Sheet, block: outline.Signature, _before: Block | None, _after: Block | None) -> Elements:
    plain = [paragraph("signature", block.name), paragraph("date", block.date)]
    if not block.seal:
        return iter(plain)
    twips = sheet.profile.indent_twips(SEALED_RIGHT_CHARS)
    above = w("spacing", before=round(SEALED_BEFORE_LINES * sheet.profile.pitch_twips))
    sealed = [
        paragraph(key, content, direct=[space, w("ind", rightChars=SEALED_RIGHT_CHARS * 100, right=twips)])
        for key, content, space in (("signature", block.name, above), ("date", block.date, None))
    ]
    return when_either(block.seal, sealed, plain)


def _remark(_sheet: Sheet, block: outline.Remark, _before: Block | None, _after: Block | None) -> Elements:
    return when_shown([paragraph("note", fixed.REMARK.format(block.text))], block.text)


def _attachments(_sheet: Sheet, block: outline.Attachments, _before: Block | None, _after: Block | None) -> Elements:
    of, label = name_of(block.of), fixed.ATTACHMENTS + fixed.COLON
    numbered = fixed.ATTACHMENT_NUMBER + block.text
    cases = (
        (f"if {of}|length == 1", paragraph("attachment-note-single", label, block.text)),
        ("elif loop.first", paragraph("attachment-note", label, numbered)),
        ("else", paragraph("attachment-note-next", numbered)),
    )
    chosen = [element for statement, made in cases for element in (control(statement), made)]
    return repeated(fixed.ATTACHMENT, of, [*chosen, control("endif")])


def _attachment_line(sheet: Sheet) -> Elements:
    first, second = sheet.look.headings[:2]
    is_first, is_second = fixed.ATTACHMENT_LEVELS
    cases = ((f"if {is_first}", first), (f"elif {is_second}", second), ("else", sheet.look.body))
    for statement, style in cases:
        yield control(statement)
        yield paragraph(style, fixed.ATTACHMENT_TEXT)
    yield control("endif")


def _attachment_pages(
    sheet: Sheet, block: outline.AttachmentPages, _before: Block | None, _after: Block | None
) -> Elements:
    of = name_of(block.of)
    page = [
        paragraph("attachment-label", fixed.attachment_label(of)),
        paragraph("attachment-title", in_lines(fixed.ATTACHMENT_TITLE)),
        paragraph(sheet.look.body),
        *repeated(fixed.PARAGRAPH, fixed.ATTACHMENT_BODY, _attachment_line(sheet)),
    ]
    return repeated(fixed.ATTACHMENT, of, when(fixed.ATTACHMENT_BODY, page))


def _imprint(sheet: Sheet, block: outline.Imprint, _before: Block | None, _after: Block | None) -> Elements:
    return when_shown(imprint(sheet, block), block.copies_to, block.date)


def _fields(sheet: Sheet, block: outline.Fields, _before: Block | None, _after: Block | None) -> Elements:
    return _apart(sheet, fields(sheet, block))


def _rows(sheet: Sheet, block: outline.Rows, _before: Block | None, _after: Block | None) -> Elements:
    return _apart(sheet, rows(sheet, block))


def _grid(sheet: Sheet, block: outline.Grid, _before: Block | None, _after: Block | None) -> Elements:
    return _apart(sheet, grid(sheet, block))


def _apart(sheet: Sheet, table: Elements) -> Elements:
    """Yield a table with a blank above it, for the lines of all papers but forms come close to their lower edge."""
    if sheet.layout is not Layout.FORM:
        yield gap(keep=True)
    yield from table


def _hands(sheet: Sheet, block: outline.Hands, _before: Block | None, _after: Block | None) -> Elements:
    return hands(sheet, block)


def _for(sheet: Sheet, block: outline.For, _before: Block | None, _after: Block | None) -> Elements:
    return repeated(block.name, name_of(block.of), blocks(sheet, block.blocks))


def _if(sheet: Sheet, block: outline.If, _before: Block | None, after: Block | None) -> Elements:
    yield control(f"if {block.test}")
    yield from blocks(sheet, block.blocks, after)
    if block.otherwise:
        yield control("else")
        yield from blocks(sheet, block.otherwise, after)
    yield control("endif")


_WRITERS: dict[type[Any], Callable[[Sheet, Any, Block | None, Block | None], Elements]] = {
    outline.Head: _head,
    outline.Title: _title,
    outline.Addressee: _addressee,
    outline.Paragraph: _paragraph,
    outline.Heading: _heading,
    outline.Line: _line,
    outline.Fields: _fields,
    outline.Rows: _rows,
    outline.Grid: _grid,
    outline.People: _people,
    outline.Speeches: _speeches,
    outline.Ballot: _ballot,
    outline.Pictures: _pictures,
    outline.Chart: _chart,
    outline.Hands: _hands,
    outline.Signature: _signature,
    outline.Remark: _remark,
    outline.Attachments: _attachments,
    outline.AttachmentPages: _attachment_pages,
    outline.Imprint: _imprint,
    outline.For: _for,
    outline.If: _if,
}
