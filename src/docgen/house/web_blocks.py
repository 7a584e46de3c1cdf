"""Takes the blocks of an outline, gives lines of an html template, in the order and the words of the Word template."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from docgen.house import fixed, outline
from docgen.house.order import leads_with
from docgen.house.outline import Block, Layout
from docgen.house.styles import ALL_STYLES, LOOKS, WITH_BELOW, mark_steps, titled
from docgen.house.texts import expression, in_lines, name_of, shown
from docgen.house.web_tables import fields, grid, hands, rows
from docgen.house.web_text import element, hanging, paragraph, span, surrounded, text, when, when_shown

Lines = Iterator[str]
KEPT = "kept"
"""The class of a line that holds on to what stands before it."""
NEW_PAGE = "new-page"
"""The class of a title that begins a page."""
BLANK_LINE = '<div class="blank"></div>'


def blocks(layout: Layout, given: Sequence[Block], following: Block | None = None) -> Lines:
    """Yield the lines of blocks in order; each knows what stands before it and after it, here or further out."""
    for index, block in enumerate(given):
        before = given[index - 1] if index else None
        after = given[index + 1] if index + 1 < len(given) else following
        yield from _WRITERS[type(block)](layout, block, before, after)


def _head(layout: Layout, block: outline.Head, _before: Block | None, after: Block | None) -> Lines:
    if layout is Layout.BULLETIN or block.minutes:
        yield from _published(block, "bulletin" if layout is Layout.BULLETIN else "minutes")
    else:
        yield from _official(block)
    if layout is Layout.OFFICIAL and not leads_with(after, outline.Title):
        yield BLANK_LINE


def _published(block: outline.Head, prefix: str) -> Lines:
    number = "bulletin-issue" if prefix == "bulletin" else "minutes-number"
    yield _mark(f"{prefix}-mark", block.mark)
    yield from when_shown([paragraph(number, text(block.number))], block.number)
    yield paragraph(f"{prefix}-publisher", text(block.left), span("end", block.right))


def _official(block: outline.Head) -> Lines:
    yield from _top_rows(block)
    yield _mark("mark", block.mark)
    plain = paragraph("number", text(block.number))
    if not block.signer:
        yield plain
        return
    signer = element("span", "end", text(fixed.SIGNER + fixed.COLON) + span("signer-name", block.signer))
    signed = paragraph("number-with-signer", text(block.number), signer)
    test = shown(block.signer)
    yield from when(test, [signed, "{% else %}", plain] if test else [signed])


def _top_rows(block: outline.Head) -> Lines:
    given = (("copy-number", block.copy_number), ("secrecy", block.secrecy), ("urgency", block.urgency))
    if any(content for _, content in given):
        yield '<div class="top-rows">'
        for style, content in given:
            if content:
                yield from when_shown([paragraph(style, text(content))], content)
        yield "</div>"


def _mark(style: str, content: str) -> str:
    """Return a mark in the largest size that keeps it on one line, which the finished text decides."""
    steps = mark_steps()
    choice = f"mark-{len(steps) - 1}"
    for index, (_, fits) in reversed(list(enumerate(steps[:-1]))):
        choice = f"{{% if ({expression(content)})|length <= {fits} %}}mark-{index}{{% else %}}{choice}{{% endif %}}"
    return paragraph(f"{style} {choice}", text(content))


def _title(layout: Layout, block: outline.Title, _before: Block | None, after: Block | None) -> Lines:
    look, test = LOOKS[layout], shown(block.below)
    opening = f" {NEW_PAGE}" if block.new_page else ""
    has_below = f"{{% if {test} %}} {WITH_BELOW}{{% endif %}}" if test else f" {WITH_BELOW}"
    yield element("h1", look.title + (has_below if block.below else "") + opening, text(in_lines(block.text)))
    if block.below:
        yield from when_shown([paragraph(look.below, text(block.below))], block.below)
    if layout is Layout.OFFICIAL and not leads_with(after, outline.Addressee):
        yield BLANK_LINE


def _addressee(_layout: Layout, block: outline.Addressee, _before: Block | None, _after: Block | None) -> Lines:
    made, test = paragraph("addressee", text(block.text + fixed.COLON)), shown(block.text)
    return when(test, [made, "{% else %}", BLANK_LINE] if test else [made])


def _paragraph(layout: Layout, block: outline.Paragraph, _before: Block | None, _after: Block | None) -> Lines:
    made = [paragraph(LOOKS[layout].body, text(block.text))]
    if block.each:
        return surrounded(f"for {fixed.PARAGRAPH} in {name_of(block.each)}", made, "endfor")
    return when_shown(made, block.text)


def _heading(layout: Layout, block: outline.Heading, _before: Block | None, _after: Block | None) -> Lines:
    style = LOOKS[layout].headings[block.level - 1]
    return when_shown([element(f"h{block.level + 1}", style, text(titled(style, block.text)))], block.text)


def _line(layout: Layout, block: outline.Line, _before: Block | None, _after: Block | None) -> Lines:
    look = LOOKS[layout]
    style = look.inner_line if block.inner else look.line
    made = _labelled(style, look.label, block.label, block.text, KEPT if block.keep else "")
    return when("" if block.always else shown(block.text), [made])


def _people(_layout: Layout, block: outline.People, before: Block | None, _after: Block | None) -> Lines:
    style = "people-next" if isinstance(before, outline.People) else "people"
    return when_shown([_labelled(style, "people-label", block.label, block.text)], block.text)


def _labelled(style: str, label_style: str, label: str, content: str, kept: str = "") -> str:
    attributes = hanging(ALL_STYLES[style], fixed.hang_of(label))
    classes = (style, "hang" if attributes else "", kept)
    return paragraph(
        " ".join(filter(None, classes)), span(label_style, label + fixed.COLON), text(content), **attributes
    )


def _speeches(layout: Layout, block: outline.Speeches, _before: Block | None, _after: Block | None) -> Lines:
    speaker = span("run-in-heading", fixed.SPEAKER + fixed.DISSENT_MARK + fixed.COLON)
    made = paragraph(LOOKS[layout].speech, speaker, text(fixed.SPEECH_TEXT))
    return surrounded(f"for {fixed.SPEECH} in {name_of(block.of)}", [made], "endfor")


def _ballot(layout: Layout, block: outline.Ballot, _before: Block | None, _after: Block | None) -> Lines:
    content = f"{{{{ {name_of(block.of)} }}}}"
    return when_shown([paragraph(LOOKS[layout].body, content)], content)


def _pictures(layout: Layout, block: outline.Pictures, _before: Block | None, _after: Block | None) -> Lines:
    yield f'{{{{ macros.pictures({name_of(block.of)}, "{block.width}mm", "{LOOKS[layout].caption}") }}}}'


def _chart(_layout: Layout, block: outline.Chart, _before: Block | None, _after: Block | None) -> Lines:
    of = name_of(block.of)
    return when(of, [f'<div class="figure">{paragraph("picture", fixed.chart_tag(of, block.width))}</div>'])


def _signature(_layout: Layout, block: outline.Signature, _before: Block | None, _after: Block | None) -> Lines:
    seal = f", seal={block.seal}" if block.seal else ""
    yield f"{{{{ macros.signature({expression(block.name)}, {expression(block.date)}{seal}) }}}}"


def _remark(_layout: Layout, block: outline.Remark, _before: Block | None, _after: Block | None) -> Lines:
    return when_shown([paragraph("note", text(fixed.REMARK.format(block.text)))], block.text)


def _attachments(_layout: Layout, block: outline.Attachments, _before: Block | None, _after: Block | None) -> Lines:
    of, label = name_of(block.of), fixed.ATTACHMENTS + fixed.COLON
    numbered = fixed.ATTACHMENT_NUMBER + block.text
    cases = (
        (f"if {of}|length == 1", paragraph("attachment-note-single", label, text(block.text))),
        ("elif loop.first", paragraph("attachment-note", label, text(numbered))),
        ("else", paragraph("attachment-note-next", text(numbered))),
    )
    chosen = [line for statement, made in cases for line in (f"{{% {statement} %}}", made)]
    return surrounded(f"for {fixed.ATTACHMENT} in {of}", [*chosen, "{% endif %}"], "endfor")


def _attachment_line(layout: Layout) -> Lines:
    first, second = LOOKS[layout].headings[:2]
    is_first, is_second = fixed.ATTACHMENT_LEVELS
    yield f"{{% if {is_first} %}}"
    yield element("h3", first, fixed.ATTACHMENT_TEXT)
    yield f"{{% elif {is_second} %}}"
    yield element("h4", second, fixed.ATTACHMENT_TEXT)
    yield "{% else %}"
    yield paragraph(LOOKS[layout].body, fixed.ATTACHMENT_TEXT)
    yield "{% endif %}"


def _attachment_pages(
    layout: Layout, block: outline.AttachmentPages, _before: Block | None, _after: Block | None
) -> Lines:
    of = name_of(block.of)
    page = [
        paragraph("attachment-label", fixed.attachment_label(of)),
        element("h2", "attachment-title", in_lines(fixed.ATTACHMENT_TITLE)),
        BLANK_LINE,
        *surrounded(f"for {fixed.PARAGRAPH} in {fixed.ATTACHMENT_BODY}", _attachment_line(layout), "endfor"),
    ]
    return surrounded(f"for {fixed.ATTACHMENT} in {of}", when(fixed.ATTACHMENT_BODY, page), "endfor")


def _imprint(_layout: Layout, block: outline.Imprint, _before: Block | None, _after: Block | None) -> Lines:
    copies = paragraph("imprint-copies", text(fixed.COPIES_TO + fixed.COLON + block.copies_to + fixed.FULL_STOP))
    office = paragraph("imprint-issuer", span("start", block.office), span("end", block.date + fixed.PRINTED))
    shown_lines = (
        *(when_shown([copies], block.copies_to) if block.copies_to else ()),
        *(when_shown([office], block.date) if block.date else ()),
    )
    # On one line: WeasyPrint gives white space between the paragraphs of a footnote a line of its own. The outer element
    # stays with the text, and so the imprint never comes to a page without any.
    made = f'<div class="{KEPT}"><div class="imprint">{"".join(shown_lines)}</div></div>'
    return when_shown([made], block.copies_to, block.date)


def _fields(_layout: Layout, block: outline.Fields, _before: Block | None, _after: Block | None) -> Lines:
    return fields(block)


def _rows(_layout: Layout, block: outline.Rows, _before: Block | None, _after: Block | None) -> Lines:
    return rows(block)


def _grid(_layout: Layout, block: outline.Grid, _before: Block | None, _after: Block | None) -> Lines:
    return grid(block)


def _hands(_layout: Layout, block: outline.Hands, _before: Block | None, _after: Block | None) -> Lines:
    return hands(block)


def _for(layout: Layout, block: outline.For, _before: Block | None, _after: Block | None) -> Lines:
    return surrounded(f"for {block.name} in {name_of(block.of)}", blocks(layout, block.blocks), "endfor")


def _if(layout: Layout, block: outline.If, _before: Block | None, after: Block | None) -> Lines:
    yield f"{{% if {block.test} %}}"
    yield from blocks(layout, block.blocks, after)
    if block.otherwise:
        yield "{% else %}"
        yield from blocks(layout, block.otherwise, after)
    yield "{% endif %}"


_WRITERS: dict[type[Any], Callable[[Layout, Any, Block | None, Block | None], Lines]] = {
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
