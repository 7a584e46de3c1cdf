"""Takes the head of a paper, gives its paragraphs: rows at the top, red mark, number, red rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from docgen.house import fixed
from docgen.house.ooxml import Element, w
from docgen.house.outline import Head, Layout
from docgen.house.styles import mark_steps
from docgen.house.texts import expression, shown
from docgen.house.word_text import Sheet, control, paragraph, run, tab, when_either, when_shown
from docgen.page import mark_line_twips, size_half_points
from docgen.page.distances import mark_drop_mm
from docgen.page.units import mm_to_twips

TOP_ROWS = ("copy-number", "secrecy", "urgency")


def head(sheet: Sheet, block: Head) -> Iterator[Element]:
    """Yield the head of a bulletin, of minutes (10.3) or of any other official paper (7.2)."""
    if sheet.layout is Layout.BULLETIN:
        yield from _mark("bulletin-mark", block.mark)
        yield from when_shown([paragraph("bulletin-issue", block.number)], block.number)
        yield paragraph("bulletin-publisher", block.left, tab(), block.right)
    elif block.minutes:
        yield from _mark("minutes-mark", block.mark)
        yield from when_shown([paragraph("minutes-number", block.number)], block.number)
        yield paragraph("minutes-publisher", block.left, tab(), block.right)
    else:
        yield from _official(sheet, block)


def _official(sheet: Sheet, block: Head) -> Iterator[Element]:
    given = dict(zip(TOP_ROWS, (block.copy_number, block.secrecy, block.urgency), strict=True))
    texts = {style: text for style, text in given.items() if text}
    for style, text in texts.items():
        yield from when_shown([paragraph(style, text)], text)
    for text in texts.values():
        yield from _row_left_blank(text)
    drop = mm_to_twips(mark_drop_mm(sheet.profile, len(texts)))
    yield from _mark("mark", block.mark, {"before": drop} if texts else {})
    plain = [paragraph("number", block.number)]
    if not block.signer:
        yield from plain
        return
    name = run(block.signer, "signer-name")
    signed = paragraph("number-with-signer", block.number, tab(), fixed.SIGNER + fixed.COLON, name)
    yield from when_either(shown(block.signer), [signed], plain)


def _mark(style: str, text: str, space: Mapping[str, int] = MappingProxyType({})) -> Iterator[Element]:
    """Yield a mark in the largest size that keeps it on one line, which the finished text decides."""
    steps = mark_steps()
    for index, (size, fits) in enumerate(steps):
        last = index == len(steps) - 1
        statement = "else" if last else f"{'elif' if index else 'if'} ({expression(text)})|length <= {fits}"
        yield control(statement)
        half_points = size_half_points(size) if index else 0
        own: dict[str, str | int] = {**space, **({"line": mark_line_twips(size), "lineRule": "exact"} if index else {})}
        yield paragraph(style, run(text, half_points=half_points), direct=[w("spacing", **own) if own else None])
    yield control("endif")


def _row_left_blank(text: str) -> Iterator[Element]:
    test = shown(text)
    if test:
        yield control(f"if not ({test})")
        yield paragraph(TOP_ROWS[0])
        yield control("endif")
