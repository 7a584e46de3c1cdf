"""Takes a workspace with templates of its own, gives new ones and what is wrong in them, as a clerk types it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from docgen.inspection.package import with_parts
from docgen.parcel import unpack

Docgen = Callable[..., Any]
MAIN = "word/document.xml"
COPY = "templates/minutes/minutes-批注.docx"


@pytest.fixture
def minutes(docgen: Docgen, workspace: Path) -> Path:
    """The workspace's own template of minutes."""
    assert docgen("templates", "eject", "minutes").code == 0
    return workspace / "templates/minutes/minutes.docx"


@pytest.fixture
def misspelt(minutes: Path) -> Path:
    """The same with a field misspelt."""
    content = minutes.read_bytes()
    xml = unpack(content)[MAIN].decode()
    minutes.write_bytes(with_parts(content, {MAIN: xml.replace("{{ 主持人 }}主", "{{ 主持入 }}主").encode()}))
    return minutes


def test_the_built_in_templates_are_checked_where_there_are_no_others(docgen: Docgen) -> None:
    answer = docgen("templates", "check")

    assert answer.code == 0
    assert "没有发现问题" in answer.out


def test_own_templates_alone_are_checked_where_there_are_some(docgen: Docgen, minutes: Path) -> None:
    assert docgen("templates", "check").out.startswith("检查了 2 个模板。")
    assert docgen("templates", "check", "会议通知").out.startswith("检查了 3 个模板。")


def test_an_error_is_told_with_its_paragraph_and_makes_the_exit_code_1(docgen: Docgen, misspelt: Path) -> None:
    answer = docgen("templates", "check")

    assert answer.code == 1
    first = answer.out.splitlines()[0]
    assert first.startswith("templates/minutes/minutes.docx 第")
    assert "主持入" in first
    assert "是不是「主持人" in answer.out


def test_the_json_of_an_error_has_the_keys_of_a_document(docgen: Docgen, misspelt: Path) -> None:
    error = next(
        each for each in docgen("templates", "check", "--format", "json").json["findings"] if each["level"] == "error"
    )

    assert (error["code"], error["file"]) == ("placeholder-unknown", "templates/minutes/minutes.docx")
    assert error["paragraph"] > 0
    assert "主持入" in error["text"]
    assert (error["table"], error["page"], error["line"]) == (None, None, None)


def test_the_sarif_of_an_error_names_the_file_and_the_paragraph(docgen: Docgen, misspelt: Path) -> None:
    answer = docgen("templates", "check", str(misspelt), "--format", "sarif")
    result = next(each for each in answer.json["runs"][0]["results"] if each["level"] == "error")

    assert answer.code == 1
    assert result["ruleId"] == "placeholder-unknown"
    location = result["locations"][0]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "templates/minutes/minutes.docx"
    assert location["properties"]["part"] == MAIN


def test_a_copy_with_comments_is_written_beside_and_the_template_left_alone(
    docgen: Docgen, workspace: Path, misspelt: Path
) -> None:
    before = misspelt.read_bytes()
    answer = docgen("templates", "check", "--comments")

    assert f"批注：{COPY}" in answer.out.replace("\\", "/")
    assert misspelt.read_bytes() == before
    (comment,) = docx.Document(str(workspace / COPY)).comments
    assert "主持入" in comment.text
    assert "是不是「主持人" in comment.text


def test_no_copy_is_written_where_there_is_nothing_to_say(docgen: Docgen, workspace: Path, minutes: Path) -> None:
    assert docgen("templates", "check", "--comments").code == 0
    assert not (workspace / COPY).exists()


def test_a_file_anywhere_is_checked_as_the_kind_that_is_named(docgen: Docgen, misspelt: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "我的.docx"
    elsewhere.write_bytes(misspelt.read_bytes())

    unclear = docgen("templates", "check", str(elsewhere))
    assert (unclear.code, "--kind" in unclear.err) == (2, True)
    assert docgen("templates", "check", str(elsewhere), "--kind", "会议纪要").code == 1


def test_a_file_that_cannot_be_read_makes_the_exit_code_2_and_the_others_are_checked(
    docgen: Docgen, workspace: Path, misspelt: Path
) -> None:
    (workspace / "templates/minutes/minutes.html").write_bytes(b"\xff\xfe")
    answer = docgen("templates", "check")

    assert answer.code == 2
    assert "UTF-8" in answer.out
    assert "主持入" in answer.out


@pytest.mark.parametrize("asked", ["没有.docx", "会议纪药", "docgen.yaml"])
def test_what_is_no_template_is_a_wrong_usage(docgen: Docgen, asked: str) -> None:
    assert docgen("templates", "check", asked).code == 2


def test_a_new_template_is_written_checked_and_used(docgen: Docgen, workspace: Path, meeting: str) -> None:
    answer = docgen("templates", "new", "会议纪要", "sign-in-sheet", "--layout", "记录")

    written = [line.replace("\\", "/") for line in answer.out.splitlines()[:-1]]
    assert written == [
        f"templates/{kind}/{kind}.{suffix}" for kind in ("minutes", "sign-in-sheet") for suffix in ("docx", "html")
    ]
    assert docgen("templates", "check").out.startswith("检查了 4 个模板。没有发现问题")
    assert docgen("render", meeting, "--kind", "会议纪要", "--to", "docx,html").code == 0


def test_a_new_template_is_never_written_over_another_unless_asked(docgen: Docgen, minutes: Path) -> None:
    before = minutes.read_bytes()

    assert docgen("templates", "new", "minutes").code == 2
    assert minutes.read_bytes() == before
    assert docgen("templates", "new", "minutes", "--overwrite", "--to", "docx").code == 0
    assert minutes.read_bytes() != before
