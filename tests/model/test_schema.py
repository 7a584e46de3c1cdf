"""Takes kinds of records, gives their JSON Schema, tried on what clerks write."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from docgen.errors import UsageError
from docgen.model.kinds import RECORD_KINDS
from docgen.model.schema import DIALECT, record_schema, settings_schema, unit_schema, workspace_schema

Schema = dict[str, Any]
LABELS = [kind.label for kind in RECORD_KINDS]
DUES = {"类型": "党费", "月份": "2020-03"}
ALL: list[tuple[str, Callable[[], Schema]]] = [
    ("records", workspace_schema),
    ("unit", unit_schema),
    ("settings", settings_schema),
    ("meeting", lambda: record_schema("会议")),
    ("dues", lambda: record_schema("党费")),
]


def objects(schema: Any) -> Iterator[Schema]:
    """Every part of a schema that describes a mapping by its keys."""
    if isinstance(schema, dict):
        if schema.get("type") == "object" and "properties" in schema:
            yield schema
        for each in schema.values():
            yield from objects(each)
    elif isinstance(schema, list):
        for each in schema:
            yield from objects(each)


@pytest.mark.parametrize(("name", "make"), ALL)
def test_what_is_printed_is_a_schema_and_the_same_on_every_run(name: str, make: Callable[[], Schema]) -> None:
    schema = make()

    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == DIALECT, name
    assert json.dumps(schema) == json.dumps(make())


@pytest.mark.parametrize("label", LABELS)
def test_every_kind_has_a_schema_that_names_it(label: str) -> None:
    schema = record_schema(label)

    Draft202012Validator.check_schema(schema)
    assert schema["properties"]["类型"] == {"const": label}
    assert "类型" in schema["required"]
    assert list(schema["properties"])[:4] == ["类型", "编号", "党支部", "备注"]


def test_an_unknown_kind_is_a_wrong_usage() -> None:
    with pytest.raises(UsageError) as caught:
        record_schema("茶话会")

    assert (caught.value.code, caught.value.values) == ("record-kind-unknown", {"value": "茶话会"})


def test_every_mapping_is_closed_and_its_keys_are_labels() -> None:
    parts = [*objects(workspace_schema()["$defs"]), *objects(unit_schema()), *objects(settings_schema())]
    assert len(parts) > 80

    for part in parts:
        assert part["additionalProperties"] is False
        assert [
            key for key in part["properties"] if not re.fullmatch(r"[\u4e00-\u9fff]+(\.[\u4e00-\u9fff]+)?|[PDCA]", key)
        ] == []


def test_what_editors_show_is_chinese() -> None:
    shown = [
        text for part in objects(workspace_schema()) for each in part["properties"].values() for text in words(each)
    ]

    assert len(shown) > 50
    assert [text for text in shown if not re.search(r"[\u4e00-\u9fff]", text)] == []


def words(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from (schema[key] for key in ("title", "description") if isinstance(schema.get(key), str))
        for each in schema.values():
            yield from words(each)
    elif isinstance(schema, list):
        for each in schema:
            yield from words(each)


@pytest.mark.parametrize(
    "data",
    [
        {"类型": "会议", "会议类型": "支委会", "开始": "2020-03-12 14:30", "出席": "其余"},
        {
            "类型": "会议",
            "会议类型": "支委会",
            "开始": "2020-03-12 14:30",
            "出席": ["张一"],
            "缺席": "无",
            "请假": None,
        },
        DUES | {"明细": [{"党员": "张一", "应交": 30, "实交": 15.5, "日期": "2020年3月5日"}]},
        DUES | {"编号": 7, "备注": None},
        {"类型": "承诺", "党员": "张一", "年度": 2020, "类别": "服务"},
        {"类型": "考核", "党支部": "一支部", "期间": 2020},
    ],
)
def test_an_editor_accepts_what_clerks_write(editor: Draft202012Validator, data: Schema) -> None:
    assert [error.message for error in editor.iter_errors(data)] == []


@pytest.mark.parametrize(
    "data",
    [
        {"月份": "2020-03"},
        {"类型": "茶话会"},
        {"类型": "党费"},
        DUES | {"支部": "一支部"},
        DUES | {"备注": ["多行"]},
        DUES | {"明细": {"党员": "张一"}},
        DUES | {"明细": [{"党员": "张一", "应交": "三十"}]},
        {"类型": "党费", "月份": "三月"},
        {"类型": "会议", "会议类型": "座谈", "开始": "2020-03-12 14:30"},
        {"类型": "会议", "会议类型": "支委会", "开始": "2020-03-12"},
        {"类型": "会议", "会议类型": "支委会", "开始": "2020-03-12 14:30", "出席": "全体"},
        {"类型": "会议", "会议类型": "支委会", "开始": "2020-03-12 14:30", "主持受托": "也许"},
    ],
)
def test_an_editor_refuses_what_the_model_refuses(editor: Draft202012Validator, data: Schema) -> None:
    assert not editor.is_valid(data)


def test_a_member_names_one_group_or_lists_them_by_days() -> None:
    editor = Draft202012Validator(unit_schema())
    unit = {"名称": "第一党支部", "简称": "一支部", "种类": "党支部"}

    for groups in ("第一党小组", [{"名称": "第一党小组", "自": "2020-03-01"}], "无"):
        assert editor.is_valid(unit | {"党员": [{"姓名": "张一", "党小组": groups}]})
    assert not editor.is_valid(unit | {"党员": [{"姓名": "张一", "党小组": [["第一党小组"]]}]})
