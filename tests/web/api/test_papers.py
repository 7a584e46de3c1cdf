"""Papers for programs: one as a file with its name, several as a zip, what is wrong with them, a preview."""

from __future__ import annotations

import io
import zipfile
from typing import Any
from urllib.parse import unquote

import pytest
from tests.web.office import BRANCH, OTHER, Office, TestClient

from docgen.accounts import Role
from docgen.formats import MEDIA_TYPES, Format
from docgen.web.headers import PREVIEW_POLICY

MEETING = f"{BRANCH}/2020/03/2020-03-12-支委会"
TALK = f"{BRANCH}/2020/年度/2020-谈话"
NEWS: dict[str, Any] = {"类型": "宣传稿", "日期": "2020-05-06", "标题": "五月的一篇稿子"}


@pytest.fixture(scope="module")
def clerk(reading_room: Office) -> TestClient:
    return reading_room.program(Role.BRANCH, BRANCH)


def render(client: TestClient, *subjects: str, **asked: Any) -> Any:
    headers = asked.pop("headers", None)
    return client.get("/api/v1/render", params={"subject": list(subjects), **asked}, headers=headers)


def test_one_paper_is_a_file_with_its_chinese_name(clerk: TestClient) -> None:
    answer = render(clerk, MEETING, kind="minutes")
    assert (answer.status_code, answer.headers["content-type"]) == (200, MEDIA_TYPES[Format.DOCX])
    how, plain, full = answer.headers["content-disposition"].split("; ")
    assert (how, plain) == ("attachment", 'filename="2020-03-12.docx"')
    assert unquote(full) == f"filename*=UTF-8''{BRANCH}-2020-03-12-会议纪要.docx"
    assert zipfile.is_zipfile(io.BytesIO(answer.content))
    assert answer.headers["docgen-findings"] == "error=0, warn=0, info=0"


def test_several_papers_are_a_zip_with_each_by_its_name(clerk: TestClient) -> None:
    answer = render(clerk, MEETING, kind=["minutes", "resolution"], to=["docx", "html"])
    assert answer.headers["content-type"] == "application/zip"
    names = zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    assert len(names) == 4
    assert f"{BRANCH}-2020-03-12-会议纪要.html" in names


@pytest.mark.slow
def test_a_pdf_is_made_too(clerk: TestClient) -> None:
    answer = render(clerk, MEETING, kind="minutes", to="pdf")
    assert (answer.headers["content-type"], answer.content[:5]) == ("application/pdf", b"%PDF-")


def test_what_was_made_is_told_as_json_with_where_to_have_it(clerk: TestClient) -> None:
    told = render(clerk, MEETING, kind="minutes", headers={"accept": "application/json"}).json()
    (only,) = told["outputs"]
    assert (only["status"], only["name"]) == ("ok", f"{BRANCH}-2020-03-12-会议纪要.docx")
    again = clerk.get(only["href"])
    assert again.headers["content-type"] == MEDIA_TYPES[Format.DOCX]


def test_a_record_in_the_body_is_rendered_and_not_stored(clerk: TestClient) -> None:
    wanted = {"record": {"unit": BRANCH, "content": NEWS}, "to": ["html"]}
    answer = clerk.post("/api/v1/render", json=wanted)
    assert (answer.status_code, answer.headers["content-type"]) == (200, MEDIA_TYPES[Format.HTML])
    assert "五月的一篇稿子" in answer.text
    assert clerk.get("/api/v1/records", params={"text": "五月的一篇稿子"}).json()["total"] == 0


def test_what_a_final_paper_lacks_is_told_and_nothing_is_handed_on(clerk: TestClient) -> None:
    answer = clerk.post("/api/v1/render", json={"record": {"unit": BRANCH, "content": NEWS}, "final": True})
    problem = answer.json()
    assert (answer.status_code, problem["type"]) == (422, "urn:docgen:papers-failed")
    (only,) = problem["outputs"]
    assert (only["status"], only["name"]) == ("fail", None)
    assert only["findings"]


def test_a_subject_without_a_paper_is_told(clerk: TestClient) -> None:
    answer = render(clerk, MEETING, kind="bulletin")
    assert (answer.status_code, answer.json()["type"]) == (404, "urn:docgen:no-paper")


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"subject": MEETING, "kind": "keine"}, 404),
        ({"subject": MEETING, "to": "exe"}, 422),
        ({"subject": f"{BRANCH}/没有"}, 404),
        ({"subject": BRANCH}, 422),
        ({"subject": "../../etc/passwd"}, 404),
        ({}, 422),
    ],
)
def test_what_cannot_be_made_is_refused(clerk: TestClient, asked: dict[str, str], status: int) -> None:
    answer = clerk.get("/api/v1/render", params=asked)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


