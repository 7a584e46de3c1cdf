"""Takes small workbook templates, gives the sheets that come of them."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from docgen.errors import TemplateError
from docgen.renderers import render

TABLE: dict[str, Any] = {
    "单位": "甲 & <乙>",
    "行们": [{"姓名": "喆堃䶮", "数": 3, "率": 0.5}, {"姓名": "李四", "数": 12, "率": 1.0}],
    "合计": 15,
}


def ledger(sheet: Worksheet) -> None:
    sheet.title = "台账"
    sheet.append(["{{ 单位 }}台账"])
    sheet.merge_cells("A1:C1")
    sheet.append(["姓名", "次数", "比率"])
    sheet.append(["{%tr for 行 in 行们 %}"])
    sheet.append(["{{ 行.姓名 }}", "{{ 行.数 }}", "{{ 行.率 }}"])
    sheet.append(["{%tr endfor %}"])
    sheet.append(["合计", "{{ 合计 }}", "共{{ 合计 }}次"])
    sheet.merge_cells("A8:C8")
    sheet["A8"] = "注"
    sheet["B4"].font = Font(name="黑体", bold=True)
    sheet["B4"].number_format = "0.0"
    sheet.row_dimensions[4].height = 33
    sheet.row_dimensions[6].height = 44
    sheet.column_dimensions["A"].width = 25
    sheet.freeze_panes = "A3"
    sheet.print_title_rows = "1:2"
    sheet.print_area = "A1:C6"
    sheet.auto_filter.ref = "A2:C4"


def sheet_of(content: bytes) -> Worksheet:
    return openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]


def values(sheet: Worksheet) -> list[list[Any]]:
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_rows_are_repeated_and_numbers_stay_numbers(book_template: Any) -> None:
    assert values(sheet_of(render(book_template(ledger), TABLE).content)) == [
        ["甲 & <乙>台账", None, None],
        ["姓名", "次数", "比率"],
        ["喆堃䶮", 3, 0.5],
        ["李四", 12, 1.0],
        ["合计", 15, "共15次"],
        [None, None, None],
        ["注", None, None],
    ]


def test_rows_keep_their_look_where_they_come_to_stand(book_template: Any) -> None:
    sheet = sheet_of(render(book_template(ledger), TABLE).content)

    assert [(sheet[f"B{row}"].font.name, sheet[f"B{row}"].number_format) for row in (3, 4)] == [("黑体", "0.0")] * 2
    assert [sheet.row_dimensions[row].height for row in (3, 4, 5)] == [33, 33, 44]
    assert sorted(each.coord for each in sheet.merged_cells.ranges) == ["A1:C1", "A7:C7"]
    assert sheet.column_dimensions["A"].width == 25
    assert sheet.freeze_panes == "A3"
    assert sheet.print_title_rows == "$1:$2"
    assert str(sheet.print_area).endswith("$A$1:$C$5")
    assert sheet.auto_filter.ref == "A2:C4"


def test_an_empty_loop_leaves_the_rest(book_template: Any) -> None:
    sheet = sheet_of(render(book_template(ledger), {**TABLE, "行们": []}).content)

    assert [row[0] for row in values(sheet)] == ["甲 & <乙>台账", "姓名", "合计", None, "注"]


@pytest.mark.parametrize("text", ["=1+1", "+86", "-3", "@SUM(A1)", "=cmd|' /C calc'!A0"])
def test_text_that_looks_like_a_formula_stays_text(text: str, book_template: Any) -> None:
    content = render(book_template(lambda sheet: sheet.append(["{{ 文 }}", "注：{{ 文 }}"])), {"文": text}).content

    cell = sheet_of(content)["A1"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_rows_can_depend_on_a_test_and_stand_in_loops_of_loops(book_template: Any) -> None:
    def build(sheet: Worksheet) -> None:
        for text in (
            "{%tr for 组 in 组们 %}", "{{ 组.名 }}", "{%tr for 人 in 组.人 %}", "{{ loop.index }} {{ 人 }}", "{%tr endfor %}",
            "{%tr if not 组.人 %}", "无人", "{%tr endif %}", "{%tr endfor %}",
        ):  # fmt: skip
            sheet.append([text])

    content = render(
        book_template(build), {"组们": [{"名": "一组", "人": ["甲", "乙"]}, {"名": "二组", "人": []}]}
    ).content

    assert values(sheet_of(content)) == [["一组"], ["1 甲"], ["2 乙"], ["二组"], ["无人"]]


def test_an_unknown_name_is_refused_in_a_value_and_in_text(book_template: Any) -> None:
    for text in ("{{ 单 }}", "共{{ 单 }}次"):
        with pytest.raises(TemplateError) as caught:
            render(book_template(lambda sheet, text=text: sheet.append([text])), TABLE)
        assert (caught.value.code, caught.value.values["near"]) == ("placeholder-unknown", "单位")


def test_the_sheet_is_named_by_the_data_and_nothing_tells_the_time(book_template: Any) -> None:
    def build(sheet: Worksheet) -> None:
        sheet.title = "{{ 年 }}年"
        sheet.append(["{{ 年 }}"])

    content = render(book_template(build), {"年": "2020"}).content

    assert sheet_of(content).title == "2020年"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("docProps/core.xml").count(b"1980-01-01T00:00:00Z") == 2


def test_control_characters_are_removed_and_reported(book_template: Any) -> None:
    rendering = render(book_template(lambda sheet: sheet.append(["{{ 文 }}"])), {"文": "甲\x07乙"})

    assert values(sheet_of(rendering.content)) == [["甲乙"]]
    assert [each.code for each in rendering.findings] == ["control-characters"]


def test_a_row_is_as_high_as_its_wrapped_text(book_template: Any) -> None:
    def build(sheet: Worksheet) -> None:
        sheet.append(["{{ 长 }}", "{{ 短 }}"])
        sheet.append(["{{ 短 }}"])
        sheet.append(["{{ 两行 }}"])
        for row in sheet.iter_rows():
            for cell in row:
                cell.font, cell.alignment = Font(size=12), Alignment(wrap_text=True)
        sheet.column_dimensions["A"].width = 20
        sheet.row_dimensions[3].height = 99

    content = {"长": "某" * 30, "短": "某", "两行": "某\n某"}
    heights = [sheet_of(render(book_template(build), content).content).row_dimensions[row].height for row in (1, 2, 3)]
    assert heights == [66.0, 22.5, 99]


def test_days_and_amounts_keep_their_type_and_look_as_papers_write_them(book_template: Any) -> None:
    def build(sheet: Worksheet) -> None:
        sheet["A1"], sheet["B1"], sheet["C1"] = "{{ 日期 }}", "{{ 金额 }}", "{{ 件数 }}"

    said: dict[str, Any] = {"日期": date(2020, 6, 1), "金额": Decimal("1234.50"), "件数": 3}
    cells = sheet_of(render(book_template(build), said).content)[1]

    assert [cell.data_type for cell in cells] == ["d", "n", "n"]
    assert [cell.value for cell in cells] == [datetime(2020, 6, 1), 1234.5, 3]  # noqa: DTZ001 - a spreadsheet has no zones
    assert [cell.number_format for cell in cells] == ['yyyy"年"m"月"d"日"', "#,##0.00", "General"]


def test_marked_columns_are_as_wide_as_their_texts_ask_for(book_template: Any) -> None:
    def build(sheet: Worksheet) -> None:
        sheet["A1"] = "台账"
        sheet.merge_cells("A1:D1")
        for index, letter in enumerate("ABCDE"):
            sheet[f"{letter}2"] = f'{{{{ 头[{index}] if 头|length > {index} else "" }}}}'
            sheet[f"{letter}4"] = f'{{{{ 行[{index}] if 行|length > {index} else "" }}}}'
        sheet["A3"], sheet["A5"] = "{%tr for 行 in 行们 %}", "{%tr endfor %}"
        sheet.freeze_panes, sheet.auto_filter.ref = "A3", "A2:E4"
        for letter in "ABCD":
            sheet.column_dimensions[letter].width = 20
            sheet.column_dimensions[letter].bestFit = True

    said: dict[str, Any] = {"头": ["序号", "内容"], "行们": [["1", "很长很长的一句话" * 5], ["2", "短"]]}
    sheet = sheet_of(render(book_template(build), said).content)
    number, words = (sheet.column_dimensions[letter].width for letter in "AB")

    assert number < 10 < words
    assert number + words == pytest.approx(80, abs=0.1)
    assert [each.coord for each in sheet.merged_cells.ranges] == ["A1:B1"]
    assert sheet.auto_filter.ref == "A2:B4"
