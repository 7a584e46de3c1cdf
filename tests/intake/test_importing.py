"""Takes spreadsheets as clerks have them, proves which records they become and what is said of which cell."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from docgen.errors import UnreadableFile, UsageError
from docgen.findings import Finding, Level
from docgen.intake import read_import
from docgen.model.five_ones import ProblemSolved
from docgen.model.meeting import Meeting
from docgen.workspace import Workspace, load_unit

# The time in a cell has no zone.
AT = datetime(2020, 4, 3)  # noqa: DTZ001
HEADS = ("序号", "单位", "困难或问题", "责任人", "提出日期", "解决日期", "结果")
ROW = (1, "项目部", "缺少口罩", "张一", date(2020, 4, 1), AT, "已解决")
UNIT = "一支部"


def told(findings: tuple[Finding, ...]) -> set[tuple[str, str]]:
    return {(each.code, each.place.file.rpartition("!")[2]) for each in findings}


def test_rows_become_records_that_read_back_as_they_were_written(founded: Workspace, sheet: Any) -> None:
    found = read_import(founded, sheet(("办实事一览",), HEADS, ROW), "办实事", UNIT)
    assert found.findings == ()
    (path,) = found.write()

    assert path.relative_to(founded.root).as_posix() == "支部/一支部/记录/2020/04/2020-04-03-办实事.yaml"
    (entry,) = [each for each in load_unit(founded, UNIT).entries if isinstance(each.model, ProblemSolved)]
    assert isinstance(entry.model, ProblemSolved)
    assert entry.model.beneficiary == "项目部"
    assert entry.day == date(2020, 4, 3)


def test_the_same_spreadsheet_twice_writes_nothing_twice(founded: Workspace, sheet: Any) -> None:
    path = sheet(HEADS, ROW, ROW)
    first = read_import(founded, path, "办实事", UNIT).write()
    again = read_import(founded, path, "办实事", UNIT)

    assert len(set(first)) == 2
    assert again.new == ()
    assert [each.there for each in again.taken] == [True, True]


def test_names_lists_and_fields_below_others_find_their_place(founded: Workspace, sheet: Any) -> None:
    heads = (
        "党支部",
        "开始",
        "结束",
        "地点",
        "主持人",
        "出席",
        "请假.1.姓名",
        "请假.1.事由",
        "议题.1.标题",
        "议题.2.标题",
    )
    row = (
        "一支部",
        AT.replace(day=9, hour=9),
        "2020-04-09 10:00",
        "三楼",
        "张一",
        "张一、李二",
        "王三",
        "出差",
        "甲",
        "乙",
    )
    found = read_import(founded, sheet(heads, row), "支委会")
    assert found.findings == ()
    (path,) = found.write()

    assert path.stem == "2020-04-09-支委会"
    (entry,) = [each for each in load_unit(founded, UNIT).entries if each.day == date(2020, 4, 9)]
    assert isinstance(entry.model, Meeting)
    assert [each.title for each in entry.model.agenda or ()] == ["甲", "乙"]
    assert entry.model.present == ("张一", "李二")


def test_everything_that_does_not_fit_is_told_by_its_cell_and_nothing_is_written(
    founded: Workspace, sheet: Any
) -> None:
    bad = (2, "项目部", "缺少雨具", "张壹", "四月一日", None, "已解决")
    found = read_import(founded, sheet((*HEADS, "电话"), (*ROW, "123"), bad), "办实事", UNIT)

    assert ("date-invalid", "E3") in told(found.findings)
    assert ("column-unknown", "H1") in told(found.findings)
    assert not found.is_sound
    with pytest.raises(UsageError, match="import-refused"):
        found.write()
    assert not any("办实事" in path.name for path in founded.root.rglob("*.yaml"))


def test_people_who_are_not_on_the_roster_are_told_by_cell(founded: Workspace, sheet: Any) -> None:
    heads = ("开始", "地点", "主持人", "出席", "议题.1.标题")
    row = ("2020-04-09 09:00", "三楼", "张一", "张壹、李二", "甲")
    found = read_import(founded, sheet(heads, row), "支委会", UNIT)

    assert ("person-unknown", "D2") in told(found.findings)


def test_a_row_without_a_unit_or_of_an_unknown_one_is_told(founded: Workspace, sheet: Any) -> None:
    assert ("import-unit-missing", "A2") in told(read_import(founded, sheet(HEADS, ROW), "办实事").findings)
    other = read_import(founded, sheet((*HEADS, "党支部"), (*ROW, "八支部")), "办实事")
    assert ("unit-unknown", "H2") in told(other.findings)


def test_sums_and_what_looks_like_a_formula_are_no_records(founded: Workspace, sheet: Any) -> None:
    found = read_import(founded, sheet(HEADS, ROW, ("合计", "", "", "", "", "", "1")), "办实事", UNIT)

    assert len(found.taken) == 1


def test_a_spreadsheet_of_something_else_is_refused_with_the_labels_that_would_do(
    founded: Workspace, sheet: Any
) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_import(founded, sheet(("姓名", "党支部"), ("张一", "一支部")), "办实事", UNIT)

    assert refused.value.code == "sheet-without-heads"
    assert "困难或问题" in str(refused.value.values["near"])


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", "类型: 会议".encode()])
def test_what_is_no_spreadsheet_is_refused(founded: Workspace, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(content)

    with pytest.raises(UnreadableFile, match="sheet-unreadable"):
        read_import(founded, path, "办实事", UNIT)


def test_an_unknown_sheet_is_named_with_those_that_are_there(founded: Workspace, sheet: Any) -> None:
    with pytest.raises(UsageError) as refused:
        read_import(founded, sheet(HEADS, ROW, title="四月"), "办实事", UNIT, "五月")

    assert refused.value.values["near"] == "四月"


def test_errors_weigh_and_unknown_columns_do_not(founded: Workspace, sheet: Any) -> None:
    found = read_import(founded, sheet((*HEADS, "电话"), (*ROW, "1")), "办实事", UNIT)

    assert [each.level for each in found.findings] == [Level.WARN]
    assert found.is_sound
