"""Takes the blocks that are tables, gives tables of an html template."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.house import fixed
from docgen.house.outline import Fields, Grid, Hands, Rows
from docgen.house.styles import CELL_STYLES, DENSE_COLUMNS, LABEL_SHARE
from docgen.house.texts import name_of
from docgen.house.web_text import element, span, surrounded, text
from docgen.page.units import number_css


def rows(block: Rows) -> Iterator[str]:
    """Yield a table with a repeated head and a row for each of a list."""
    dense = " dense" if len(block.columns) >= DENSE_COLUMNS else ""
    height = {"style": f"height: {block.blank_height}mm"} if block.blank_height else {}
    yield f'<table class="table{dense}">'
    yield _widths([column.width for column in block.columns])
    yield f"<thead>{_row(element('th', 'table-head', text(column.head)) for column in block.columns)}</thead>"
    yield "<tbody>"
    cells = (element("td", CELL_STYLES[column.align], text(column.text), **height) for column in block.columns)
    yield from surrounded(f"for {block.name} in {name_of(block.of)}", [_row(cells)], "endfor")
    if block.total:
        yield _row(_total(block))
    yield "</tbody>"
    yield "</table>"


def grid(block: Grid) -> Iterator[str]:
    """Yield a table whose columns are repeated too; how wide they are, the text decides."""
    head = element("th", "table-head", fixed.GRID_HEAD_TEXT)
    cell = element("td", CELL_STYLES[block.align], fixed.GRID_CELL_TEXT)
    yield '<table class="table grid dense">'
    yield f"<thead><tr>{_each(fixed.GRID_HEAD, name_of(block.heads), head)}</tr></thead>"
    yield "<tbody>"
    row = f"<tr>{_each(fixed.GRID_CELL, fixed.GRID_ROW, cell)}</tr>"
    yield from surrounded(f"for {fixed.GRID_ROW} in {name_of(block.rows)}", [row], "endfor")
    if block.total:
        total = f"<tr>{_each(fixed.GRID_CELL, name_of(block.total), cell)}</tr>"
        yield from surrounded(f"if {name_of(block.total)}", [total], "endif")
    yield "</tbody>"
    yield "</table>"


def fields(block: Fields) -> Iterator[str]:
    """Yield a form of two or four columns."""
    pairs = max(len(row) for row in block.rows)
    yield '<table class="table fields">'
    yield _widths([LABEL_SHARE, 1 / pairs - LABEL_SHARE] * pairs)
    yield "<tbody>"
    for row in block.rows:
        yield _row(
            _field(label, content, last=2 * (pairs - len(row)) + 1 if n == len(row) else 1)
            for n, (label, content) in enumerate(row, 1)
        )
    yield "</tbody>"
    yield "</table>"


def hands(block: Hands) -> Iterator[str]:
    """Yield labels side by side, each with room for a hand."""
    yield '<table class="hands"><tbody>'
    yield _row(
        element("td", "hand", span("record-label", label + fixed.COLON) + text(name)) for label, name in block.pairs
    )
    yield "</tbody></table>"


def _field(label: str, content: str, *, last: int) -> str:
    span_ = {"colspan": str(last)} if last > 1 else {}
    return element("th", "form-label", text(label)) + element("td", "table-cell", text(content), **span_)


def _each(name: str, of: str, cell: str) -> str:
    return "".join(surrounded(f"for {name} in {of}", [cell], "endfor"))


def _total(block: Rows) -> Iterator[str]:
    missing = len(block.columns) - len(block.total)
    span_ = {"colspan": str(missing + 1)} if missing else {}
    yield element("td", "table-cell-center", text(block.total[0]), **span_)
    for column, content in zip(block.columns[missing + 1 :], block.total[1:], strict=True):
        yield element("td", CELL_STYLES[column.align], text(content))


def _row(cells: Iterator[str]) -> str:
    return f"<tr>{''.join(cells)}</tr>"


def _widths(shares: Sequence[float]) -> str:
    columns = (f'<col style="width: {number_css(100 * share / sum(shares))}%">' for share in shares)
    return f"<colgroup>{''.join(columns)}</colgroup>"
