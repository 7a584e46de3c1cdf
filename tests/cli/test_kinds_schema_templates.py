"""Takes nothing but the catalogue and the models, gives what the commands that describe them print."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from docgen.chinese import to_width
from docgen.documents import KINDS

Docgen = Callable[..., Any]


def test_the_kinds_stand_in_columns_by_display_width(docgen: Docgen) -> None:
    head, *rows = docgen("kinds").out.splitlines()

    assert head.split() == ["名称", "文种", "范围", "格式"]
    assert [row.split()[0] for row in rows] == [kind.name for kind in KINDS]
    column = to_width(head[: head.index("范围")])
    starts = {to_width(row[: row.rindex(row.split()[2])]) for row in rows}
    assert starts == {column}


def test_the_kinds_in_json_are_plain_data(docgen: Docgen) -> None:
    kinds = docgen("kinds", "--format", "json").json["kinds"]

    assert {"name": "minutes", "label": "会议纪要", "scope": ["一条记录"], "formats": ["docx", "html", "pdf"]} in kinds


@pytest.mark.parametrize(
    ("name", "key"), [("会议", "议题"), ("meeting", "议题"), ("单位", "党员"), ("docgen.yaml", "简报")]
)
def test_a_schema_is_printed_by_the_name_of_what_it_describes(docgen: Docgen, name: str, key: str) -> None:
    assert key in docgen("schema", name).json["properties"]


def test_without_a_name_the_schema_is_that_of_all_records(docgen: Docgen) -> None:
    assert "会议" in docgen("schema").json["properties"]["类型"]["enum"]


def test_an_unknown_kind_of_record_is_a_wrong_usage_with_the_nearest(docgen: Docgen) -> None:
    answer = docgen("schema", "主题档日")

    assert answer.code == 2
    assert "是不是：主题党日" in answer.err


def test_the_schemas_are_written_where_editors_look(docgen: Docgen, workspace: Path) -> None:
    (workspace / ".docgen/schema/record.json").unlink()

    assert docgen("schema", "--write").out.strip().replace("\\", "/") == ".docgen/schema/record.json"
    assert docgen("schema", "--write").out == ""


def test_the_templates_are_listed_and_those_of_the_workspace_marked(docgen: Docgen) -> None:
    assert "自己的" not in docgen("templates", "list").out

    assert docgen("templates", "eject", "minutes").code == 0
    own = [line for line in docgen("templates", "list").out.splitlines() if line.endswith("自己的")]
    assert {line.split()[0] for line in own} == {"minutes"}


def test_a_template_that_somebody_changed_is_not_overwritten_unless_asked(docgen: Docgen, workspace: Path) -> None:
    docgen("templates", "eject", "会议纪要")
    changed = workspace / "templates/minutes/minutes.html"
    changed.write_text("mine", encoding="utf-8")

    refused = docgen("templates", "eject", "minutes")
    assert refused.code == 2
    assert "没有覆盖" in refused.err
    assert changed.read_text(encoding="utf-8") == "mine"

    assert docgen("templates", "eject", "minutes", "--overwrite").code == 0
    assert changed.read_text(encoding="utf-8") != "mine"


def test_without_a_workspace_the_built_in_templates_are_listed(
    docgen: Docgen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert "minutes.docx" in docgen("templates", "list").out
    assert docgen("templates", "eject", "minutes").code == 2
