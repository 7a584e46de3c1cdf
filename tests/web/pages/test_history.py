"""The page of the history: who changed what, what comes back, and who may know of it."""

from __future__ import annotations

from tests.web.office import BRANCH, OTHER, Office, csrf

from docgen.accounts import Role
from docgen.editing import Stored

RECORD, ELSEWHERE = f"{BRANCH}/2020/03/2020-03-20-办实事", f"{OTHER}/2020/03/2020-03-23-办实事"
TALK = f"{BRANCH}/2020/年度/2020-谈话"


def changed(office: Office, record: str, by: str, note: str = "# 注\n") -> Stored:
    """A record with a line more."""
    workspace, editor = office.service.library.workspace(), office.service.editor
    stored = editor.read(workspace, record)
    made = editor.replace(workspace, record, stored.text + note, expected=stored.etag, by=by, at=office.service.now())
    office.service.library.touch(stored.unit)
    return made


def deleted(office: Office, record: str, by: str = "张一") -> int:
    workspace, editor = office.service.library.workspace(), office.service.editor
    stored = editor.read(workspace, record)
    change = editor.delete(workspace, record, expected=stored.etag, by=by, at=office.service.now())
    office.service.library.touch(stored.unit)
    return change.revision


def test_an_empty_history_says_what_will_stand_there(reading_room: Office) -> None:
    assert "还没有人在这里改过什么" in reading_room.client(Role.ADMIN).get("/history").text


def test_who_changed_what_is_listed_and_filtered_by_unit_person_and_record(office: Office) -> None:
    changed(office, RECORD, "张一")
    changed(office, ELSEWHERE, "王二")
    client = office.client(Role.ADMIN)
    everything = client.get("/history").text
    assert RECORD in everything
    assert ELSEWHERE in everything
    for params in ({"unit": BRANCH}, {"by": "张一"}, {"record": RECORD}):
        page = client.get("/history", params=params).text
        assert f">{RECORD}</a>" in page
        assert f">{ELSEWHERE}</a>" not in page


def test_what_was_done_outside_is_told_as_such(office: Office) -> None:
    changed(office, RECORD, "张一")
    page = office.client(Role.ADMIN).get("/history", params={"by": "outside"}).text
    assert "不经本系统" in page
    assert "原有内容" in page


def test_a_change_is_shown_line_by_line_with_signs(office: Office) -> None:
    changed(office, RECORD, "张一", "# 新的一行\n")
    page = office.client(Role.ADMIN).get("/history/change", params={"revision": 2}).text
    assert "<code># 新的一行</code>" in page
    assert "新增" in page
    assert 'class="new"' in page


def test_a_version_comes_back_and_so_does_what_was_deleted(office: Office) -> None:
    client, before = office.client(Role.ADMIN), changed(office, RECORD, "张一")
    changed(office, RECORD, "张一", "# 又一行\n")
    answer = client.post("/record/restore", data={"revision": "2"}, headers=csrf(client))
    assert answer.status_code == 303
    assert office.service.editor.read(office.service.library.workspace(), RECORD).text == before.text
    revision = deleted(office, ELSEWHERE)
    assert ELSEWHERE in client.get("/history/bin").text
    client.post("/record/restore", data={"revision": str(revision)}, headers=csrf(client))
    assert office.service.editor.read(office.service.library.workspace(), ELSEWHERE).id == ELSEWHERE
    assert "回收站是空的" in client.get("/history/bin").text


def test_a_branch_sees_its_own_unit_alone(office: Office) -> None:
    changed(office, RECORD, "张一")
    changed(office, ELSEWHERE, "王二")
    revision = deleted(office, ELSEWHERE)
    client = office.client(Role.BRANCH, BRANCH)
    page = client.get("/history").text
    assert RECORD in page
    assert ELSEWHERE not in page
    assert "王二" not in page
    assert ELSEWHERE not in client.get("/history/bin").text
    assert client.get("/history", params={"unit": OTHER}).status_code == 404
    assert client.get("/history/change", params={"revision": revision}).status_code == 404


def test_changes_of_talks_are_for_those_who_may_read_talks(office: Office) -> None:
    changed(office, TALK, "张一")
    for client in (office.client(Role.BRANCH, BRANCH), office.client(Role.COMMITTEE)):
        assert TALK not in client.get("/history").text
        assert client.get("/history/change", params={"revision": 2}).status_code == 404
    for client in (office.client(Role.ADMIN), office.client(Role.BRANCH, BRANCH, confidential=True)):
        assert TALK in client.get("/history").text


def test_a_reader_sees_no_change_of_others(office: Office) -> None:
    changed(office, RECORD, "张一")
    page = office.client(Role.READER).get("/history").text
    assert RECORD not in page
    assert "只能看到自己做的改动" in page


def test_a_long_history_goes_on_page_by_page(office: Office) -> None:
    for number in range(60):
        changed(office, RECORD, "张一", f"# {number}\n")
    client = office.client(Role.ADMIN)
    first = client.get("/history").text
    assert first.count("/history/change?revision=") == 50
    older = first.rpartition("before=")[2].partition('"')[0]
    second = client.get("/history", params={"before": older}).text
    assert second.count("/history/change?revision=") == 11


def test_a_change_that_there_is_none_of_is_not_found(reading_room: Office) -> None:
    assert reading_room.client(Role.ADMIN).get("/history/change", params={"revision": 99}).status_code == 404
