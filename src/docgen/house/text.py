"""Takes an outline, gives the plain text template of its paper, for a message."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from docgen.house import fixed, outline
from docgen.house.outline import Block, Outline
from docgen.house.texts import name_of, shown

Lines = Iterator[str]
_TAG_AT_START, _TAG_AT_END = re.compile(r"^(\s*){% "), re.compile(r" %}$")
BETWEEN_CELLS = "　"


def write_txt(given: Outline) -> str:
    """Write a text template: jinja2, a line per paragraph."""
    return "\n".join(line for block in given.blocks for line in lines_of(block)) + "\n"


def lines_of(block: Block) -> Lines:
    """Yield the lines of a block; statements of the template stand on lines of their own."""
    return _WRITERS[type(block)](block)


def kept(line: str) -> str:
    """Return a line of text that keeps its indent and its end, where a tag stands beside these."""
    return _TAG_AT_END.sub(" +%}", _TAG_AT_START.sub(r"\1{%+ ", line))


def _head(block: outline.Head) -> Lines:
    for content in (block.copy_number, block.secrecy, block.urgency, block.mark, block.number):
        yield from _shown(content)
    yield from _when(shown(block.signer), [kept(fixed.SIGNER + fixed.COLON + block.signer)] if block.signer else [])
    if block.left or block.right:
        yield from _shown(block.left + BETWEEN_CELLS + block.right)


def _title(block: outline.Title) -> Lines:
    yield from _shown(block.text)
    yield from _shown(block.below)
    yield ""


def _addressee(block: outline.Addressee) -> Lines:
    return _when(shown(block.text), [kept(block.text + fixed.COLON)])


def _paragraph(block: outline.Paragraph) -> Lines:
    line = kept(fixed.INDENT + block.text)
    if block.each:
        return _around(f"for {fixed.PARAGRAPH} in {name_of(block.each)}", [line], "endfor")
    return _when(shown(block.text), [line])


def _heading(block: outline.Heading) -> Lines:
    return _shown(block.text)


def _line(block: outline.Line) -> Lines:
    return _when("" if block.always else shown(block.text), [kept(block.label + fixed.COLON + block.text)])


def _people(block: outline.People) -> Lines:
    return _when(shown(block.text), [kept(block.label + fixed.COLON + block.text)])


def _fields(block: outline.Fields) -> Lines:
    for row in block.rows:
        for label, content in row:
            yield kept(label + fixed.COLON + content)


def _rows(block: outline.Rows) -> Lines:
    yield BETWEEN_CELLS.join(column.head for column in block.columns)
    row = kept(BETWEEN_CELLS.join(column.text for column in block.columns))
    yield from _around(f"for {block.name} in {name_of(block.of)}", [row], "endfor")
    if block.total:
        yield kept(BETWEEN_CELLS.join(block.total))


def _grid(block: outline.Grid) -> Lines:
    yield _cells(fixed.GRID_HEAD, name_of(block.heads), fixed.GRID_HEAD_TEXT)
    row = _cells(fixed.GRID_CELL, fixed.GRID_ROW, fixed.GRID_CELL_TEXT)
    yield from _around(f"for {fixed.GRID_ROW} in {name_of(block.rows)}", [row], "endfor")
    if block.total:
        total = _cells(fixed.GRID_CELL, name_of(block.total), fixed.GRID_CELL_TEXT)
        yield from _around(f"if {name_of(block.total)}", [total], "endif")


def _cells(name: str, of: str, content: str) -> str:
    between = f"{{% if not loop.last %}}{BETWEEN_CELLS}{{% endif %}}"
    return kept(f"{{% for {name} in {of} %}}{content}{between}{{% endfor %}}")


def _speeches(block: outline.Speeches) -> Lines:
    line = fixed.SPEAKER + fixed.DISSENT_MARK + fixed.COLON + fixed.SPEECH_TEXT
    return _around(f"for {fixed.SPEECH} in {name_of(block.of)}", [fixed.INDENT + line], "endfor")


def _ballot(block: outline.Ballot) -> Lines:
    return _shown(f"{{{{ {name_of(block.of)} }}}}")


def _pictures(block: outline.Pictures) -> Lines:
    return _around(f"for {fixed.PICTURE} in {name_of(block.of)}", _shown(fixed.CAPTION), "endfor")


def _chart(_block: outline.Chart) -> Lines:
    """Yield nothing: the numbers stand in a table."""
    return iter(())


def _hands(block: outline.Hands) -> Lines:
    for label, name in block.pairs:
        yield kept(label + fixed.COLON + name)


def _signature(block: outline.Signature) -> Lines:
    yield ""
    yield kept(block.name)
    yield kept(block.date)


def _remark(block: outline.Remark) -> Lines:
    return _when(shown(block.text), [kept(fixed.INDENT + fixed.REMARK.format(block.text))])


def _attachments(block: outline.Attachments) -> Lines:
    of = name_of(block.of)
    first = f"{{% if loop.first %}}{fixed.ATTACHMENTS}{fixed.COLON}{{% endif %}}"
    number = f"{{% if {of}|length > 1 %}}{fixed.ATTACHMENT_NUMBER}{{% endif %}}"
    line = kept(fixed.INDENT + first + number + block.text)
    return _around(f"for {fixed.ATTACHMENT} in {of}", [line], "endfor")


def _attachment_pages(block: outline.AttachmentPages) -> Lines:
    of, line = name_of(block.of), kept(fixed.INDENT + fixed.ATTACHMENT_TEXT)
    page = [
        "",
        kept(fixed.attachment_label(of)),
        kept(fixed.ATTACHMENT_TITLE),
        *_around(f"for {fixed.PARAGRAPH} in {fixed.ATTACHMENT_BODY}", [line], "endfor"),
    ]
    return _around(f"for {fixed.ATTACHMENT} in {of}", _when(fixed.ATTACHMENT_BODY, page), "endfor")


def _imprint(block: outline.Imprint) -> Lines:
    copies = fixed.COPIES_TO + fixed.COLON + block.copies_to + fixed.FULL_STOP
    yield from _when(shown(block.copies_to), [copies] if block.copies_to else [])
    office = block.office + BETWEEN_CELLS + block.date + fixed.PRINTED
    yield from _when(shown(block.date), [office] if block.date else [])


def _for(block: outline.For) -> Lines:
    return _around(f"for {block.name} in {name_of(block.of)}", _all(block.blocks), "endfor")


def _if(block: outline.If) -> Lines:
    yield f"{{% if {block.test} %}}"
    yield from _all(block.blocks)
    if block.otherwise:
        yield "{% else %}"
        yield from _all(block.otherwise)
    yield "{% endif %}"


def _all(blocks: Iterable[Block]) -> Lines:
    for block in blocks:
        yield from lines_of(block)


def _shown(content: str) -> Lines:
    return _when(shown(content), [kept(content)] if content else [])


def _when(test: str, lines: Iterable[str]) -> Lines:
    return _around(f"if {test}" if test else "", lines, "endif")


def _around(opening: str, lines: Iterable[str], closing: str) -> Lines:
    if opening:
        yield f"{{% {opening} %}}"
    yield from lines
    if opening:
        yield f"{{% {closing} %}}"


_WRITERS: dict[type[Any], Callable[[Any], Lines]] = {
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
