"""What a program must know before it writes: kinds, fields, units, people."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.web.office import ABOVE, BRANCH, OTHER, Office, TestClient

from docgen.accounts import Role


def get(client: TestClient, path: str, **asked: Any) -> dict[str, Any]:
    answer = client.get(f"/api/v1/{path}", params=asked)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_kinds_say_what_can_be_written_and_made(reading_room: Office) -> None:
    kinds = get(reading_room.program(Role.ADMIN), "kinds")
    assert {"label": "会议", "stem": "meeting", "confidential": False} in kinds["records"]
    minutes = next(each for each in kinds["papers"] if each["name"] == "minutes")
    assert (minutes["label"], minutes["scope"], "docx" in minutes["formats"]) == ("会议纪要", ["一条记录"], True)


def test_kinds_that_are_confidential_are_not_there_for_those_who_are_not_cleared(reading_room: Office) -> None:
    def names(client: TestClient) -> set[str]:
        kinds = get(client, "kinds")
        return {each["label"] for each in kinds["records"]} | {each["name"] for each in kinds["papers"]}

    closed = {"谈话", "党费", "talk-record"}
    assert closed <= names(reading_room.program(Role.ADMIN))
    assert closed <= names(reading_room.program(Role.BRANCH, BRANCH, confidential=True))
    for role in (Role.COMMITTEE, Role.READER):
        assert not closed & names(reading_room.program(role))


@pytest.mark.parametrize("kind", ["", "会议", "meeting", "unit", "settings"])
def test_a_schema_is_one_that_programs_understand(reading_room: Office, kind: str) -> None:
    schema = get(reading_room.program(Role.ADMIN), "schema", kind=kind)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"].startswith("https://json-schema.org/")


def test_the_schema_of_all_records_leaves_out_what_is_confidential(reading_room: Office) -> None:
    schema = get(reading_room.program(Role.READER), "schema")
    assert "谈话" not in schema["properties"]["类型"]["enum"]
    assert not {"Talk", "Dues"} & schema["$defs"].keys()
    Draft202012Validator(schema).validate({"类型": "宣传稿", "日期": "2020-03-01", "标题": "一"})


@pytest.mark.parametrize("kind", ["谈话", "talk", "没有"])
def test_a_schema_that_is_confidential_is_as_unknown_as_one_that_is_not_there(reading_room: Office, kind: str) -> None:
    assert reading_room.program(Role.READER).get("/api/v1/schema", params={"kind": kind}).status_code == 404


def test_units_are_told_as_a_tree(reading_room: Office) -> None:
    first, *others = get(reading_room.program(Role.ADMIN), "branches")["branches"]
    assert (first["short"], first["superior"]) == (ABOVE, None)
    assert first["below"] == [each["short"] for each in others]
    assert {each["superior"] for each in others} == {ABOVE}


def test_a_branch_sees_itself_alone(reading_room: Office) -> None:
    clerk = reading_room.program(Role.BRANCH, BRANCH)
    assert [(each["short"], each["superior"]) for each in get(clerk, "branches")["branches"]] == [(BRANCH, None)]
    assert clerk.get("/api/v1/branch", params={"unit": OTHER}).status_code == 404


def test_a_roster_is_that_of_its_day(reading_room: Office) -> None:
    admin = reading_room.program(Role.ADMIN)
    march = get(admin, "branch", unit=BRANCH, on="2020-03-12")
    first = march["people"][0]
    assert (first["name"], first["post"], first["group"], first["full"]) == ("张一", "书记", "第一党小组", True)
    later = get(admin, "branch", unit=BRANCH)
    assert (march["on"], later["on"]) == ("2020-03-12", "2020-12-31")
    assert march["people"] != later["people"]


def test_a_unit_answers_to_its_full_name(reading_room: Office) -> None:
    found = get(reading_room.program(Role.ADMIN), "branch", unit="中共示范公司机关第一支部委员会")
    assert found["short"] == BRANCH


@pytest.mark.parametrize("on", ["0001-01-01", "9999-12-31", "2020-02-30"])
def test_a_day_of_which_there_can_be_no_record_is_refused(reading_room: Office, on: str) -> None:
    answer = reading_room.program(Role.ADMIN).get("/api/v1/branch", params={"unit": BRANCH, "on": on})
    assert answer.status_code == 422
