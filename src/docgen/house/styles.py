"""Takes the layout of a paper, gives the styles that its blocks are set in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from msgspec import Struct

from docgen.house.outline import Align as ColumnAlign
from docgen.house.outline import Layout
from docgen.house.texts import in_lines
from docgen.page import STYLES, Align, Kind, Pitch, Role, Strength, Style, profile_named, size_pt
from docgen.page import Layout as StyleLayout
from docgen.page.units import mm_to_pt, mm_to_twips

TABLE_KEY = "table"
TABLE_BORDER_PT = 0.5
CELL_MARGINS_MM = (0.9, 1.2)
DENSE_SIZE = "五号"
DENSE_COLUMNS = 8
"""A table of so many columns or more is set in the smaller size."""
LABEL_SHARE = 0.17
"""The part of a form's width that a label takes."""
HEAD_HEIGHT_MM, ROW_HEIGHT_MM, FIELD_HEIGHT_MM, HAND_HEIGHT_MM = 9, 8, 10, 14
GAP_PT = 6
"""What parts a table from what follows it."""
WITH_BELOW = "with-below"
"""The class of a title that has a line below it."""
HEADER_MM = 15
"""Top of the sheet to the draft mark."""
MARK_SIZES = ("初号", "小初", "一号")
"""The sizes of a red mark: the largest in which it stands on one line (7.2.4 names none)."""

_practice = partial(Style, layout=StyleLayout.TABLE, strength=Strength.PRACTICE)
_small = partial(_practice, size="小四", pitch=Pitch.SINGLE)

HOUSE_STYLES = (
    _practice(key="draft", word="草稿标记", font=Role.HEI, size="五号", align=Align.RIGHT, pitch=Pitch.SINGLE),
    _practice(
        key="page-number-center", word="页码居中", font=Role.SONG, size="五号", align=Align.CENTER, pitch=Pitch.SINGLE
    ),
    _small(key="form-body", word="表格正文", first_line=2, after=0.2),
    _small(key="form-line", word="表格栏目", after=0.2),
    _small(
        key="form-heading",
        word="表格小标题",
        font=Role.HEI,
        align=Align.LEFT,
        before=0.5,
        after=0.25,
        outline=1,
        keep_with_next=True,
    ),
    _small(key="form-caption", word="表格图注", font=Role.KAI, align=Align.CENTER, before=0.1, after=0.5),
    _small(key="form-label", word="表格标签", font=Role.HEI, align=Align.CENTER),
    _small(key="form-name", word="表格标签文字", kind=Kind.CHARACTER, font=Role.HEI),
    _practice(key="tail", word="文末", size="小五", pitch=Pitch.SINGLE),
)
"""The few styles that only templates need; they add to the table of `page`."""

ALL_STYLES: Mapping[str, Style] = {**STYLES, **{style.key: style for style in HOUSE_STYLES}}
CELL_STYLES: Mapping[ColumnAlign, str] = {
    ColumnAlign.LEFT: "table-cell",
    ColumnAlign.CENTER: "table-cell-center",
    ColumnAlign.RIGHT: "table-cell-number",
}


class Look(Struct, frozen=True):
    """The keys of the styles of one layout: one per role of a block."""

    title: str
    below: str
    body: str
    headings: tuple[str, str, str, str]
    line: str
    inner_line: str
    label: str
    speech: str
    caption: str = "picture-caption"


LOOKS: Mapping[Layout, Look] = {
    Layout.OFFICIAL: Look(
        title="title",
        below="subtitle",
        body="body",
        headings=("heading1", "heading2", "heading3", "heading4"),
        line="body",
        inner_line="body",
        label="people-label",
        speech="body",
    ),
    Layout.RECORD: Look(
        title="record-title",
        below="subtitle",
        body="record-body",
        headings=("record-heading", "record-heading2", "record-body", "record-body"),
        line="record-field",
        inner_line="record-item",
        label="record-label",
        speech="record-speech",
    ),
    Layout.BULLETIN: Look(
        title="item-title",
        below="item-source",
        body="item-body",
        headings=("column-heading", "item-title", "item-body", "item-body"),
        line="item-body",
        inner_line="item-body",
        label="record-label",
        speech="item-body",
    ),
    Layout.FORM: Look(
        title="table-title",
        below="table-cell-center",
        body="form-body",
        headings=("form-heading", "form-heading", "form-body", "form-body"),
        line="form-line",
        inner_line="form-line",
        label="form-name",
        speech="form-body",
        caption="form-caption",
    ),
}


def titled(style: str, text: str) -> str:
    """Return a heading's text: one that is centred as a title is broken as a title is."""
    if ALL_STYLES[style].align is not Align.CENTER:
        return text
    return in_lines(text, int(mm_to_pt(profile_named().text_width_mm) / ALL_STYLES[style].size_pt))


def cell_margins_twips() -> tuple[int, int]:
    """Return the blank around a cell's text in twips: above and below, beside."""
    return mm_to_twips(CELL_MARGINS_MM[0]), mm_to_twips(CELL_MARGINS_MM[1])


def mark_steps() -> list[tuple[str, int]]:
    """Return the sizes of a red mark, each with the characters that a line of it holds."""
    width = mm_to_pt(profile_named().text_width_mm)
    return [(size, int(width / size_pt(size))) for size in MARK_SIZES]
