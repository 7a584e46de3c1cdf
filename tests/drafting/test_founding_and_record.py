"""Takes a folder, gives the workspace and the records that are drafted in it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from docgen.drafting import dated, draft_record, found, kind_called, open_year, write_schemas
from docgen.drafting.repetition import repeated
from docgen.errors import UsageError
from docgen.generation import check
from docgen.model.kinds import RECORD_KINDS
from docgen.workspace import Workspace, load_unit, open_workspace

MEETING = "一支部/2020/01/2020-01-10-支委会"
FORBIDDEN = ("出席", "发言", "决议", "表决", "请假", "缺席", "任务", "纪要", "成效", "照片")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    found(tmp_path, 2020, "甲公司")
    return open_workspace(tmp_path)


@pytest.mark.parametrize("name", ["", "甲公司", "甲: 乙", "#1", "'甲'", "{year}"])
def test_a_workspace_of_any_name_reads_without_a_finding(tmp_path: Path, name: str) -> None:
    found(tmp_path, 2020, name)

    workspace = open_workspace(tmp_path)
    assert check(workspace, on=date(2020, 1, 15)).findings == ()
    assert list(workspace.units) == ["机关党委", "一支部"]
    assert workspace.settings.organisation == (name or "某某公司")


def test_the_line_for_editors_leads_to_the_schema(tmp_path: Path) -> None:
    for path in found(tmp_path, 2020):
        line = path.read_text(encoding="utf-8").splitlines()[0]
        schema = (path.parent / line.partition("$schema=")[2]).resolve()
        assert json.loads(schema.read_text(encoding="utf-8"))["$schema"]


def test_schemas_are_written_once(workspace: Workspace) -> None:
    assert write_schemas(workspace.root) == []


def test_a_year_opens_folders_and_only_once(workspace: Workspace) -> None:
    assert {path.name for path in open_year(workspace.root, 2021)} == {"2021"}
    assert open_year(workspace.root, 2021) == []


@pytest.mark.parametrize("kind", [kind.label for kind in RECORD_KINDS])
def test_a_draft_of_every_kind_is_dated_and_misses_only_what_a_person_knows(workspace: Workspace, kind: str) -> None:
    draft_day = date(2020, 4, 1)
    draft = draft_record(workspace, kind, "一支部", draft_day)
    draft.write()

    codes = {finding.code for finding in check(open_workspace(workspace.root), [draft.path], on=draft_day).findings}
    assert codes <= {"field-missing", "moment-time-missing", "mapping-expected"}
    assert (": 2020" in draft.text) is dated(kind_called(kind)[0])


def test_a_draft_of_a_type_of_meeting_names_it(workspace: Workspace) -> None:
    assert kind_called("党课")[1] == {"类型": "会议", "会议类型": "党课"}
    assert draft_record(workspace, "党课", "一支部", date(2020, 4, 1)).path.name == "2020-04-01-党课.yaml"


def test_what_is_repeated_is_never_who_came_or_what_was_decided(workspace: Workspace) -> None:
    (entry,) = load_unit(workspace, "一支部").entries

    kept = repeated(entry.model)

    assert kept == {
        "会议类型": "支委会",
        "地点": "三楼会议室",
        "主持人": "张一",
        "记录人": "李二",
        "议题": [{"标题": "学习上级党委会议精神", "第一议题": "是"}, {"标题": "研究本年度支部工作安排"}],
    }
    assert not set(FORBIDDEN) & kept.keys()


def test_an_earlier_record_of_another_kind_is_refused(workspace: Workspace) -> None:
    with pytest.raises(UsageError, match="record-unknown"):
        draft_record(workspace, "宣传稿", "一支部", date(2020, 4, 1), MEETING)
