"""The history: who changed what, told to those who may know of it, and brought back."""

from __future__ import annotations

from typing import Any

from tests.web.office import BRANCH, OTHER, Office, TestClient

from docgen.accounts import Role

MEETING = f"{BRANCH}/2020/03/2020-03-12-支委会"
AT = "/api/v1/record"


def edit(client: TestClient, **changed: str) -> dict[str, Any]:
    record = client.get(AT, params={"id": MEETING}).json()
    answer = client.put(
        AT, params={"id": MEETING}, json={**record["data"], **changed}, headers={"if-match": record["etag"]}
    )
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def changes(client: TestClient, **asked: Any) -> list[dict[str, Any]]:
    return list(client.get("/api/v1/history", params=asked).json()["changes"])


def test_changes_are_told_the_newest_first_with_who_made_them(office: Office) -> None:
    clerk = office.program(Role.BRANCH, BRANCH)
    edit(clerk, 地点="甲处")
    edit(clerk, 地点="乙处")
    newest, before, outside = changes(office.program(Role.ADMIN), record=MEETING)
    assert (newest["by"], newest["verb"], outside["verb"]) == ("支部一支部", "replaced", "outside")
    assert newest["revision"] > before["revision"] > outside["revision"]
    shown = office.program(Role.ADMIN).get("/api/v1/change", params={"revision": newest["revision"]}).json()
    assert ("甲处" in shown["before"], "乙处" in shown["after"]) == (True, True)


def test_a_history_comes_in_pages(office: Office) -> None:
    clerk, admin = office.program(Role.BRANCH, BRANCH), office.program(Role.ADMIN)
    for place in "甲乙丙":
        edit(clerk, 地点=place)
    first = admin.get("/api/v1/history", params={"limit": 2}).json()
    second = admin.get(first["next"]).json()
    assert [len(first["changes"]), len(second["changes"]), second["next"]] == [2, 2, None]


def test_an_earlier_version_comes_back(office: Office) -> None:
    admin = office.program(Role.ADMIN)
    before = admin.get(AT, params={"id": MEETING}).json()
    edit(admin, 地点="甲处")
    earliest = changes(admin, record=MEETING)[-1]["revision"]
    back = admin.post("/api/v1/restore", params={"revision": earliest})
    assert (back.status_code, back.json()["text"]) == (200, before["text"])
    assert changes(admin)[0]["verb"] == "restored"


def test_the_bin_holds_what_was_deleted_until_it_comes_back(office: Office) -> None:
    admin = office.program(Role.ADMIN)
    etag = admin.get(AT, params={"id": MEETING}).json()["etag"]
    gone = admin.delete(AT, params={"id": MEETING}, headers={"if-match": etag}).json()
    assert [each["record"] for each in admin.get("/api/v1/bin").json()["changes"]] == [MEETING]
    admin.post("/api/v1/restore", params={"revision": gone["revision"]})
    assert admin.get("/api/v1/bin").json()["changes"] == []


def test_each_sees_what_they_may_of_the_history(office: Office) -> None:
    admin = office.program(Role.ADMIN)
    edit(admin, 地点="甲处")
    revision = changes(admin)[0]["revision"]
    others = {
        "own branch": office.program(Role.BRANCH, BRANCH).get,
        "other branch": office.program(Role.BRANCH, OTHER).get,
        "committee": office.program(Role.COMMITTEE).get,
        "reader": office.program(Role.READER).get,
    }
    seen = {who: get("/api/v1/change", params={"revision": revision}).status_code for who, get in others.items()}
    # A branch's token for writing shows its own changes; the history of others is for sessions and administrators.
    assert seen == {"own branch": 404, "other branch": 404, "committee": 404, "reader": 404}
    clerk = office.client(Role.BRANCH, BRANCH)
    assert clerk.get("/api/v1/change", params={"revision": revision}).status_code == 200
    assert office.client(Role.BRANCH, OTHER).get("/api/v1/history").json()["changes"] == []


def test_the_history_of_talks_is_closed_to_those_who_are_not_cleared(office: Office) -> None:
    admin = office.program(Role.ADMIN)
    talk = {"类型": "谈话", "日期": "2020-05-06", "内容": "私下说的话"}
    made = admin.post("/api/v1/records", params={"unit": BRANCH}, json=talk).json()
    admin.delete(AT, params={"id": made["id"]}, headers={"if-match": made["etag"]})
    newest = changes(admin, unit=BRANCH)[0]["revision"]
    clerk = office.client(Role.BRANCH, BRANCH)
    assert clerk.get("/api/v1/history").json()["changes"] == []
    assert clerk.get("/api/v1/bin").json()["changes"] == []
    assert clerk.get("/api/v1/change", params={"revision": newest}).status_code == 404
    writer = office.program(Role.BRANCH, BRANCH)
    assert writer.post("/api/v1/restore", params={"revision": newest}).status_code == 404


def test_a_change_that_there_is_none_of_is_told(office: Office) -> None:
    admin = office.program(Role.ADMIN)
    for path, call in (("change", admin.get), ("restore", admin.post)):
        answer = call(f"/api/v1/{path}", params={"revision": 99})
        assert (answer.status_code, answer.json()["type"]) == (404, "urn:docgen:change-unknown")
