"""Takes the blocks that are tables, gives tables of WordprocessingML as wide as the text area."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.house import fixed
from docgen.house.ooxml import Element, text, value, w
from docgen.house.outline import Fields, Grid, Hands, Rows
from docgen.house.styles import (
    CELL_STYLES,
    DENSE_COLUMNS,
    DENSE_SIZE,
    FIELD_HEIGHT_MM,
    GAP_PT,
    HAND_HEIGHT_MM,
    HEAD_HEIGHT_MM,
    LABEL_SHARE,
    ROW_HEIGHT_MM,
    TABLE_KEY,
)
from docgen.house.texts import name_of
from docgen.house.word_text import Sheet, paragraph, run
from docgen.page import size_half_points
from docgen.page.units import mm_to_twips, pt_to_twips


def rows(sheet: Sheet, block: Rows) -> Iterator[Element]:
    """Yield a table with a repeated head and a row for each of a list."""
    widths = shares(sheet.width, [column.width for column in block.columns])
    size = size_half_points(DENSE_SIZE) if len(block.columns) >= DENSE_COLUMNS else 0
    head = [
        _cell(width, _text("table-head", column.head, size))
        for width, column in zip(widths, block.columns, strict=True)
    ]
    each = [
        _cell(width, _text(CELL_STYLES[column.align], column.text, size))
        for width, column in zip(widths, block.columns, strict=True)
    ]
    yield _table(
        widths,
        [
            _row(head, HEAD_HEIGHT_MM, repeat=True),
            row_control(f"for {block.name} in {name_of(block.of)}", len(widths)),
            _row(each, block.blank_height or ROW_HEIGHT_MM),
            row_control("endfor", len(widths)),
            *([_row(_total(block, widths, size), ROW_HEIGHT_MM)] if block.total else []),
        ],
    )
    yield gap()


def grid(sheet: Sheet, block: Grid) -> Iterator[Element]:
    """Yield a table whose columns are repeated too; how wide they are, the text decides."""
    widths = shares(sheet.width, [1, 1, 1])
    size = size_half_points(DENSE_SIZE)
    head = _text("table-head", fixed.GRID_HEAD_TEXT, size)
    cell = _text(CELL_STYLES[block.align], fixed.GRID_CELL_TEXT, size)
    yield _table(
        widths,
        [
            _row(_cells_for(fixed.GRID_HEAD, name_of(block.heads), head), HEAD_HEIGHT_MM, repeat=True),
            row_control(f"for {fixed.GRID_ROW} in {name_of(block.rows)}", len(widths)),
            _row(_cells_for(fixed.GRID_CELL, fixed.GRID_ROW, cell), ROW_HEIGHT_MM),
            row_control("endfor", len(widths)),
            *_grid_total(block, len(widths), size),
        ],
        layout="autofit",
    )
    yield gap()


def fields(sheet: Sheet, block: Fields) -> Iterator[Element]:
    """Yield a form of two or four columns: labels in the middle of their cells, values at the left of theirs."""
    pairs = max(len(row) for row in block.rows)
    label = round(sheet.width * LABEL_SHARE)
    widths = shares(sheet.width, [label, sheet.width // pairs - label] * pairs)
    yield _table(widths, [_field_row(row, widths) for row in block.rows])
    yield gap()


def hands(sheet: Sheet, block: Hands) -> Iterator[Element]:
    """Yield a row without lines, below a blank one: labels side by side, each with room for a hand."""
    widths = shares(sheet.width, [1] * len(block.pairs))
    cells = [
        _cell(width, paragraph("hand", run(label + fixed.COLON, "record-label"), name))
        for width, (label, name) in zip(widths, block.pairs, strict=True)
    ]
    yield paragraph("tail", keep=True, direct=[w("spacing", line=sheet.profile.pitch_twips, lineRule="exact")])
    yield _table(widths, [_row(cells, HAND_HEIGHT_MM)], lines=False)
    yield gap()


def gap(*, keep: bool = False) -> Element:
    """Return the low paragraph that parts a table from what stands beside it: a text must not end in a table."""
    return paragraph("tail", keep=keep, direct=[w("spacing", line=pt_to_twips(GAP_PT), lineRule="exact")])


def row_control(statement: str, columns: int) -> Element:
    """Return the row that holds a statement of the template and is gone from the paper."""
    cell = w("tc", w("tcPr", value("gridSpan", columns)), w("p", w("r", text(f"{{%tr {statement} %}}"))))
    return w("tr", cell)


def shares(width: int, parts: Sequence[int]) -> list[int]:
    """Divide a width in twips by shares; what rounding leaves goes to the last."""
    widths = [width * part // sum(parts) for part in parts]
    widths[-1] += width - sum(widths)
    return widths


def _field_row(row: Sequence[tuple[str, str]], widths: Sequence[int]) -> Element:
    cells: list[Element] = []
    for index, (label, content) in enumerate(row):
        first = 2 * index
        last = len(widths) if index == len(row) - 1 else first + 2
        cells += [
            _cell(widths[first], paragraph("form-label", label)),
            _cell(sum(widths[first + 1 : last]), paragraph("table-cell", content), span=last - first - 1),
        ]
    return _row(cells, FIELD_HEIGHT_MM, split=len(row) == 1)


def _total(block: Rows, widths: Sequence[int], size: int) -> list[Element]:
    missing = len(widths) - len(block.total)
    first = _cell(sum(widths[: missing + 1]), _text("table-cell-center", block.total[0], size), span=missing + 1)
    rest = zip(widths[missing + 1 :], block.columns[missing + 1 :], block.total[1:], strict=True)
    return [first, *(_cell(width, _text(CELL_STYLES[column.align], content, size)) for width, column, content in rest)]


def _grid_total(block: Grid, columns: int, half_points: int) -> list[Element]:
    if not block.total:
        return []
    name, cell = name_of(block.total), _text(CELL_STYLES[block.align], fixed.GRID_CELL_TEXT, half_points)
    row = _row(_cells_for(fixed.GRID_CELL, name, cell), ROW_HEIGHT_MM)
    return [row_control(f"if {name}", columns), row, row_control("endif", columns)]


def _cells_for(name: str, of: str, content: Element) -> list[Element]:
    """Return a cell between the cells that repeat it, which are gone from the paper."""
    opening, closing = (
        w("tc", w("tcPr", w("tcW", w=0, type="auto")), w("p", w("r", text(f"{{%tc {statement} %}}"))))
        for statement in (f"for {name} in {of}", "endfor")
    )
    cell = w("tc", w("tcPr", w("tcW", w=0, type="auto"), value("vAlign", "center")), content)
    return [opening, cell, closing]


def _text(style: str, content: str, half_points: int) -> Element:
    return paragraph(style, run(content, half_points=half_points))


def _table(widths: Sequence[int], rows_: Sequence[Element], *, lines: bool = True, layout: str = "fixed") -> Element:
    properties = w(
        "tblPr",
        value("tblStyle", TABLE_KEY if lines else "NormalTable"),
        w("tblW", w=sum(widths), type="dxa"),
        value("jc", "center"),
        w("tblLayout", type=layout),
        w("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
    )
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=width) for width in widths)), *rows_)


def _row(cells: Sequence[Element], height_mm: float, *, repeat: bool = False, split: bool = False) -> Element:
    properties = w(
        "trPr",
        None if split else w("cantSplit"),
        w("trHeight", val=mm_to_twips(height_mm), hRule="atLeast"),
        w("tblHeader") if repeat else None,
    )
    return w("tr", properties, *cells)


def _cell(width: int, *paragraphs: Element, span: int = 1) -> Element:
    properties = w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        value("gridSpan", span) if span > 1 else None,
        value("vAlign", "center"),
    )
    return w("tc", properties, *paragraphs)
