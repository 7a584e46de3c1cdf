"""Takes a period, gives what `docgen export` writes and says."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from docgen.cli.export import default_jobs
from docgen.cli.progress import Progress
from docgen.model.period import Period

Docgen = Callable[..., Any]
KINDS = ("--kind", "minutes", "--kind", "meeting-record")


def test_an_export_lies_in_folders_by_unit_and_kind_with_its_manifest(docgen: Docgen, workspace: Path) -> None:
    answer = docgen("export", "2020-01", *KINDS)

    out = workspace / "output" / "2020-01"
    assert answer.code == 0
    assert (out / "一支部" / "会议纪要" / "一支部-2020-01-10-会议纪要.docx").is_file()
    listed = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert [each["kind"] for each in listed["files"]] == ["minutes", "meeting-record"]


def test_it_ends_with_a_table_and_the_place(docgen: Docgen) -> None:
    lines = docgen("export", "2020-01", *KINDS).out.splitlines()

    assert lines[0].split() == ["文种", "文件", "完成", "有缺项", "失败"]
    assert lines[-2].split() == ["合计", "2", "2", "0", "0"]
    assert lines[-1].startswith("位置：output")


def test_each_unit_is_a_plain_line_where_there_is_no_terminal(docgen: Docgen) -> None:
    lines = docgen("export", "2020-01", *KINDS).err.splitlines()

    assert [line.split()[:2] for line in lines] == [["1/2", "机关党委"], ["2/2", "一支部"]]


def test_an_interruption_says_how_to_go_on(docgen: Docgen, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("docgen.cli.export.export_period", interrupt)
    answer = docgen("export", "2020-01")

    assert answer.code == 130
    assert answer.err.strip().splitlines()[0] == "错误：已中断，没有做完。"
    assert "再运行同一条命令" in answer.err


def test_times_stand_in_the_report_and_not_in_the_manifest(docgen: Docgen, workspace: Path) -> None:
    docgen("export", "2020-01", *KINDS, "--out", "一")
    docgen("export", "2020-01", *KINDS, "--out", "二", "--jobs", "2")

    report = json.loads((workspace / "二" / "run.json").read_text(encoding="utf-8"))
    assert (report["period"], report["jobs"], report["outcomes"]) == ("2020-01", 2, {"ok": 2, "warn": 0, "fail": 0})
    manifests = [(workspace / folder / "manifest.json").read_bytes() for folder in ("一", "二")]
    assert manifests[0] == manifests[1]


def test_a_second_export_without_changes_touches_no_file(docgen: Docgen, workspace: Path) -> None:
    docgen("export", "2020-01", *KINDS)
    before = {path: path.stat().st_mtime_ns for path in (workspace / "output").rglob("*.*")}

    answer = docgen("export", "2020-01", *KINDS)

    assert "2 个文件没有变化，保留原样。" in answer.out
    assert {path: path.stat().st_mtime_ns for path in (workspace / "output").rglob("*.*")} == before
    assert {path.name for path in before} >= {"manifest.json", "run.json"}


def test_the_zip_holds_what_the_manifest_lists_and_is_the_same_again(docgen: Docgen, workspace: Path) -> None:
    contents = []
    for _ in range(2):
        docgen("export", "2020-01", *KINDS, "--zip")
        contents.append((workspace / "output" / "2020-01.zip").read_bytes())

    assert contents[0] == contents[1]
    with zipfile.ZipFile(workspace / "output" / "2020-01.zip") as archive:
        assert archive.namelist() == [
            "manifest.json",
            "一支部/会议纪要/一支部-2020-01-10-会议纪要.docx",
            "一支部/会议记录/一支部-2020-01-10-会议记录.docx",
        ]


def test_a_failure_is_listed_and_does_not_stop_the_others(docgen: Docgen, workspace: Path) -> None:
    own = workspace / "templates" / "minutes"
    own.mkdir(parents=True)
    (own / "minutes.docx").write_bytes(b"no archive")

    answer = docgen("export", "2020-01", *KINDS)

    assert answer.code == 1
    assert "未生成：一支部/2020/01/2020-01-10-支委会 会议纪要（docx）：" in answer.err
    assert (workspace / "output/2020-01/一支部/会议记录").is_dir()


def test_the_answer_in_json_is_one_object(docgen: Docgen) -> None:
    answer = docgen("export", "2020-01", *KINDS, "--format", "json")

    assert {each["kind"] for each in answer.json["outputs"]} == {"meeting-record", "minutes"}
    assert answer.json["files"] == {"missing": 2, "current": 0, "stale": 0, "edited": 0, "orphaned": 0}


def test_units_may_be_named_and_unknown_ones_are_a_wrong_usage(docgen: Docgen) -> None:
    one = docgen("export", "2020-01", *KINDS, "--unit", "一支部", "--format", "json")
    none = docgen("export", "2020-01", *KINDS, "--unit", "二支部")

    assert {each["unit"] for each in one.json["outputs"]} == {"一支部"}
    assert (none.code, "没有单位「二支部」" in none.err) == (2, True)


def test_a_period_without_any_paper_is_a_wrong_usage_and_leaves_no_folder(docgen: Docgen, tmp_path: Path) -> None:
    answer = docgen("export", "1999", "--out", str(tmp_path / "空"))

    assert (answer.code, "“1999”没有可出的材料" in answer.err) == (2, True)
    assert not (tmp_path / "空").exists()


@pytest.mark.parametrize(
    ("units", "period", "least", "most"), [(6, "2020-01", 1, 1), (1, "2020", 1, 1), (6, "2020", 1, 6)]
)
def test_more_processes_start_only_where_they_pay(units: int, period: str, least: int, most: int) -> None:
    assert least <= default_jobs(units, Period.parse(period)) <= most


def test_on_a_terminal_a_short_run_shows_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress(on_terminal=True, patience=60) as progress:
        progress("一支部", 1, 2)

    assert capsys.readouterr().err == ""


def test_on_a_terminal_a_long_run_shows_a_bar(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress(on_terminal=True, patience=60) as progress:
        progress._show()
        progress("一支部", 1, 2)

    assert "正在生成" in capsys.readouterr().err
