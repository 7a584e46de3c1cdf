"""Takes a spreadsheet and a zip at the command line, proves that what they change is shown before it is done."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

Docgen = Callable[..., Any]
SOLVED = "2020-04-03-办实事.yaml"


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["单位", "困难或问题", "提出日期", "解决日期", "结果", "电话"])
    page.append(["项目部", "缺少口罩", "2020-04-01", "2020-04-03", "已解决", "1"])
    path = tmp_path / "数据.xlsx"
    book.save(path)
    return path


def test_an_import_is_shown_and_written_only_when_told_to(docgen: Docgen, sheet: Path, workspace: Path) -> None:
    shown = docgen("import", str(sheet), "--as", "办实事", "--unit", "一支部")

    assert shown.code == 0
    assert "困难或问题" in shown.out
    assert "--yes" in shown.out
    assert "数据.xlsx Sheet!F1" in shown.err
    assert list(workspace.rglob(SOLVED)) == []

    done = docgen("import", str(sheet), "--as", "办实事", "--unit", "一支部", "--yes")

    assert "已写入 1 个文件" in done.out
    assert len(list(workspace.rglob(SOLVED))) == 1


def test_an_import_with_errors_ends_with_one_and_writes_nothing(docgen: Docgen, sheet: Path, workspace: Path) -> None:
    done = docgen("import", str(sheet), "--as", "办实事", "--yes", "--format", "json")

    assert done.code == 1
    assert "import-unit-missing" in {each["code"] for each in done.json["findings"]}
    assert done.json["outputs"] == []
    assert list(workspace.rglob(SOLVED)) == []


def test_an_import_without_a_kind_names_the_kinds(docgen: Docgen, sheet: Path) -> None:
    done = docgen("import", str(sheet))

    assert done.code == 2
    assert "办实事" in done.err


def test_a_collection_is_shown_and_written_only_when_told_to(docgen: Docgen, workspace: Path, tmp_path: Path) -> None:
    folder, zipped = workspace / "支部/一支部", tmp_path / "一支部.zip"
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.write(folder / "单位.yaml", "一支部/单位.yaml")
        archive.writestr("一支部/附件/说明.txt", "x")
    shown = docgen("collect", str(zipped))

    assert shown.code == 0
    assert "新增  一支部/附件/说明.txt" in shown.out
    assert not (folder / "附件/说明.txt").exists()

    done = docgen("collect", str(zipped), "--yes", "--format", "json")

    assert done.json["written"] == 1
    assert (folder / "附件/说明.txt").is_file()
