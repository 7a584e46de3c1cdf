"""One record: read with its etag, written only over what was read, deleted so that it comes back."""

from __future__ import annotations

from typing import Any

import pytest
from tests.web.office import BRANCH, OTHER, Office, TestClient, csrf

from docgen.accounts import Role

MEETING = f"{BRANCH}/2020/03/2020-03-12-支委会"
TALK = f"{BRANCH}/2020/年度/2020-谈话"
AT = "/api/v1/record"
NEW: dict[str, Any] = {"类型": "宣传稿", "日期": "2020-05-06", "标题": "五月的一篇稿子"}


@pytest.fixture
def clerk(office: Office) -> TestClient:
    return office.program(Role.BRANCH, BRANCH)


def read(client: TestClient, id: str = MEETING) -> dict[str, Any]:
    answer = client.get(AT, params={"id": id})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def replace(client: TestClient, content: Any, etag: str, id: str = MEETING) -> Any:
    return client.put(AT, params={"id": id}, json=content, headers={"if-match": f'"{etag}"'})


def test_a_record_is_read_with_its_text_its_data_and_its_etag(clerk: TestClient) -> None:
    answer = clerk.get(AT, params={"id": MEETING})
    record = answer.json()
    assert answer.headers["etag"] == f'"{record["etag"]}"'
    assert record["text"].startswith("# 一份普通的支委会记录")
    assert record["data"]["议题"][1]["表决"]["赞成"] == "4"
    assert record["findings"] == []


def test_a_record_is_found_by_the_last_part_of_its_id(clerk: TestClient) -> None:
    assert read(clerk, f"{BRANCH}/2020-03-12-支委会")["id"] == MEETING


