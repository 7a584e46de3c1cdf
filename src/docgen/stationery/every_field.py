"""Takes a kind, gives an outline that shows every field of its view, for templates that begin from all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docgen.documents import DocumentKind
from docgen.documents.frame import FRAME
from docgen.house.outline import (
    Addressee,
    Block,
    Column,
    Fields,
    For,
    Grid,
    Head,
    Heading,
    If,
    Layout,
    Line,
    Outline,
    Paragraph,
    Pictures,
    Rows,
    Signature,
    Speeches,
    Title,
)
from docgen.stationery.checking.shape import Shape, shape_of

TITLE, MARK, NUMBER, ADDRESSEE = "标题", "标志", "文号", "主送"
SIGNERS, DATES = ("署名", "述职人", "承诺人", "供稿单位"), ("成文日期", "日期")
PHOTO, SPEECH = {"图", "图注"}, {"姓名", "内容", "不同意见"}
YES_OR_NO = '{{{{ "是" if {name} else "否" }}}}'
PICTURE = '{{{{ {name} | 图片(宽="70mm") }}}}'
LOOPS = ("项", "子项", "细项", "小项")
ROW = "行"
WIDE_COLUMNS = 8
"""A table of more columns than this asks for a landscape sheet."""
MOST_LEVELS = 4
PAIRS = 2


def fresh_outline(kind: DocumentKind, layout: Layout | None = None) -> Outline:
    """Return an outline of all fields in the view's order, in a layout or else the kind's own."""
    chosen = layout or (kind.outline.layout if kind.outline else Layout.RECORD)
    shape = shape_of(kind.schema)
    labels = {label: each for label, each in shape.labels.items() if label not in FRAME}
    framed, signed = dict[str, Shape](), _signed(labels)
    if chosen is Layout.OFFICIAL:
        framed = {label: labels[label] for label in (MARK, NUMBER, ADDRESSEE) if label in labels}
    rest = {label: each for label, each in labels.items() if label not in {TITLE, *framed, *signed}}
    blocks = (*_opening(framed), *_Fresh(chosen).blocks(rest), *_ending(signed))
    return Outline(chosen, blocks, landscape=any(_is_wide(each) for _, each in _tables(rest)))


class _Fresh:
    """Lays fields out as blocks of one layout."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout

    def blocks(self, labels: Mapping[str, Shape], above: str = "", level: int = 1) -> Iterator[Block]:
        """Yield lines for texts, loops for lists, tables for lists of things; texts of a form share a table."""
        plain: list[tuple[str, str]] = []
        heads = ""
        for label, shape in labels.items():
            name = f"{above}.{label}" if above else label
            if above and label == TITLE and shape.is_leaf:
                yield Heading(_said(name), min(level, MOST_LEVELS))
                continue
            if shape.is_leaf:
                plain.append((label, _text(name, shape)))
                continue
            if shape.item is not None and shape.item.is_leaf and _next_is_grid(labels, label):
                heads = name
                continue
            yield from self._lines(plain)
            plain = []
            if heads and shape.item is not None and shape.item.item is not None:
                yield Grid(heads, name)
            else:
                yield from self._group(label, name, shape, level)
        yield from self._lines(plain)

    def _lines(self, plain: list[tuple[str, str]]) -> Iterator[Block]:
        if self.layout is Layout.FORM and plain:
            yield Fields(tuple(tuple(plain[at : at + PAIRS]) for at in range(0, len(plain), PAIRS)))
        else:
            yield from (Line(label, text) for label, text in plain)

    def _group(self, label: str, name: str, shape: Shape, level: int) -> Iterator[Block]:
        heading = Heading(label, min(level, MOST_LEVELS))
        if shape.item is None:
            yield heading
            yield from self.blocks(shape.labels, name, level + 1)
        else:
            yield If(name, (heading, *self._list(name, shape.item, level)))

    def _list(self, name: str, item: Shape, level: int) -> Iterator[Block]:
        loop = LOOPS[min(level, len(LOOPS)) - 1]
        if item.is_leaf:
            yield Paragraph(each=name)
        elif item.item is not None:
            yield For(loop, name, tuple(self._list(loop, item.item, level + 1)))
        elif set(item.labels) == PHOTO:
            yield Pictures(name)
        elif set(item.labels) == SPEECH:
            yield Speeches(name)
        elif columns := _columns(item):
            yield Rows(name, ROW, columns)
        else:
            yield For(loop, name, tuple(self.blocks(item.labels, loop, level + 1)))


def _opening(framed: Mapping[str, Shape]) -> Iterator[Block]:
    if MARK in framed:
        yield Head(_said(MARK), _said(NUMBER) if NUMBER in framed else "")
    yield Title(_said(TITLE))
    if NUMBER in framed and MARK not in framed:
        yield Line(NUMBER, _said(NUMBER))
    if ADDRESSEE in framed:
        yield Addressee(_said(ADDRESSEE))


def _signed(labels: Mapping[str, Shape]) -> tuple[str, ...]:
    """Return the labels of the signature and its date, none where the view lacks one of them."""
    found = [next((label for label in choices if label in labels), "") for choices in (SIGNERS, DATES)]
    return tuple(found) if all(found) else ()


def _ending(signed: tuple[str, ...]) -> Iterator[Block]:
    if signed:
        name, date = signed
        yield Signature(_said(name), _said(date))


def _columns(item: Shape) -> tuple[Column, ...]:
    """Return a column for each leaf of an item; none where it has lists of its own."""
    leaves = list(item.leaves())
    if any(leaf.picture for _, leaf in leaves) or _has_lists(item):
        return ()
    return tuple(Column(path[-1], _text(".".join((ROW, *path)), leaf), 4 + 2 * len(path[-1])) for path, leaf in leaves)


def _has_lists(shape: Shape) -> bool:
    return shape.item is not None or any(_has_lists(each) for each in shape.labels.values())


def _tables(labels: Mapping[str, Shape]) -> Iterator[tuple[str, Shape]]:
    """Yield the lists, at any depth, that become tables."""
    for label, shape in labels.items():
        if shape.item is not None and shape.item.labels and _columns(shape.item):
            yield label, shape.item
        else:
            yield from _tables((shape.item or shape).labels)


def _is_wide(item: Shape) -> bool:
    return len(_columns(item)) > WIDE_COLUMNS


def _next_is_grid(labels: Mapping[str, Shape], label: str) -> bool:
    """Tell whether a list of texts stands right before a list of such lists, whose heads it then is."""
    names = list(labels)
    following = names[names.index(label) + 1 :][:1]
    return any((item := labels[each].item) is not None and item.item is not None for each in following)


def _text(name: str, shape: Shape) -> str:
    if shape.flag:
        return YES_OR_NO.format(name=name)
    return PICTURE.format(name=name) if shape.picture else _said(name)


def _said(name: str) -> str:
    return f"{{{{ {name} }}}}"
