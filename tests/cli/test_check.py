"""Takes good and bad records, gives what `docgen check` says of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Docgen = Callable[..., Any]
KEYS = ["code", "level", "file", "line", "column", "subject", "value", "message", "hint", "basis"]


def test_a_new_workspace_has_nothing_wrong(docgen: Docgen) -> None:
    answer = docgen("check")

    assert (answer.code, answer.out, answer.err) == (0, "没有发现问题。\n", "")


@pytest.mark.usefixtures("broken")
def test_an_error_is_told_with_its_place_its_value_and_what_to_do(docgen: Docgen) -> None:
    answer = docgen("check")

    assert answer.code == 1
    assert answer.out.splitlines() == [
        "支部/一支部/记录/2020/02/2020-02-30-支委会.yaml:3:5  错误：「2020-02-30 14:30」不是有效的日期和时间。",
        "      请写成 2020-03-05 14:30，并核对这一天是否存在。",
        "共 1 处错误。",
    ]


@pytest.mark.usefixtures("broken", "warned")
def test_files_with_errors_come_before_files_with_warnings(docgen: Docgen) -> None:
    lines = docgen("check").out.splitlines()

    assert ["错误" in line for line in lines if ".yaml" in line] == [True, False]
    assert lines[-1] == "共 1 处错误、1 处警告。"


@pytest.mark.usefixtures("warned")
def test_warnings_alone_end_well(docgen: Docgen) -> None:
    answer = docgen("check")

    assert answer.code == 0
    assert "警告：找不到文件「没有.jpg」。" in answer.out


@pytest.mark.usefixtures("broken", "warned")
def test_a_level_hides_what_weighs_less(docgen: Docgen) -> None:
    assert docgen("check", "--level", "error").out.endswith("共 1 处错误。\n")


@pytest.mark.usefixtures("broken", "warned")
def test_the_answer_in_json_has_the_keys_of_every_reply(docgen: Docgen) -> None:
    answer = docgen("check", "--format", "json")

    assert answer.code == 1
    assert list(answer.json) == ["findings"]
    assert [list(each) for each in answer.json["findings"]] == [KEYS, KEYS]
    assert {each["level"] for each in answer.json["findings"]} == {"error", "warn"}


@pytest.mark.usefixtures("broken", "warned")
@pytest.mark.parametrize(
    ("part", "found"),
    [
        ("一支部", 2),
        ("第一党支部", 2),
        ("机关党委", 0),
        ("一支部/2020-02", 2),
        ("一支部/2020-03", 1),  # a record that cannot be read has no day: it shows in every period
        ("一支部/2020/02/2020-02-30-支委会", 1),
        ("一支部/2020/02/2020-02-15-主题党日", 1),
        ("一支部/2020/01/2020-01-10-支委会", 0),
        ("支部", 2),
        ("支部/一支部/记录/2020/01", 0),
        ("支部/一支部/记录/2020/02/2020-02-15-主题党日.yaml", 1),
        (".", 2),
    ],
)
def test_a_part_of_the_workspace_is_checked_alone(docgen: Docgen, part: str, found: int) -> None:
    assert len(docgen("check", part, "--format", "json").json["findings"]) == found


@pytest.mark.usefixtures("broken")
def test_what_two_parts_share_is_told_once(docgen: Docgen) -> None:
    assert docgen("check", "一支部", "一支部/2020-02", "支部").out.endswith("共 1 处错误。\n")


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("七支部", "没有单位「七支部」。"),
        ("七支部/2020-03", "没有单位「七支部」。"),
        ("一支部/无此记录", "没有编号为「一支部/无此记录」的记录。"),
        ("无此文件.yaml", "“无此文件.yaml”不是本工作区里的文件或文件夹。"),
    ],
)
def test_a_part_that_there_is_not_is_a_wrong_usage(docgen: Docgen, part: str, said: str) -> None:
    answer = docgen("check", part)

    assert answer.code == 2
    assert answer.err.startswith(f"错误：{said}\n  ")


def test_a_file_outside_the_workspace_is_a_wrong_usage(docgen: Docgen, tmp_path: Path) -> None:
    assert docgen("check", str(tmp_path)).code == 2


def test_an_error_is_a_finding_of_an_answer_in_json(docgen: Docgen) -> None:
    answer = docgen("check", "七支部/2020-03", "--format", "json")

    assert answer.code == 2
    (finding,) = answer.json["findings"]
    assert list(finding) == KEYS
    assert (finding["code"], finding["level"], finding["value"]) == ("unit-unknown", "error", "七支部")


def test_a_record_that_does_not_exist_elsewhere_is_found_across_units(
    docgen: Docgen, write: Callable[[str, str], Path]
) -> None:
    write("2020/03/稿.yaml", "类型: 宣传稿\n标题: 稿\n日期: 2020-03-01\n来源: [机关党委/无]\n")

    answer = docgen("check")

    assert answer.code == 1
    assert "没有编号为「机关党委/无」的记录。" in answer.out
