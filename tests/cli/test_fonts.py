"""Takes parts of a workspace, gives what `docgen fonts` says of fonts and characters, and what papers say of theirs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from docgen.cli.lettering import lettering_lines
from docgen.cli.main import run
from docgen.export import Outcome, Status
from docgen.export.outcome import tally_of
from docgen.findings import Finding, Level, Place
from docgen.fonts import own_face
from docgen.formats import Format

Docgen = Callable[..., Any]
RARE = "类型: 主题党日\n主题: 请赵喆讲课\n开始: 2020-02-15 09:00\n出席: 其余\n"
NAME = "2020/02/2020-02-15-主题党日.yaml"
OFFICIAL = {"方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"}


@pytest.fixture
def rare(write: Callable[[str, str], Path]) -> Path:
    """A record with a character that GB 2312 lacks."""
    return write(NAME, RARE)


@pytest.fixture
def nothing(tmp_path: Path) -> dict[str, str]:
    """The environment of a machine without any font."""
    empty = tmp_path / "没有字体"
    empty.mkdir()
    configuration = tmp_path / "none.conf"
    configuration.write_text(
        f"<fontconfig><dir>{empty}</dir><cachedir>{empty}</cachedir></fontconfig>", encoding="utf-8"
    )
    return {**os.environ, "FONTCONFIG_FILE": str(configuration), "PYTHONUTF8": "1"}


def typed(folder: Path, environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "docgen", *arguments],
        cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.mark.usefixtures("rare")
def test_fonts_and_characters_are_listed(docgen: Docgen) -> None:
    answer = docgen("fonts")

    assert answer.code == 0
    lines = answer.out.splitlines()
    assert lines[0].split() == ["字体", "文种", "格式", "本机"]
    assert {line.split()[0] for line in lines[1:6]} == OFFICIAL
    assert any(line.split()[:3] == ["喆", "U+5586", "1"] and line.endswith(f"{NAME}:2:7") for line in lines)


@pytest.mark.usefixtures("rare")
def test_the_answer_in_json_is_one_object(docgen: Docgen) -> None:
    answer = docgen("fonts", "--format", "json").json

    assert list(answer) == ["fonts", "characters", "findings"]
    assert {each["name"] for each in answer["fonts"]} == OFFICIAL
    assert [list(each) for each in answer["fonts"]] == [["name", "kinds", "formats", "found", "face"]] * 5
    (character,) = answer["characters"]
    assert (character["character"], character["code"], character["count"]) == ("喆", "U+5586", 1)
    assert character["docx"] == "仿宋"
    assert character["places"] == [{"file": f"支部/一支部/记录/{NAME}", "line": 2, "column": 7}]
    substituted = {each["value"] for each in answer["findings"] if each["code"] == "font-substituted"}
    assert substituted == {each["name"] for each in answer["fonts"] if each["face"] and not each["found"]}


@pytest.mark.usefixtures("rare")
def test_parts_may_be_named(docgen: Docgen, meeting: str) -> None:
    february = docgen("fonts", "一支部/2020-02", "--format", "json").json
    file = docgen("fonts", f"支部/一支部/记录/{NAME}", "--format", "json").json
    other = docgen("fonts", meeting)

    assert [each["character"] for each in february["characters"]] == ["喆"]
    assert february == file
    assert "记录里的字 仿宋_GB2312 都有" in other.out


def test_an_unknown_part_is_a_wrong_usage(docgen: Docgen) -> None:
    answer = docgen("fonts", "二支部/2020")

    assert (answer.code, "没有单位「二支部」" in answer.err) == (2, True)


def test_without_a_workspace_the_fonts_alone_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    assert run(["fonts"]) == 0
    said = capsys.readouterr().out
    assert "仿宋_GB2312" in said
    assert "记录里" not in said
    assert run(["-C", str(tmp_path), "fonts"]) == 2


def test_a_template_that_cannot_be_read_is_told_and_the_others_are_listed(docgen: Docgen, workspace: Path) -> None:
    own = workspace / "templates" / "minutes"
    own.mkdir(parents=True)
    (own / "minutes.docx").write_bytes(b"no archive")

    answer = docgen("fonts")

    assert answer.code == 0
    assert "错误：模板「minutes/minutes.docx」打不开" in answer.out
    assert answer.out.startswith("字体")


@pytest.mark.usefixtures("rare")
def test_a_machine_without_any_font_says_so_and_what_to_do(workspace: Path, nothing: dict[str, str]) -> None:
    plain = typed(workspace, nothing, "fonts")
    told = json.loads(typed(workspace, nothing, "fonts", "--format", "json").stdout)

    assert plain.returncode == 0
    assert plain.stdout.count("没有，也没有可代替的") == 5
    assert "make setup" in plain.stdout
    assert "apt-get install fonts-noto-cjk" in plain.stdout
    assert any(line.split()[0] == "喆" and "缺字" in line for line in plain.stdout.splitlines() if line)
    assert {each["face"] for each in told["fonts"]} == {None}
    codes = [each["code"] for each in told["findings"]]
    assert (codes.count("font-missing"), codes.count("glyph-missing")) == (5, 1)
    assert all(each["hint"] for each in told["findings"])


def test_a_pdf_without_any_font_is_not_made_and_the_rest_is(
    workspace: Path, nothing: dict[str, str], meeting: str
) -> None:
    done = typed(workspace, nothing, "render", meeting, "--kind", "minutes", "--to", "docx,pdf")

    assert done.returncode == 1
    assert [path.suffix for path in (workspace / "output").iterdir()] == [".docx"]
    assert "一种字体也没有" in done.stderr
    assert "make setup" in done.stderr


@pytest.mark.usefixtures("rare")
def test_papers_tell_once_what_stood_in(docgen: Docgen, meeting: str) -> None:
    if own_face("仿宋_GB2312") or own_face("仿宋") or not own_face("FandolFang"):
        pytest.skip("other fonts here")
    kinds = ("--kind", "minutes,meeting-record,theme-day-record")

    plain = docgen("render", meeting, "一支部/2020/02/2020-02-15-主题党日", *kinds, "--to", "docx,pdf")
    told = docgen("render", meeting, *kinds, "--to", "docx,pdf", "--format", "json").json
    words = docgen("render", meeting, *kinds, "--to", "docx")

    fonts = [line for line in plain.err.splitlines() if line.startswith("字体：")]
    assert len(fonts) == 1
    assert "仿宋_GB2312 由 FandolFang 代替" in fonts[0]
    assert plain.err.count("「喆」由 Noto Serif CJK SC 补上") == 1
    assert "代替" not in plain.out + words.out + words.err
    by_format = {
        format: {
            finding["code"] for each in told["outputs"] if each["format"] == format for finding in each["findings"]
        }
        for format in ("docx", "pdf")
    }
    assert by_format == {"docx": set(), "pdf": {"font-substituted"}}
    assert {each["status"] for each in told["outputs"]} == {"ok"}


def test_a_substitute_bars_no_final_paper_and_counts_for_nothing_in_the_manifest(
    docgen: Docgen, workspace: Path
) -> None:
    answer = docgen("export", "2020-01", "--kind", "minutes", "--to", "docx,pdf", "--final")

    listed = json.loads((workspace / "output" / "2020-01" / "manifest.json").read_text(encoding="utf-8"))["files"]
    assert answer.code == 0
    assert [(each["format"], each["status"], each["remarks"]) for each in listed] == [
        ("docx", "ok", []),
        ("pdf", "ok", []),
    ]


def outcome(*remarks: Finding, status: Status = Status.OK) -> Outcome:
    return Outcome("一支部", "minutes", "一支部/2020-01", Format.PDF, status, path="a.pdf", remarks=remarks)


def note(code: str, **values: str) -> Finding:
    return Finding(code, Level.INFO, Place("minutes.html"), values=values)


def test_papers_are_counted_and_characters_gathered_by_who_drew_them() -> None:
    stand_in = note("font-substituted", value="黑体", by="甲")
    done = tally_of(
        [
            outcome(stand_in, note("glyph-borrowed", value="喆", font="甲", by="乙")),
            outcome(
                stand_in, note("glyph-borrowed", value="堃", font="甲", by="乙"), note("glyph-missing", value="\ue000")
            ),
            outcome(stand_in, note("glyph-borrowed", value="堃喆", font="甲", by="丙")),
            outcome(note("font-substituted", value="宋体", by="甲"), status=Status.FAIL),
        ]
    )

    assert list(lettering_lines(done)) == [
        "字体：本机缺正式字体，PDF 里 黑体 由 甲 代替（3 份）。详见 docgen fonts。",
        "生僻字：PDF 里 「喆堃」由 乙、丙 补上（3 份）。详见 docgen fonts。",
        "缺字：本机的字体里都没有「\ue000」。详见 docgen fonts。",
    ]


def test_papers_in_their_own_fonts_say_nothing() -> None:
    assert list(lettering_lines(tally_of([outcome()]))) == []
