"""Takes folders, gives what `docgen init` and `docgen new` put into them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

Docgen = Callable[..., Any]
THIS_YEAR = 2021


@pytest.fixture(autouse=True)
def _a_year_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.cli.call.today", lambda: date(THIS_YEAR, 1, 15))


def test_a_new_workspace_reads_without_a_finding_and_gives_papers(docgen: Docgen, tmp_path: Path) -> None:
    root = tmp_path / "新"

    made = docgen("init", str(root), "--name", "乙公司: 一部")

    assert made.code == 0
    assert "docgen.yaml" in made.out
    assert docgen("-C", str(root), "check").out == "没有发现问题。\n"
    subject = f"一支部/{THIS_YEAR}/01/{THIS_YEAR}-01-10-支委会"
    assert docgen("-C", str(root), "render", subject, "--kind", "minutes", "--final").code == 0


def test_in_an_old_workspace_only_the_missing_folders_are_made(docgen: Docgen, workspace: Path) -> None:
    settings = (workspace / "docgen.yaml").read_bytes()

    made = docgen("init")

    assert made.code == 0
    assert [Path(line).name for line in made.out.splitlines()] == [str(THIS_YEAR)] * 2
    assert (workspace / "docgen.yaml").read_bytes() == settings
    again = docgen("init")
    assert (again.code, "已经是一个工作区" in again.err) == (2, True)


def test_an_old_workspace_takes_no_new_name(docgen: Docgen) -> None:
    assert docgen("init", "--name", "丙公司").code == 2


def test_no_file_of_a_folder_is_overwritten(docgen: Docgen, tmp_path: Path) -> None:
    taken = tmp_path / "旧" / "机关党委" / "单位.yaml"
    taken.parent.mkdir(parents=True)
    taken.write_text("mine", encoding="utf-8")

    answer = docgen("init", str(tmp_path / "旧"))

    assert answer.code == 2
    assert "没有覆盖" in answer.err
    assert not (tmp_path / "旧" / "docgen.yaml").exists()


def test_a_new_record_lies_by_year_and_month(docgen: Docgen, workspace: Path) -> None:
    answer = docgen("new", "支委会", "--unit", "一支部", "--date", "2020-04-01 09:30")

    path = workspace / "支部/一支部/记录/2020/04/2020-04-01-支委会.yaml"
    assert answer.code == 0
    assert answer.out.splitlines()[0] == str(path.relative_to(workspace))
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../../../../.docgen/schema/record.json\n")
    assert "开始: 2020-04-01 09:30" in text
    assert docgen("check").code == 0


def test_a_second_record_of_a_day_gets_a_number(docgen: Docgen) -> None:
    names = [
        Path(docgen("new", "宣传稿", "--unit", "一支部", "--date", "2020-04-01").out.splitlines()[0]).name
        for _ in range(2)
    ]

    assert names == ["2020-04-01-宣传稿.yaml", "2020-04-01-宣传稿-2.yaml"]


def test_the_folder_one_stands_in_says_the_unit(
    docgen: Docgen, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workspace / "支部/一支部")

    assert docgen("new", "党课", "--date", "2020-04-01").code == 0


def test_an_earlier_record_says_the_unit_and_the_fixed_parts(docgen: Docgen, workspace: Path, meeting: str) -> None:
    assert docgen("new", "支委会", "--date", "2020-02-10", "--from", meeting).code == 0

    text = (workspace / "支部/一支部/记录/2020/02/2020-02-10-支委会.yaml").read_text(encoding="utf-8")
    assert "开始: 2020-02-10 14:30" in text
    assert "地点: 三楼会议室" in text
    assert "- 标题: 研究本年度支部工作安排" in text
    assert "会议同意" not in text
    assert docgen("check").code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["支委会", "--date", "2020-04-01"], "没有说明是哪个单位。\n  用 --unit 指明：机关党委、一支部。"),
        (["支委会", "--unit", "一支部"], "没有说明日期。"),
        (["支委会", "--unit", "一支部", "--date", "四月一日"], "“四月一日”不是日期。"),
        (["支委会", "--unit", "九支部", "--date", "2020-04-01"], "没有单位「九支部」。"),
        (["会仪", "--unit", "一支部"], "没有名为“会仪”的记录种类。\n  是不是：会议"),
        (["承诺", "--date", "2020-04-01", "--from", "一支部/2020/01/2020-01-10-支委会"], "没有编号为"),
    ],
)
def test_what_is_missing_or_unknown_is_a_wrong_usage(docgen: Docgen, arguments: list[str], said: str) -> None:
    answer = docgen("new", *arguments)

    assert answer.code == 2
    assert answer.err.startswith(f"错误：{said}")


def test_on_a_terminal_what_is_missing_is_asked_for(
    docgen: Docgen, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["一支部", "2020-05-06"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("click.prompt", lambda *_, **__: next(answers))

    assert docgen("new", "宣传稿").code == 0
    assert (workspace / "支部/一支部/记录/2020/05/2020-05-06-宣传稿.yaml").is_file()


def test_a_kind_without_a_day_asks_for_none(docgen: Docgen, workspace: Path) -> None:
    assert docgen("new", "责任清单", "--unit", "一支部").code == 0
    assert (workspace / "支部/一支部/记录/责任清单.yaml").is_file()
