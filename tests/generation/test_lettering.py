"""Takes a small workspace, gives the characters of its records that the body's font lacks, with their places."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.drafting import found
from docgen.errors import UsageError
from docgen.fonts import own_face
from docgen.generation import lettering, subject_named
from docgen.generation.characters import Occurrences, occurrences
from docgen.generation.scope import scopes
from docgen.stationery import Stationery
from docgen.workspace import Workspace, open_workspace

FIRST = """\
# 注释里的喆不算
类型: 主题党日
主题: "参观 𬭎 㛃㛃"
开始: 2020-02-15 09:00
---
类型: 主题党日
主题: |
  第一行
  第二行有赵喆
开始: 2020-03-15 09:00
"""
SECOND = "类型: 主题党日\n主题: 学习\n开始: 2020-03-16 09:00\n主持人: 赵喆\n"
FOLDER = "支部/一支部/记录/2020"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with three records that hold rare characters, and a unit whose file does."""
    root = tmp_path / "工作区"
    found(root, 2020, "甲公司")
    for name, text in (("一", FIRST), ("二", SECOND)):
        path = root / FOLDER / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
    unit = root / "支部/一支部/单位.yaml"
    unit.write_text(unit.read_text(encoding="utf-8").replace("张一", "张喆"), encoding="utf-8")
    if own_face("仿宋_GB2312") is not None:
        pytest.skip("the official face is here, and its repertoire is its own")
    return open_workspace(root)


def seen(occurring: list[Occurrences]) -> dict[str, tuple[int, list[str]]]:
    return {each.char: (each.count, [str(place) for place in each.places]) for each in occurring}


def within(workspace: Workspace, *texts: str) -> dict[str, tuple[int, list[str]]]:
    return seen(occurrences(workspace, scopes(workspace, [subject_named(workspace, text) for text in texts])))


def test_characters_are_counted_and_placed_where_they_stand(workspace: Workspace) -> None:
    whole = seen(occurrences(workspace, scopes(workspace)))

    assert whole["㛃"] == (2, [f"{FOLDER}/一.yaml:3:11"])
    assert whole["𬭎"] == (1, [f"{FOLDER}/一.yaml:3:9"])
    assert whole["喆"][1][-2:] == [f"{FOLDER}/一.yaml:9:8", f"{FOLDER}/二.yaml:4:7"]
    assert whole["喆"][1][0].startswith("支部/一支部/单位.yaml:")
    assert list(whole) == sorted(whole)


def test_what_common_fonts_have_is_not_listed(workspace: Workspace) -> None:
    assert set(seen(occurrences(workspace, scopes(workspace)))) == set("㛃𬭎喆")


def test_a_period_of_a_unit_is_that_of_its_records(workspace: Workspace) -> None:
    assert within(workspace, "一支部/2020-02") == {
        "㛃": (2, [f"{FOLDER}/一.yaml:3:11"]),
        "𬭎": (1, [f"{FOLDER}/一.yaml:3:9"]),
    }
    assert within(workspace, "一支部/2020-03") == {"喆": (2, [f"{FOLDER}/一.yaml:9:8", f"{FOLDER}/二.yaml:4:7"])}
    assert within(workspace, "一支部/2020-02", "一支部/2020-03")["喆"][0] == 2
    assert within(workspace, "机关党委/2020-03") == within(workspace, "一支部/2020-03")


def test_a_unit_is_its_file_and_its_records(workspace: Workspace) -> None:
    whole = seen(occurrences(workspace, scopes(workspace)))

    assert within(workspace, "一支部") == whole == within(workspace, "机关党委")


def test_a_record_is_looked_at_alone(workspace: Workspace) -> None:
    assert set(within(workspace, "一支部/2020/一")) == set("㛃𬭎")
    assert set(within(workspace, "一支部/2020/一#2")) == {"喆"}


def test_a_persons_year_is_the_units_year(workspace: Workspace) -> None:
    assert within(workspace, "一支部/2020/张喆") == within(workspace, "一支部/2020") != {}


def test_a_path_is_the_files_below_it(workspace: Workspace) -> None:
    (first,) = scopes(workspace, [workspace.root / FOLDER / "二.yaml"])

    assert seen(occurrences(workspace, [first])) == {"喆": (1, [f"{FOLDER}/二.yaml:4:7"])}
    assert len(scopes(workspace, [workspace.root / FOLDER])) > 2


def test_what_there_is_not_is_a_wrong_usage(workspace: Workspace) -> None:
    for text in ("二支部/2020", "一支部/2020/三", "一支部/2020/03/没有"):
        with pytest.raises(UsageError):
            within(workspace, text)


def test_each_character_tells_who_draws_it_in_pdf_and_what_docx_asks_for(workspace: Workspace) -> None:
    unit = workspace.root / FOLDER / "三.yaml"
    unit.write_text("类型: 主题党日\n主题: \U0003fffd ✓\n开始: 2020-03-16 09:00\n", encoding="utf-8")

    told = lettering(Stationery(), workspace)

    by_char = {each.occurrences.char: each for each in told.characters}
    assert {char: (each.word, each.word_has) for char, each in by_char.items() if own_face(each.word) is None} == {
        "喆": ("仿宋", True),
        "㛃": ("仿宋", False),
        "𬭎": ("仿宋", False),
        "✓": ("仿宋_GB2312", False),
        "\U0003fffd": ("仿宋", False),
    }
    assert by_char["𬭎"].code == "U+2CB4E"
    assert by_char["\U0003fffd"].face is None
    missing = [each for each in told.findings if each.code == "glyph-missing" and each.values["value"] == "\U0003fffd"]
    assert [str(each.place) for each in missing] == [f"{FOLDER}/三.yaml:2:5"]


def test_without_a_workspace_fonts_alone_are_told() -> None:
    told = lettering(Stationery())

    assert len(told.fonts) == 5
    assert told.characters == ()
    assert [each.own for each in told.fonts] == [own_face(each.asked.name) is not None for each in told.fonts]
