"""The list of records: filtered, searched, in pages; without what somebody may not know of."""

from __future__ import annotations

from typing import Any

import pytest
from tests.web.office import BRANCH, OTHER, Office, TestClient

from docgen.accounts import Role

MEETING = f"{BRANCH}/2020/03/2020-03-12-支委会"


def listed(office: Office, who: TestClient | None = None, **asked: Any) -> dict[str, Any]:
    answer = (who or office.program(Role.ADMIN)).get("/api/v1/records", params=asked)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def ids(found: dict[str, Any]) -> list[str]:
    return [each["id"] for each in found["records"]]


def test_records_are_listed_the_newest_first_in_pages_with_links(reading_room: Office) -> None:
    first = listed(reading_room, unit=BRANCH, size=10)
    second = reading_room.program(Role.ADMIN).get(first["links"]["next"]).json()
    days = [each["date"] for each in first["records"] + second["records"]]
    dated = [day for day in days if day]
    assert first["total"] > 100
    assert dated == sorted(dated, reverse=True)
    assert (second["page"], second["links"]["prev"]) == (2, first["links"]["first"])
    assert not set(ids(first)) & set(ids(second))


def test_the_last_page_has_no_next_one_and_a_page_behind_it_is_empty(reading_room: Office) -> None:
    first = listed(reading_room, unit=BRANCH, size=100)
    last = reading_room.program(Role.ADMIN).get(first["links"]["last"]).json()
    assert (last["page"], last["links"]["next"]) == (2, None)
    assert ids(listed(reading_room, unit=BRANCH, size=100, page=9)) == []


def test_a_list_says_its_links_in_a_header_too(reading_room: Office) -> None:
    answer = reading_room.program(Role.ADMIN).get("/api/v1/records", params={"size": 5})
    assert answer.links["next"]["url"] == answer.json()["links"]["next"]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"unit": BRANCH, "kind": "会议", "period": "2020-03"}, MEETING),
        ({"unit": BRANCH, "kind": "meeting", "period": "2020-03"}, MEETING),
        ({"text": "防疫指导手册 王三", "period": "2020-Q1"}, MEETING),
        ({"unit": [BRANCH, OTHER], "kind": ["会议", "主题党日"]}, MEETING),
        ({"unit": "机关党委", "period": "2020-03"}, MEETING),
    ],
)
def test_records_are_found_by_unit_kind_period_and_words(
    reading_room: Office, asked: dict[str, Any], expected: str
) -> None:
    assert expected in ids(listed(reading_room, **asked, size=500))


@pytest.mark.parametrize("asked", [{"kind": "谈话"}, {"unit": OTHER}, {"period": "2020-04"}, {"text": "没有的字"}])
def test_records_that_do_not_fit_are_left_out(reading_room: Office, asked: dict[str, Any]) -> None:
    assert MEETING not in ids(listed(reading_room, **asked, size=500))


def test_records_are_found_by_their_worst_finding(reading_room: Office) -> None:
    warned = listed(reading_room, level="warn")
    assert ids(warned) == ["四支部/2020/09/2020-09-07-支委会"]
    assert listed(reading_room, level="error")["total"] == 0


def test_a_record_that_cannot_be_read_is_listed_as_such(office: Office) -> None:
    path = office.service.library.workspace().units[BRANCH].path / "记录/2020/03/2020-03-12-支委会.yaml"
    path.write_text("类型: 会议\n会议类型: [支委会\n", "utf-8")
    found = listed(office, unit=BRANCH, size=500)
    broken = next(each for each in found["records"] if each["id"] == MEETING)
    assert (broken["readable"], broken["kind"], broken["date"]) == (False, "会议", None)


def test_nobody_sees_talks_who_is_not_cleared(reading_room: Office) -> None:
    for role, unit, confidential, sees in (
        (Role.ADMIN, None, False, True),
        (Role.BRANCH, BRANCH, True, True),
        (Role.BRANCH, BRANCH, False, False),
        (Role.COMMITTEE, None, False, False),
        (Role.READER, None, False, False),
    ):
        client = reading_room.program(role, unit, confidential=confidential)
        kinds = {each["kind"] for each in listed(reading_room, client, size=500)["records"]}
        answer = client.get("/api/v1/records", params={"kind": "谈话"})
        assert ("谈话" in kinds, answer.status_code) == ((True, 200) if sees else (False, 404)), (role, confidential)


def test_a_branch_sees_its_own_records_alone(reading_room: Office) -> None:
    found = listed(reading_room, reading_room.program(Role.BRANCH, BRANCH), size=500)
    assert {each["unit"] for each in found["records"]} == {BRANCH}


def test_a_unit_that_somebody_may_not_see_is_as_unknown_as_one_that_is_not_there(reading_room: Office) -> None:
    clerk = reading_room.program(Role.BRANCH, BRANCH)
    there, not_there = (clerk.get("/api/v1/records", params={"unit": each}) for each in (OTHER, "六支部"))
    assert (there.status_code, not_there.status_code) == (404, 404)
    assert there.json()["title"].replace(OTHER, "") == not_there.json()["title"].replace("六支部", "")
    assert OTHER not in not_there.text


@pytest.mark.parametrize(
    "asked", [{"period": "2020-13"}, {"period": "0000"}, {"page": 0}, {"size": 501}, {"level": "x"}]
)
def test_a_filter_that_makes_no_sense_is_a_problem_that_says_so(reading_room: Office, asked: dict[str, Any]) -> None:
    answer = reading_room.program(Role.ADMIN).get("/api/v1/records", params=asked)
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert answer.json()["title"]


def test_a_filter_that_is_misspelt_is_told_and_does_not_find_everything(reading_room: Office) -> None:
    answer = reading_room.program(Role.ADMIN).get("/api/v1/records", params={"units": BRANCH})
    assert (answer.status_code, answer.json()["type"]) == (422, "urn:docgen:parameter-unknown")
    assert "unit" in answer.json()["detail"]


def test_a_kind_that_there_is_none_of_is_told(reading_room: Office) -> None:
    answer = reading_room.program(Role.ADMIN).get("/api/v1/records", params={"kind": "会义"})
    assert (answer.status_code, answer.json()["type"]) == (404, "urn:docgen:record-kind-unknown")
