"""What is wrong and what is owed: the same as on the command line, without what somebody may not know of."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.web.office import BRANCH, OTHER, Office, TestClient

from docgen.accounts import Role
from docgen.generation import check
from docgen.vocabulary import as_json

MEETING = f"{BRANCH}/2020/03/2020-03-12-支委会"
BROKEN: dict[str, Any] = {"类型": "会议", "会议类型": "支委会", "开始": "2020-03-12 14:30", "出席": ["没有这个人"]}


def checked(client: TestClient, **asked: Any) -> dict[str, Any]:
    answer = client.get("/api/v1/check", params=asked)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_the_findings_are_those_of_the_command(reading_room: Office) -> None:
    workspace = reading_room.service.library.workspace()
    expected = [as_json(each) for each in check(workspace, on=date(2020, 12, 31)).findings]
    found = checked(reading_room.program(Role.ADMIN))
    assert found["findings"] == expected
    assert found["counts"] == {"error": 0, "warn": len(expected), "info": 0}


def test_a_check_can_be_of_a_unit_a_period_a_rule_or_a_record(reading_room: Office) -> None:
    admin = reading_room.program(Role.ADMIN)
    assert {each["subject"] for each in checked(admin, unit="三支部")["findings"]} >= {"三支部/2020-08"}
    assert checked(admin, unit="三支部", period="2020-01")["findings"] == []
    assert {each["code"] for each in checked(admin, rule="F10")["findings"]} == {"F10"}
    assert checked(admin, record=MEETING)["findings"] == []


def test_a_rule_that_there_is_none_of_is_told(reading_room: Office) -> None:
    answer = reading_room.program(Role.ADMIN).get("/api/v1/check", params={"rule": "ZZ9"})
    assert (answer.status_code, answer.json()["type"]) == (422, "urn:docgen:rule-unheard")


def test_a_clerk_is_told_of_the_own_branch_alone(reading_room: Office) -> None:
    found = checked(reading_room.program(Role.BRANCH, "三支部"))
    assert found["findings"]
    assert {each["subject"].partition("/")[0] for each in found["findings"]} == {"三支部"}


def test_a_record_in_the_body_is_checked_as_if_it_were_stored_and_nothing_is_written(office: Office) -> None:
    clerk = office.program(Role.BRANCH, BRANCH)
    before = {path: path.read_bytes() for path in office.service.root.rglob("*.yaml")}
    answer = clerk.post("/api/v1/check", json={"unit": BRANCH, "id": MEETING, "content": BROKEN})
    found = answer.json()
    assert (answer.status_code, {each["subject"] for each in found["findings"]}) == (200, {MEETING})
    assert {"person-unknown"} <= {each["code"] for each in found["findings"]}
    assert {path: path.read_bytes() for path in office.service.root.rglob("*.yaml")} == before
    assert clerk.get("/api/v1/history").json()["changes"] == []


def test_a_new_record_is_checked_as_yaml_with_the_line_of_each_finding(office: Office) -> None:
    clerk = office.program(Role.BRANCH, BRANCH)
    text = "类型: 宣传稿\n日期: 2020-03-99\n标题: 一\n"
    found = clerk.post("/api/v1/check", json={"unit": BRANCH, "content": text}).json()
    assert [(each["code"], each["line"]) for each in found["findings"]] == [("date-invalid", 2)]


def test_a_record_of_another_unit_cannot_be_checked(reading_room: Office) -> None:
    clerk = reading_room.program(Role.BRANCH, BRANCH)
    other = f"{OTHER}/2020/03/2020-03-13-支委会"
    assert clerk.get("/api/v1/check", params={"record": other}).status_code == 404
    for sent in ({"unit": OTHER}, {"unit": BRANCH, "id": other}):
        assert clerk.post("/api/v1/check", json={**sent, "content": BROKEN}).status_code == 404


def test_findings_about_a_talk_are_told_to_those_who_are_cleared_alone(office: Office) -> None:
    path = office.service.library.workspace().units[BRANCH].path / "记录/2020/年度/2020-谈话.yaml"
    path.write_text("类型: 谈话\n日期: 2020-11-99\n内容: 私下说的话\n谈话对象: 没有这个人\n", "utf-8")
    office.service.library.touch(BRANCH)

    def subjects(client: TestClient) -> set[str]:
        return {each["subject"] for each in checked(client, unit=BRANCH)["findings"] if "谈话" in str(each)}

    talk = f"{BRANCH}/2020/年度/2020-谈话"
    assert talk in subjects(office.program(Role.ADMIN))
    assert talk in subjects(office.program(Role.BRANCH, BRANCH, confidential=True))
    assert talk not in subjects(office.program(Role.BRANCH, BRANCH))
    assert talk not in subjects(office.program(Role.COMMITTEE))
    assert office.program(Role.COMMITTEE).get("/api/v1/check", params={"record": talk}).status_code == 404


def test_what_is_owed_is_told_with_the_records_that_fulfil_it(reading_room: Office) -> None:
    admin = reading_room.program(Role.ADMIN)
    owed = admin.get("/api/v1/calendar", params={"unit": BRANCH, "year": 2020}).json()
    done = [each for each in owed["obligations"] if each["state"] == "已完成"]
    assert (owed["year"], owed["on"], {each["unit"] for each in done}) == (2020, "2020-12-31", {BRANCH})
    assert any(each["item"] == "主题党日" and each["records"] for each in done)


def test_what_is_owed_names_no_talk_to_those_who_are_not_cleared(reading_room: Office) -> None:
    def records(client: TestClient) -> set[str]:
        owed = client.get("/api/v1/calendar", params={"year": 2020, "unit": BRANCH}).json()["obligations"]
        return {record for each in owed for record in each["records"]}

    assert any("谈话" in each for each in records(reading_room.program(Role.ADMIN)))
    assert records(reading_room.program(Role.READER))
    assert not any("谈话" in each for each in records(reading_room.program(Role.READER)))
