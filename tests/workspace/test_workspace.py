"""Takes folders, gives workspaces and what is wrong with their units."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

from docgen.errors import UsageError, WorkspaceError
from docgen.findings import Finding, Level
from docgen.vocabulary import hint
from docgen.workspace import Workspace, find, open_workspace

MakeWorkspace = Callable[[Mapping[str, str]], Workspace]
Write = Callable[[Mapping[str, str | bytes]], Path]
Said = Callable[[Iterable[Finding]], list[tuple[str, str]]]


def unit(short: str, superior: str = "", more: str = "") -> str:
    above = f"上级: {superior}\n" if superior else ""
    return f"名称: {short}全称\n简称: {short}\n种类: 党支部\n{above}{more}"


def test_the_workspace_is_the_nearest_folder_upwards_with_settings(make_workspace: MakeWorkspace) -> None:
    root = make_workspace({}).root

    assert find(root) == root
    assert find(root / "支部" / "一支部") == root
    assert find(root / "支部" / "一支部" / "单位.yaml") == root


def test_no_workspace_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="workspace-not-found"):
        open_workspace(tmp_path)


def test_settings_that_cannot_be_read_are_an_error_with_the_findings(write: Write) -> None:
    with pytest.raises(WorkspaceError, match="settings-unreadable") as caught:
        open_workspace(write({"docgen.yaml": "单位: 某公司\n简报: {名: 领航}\n"}))

    assert {finding.place.file for finding in caught.value.findings} == {"docgen.yaml"}


def test_units_are_found_at_any_depth_and_not_among_records_outputs_and_hidden_folders(
    make_workspace: MakeWorkspace, said: Said
) -> None:
    elsewhere = ["output/甲", "templates/乙", ".docgen/丙", "支部/一支部/记录/丁", "支部/一支部/附件/戊"]
    found = make_workspace({"a/b/c/单位.yaml": unit("深支部")} | {f"{it}/单位.yaml": unit(it[-1]) for it in elsewhere})

    assert set(found.units) == {"机关党委", "一支部", "深支部"}
    assert said(found.findings) == []
    assert found.units["一支部"].path == found.root / "支部" / "一支部"


def test_a_workspace_inside_another_keeps_its_units_to_itself(make_workspace: MakeWorkspace) -> None:
    found = make_workspace({"练习/docgen.yaml": "单位: 练习\n", "练习/支部/乙/单位.yaml": unit("乙")})

    assert set(found.units) == {"机关党委", "一支部"}


def test_units_stand_below_their_superior_in_the_order_of_their_numbers(make_workspace: MakeWorkspace) -> None:
    found = make_workspace({f"支部/{n}/单位.yaml": unit(f"{n}支部", "机关党委") for n in ("二", "十", "十一", "三")})

    assert list(found.units) == ["机关党委", "一支部", "二支部", "三支部", "十支部", "十一支部"]
    assert found.tree.children("机关党委") == ("一支部", "二支部", "三支部", "十支部", "十一支部")


def test_a_unit_is_known_by_its_short_and_its_full_name(make_workspace: MakeWorkspace) -> None:
    found = make_workspace({})

    assert found.unit("第一党支部") is found.unit("一支部")
    with pytest.raises(UsageError) as caught:
        found.unit("支部一")
    assert caught.value.values == {"value": "支部一", "near": "一支部"}


def test_an_unknown_superior_is_a_finding_with_the_nearest_names_and_the_unit_a_root(
    make_workspace: MakeWorkspace, said: Said
) -> None:
    found = make_workspace({"二/单位.yaml": unit("二支部", "机关党总支")})

    assert said(found.findings) == [("unit-superior-unknown", "二/单位.yaml:4:5")]
    assert found.findings[0].values["near"] == "机关党委"
    assert set(found.tree.roots) == {"机关党委", "二支部"}


def test_two_units_with_one_short_name_are_a_finding_that_names_the_other(
    make_workspace: MakeWorkspace, said: Said
) -> None:
    found = make_workspace({"支部/一支部乙/单位.yaml": unit("一支部")})

    assert said(found.findings) == [("unit-duplicate", "支部/一支部乙/单位.yaml:2:5")]
    assert found.findings[0].values["other"] == "支部/一支部/单位.yaml"
    assert found.units["一支部"].unit.name == "第一党支部"


def test_a_circle_of_superiors_is_one_finding_and_no_unit_is_lost(make_workspace: MakeWorkspace, said: Said) -> None:
    found = make_workspace(
        {"甲/单位.yaml": unit("甲", "乙"), "乙/单位.yaml": unit("乙", "甲"), "丙/单位.yaml": unit("丙", "甲")}
    )

    assert [code for code, _ in said(found.findings)] == ["unit-cycle"]
    assert found.findings[0].values["value"] == "乙 → 甲 → 乙"
    assert set(found.units) == {"机关党委", "一支部", "甲", "乙", "丙"}
    assert found.tree.below("乙") == ("甲", "丙")


def test_levels_go_from_the_leaves_to_the_roots(make_workspace: MakeWorkspace) -> None:
    found = make_workspace({"总/单位.yaml": unit("总支", "机关党委"), "二/单位.yaml": unit("二支部", "总支")})

    assert found.tree.levels() == (("一支部", "二支部"), ("总支",), ("机关党委",))
    assert found.tree.superior("二支部") == "总支"


def test_a_file_with_two_units_is_a_finding(make_workspace: MakeWorkspace, said: Said) -> None:
    found = make_workspace({"二/单位.yaml": f"{unit('二支部')}---\n{unit('三支部')}"})

    assert said(found.findings) == [("unit-not-alone", "二/单位.yaml")]
    assert "二支部" in found.units


def test_a_short_name_with_a_slash_is_a_finding(make_workspace: MakeWorkspace, said: Said) -> None:
    assert said(make_workspace({"二/单位.yaml": unit("二/支部")}).findings) == [
        ("unit-short-invalid", "二/单位.yaml:2:5")
    ]


def test_namesakes_without_numbers_and_numbers_given_twice_are_findings(
    make_workspace: MakeWorkspace, said: Said
) -> None:
    members = "党员:\n- {姓名: 张伟}\n- {姓名: 张伟, 编号: '01'}\n- {姓名: 李二, 编号: '01'}\n"

    assert said(make_workspace({"二/单位.yaml": unit("二支部", more=members)}).findings) == [
        ("member-number-missing", "二/单位.yaml:5:8"),
        ("member-number-duplicate", "二/单位.yaml:7:16"),
    ]


def test_a_committee_names_members_each_clearly(make_workspace: MakeWorkspace, said: Said) -> None:
    members = "党员: [{姓名: 张伟, 编号: '01'}, {姓名: 张伟, 编号: '02'}, {姓名: 李二}]\n"
    posts = "支委: [{姓名: 张伟, 职务: 书记}, {姓名: 李三, 职务: 委员}, {姓名: 张伟（02）, 职务: 委员}]\n"
    found = make_workspace({"二/单位.yaml": unit("二支部", more=members + posts)})

    assert [code for code, _ in said(found.findings)] == ["person-ambiguous", "person-unknown"]
    assert [finding.values["near"] for finding in found.findings] == ["张伟（01）、张伟（02）", "李二"]


def test_a_unit_that_cannot_be_read_is_a_finding_and_the_others_stand(make_workspace: MakeWorkspace) -> None:
    found = make_workspace({"二/单位.yaml": "简称: 二支部\n"})

    assert "二支部" not in found.units
    assert {finding.place.file for finding in found.findings} == {"二/单位.yaml"}


@pytest.mark.parametrize(("written", "code"), [
    ("", "settings-empty"), ("# 单位: 某公司\n", "settings-empty"), ("---\n---\n", "settings-empty"),
    ("单位: 某公司\n---\n单位: 某公司\n", "settings-not-alone"), ("单位:\n", "field-missing"),
])  # fmt: skip
def test_settings_that_say_nothing_carry_a_finding_that_says_what_to_write(
    write: Write, said: Said, written: str, code: str
) -> None:
    with pytest.raises(WorkspaceError, match="settings-unreadable") as caught:
        open_workspace(write({"docgen.yaml": written}))

    assert [found for found, _ in said(caught.value.findings)] == [code]


def test_the_hint_for_empty_settings_shows_the_line_to_write(write: Write) -> None:
    with pytest.raises(WorkspaceError) as caught:
        open_workspace(write({"docgen.yaml": "# 待填\n"}))

    assert "单位: " in hint(caught.value.findings[0])


def test_an_empty_unit_file_says_what_to_write(make_workspace: MakeWorkspace, said: Said) -> None:
    found = make_workspace({"二/单位.yaml": "# 待填\n"})

    assert said(found.findings) == [("unit-file-empty", "二/单位.yaml")]
    assert all(label in hint(found.findings[0]) for label in ("名称", "简称", "种类"))


@pytest.mark.parametrize(("files", "missing"), [
    (["支部/二支部/记录/2020/甲.yaml"], ["支部/二支部"]),
    (["支部/二支部/记录/说明.txt"], ["支部/二支部"]),
    (["机关纪委/记录/甲.yaml"], ["机关纪委"]),
    (["记录/甲.yaml"], ["."]),
    (["支部/二支部/2020/03/甲.yaml", "支部/二支部/乙.yaml"], ["支部/二支部"]),
    (["支部/二支部/单位.yaml.txt", "支部/二支部/记录/甲.yaml"], ["支部/二支部"]),
    (["支部/片区/一/记录/甲.yaml", "支部/片区/二/乙.yaml"], ["支部/片区/一", "支部/片区/二"]),
    (["机关党委/支部/二支部/乙.yaml"], ["机关党委/支部/二支部"]),
    (["支部/一支部/下设/记录/甲.yaml"], ["支部/一支部/下设"]),
    (["支部/资料/说明.txt", "支部/一支部/草稿/甲.yaml", "资料/甲.yaml", "output/甲/记录/乙.yaml", ".旧/记录/甲.yaml"], []),
])  # fmt: skip
def test_a_folder_with_records_but_without_a_unit_file_is_an_error(
    make_workspace: MakeWorkspace, said: Said, files: list[str], missing: list[str]
) -> None:
    found = make_workspace(dict.fromkeys(files, "类型: 办实事\n"))

    assert said(found.findings) == [("unit-file-missing", folder) for folder in missing]
    assert {finding.level for finding in found.findings} <= {Level.ERROR}
