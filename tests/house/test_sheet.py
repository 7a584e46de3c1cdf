"""Takes the workbook templates of outlines with tables, proves their sheets, rows and looks."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from tests.house.reading import rendered
from tests.house.showcase import CONTEXT, LEDGER, showcase

from docgen.formats import Format
from docgen.house import write
from docgen.house.outline import Column, Grid, Heading, If, Layout, Line, Outline, Paragraph, Rows, Title

PLAIN = Rows("台账", "行", LEDGER.columns)
OUTLINE = Outline(Layout.FORM, (Title("{{ 标题 }}"), Line("单位", "{{ 署名单位 }}"), PLAIN), landscape=True)


def workbook(outline: Outline, **context: Any) -> Workbook:
    content = rendered(outline, Format.XLSX, CONTEXT | context) if context else write(outline, Format.XLSX)
    return load_workbook(io.BytesIO(content))


def values(outline: Outline, **context: Any) -> list[list[Any]]:
    sheet = workbook(outline, **context).worksheets[0]
    return [[value for value in row if value is not None] for row in sheet.iter_rows(values_only=True)]


def test_the_same_outline_gives_the_same_bytes() -> None:
    assert write(showcase(Layout.FORM), Format.XLSX) == write(showcase(Layout.FORM), Format.XLSX)


def test_an_outline_without_a_table_is_refused() -> None:
    with pytest.raises(ValueError, match="no table"):
        write(Outline(Layout.FORM, (Title("甲"),)), Format.XLSX)


def test_a_row_of_the_template_becomes_a_row_for_each_record() -> None:
    rows = values(OUTLINE, 草稿="", 标题="台账", 署名单位="一支部", 台账=CONTEXT["台账"][:2])
    assert rows[:4] == [[], ["台账"], ["单位：一支部"], ["序号", "日期", "内容", "人次"]]
    assert [row[0] for row in rows[4:]] == ["1", "2"]


def test_a_line_with_nothing_to_say_keeps_its_row() -> None:
    rows = values(OUTLINE, 草稿="", 标题="台账", 署名单位="", 台账=[])
    assert rows == [[], ["台账"], [], ["序号", "日期", "内容", "人次"]]


def test_the_head_is_frozen_repeated_and_filtered() -> None:
    sheet = workbook(OUTLINE, 草稿="").worksheets[0]
    assert sheet.freeze_panes == "A5"
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.auto_filter.ref == f"A4:D{4 + len(CONTEXT['台账'])}"


def test_a_table_with_a_total_is_not_filtered() -> None:
    sheet = workbook(Outline(Layout.FORM, (Title("甲"), LEDGER))).worksheets[0]
    assert sheet.auto_filter.ref is None
    assert sheet.freeze_panes == "A4"


def test_the_page_is_landscape_and_as_wide_as_one_page() -> None:
    setup = workbook(OUTLINE).worksheets[0]
    assert (setup.page_setup.orientation, setup.page_setup.fitToWidth, setup.page_setup.fitToHeight) == (
        "landscape",
        1,
        0,
    )
    assert setup.sheet_properties.pageSetUpPr is not None
    assert setup.sheet_properties.pageSetUpPr.fitToPage


def test_columns_share_the_width_as_the_outline_says() -> None:
    sheet = workbook(OUTLINE).worksheets[0]
    widths = [sheet.column_dimensions[letter].width for letter in "ABCD"]
    shares = [column.width for column in LEDGER.columns]
    assert [round(width / sum(widths), 2) for width in widths] == [round(share / sum(shares), 2) for share in shares]


def test_each_further_table_has_a_sheet_named_by_its_heading() -> None:
    blocks = (Title("甲"), Heading("一、会议"), PLAIN, Heading("（二）党课/学时"), PLAIN, PLAIN)
    assert workbook(Outline(Layout.FORM, blocks)).sheetnames == ["会议", "党课学时", "表3"]


def test_a_table_under_a_test_stays_on_its_sheet() -> None:
    either = If("台账", (PLAIN,), otherwise=(Paragraph("本年没有记录。"),))
    assert len(workbook(Outline(Layout.FORM, (Title("甲"), either))).sheetnames) == 1
    assert ["本年没有记录。"] in values(Outline(Layout.FORM, (Title("甲"), either)), 台账=[], 草稿="")


def test_what_looks_like_a_formula_in_a_head_is_text() -> None:
    outline = Outline(Layout.FORM, (Rows("台账", "行", (Column("=1+1", "{{ 行.序号 }}"),)),))
    sheet = workbook(outline).worksheets[0]
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=1+1", "s")


def test_a_table_of_unknown_columns_takes_those_that_come() -> None:
    outline = Outline(Layout.FORM, (Title("{{ 标题 }}"), Grid("表头", "行们")))
    rows = values(outline, 草稿="", 标题="台账", 表头=["序号", "姓名"], 行们=[["1", "张一"], ["2", "李二"]])
    assert rows == [[], ["台账"], ["序号", "姓名"], ["1", "张一"], ["2", "李二"]]


def test_a_table_of_unknown_columns_may_have_a_last_row_of_sums() -> None:
    outline = Outline(Layout.FORM, (Title("{{ 标题 }}"), Grid("表头", "行们", total="合计行")))
    said = {"草稿": "", "标题": "台账", "表头": ["序号", "金额"], "行们": [["1", "100"]]}

    assert values(outline, **said, 合计行=["合计", "100"])[-1] == ["合计", "100"]
    assert values(outline, **said, 合计行=[])[-1] == ["1", "100"]


def test_a_narrower_table_goes_over_the_columns_of_the_widest_by_its_own_widths() -> None:
    wide = Rows("台账", "行", tuple(Column(head, "{{ 行.序号 }}", 10) for head in "一二三四五六"))
    narrow = Rows("台账", "行", (Column("甲", "{{ 行.序号 }}", 30), Column("到会率", "{{ 行.序号 }}", 30)))
    sheet = workbook(Outline(Layout.FORM, (Title("甲"), If("台账", (wide,), otherwise=(narrow,))))).worksheets[0]
    head = next(row for row in sheet.iter_rows() if row[0].value == "甲" and row[3].value)
    assert [(cell.coordinate[0], cell.value) for cell in head if cell.value] == [("A", "甲"), ("D", "到会率")]


def test_a_rate_is_shown_in_percent() -> None:
    table = Rows("台账", "行", (Column("序号", "{{ 行.序号 }}"), Column("到会率", "{{ 行.率 }}")))
    sheet = workbook(Outline(Layout.FORM, (table,))).worksheets[0]
    formats = {cell.value: cell.number_format for row in sheet.iter_rows() for cell in row if cell.value}
    assert formats["{{ 行.率 }}"] == 'General"%"'
    assert formats["{{ 行.序号 }}"] == "General"
