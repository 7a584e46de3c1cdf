"""Takes an export and what was changed since, gives what `docgen status` says of its files, and `export` after it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Docgen = Callable[..., Any]
KINDS = ("--kind", "minutes", "--kind", "meeting-record", "--kind", "resolution")
MEETING = "支部/一支部/记录/2020/01/2020-01-10-支委会.yaml"
MINUTES = "一支部/会议纪要/一支部-2020-01-10-会议纪要"


@pytest.fixture
def out(workspace: Path) -> Path:
    return workspace / "output/2020-01"


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_before_any_export_it_says_that_there_is_none(docgen: Docgen, workspace: Path) -> None:
    answer = docgen("status", "2020-01", *KINDS)

    assert (answer.code, answer.out) == (0, "output/2020-01 里还没有导出。\n")
    assert not (workspace / "output").exists()


def test_after_an_export_all_is_current(docgen: Docgen) -> None:
    docgen("export", "2020-01", *KINDS)

    assert docgen("status", "2020-01", *KINDS).out == "最新：3 个\n"


def test_it_names_what_is_behind_and_why_what_was_edited_and_what_has_no_record(
    docgen: Docgen, workspace: Path, out: Path
) -> None:
    docgen("export", "2020-01", *KINDS)
    change(workspace / MEETING, "地点: 三楼会议室", "地点: 五楼会议室")
    (out / f"{MINUTES}.docx").write_bytes(b"mine")

    told = docgen("status", "2020-01", *KINDS)

    assert told.out.splitlines() == [
        "最新：1 个",
        "该重出：1 个",
        "  一支部/会议记录/一支部-2020-01-10-会议记录.docx（记录变了）",
        "有人改过（保留）：1 个",
        f"  {MINUTES}-新稿.docx",
    ]
    assert docgen("export", "2020-01", *KINDS).out.splitlines()[-4:-1] == [
        "1 个文件没有变化，保留原样。",
        "1 个文件有人改过，没有覆盖，新稿放在旁边：",
        f"  {MINUTES}-新稿.docx",
    ]
    (workspace / MEETING).rename(workspace / MEETING.replace("2020-01-10", "2020-01-10-旧").replace(".yaml", ".txt"))
    lines = docgen("status", "2020-01", *KINDS).out.splitlines()
    assert lines[0] == "已没有记录作依据：3 个"
    assert len(lines) == 4


def test_in_json_each_file_has_its_standing_and_what_changed(docgen: Docgen, workspace: Path) -> None:
    docgen("export", "2020-01", *KINDS)
    change(workspace / MEETING, "地点: 三楼会议室", "地点: 五楼会议室")

    told = docgen("status", "2020-01", *KINDS, "--format", "json").json

    assert told["counts"] == {"missing": 0, "current": 1, "stale": 2, "edited": 0, "orphaned": 0}
    assert {(each["kind"], each["standing"], *each["changed"]) for each in told["files"]} == {
        ("minutes", "stale", "view"),
        ("meeting-record", "stale", "view"),
    }


def test_a_paper_that_could_not_be_made_is_not_there_yet(docgen: Docgen, workspace: Path) -> None:
    own = workspace / "templates/minutes"
    own.mkdir(parents=True)
    (own / "minutes.docx").write_bytes(b"no zip")
    docgen("export", "2020-01", *KINDS)

    told = docgen("status", "2020-01", *KINDS)

    assert told.out.splitlines()[0] == "还没有：1 个"
    assert told.code == 0
