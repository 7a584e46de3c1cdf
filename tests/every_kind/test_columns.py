"""Takes the outlines of all kinds, proves that their columns hold what they are for on one line."""

from __future__ import annotations

import pytest

from docgen.chinese import to_width
from docgen.documents import KINDS
from docgen.house.order import flattened
from docgen.house.outline import Column, Outline, Rows
from docgen.house.styles import ALL_STYLES, CELL_MARGINS_MM, DENSE_COLUMNS, DENSE_SIZE
from docgen.page import profile_named, size_pt

MM_PER_PT = 25.4 / 72
BORDER_MM = 0.2
DATE_ENDINGS = ("日期", "期限")
DATE_CHARS = 8
"""The width of 2020年12月31日, also where a program puts space between digits and Han."""
LONGEST_HEAD = 4

TABLES = [
    (kind.outline, table)
    for kind in KINDS
    if kind.outline
    for table in flattened(kind.outline.blocks)
    if isinstance(table, Rows)
]
NAMES = [table.of for _, table in TABLES]


def room(outline: Outline, table: Rows, column: Column) -> float:
    """Return how many characters stand on a line of a column."""
    page = profile_named()
    width = page.text_height_mm if outline.landscape else page.text_width_mm
    share = column.width / sum(each.width for each in table.columns)
    dense = len(table.columns) >= DENSE_COLUMNS
    size = size_pt(DENSE_SIZE) if dense else ALL_STYLES["table-cell"].size_pt
    return (width * share - 2 * CELL_MARGINS_MM[1] - BORDER_MM) / (size * MM_PER_PT)


@pytest.mark.parametrize(("outline", "table"), TABLES, ids=NAMES)
def test_a_short_head_stands_on_one_line(outline: Outline, table: Rows) -> None:
    short = {each.head: to_width(each.head) / 2 for each in table.columns if len(each.head) <= LONGEST_HEAD}
    assert short
    broken = [each.head for each in table.columns if room(outline, table, each) < short.get(each.head, 0)]
    assert broken == []


@pytest.mark.parametrize(("outline", "table"), TABLES, ids=NAMES)
def test_a_date_stands_on_one_line(outline: Outline, table: Rows) -> None:
    dates = [each for each in table.columns if each.head.endswith(DATE_ENDINGS)]
    assert [each.head for each in dates if room(outline, table, each) < DATE_CHARS] == []


def test_some_tables_have_dates() -> None:
    assert sum(column.head.endswith(DATE_ENDINGS) for _, table in TABLES for column in table.columns) > 5