def test_of_a_record_that_cannot_be_read_it_is_told_what_is_wrong(clerk: TestClient) -> None:
    sent = {"unit": BRANCH, "content": "类型: 宣传稿\n日期: 2020-03-99\n标题: 一\n"}
    answer = clerk.post("/api/v1/render", json={"record": sent})
    problem = answer.json()
    assert (answer.status_code, problem["type"]) == (422, "urn:docgen:records-unreadable")
    assert [(each["code"], each["line"]) for each in problem["findings"]] == [("date-invalid", 2)]


def test_nothing_wanted_is_refused(clerk: TestClient) -> None:
    answer = clerk.post("/api/v1/render", json={})
    assert (answer.status_code, answer.json()["type"]) == (422, "urn:docgen:subject-needed")


def test_papers_of_another_branch_and_of_talks_are_not_there(reading_room: Office, clerk: TestClient) -> None:
    assert render(clerk, f"{OTHER}/2020-03").status_code == 404
    assert render(clerk, TALK, kind="talk-record").status_code == 404
    assert render(clerk, f"{BRANCH}/2020", kind="talk-record").status_code == 404
    assert render(reading_room.program(Role.BRANCH, BRANCH, confidential=True), TALK, kind="talk-record").is_success


@pytest.mark.parametrize(
    ("kind", "subject"), [("talk-ledger", "2020"), ("ledger", "2020#谈话"), ("ledger", "2020#党费")]
)
def test_a_list_of_talks_or_dues_is_not_there_for_those_who_are_not_cleared(
    reading_room: Office, clerk: TestClient, kind: str, subject: str
) -> None:
    assert render(reading_room.program(Role.ADMIN), f"{BRANCH}/{subject}", kind=kind).status_code == 200
    for client in (clerk, reading_room.program(Role.READER), reading_room.program(Role.COMMITTEE)):
        answer = render(client, f"{BRANCH}/{subject}", kind=kind)
        assert (answer.status_code, answer.json()["type"]) == (404, "urn:docgen:no-paper")
    told = render(clerk, f"{BRANCH}/2020", headers={"accept": "application/json"}).json()["outputs"]
    assert told
    assert not {(each["kind"], each["subject"]) for each in told} & {(kind, f"{BRANCH}/{subject}")}


def test_papers_about_units_that_one_may_not_see_are_not_there(reading_room: Office) -> None:
    reader = reading_room.program(Role.READER, "机关党委")
    assert render(reader, "机关党委/2020", kind="activity-statistics").status_code == 404
    assert render(reader, "机关党委/2020/03/2020-03-09-党委会", kind="minutes").status_code == 200


def test_a_talk_in_the_body_is_not_rendered_for_those_who_are_not_cleared(clerk: TestClient) -> None:
    wanted = {"record": {"unit": BRANCH, "content": {"类型": "谈话", "日期": "2020-05-06"}}}
    assert clerk.post("/api/v1/render", json=wanted).status_code == 404


def test_a_preview_is_a_page_that_can_do_nothing(clerk: TestClient) -> None:
    answer = clerk.get("/api/v1/preview", params={"subject": MEETING, "kind": "minutes"})
    assert (answer.status_code, answer.headers["content-security-policy"]) == (200, PREVIEW_POLICY)
    assert answer.headers["content-disposition"].startswith("inline; ")
    assert "支委会纪要" in answer.text


def test_a_preview_of_several_papers_says_which_there_are(clerk: TestClient) -> None:
    answer = clerk.get("/api/v1/preview", params={"subject": MEETING})
    assert (answer.status_code, answer.json()["type"]) == (422, "urn:docgen:preview-one")
    assert "minutes" in answer.json()["kinds"]


def test_a_record_in_the_body_is_previewed(clerk: TestClient) -> None:
    sent = {"unit": BRANCH, "content": "类型: 宣传稿\n日期: 2020-05-06\n标题: 五月的一篇稿子\n"}
    answer = clerk.post("/api/v1/preview", json={"record": sent})
    assert (answer.status_code, "五月的一篇稿子" in answer.text) == (200, True)
    assert answer.headers["docgen-findings"] != "error=0, warn=0, info=0"


def test_a_bulletin_is_made_of_a_month_and_for_an_outlet(reading_room: Office) -> None:
    committee = reading_room.program(Role.COMMITTEE)
    paper = committee.get("/api/v1/bulletin", params={"month": "2020-03"})
    piece = committee.get("/api/v1/bulletin", params={"month": "2020-03", "outlet": "wechat"})
    assert (paper.status_code, paper.headers["content-type"]) == (200, MEDIA_TYPES[Format.DOCX])
    assert (piece.status_code, piece.headers["content-type"]) == (200, MEDIA_TYPES[Format.HTML])
    wrong = committee.get("/api/v1/bulletin", params={"month": "2020-03", "outlet": "wechat", "to": "docx"})
    assert (wrong.status_code, wrong.json()["type"]) == (422, "urn:docgen:outlet-format")
