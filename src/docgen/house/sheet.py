"""Takes an outline with tables, gives the workbook template of its paper: the same bytes on every run."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from openpyxl import Workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from docgen.house import fixed
from docgen.house.order import flattened
from docgen.house.outline import Block, Grid, Heading, Outline, Rows, Title
from docgen.house.sheet_rows import Page, write_blocks
from docgen.page import profile_named
from docgen.page.units import MM_PER_INCH
from docgen.parcel import pack, unpack

_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)\b[^>]*>)[^<]*")
_FIXED_MOMENT = rb"\g<1>2000-01-01T00:00:00Z"
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_FORBIDDEN = re.compile(r"[\[\]:*?/\\{}]")
_LONGEST_NAME = 31
_A4 = "9"


def write_xlsx(outline: Outline) -> bytes:
    """Write an .xlsx template: a sheet for each table that stands unconditionally, under the paper's title.

    A table inside an If or a For stays on the sheet of its place. Raise ValueError for an outline without a table.
    """
    if not any(isinstance(block, Rows | Grid) for block in flattened(outline.blocks)):
        raise ValueError("no table in this outline")
    book = Workbook()
    book.remove(book.worksheets[0])
    properties = book.properties
    properties.title, properties.creator = fixed.PAPER_TITLE, fixed.PAPER_AUTHOR
    properties.language, properties.created = "zh-CN", _EPOCH
    title = next((block for block in outline.blocks if isinstance(block, Title)), None)
    for number, blocks in enumerate(_sheets(outline.blocks), start=1):
        sheet = book.create_sheet(_unused(_name(blocks, number), book.sheetnames))
        _set_up(sheet, landscape=outline.landscape)
        under_title = [title] if title and title not in blocks else []
        write_blocks(Page(sheet, _width_mm(landscape=outline.landscape)), [*under_title, *blocks])
    return _saved(book)


def _sheets(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Yield the blocks of each sheet: a further table begins a new one, with the heading that stands before it."""
    current: list[Block] = []
    has_table = False
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        begins = isinstance(block, Rows | Grid) and not (current and isinstance(current[-1], Heading))
        if has_table and (begins or (isinstance(block, Heading) and isinstance(following, Rows | Grid))):
            yield current
            current, has_table = [], False
        current.append(block)
        has_table = has_table or any(isinstance(each, Rows | Grid) for each in flattened([block]))
    yield current


def _name(blocks: Iterable[Block], number: int) -> str:
    """Return a sheet's name: the heading before its table, without its number."""
    heading = ""
    for block in blocks:
        if isinstance(block, Heading):
            heading = block.text
        if isinstance(block, Rows | Grid):
            break
    name = "" if "{" in heading else _FORBIDDEN.sub("", re.sub(fixed.NUMBERING, "", heading)).strip()
    return name[:_LONGEST_NAME] or (fixed.SHEET_NAME if number == 1 else f"{fixed.SHEET_NAME}{number}")


def _unused(name: str, names: Sequence[str]) -> str:
    return name if name not in names else f"{name[: _LONGEST_NAME - 2]}{len(names) + 1}"


def _set_up(sheet: Worksheet, *, landscape: bool) -> None:
    page = profile_named()
    margins = (page.top_mm, page.right_mm, page.bottom_mm, page.left_mm)
    if landscape:
        margins = (page.left_mm, page.top_mm, page.right_mm, page.bottom_mm)
    for side, mm in zip(("top", "right", "bottom", "left"), margins, strict=True):
        setattr(sheet.page_margins, side, round(mm / float(MM_PER_INCH), 3))
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    first, middle, last = fixed.PAGE_PIECES
    if sheet.oddFooter is not None:
        sheet.oddFooter.center.text = f"{first}&P{middle}&N{last}"


def _width_mm(*, landscape: bool) -> float:
    page = profile_named()
    return page.text_height_mm if landscape else page.text_width_mm


def _saved(book: Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    parts = unpack(buffer.getvalue())
    return pack(parts | {"docProps/core.xml": _MOMENT.sub(_FIXED_MOMENT, parts["docProps/core.xml"])})
