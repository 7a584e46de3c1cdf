"""The page of the API: how its description is read."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.web.api.manual import groups, shapes, type_of

NAMED: dict[str, Any] = {
    "Level": {"enum": ["error", "warn"], "type": "string"},
    "Row": {
        "description": "一行。",
        "properties": {"名": {"type": "string", "description": "名字", "examples": ["甲"]}},
    },
}
DESCRIBED: dict[str, Any] = {
    "tags": [{"name": "记录", "description": "读写"}, {"name": "空", "description": "没有"}],
    "components": {"schemas": NAMED},
    "paths": {
        "/rows/{id}": {
            "put": {
                "tags": ["记录"],
                "operationId": "putRow",
                "summary": "改",
                "description": "改一行",
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "examples": ["a b"]}},
                    {"name": "unit", "in": "query", "required": True, "schema": {"type": "string", "examples": ["一"]}},
                    {"name": "If-Match", "in": "header", "schema": {"type": "string"}, "description": "版本"},
                ],
                "requestBody": {"content": {"application/json": {"schema": {}, "example": {"名": "乙"}}}},
                "responses": {
                    "200": {
                        "description": "成功",
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Row"}}},
                    },
                    "404": {"description": "没有"},
                    "401": {"description": "任何地址都会有"},
                },
            }
        }
    },
}


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "string"}, "文字"),
        ({"type": "string", "format": "date"}, "日期"),
        ({"anyOf": [{"type": "integer"}, {"type": "null"}]}, "整数"),
        ({"type": "array", "items": {"$ref": "#/components/schemas/Level"}}, "error | warn，可多个"),
        ({"$ref": "#/components/schemas/Row"}, "Row"),
        ({"const": "ok"}, "ok"),
        ({}, ""),
    ],
)
def test_a_type_is_said_in_a_few_words(schema: dict[str, Any], expected: str) -> None:
    assert type_of(schema, NAMED) == expected


def test_routes_stand_by_subject_with_what_they_take_and_answer() -> None:
    (group,) = groups(DESCRIBED, "https://dangwu.example")
    (operation,) = group.operations
    assert (group.name, operation.method, operation.path) == ("记录", "PUT", "/rows/{id}")
    assert [(each.name, each.place, each.needed) for each in operation.parameters] == [
        ("id", "地址", True),
        ("unit", "查询", True),
        ("If-Match", "请求头", False),
    ]
    assert [(each.status, each.shapes) for each in operation.answers] == [("200", ("Row",)), ("404", ())]
    assert operation.body == '{\n  "名": "乙"\n}'


def test_a_route_is_shown_as_curl_asks_it() -> None:
    ((operation,),) = (group.operations for group in groups(DESCRIBED, "https://dangwu.example"))
    assert operation.curl.split(" \\\n  ") == [
        "curl -H 'Authorization: Bearer $DOCGEN_TOKEN'",
        "-H 'If-Match: \"…\"'",
        "-X PUT",
        "-H 'Content-Type: application/json'",
        "-d @body.json",
        "'https://dangwu.example/rows/a%20b?unit=%E4%B8%80'",
    ]


def test_shapes_are_those_that_have_keys() -> None:
    (row,) = shapes(DESCRIBED)
    assert (row.name, row.about) == ("Row", "一行。")
    assert [(each.name, each.type, each.about, each.example) for each in row.fields] == [("名", "文字", "名字", '"甲"')]