def test_a_record_that_has_not_changed_is_not_sent_again(clerk: TestClient) -> None:
    etag = clerk.get(AT, params={"id": MEETING}).headers["etag"]
    again = clerk.get(AT, params={"id": MEETING}, headers={"if-none-match": etag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", etag)


def test_a_new_record_has_an_address_and_lies_in_the_folder_of_its_day(clerk: TestClient) -> None:
    answer = clerk.post("/api/v1/records", params={"unit": BRANCH}, json=NEW)
    assert answer.status_code == 201, answer.text
    made = answer.json()
    again = clerk.get(answer.headers["location"])
    assert again.json() == made
    assert made["file"].endswith("记录/2020/05/2020-05-06-宣传稿.yaml")
    assert made["data"] == NEW


def test_a_record_can_be_sent_as_yaml_and_stays_as_it_was_typed(clerk: TestClient) -> None:
    text = "# 初稿\n类型: 宣传稿\n日期: 2020-05-06\n标题:   五月的一篇稿子\n"
    answer = clerk.post(
        "/api/v1/records", params={"unit": BRANCH}, content=text.encode(), headers={"content-type": "application/yaml"}
    )
    assert (answer.status_code, answer.json()["text"]) == (201, text)


def test_numbers_and_truths_of_json_become_what_one_would_have_typed(clerk: TestClient) -> None:
    record = read(clerk)
    body = '{"类型":"会议","学时":1.50,"议题":[{"标题":"一","第一议题":true,"汇报人":null}],"缺席":false}'
    answer = clerk.put(
        AT,
        params={"id": MEETING},
        content=body.encode(),
        headers={"if-match": record["etag"], "content-type": "application/json"},
    )
    assert answer.status_code == 200, answer.text
    assert answer.json()["data"] == {
        "类型": "会议",
        "学时": "1.50",
        "议题": [{"标题": "一", "第一议题": "是"}],
        "缺席": "否",
    }


def test_a_change_keeps_comments_and_is_seen_at_once_in_the_list(clerk: TestClient) -> None:
    record = read(clerk)
    answer = replace(clerk, {**record["data"], "地点": "四楼小会议室"}, record["etag"])
    assert answer.status_code == 200, answer.text
    assert answer.json()["text"] == record["text"].replace("地点: 总部三楼会议室", "地点: 四楼小会议室")
    assert answer.headers["etag"] != f'"{record["etag"]}"'
    found = clerk.get("/api/v1/records", params={"text": "四楼小会议室"}).json()
    assert [each["id"] for each in found["records"]] == [MEETING]


def test_a_stale_etag_is_refused_with_both_versions(clerk: TestClient) -> None:
    record = read(clerk)
    theirs = replace(clerk, {**record["data"], "地点": "甲处"}, record["etag"]).json()
    answer = replace(clerk, {**record["data"], "地点": "乙处"}, record["etag"])
    problem = answer.json()
    assert (answer.status_code, answer.headers["content-type"]) == (412, "application/problem+json")
    assert problem["type"] == "urn:docgen:record-changed"
    assert problem["current"] == theirs
    assert "地点: 乙处" in problem["proposed"]
    assert problem["base"] == record["text"]
    assert read(clerk)["data"]["地点"] == "甲处"


def test_a_change_without_if_match_is_refused(clerk: TestClient) -> None:
    assert clerk.put(AT, params={"id": MEETING}, json=NEW).status_code == 428
    assert clerk.delete(AT, params={"id": MEETING}).status_code == 428
    assert clerk.put(AT, params={"id": MEETING}, json=NEW, headers={"if-match": "*"}).status_code == 428


def test_a_deleted_record_is_gone_and_comes_back(clerk: TestClient) -> None:
    record = read(clerk)
    gone = clerk.delete(AT, params={"id": MEETING}, headers={"if-match": record["etag"]})
    assert gone.status_code == 200, gone.text
    assert clerk.get(AT, params={"id": MEETING}).status_code == 404
    back = clerk.post("/api/v1/restore", params={"revision": gone.json()["revision"]})
    assert (back.status_code, back.json()) == (200, record)
    assert read(clerk) == record


def test_a_change_of_a_record_that_somebody_deleted_is_told_with_what_was_proposed(clerk: TestClient) -> None:
    record = read(clerk)
    clerk.delete(AT, params={"id": MEETING}, headers={"if-match": record["etag"]})
    answer = replace(clerk, {**record["data"], "地点": "乙处"}, record["etag"])
    assert (answer.status_code, answer.json()["current"]) == (412, None)
    assert "地点: 乙处" in answer.json()["proposed"]


def test_another_branch_is_not_there(clerk: TestClient) -> None:
    other = f"{OTHER}/2020/03/2020-03-13-支委会"
    answers = [
        clerk.get(AT, params={"id": other}),
        clerk.put(AT, params={"id": other}, json=NEW, headers={"if-match": "0" * 64}),
        clerk.delete(AT, params={"id": other}, headers={"if-match": "0" * 64}),
        clerk.post("/api/v1/records", params={"unit": OTHER}, json=NEW),
    ]
    assert [each.status_code for each in answers] == [404] * 4
    assert answers[0].json() == clerk.get(AT, params={"id": f"{OTHER}/没有"}).json() | {
        "title": answers[0].json()["title"]
    }


def test_a_talk_is_not_there_for_a_clerk_who_is_not_cleared(office: Office, clerk: TestClient) -> None:
    cleared = office.program(Role.BRANCH, BRANCH, confidential=True)
    assert cleared.get(AT, params={"id": TALK}).status_code == 200
    assert clerk.get(AT, params={"id": TALK}).status_code == 404
    assert office.program(Role.COMMITTEE).get(AT, params={"id": TALK}).status_code == 404


def test_a_clerk_who_is_not_cleared_cannot_write_a_talk(clerk: TestClient) -> None:
    talk = {"类型": "谈话", "日期": "2020-05-06"}
    record = read(clerk)
    assert clerk.post("/api/v1/records", params={"unit": BRANCH}, json=talk).status_code == 403
    assert replace(clerk, talk, record["etag"]).status_code == 403
    assert read(clerk) == record


def test_a_talk_that_cannot_be_read_stays_hidden(office: Office, clerk: TestClient) -> None:
    path = office.service.library.workspace().units[BRANCH].path / "记录/2020/年度/2020-谈话.yaml"
    path.write_text("类型 谈话\n内容: [私下说的话\n", "utf-8")
    assert clerk.get(AT, params={"id": TALK}).status_code == 404
    found = clerk.get("/api/v1/records", params={"unit": BRANCH, "text": "私下说的话"})
    assert found.json()["total"] == 0


def test_those_who_may_read_but_not_write_are_told_so(office: Office) -> None:
    committee = office.program(Role.COMMITTEE)
    record = read(committee)
    assert replace(committee, NEW, record["etag"]).status_code == 403
    assert committee.delete(AT, params={"id": MEETING}, headers={"if-match": record["etag"]}).status_code == 403


@pytest.mark.parametrize(
    ("body", "media", "status", "code"),
    [
        (b"[]", "application/json", 422, "json-not-record"),
        (b'"x"', "application/json", 422, "json-not-record"),
        (b"{", "application/json", 422, "json-broken"),
        (b"\xff", "application/json", 422, "json-broken"),
        (b"\xff", "application/yaml", 422, "yaml-not-utf8"),
        (b'{"a":1,"a":2}', "application/json", 422, "json-twice"),
        (b'{"a":NaN}', "application/json", 422, "number-endless"),
        (b'{"a":"\\ud800"}', "application/json", 422, "text-broken"),
        (b'{"\\ud800":1,"\\ud800":2}', "application/json", 422, "json-twice"),
        (b"[" * 100_000, "application/json", 422, "json-broken"),
        (b'{"a":' * 5_000 + b"1" + b"}" * 5_000, "application/json", 422, "json-broken"),
        (b"", "application/yaml", 422, "record-text-empty"),
        (b"a: 1\n---\nb: 2\n", "application/yaml", 422, "record-text-several"),
        (b"{}", "application/json", 422, "record-without-kind"),
        (b"<a/>", "application/xml", 415, "media-wrong"),
    ],
)
def test_a_body_that_is_no_record_is_refused(
    clerk: TestClient, body: bytes, media: str, status: int, code: str
) -> None:
    answer = clerk.post("/api/v1/records", params={"unit": BRANCH}, content=body, headers={"content-type": media})
    assert (answer.status_code, answer.json()["type"]) == (status, f"urn:docgen:{code}")


def test_a_session_needs_its_token_to_change_something_and_a_program_does_not(office: Office) -> None:
    browser = office.client(Role.BRANCH, BRANCH)
    forged = browser.post("/api/v1/records", params={"unit": BRANCH}, json=NEW)
    meant = browser.post("/api/v1/records", params={"unit": BRANCH}, json=NEW, headers=csrf(browser))
    assert (forged.status_code, forged.json()["type"], meant.status_code) == (403, "urn:docgen:forged", 201)


def test_nobody_may_ask_without_saying_who_one_is(office: Office) -> None:
    office.account(Role.ADMIN)
    answer = office.client().get(AT, params={"id": MEETING})
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
