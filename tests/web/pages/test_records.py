"""The pages of records: found, read, typed, checked, saved, merged, deleted and brought back, each by whoever may."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.web.office import BRANCH, OTHER, Office, TestClient, csrf
from tests.web.pages.sending import changed, fields, post

from docgen.accounts import Role

MEETING = f"{BRANCH}/2020/03/2020-03-12-支委会"
TALK = f"{BRANCH}/2020/年度/2020-谈话"
HTML = {"accept": "text/html"}


@pytest.fixture
def clerk(office: Office) -> TestClient:
    return office.client(Role.BRANCH, BRANCH)


def text_of(office: Office, id: str = MEETING) -> str:
    workspace = office.service.library.workspace()
    return office.service.editor.read(workspace, id).text


def get(client: TestClient, address: str, /, **query: str) -> str:
    answer = client.get(address, params=query or None, headers=HTML)
    assert answer.status_code == 200, answer.text
    return answer.text


def shown(client: TestClient, id: str = MEETING, view: str = "form") -> list[tuple[str, str]]:
    return fields(get(client, "/record", id=id, view=view))


# ---- the list ----


def test_a_clerk_sees_the_records_of_her_unit_newest_first(clerk: TestClient) -> None:
    page = get(clerk, "/records")
    days = re.findall(r'data-label="日期"[^>]*>([0-9-]+)<', page)
    assert len(days) == 50
    assert days == sorted(days, reverse=True)
    assert OTHER not in page


def test_talks_are_listed_for_those_alone_who_may_read_them(office: Office) -> None:
    assert "2020-谈话" not in get(office.client(Role.BRANCH, BRANCH), "/records", kind="谈话")
    assert "谈话" in get(office.client(Role.BRANCH, BRANCH, confidential=True), "/records", kind="谈话")
    assert "共 0 条" in get(office.client(Role.COMMITTEE), "/records", kind="谈话")


def test_a_list_is_narrowed_by_kind_month_and_text(office: Office) -> None:
    page = get(office.client(Role.COMMITTEE), "/records", unit=BRANCH, kind="支委会", period="2020-03", text="防疫指导")
    assert "共 1 条" in page
    assert "2020-03-12" in page


def test_a_period_that_cannot_be_read_is_said_and_everything_shown(clerk: TestClient) -> None:
    page = get(clerk, "/records", period="去年")
    assert "看不懂这个年月：去年" in page
    assert "共 0 条" not in page


def test_another_unit_is_as_if_it_were_not_there(clerk: TestClient) -> None:
    assert clerk.get("/records", params={"unit": OTHER}, headers=HTML).status_code == 404
    assert clerk.get("/record", params={"id": f"{OTHER}/x"}, headers=HTML).status_code == 404


def test_a_record_that_cannot_be_read_is_listed_first(office: Office, clerk: TestClient) -> None:
    file = office.service.library.workspace().unit(BRANCH).path / "记录" / "2020" / "坏.yaml"
    file.write_text("类型: 会议\n开始 2020-03-01\n", encoding="utf-8")
    office.service.library.touch()
    page = get(clerk, "/records")
    assert page.index("读不成记录") < page.index("2020-12")
    assert "第 2 行" in get(clerk, "/record", id=f"{BRANCH}/2020/坏")


# ---- the form ----


def test_the_page_sends_a_record_back_as_it_is(office: Office, clerk: TestClient) -> None:
    for entry in office.service.library.records(BRANCH).entries[:60:3]:
        if entry.model.confidential:
            continue
        before = text_of(office, entry.id)
        answer = post(clerk, "/record", shown(clerk, entry.id))
        assert answer.status_code == 303, answer.text
        assert text_of(office, entry.id) == before


def test_a_change_is_saved_with_all_else_as_it_stood(office: Office, clerk: TestClient) -> None:
    answer = post(clerk, "/record", changed(shown(clerk), {"地点": "总部四楼会议室"}))
    assert answer.status_code == 303
    after = text_of(office)
    assert after.startswith("# 一份普通的支委会记录")
    assert after.replace("总部四楼会议室", "总部三楼会议室") == text_of_samples()
    assert "已保存" in get(clerk, answer.headers["location"])


def text_of_samples() -> str:
    folder = Path(__file__).parents[3] / "samples" / "支部" / BRANCH / "记录"
    return (folder / f"{MEETING.removeprefix(f'{BRANCH}/')}.yaml").read_text(encoding="utf-8")


def test_a_finding_stands_beside_its_field_as_one_types(clerk: TestClient) -> None:
    answer = post(clerk, "/record/check", changed(shown(clerk), {"请假.0.姓名": "赵死"}), **{"hx-request": "true"})
    assert answer.status_code == 200
    assert '<span id="ef-请假.0.姓名" hx-swap-oob="innerHTML">' in answer.text
    assert "名册中没有「赵死」" in answer.text
    mended = post(clerk, "/record/check", changed(shown(clerk), {"~shown": "请假.0.姓名"}), **{"hx-request": "true"})
    assert '<span id="ef-请假.0.姓名" hx-swap-oob="innerHTML"></span>' in mended.text


def test_people_are_picked_from_the_roster_of_the_records_day(clerk: TestClient) -> None:
    begun = fields(get(clerk, "/records/new", kind="支委会", day="2020-05-08"))
    early = post(clerk, "/record/check", changed(begun, {"开始": "1999-05-08 10:00"}), **{"hx-request": "true"}).text
    later = post(clerk, "/record/check", changed(begun, {"开始": "2020-05-08 10:00"}), **{"hx-request": "true"}).text
    assert '<option value="李二">' in later
    assert '<option value="李二">' not in early


def test_a_form_may_have_thousands_of_fields(clerk: TestClient) -> None:
    many = [(f"任务.{number}.事项", f"事项{number}") for number in range(2500)]
    answer = post(clerk, "/record/check", [*shown(clerk), *many], **{"hx-request": "true"})
    assert answer.status_code == 200


def test_a_half_filled_record_is_saved_and_its_faults_said(office: Office, clerk: TestClient) -> None:
    begun = fields(get(clerk, "/records/new", kind="支委会", day="2020-05-08"))
    answer = post(clerk, "/record", changed(begun, {"开始": "2020-05-08", "议题.0.决议": "同意"}))
    assert answer.status_code == 303
    page = clerk.get(answer.headers["location"], headers=HTML).text
    assert "缺少" in page or "没有" in page
    assert "2020-05-08" in text_of(office, f"{BRANCH}/2020/05/2020-05-08-支委会")


def test_a_new_record_repeats_the_fixed_parts_of_an_earlier_one(clerk: TestClient) -> None:
    begun = dict(fields(get(clerk, "/records/new", **{"from": MEETING, "day": "2020-05-08"})))
    assert (begun["会议类型"], begun["地点"], begun["主持人"]) == ("支委会", "总部三楼会议室", "张一")
    assert begun["开始"] == "2020-05-08 14:30"
    assert begun["~id"] == ""


def test_a_new_record_goes_on_at_its_own_address(clerk: TestClient) -> None:
    begun = fields(get(clerk, "/records/new", kind="宣传稿", day="2020-05-08"))
    answer = post(clerk, "/record", changed(begun, {"标题": "五月的稿子"}), **{"hx-request": "true"})
    assert "said=saved" in answer.headers["hx-redirect"]
    assert "五月的稿子" in get(clerk, answer.headers["hx-redirect"])


def test_the_kind_of_a_record_without_one_can_be_chosen(office: Office, clerk: TestClient) -> None:
    file = office.service.library.workspace().unit(BRANCH).path / "记录" / "2020" / "无类型.yaml"
    file.write_text("标题: 一篇稿子\n", encoding="utf-8")
    office.service.library.touch()
    begun = shown(clerk, f"{BRANCH}/2020/无类型")
    assert post(clerk, "/record", changed(begun, {"类型": "宣传稿"})).status_code == 303
    assert "类型: 宣传稿" in file.read_text(encoding="utf-8")


def test_a_row_can_be_had_without_a_script(clerk: TestClient) -> None:
    page = post(clerk, "/record/turn", [*shown(clerk), ("~do", "add:请假.1")]).text
    assert 'name="请假.1.姓名"' in page
    fewer = post(clerk, "/record/turn", [*fields(page), ("~do", "remove:议题.0")]).text
    assert dict(fields(fewer))["议题.0.标题"] == "研究3月主题党日安排"
    moved = post(clerk, "/record/turn", [*fields(fewer), ("~do", "down:议题.0")]).text
    assert dict(fields(moved))["议题.1.标题"] == "研究3月主题党日安排"


def test_a_row_comes_as_a_piece_of_the_page(clerk: TestClient) -> None:
    piece = get(clerk, "/record/row", kind="会议", path="议题.4")
    assert 'name="议题.4.标题"' in piece
    assert 'name="议题.4.表决.赞成"' in get(clerk, "/record/row", kind="会议", path="议题.4.表决")
    assert clerk.get("/record/row", params={"kind": "会议", "path": "没有.1"}, headers=HTML).status_code == 404


def test_the_other_view_keeps_what_was_not_saved(office: Office, clerk: TestClient) -> None:
    text = post(clerk, "/record/turn", [*changed(shown(clerk), {"地点": "五楼"}), ("~do", "view:yaml")]).text
    assert "地点: 五楼" in dict(fields(text))["~text"]
    assert dict(fields(text))["~text"].startswith("# 一份普通")
    form = post(clerk, "/record/turn", [*fields(text), ("~do", "view:form")]).text
    assert dict(fields(form))["地点"] == "五楼"
    assert "五楼" not in text_of(office)


def test_a_text_that_cannot_be_read_stays_a_text_and_says_where(clerk: TestClient) -> None:
    sent = changed(shown(clerk, view="yaml"), {"~text": "类型: 会议\n地点 三楼\n"})
    page = post(clerk, "/record/turn", [*sent, ("~do", "view:form")]).text
    assert dict(fields(page))["~text"] == "类型: 会议\n地点 三楼\n"
    assert "第 2 行" in page


# ---- two at once ----


def test_the_second_of_two_sees_both_versions_and_saves_them_as_one(office: Office, clerk: TestClient) -> None:
    admin = office.client(Role.ADMIN)
    first, second = shown(clerk), shown(admin)
    assert post(clerk, "/record", changed(first, {"地点": "甲地", "请假.0.事由": "病假"})).status_code == 303
    met = post(admin, "/record", changed(second, {"地点": "乙地", "记录人": "王三"}))
    assert met.status_code == 412
    assert "支部一支部" in met.text
    assert met.text.count("两个人都改了") == 1
    picks = fields(met.text, "")
    place = f"~pick:{json.dumps(['地点'], ensure_ascii=False)}"
    assert dict(picks)[place] == "mine"
    answer = post(admin, "/record/merge", [*changed(picks, {place: "theirs"}), ("~do", "save")])
    assert answer.status_code == 303, answer.text
    after = text_of(office)
    assert "地点: 甲地" in after
    assert "记录人: 王三" in after
    assert "事由: 病假" in after


def test_a_third_version_is_met_again_with_nothing_lost(office: Office, clerk: TestClient) -> None:
    admin = office.client(Role.ADMIN)
    first, second = shown(clerk), shown(admin)
    post(clerk, "/record", changed(first, {"地点": "甲地"}))
    met = fields(post(admin, "/record", changed(second, {"地点": "乙地"})).text, "")
    post(clerk, "/record", changed(shown(clerk), {"地点": "丙地"}))
    again = post(admin, "/record/merge", [*met, ("~do", "save")])
    assert again.status_code == 412
    assert "乙地" in again.text
    assert "丙地" in again.text


def test_merged_versions_can_be_typed_on(office: Office, clerk: TestClient) -> None:
    admin = office.client(Role.ADMIN)
    second = shown(admin)
    post(clerk, "/record", changed(shown(clerk), {"地点": "甲地"}))
    met = fields(post(admin, "/record", changed(second, {"记录人": "王三"})).text, "")
    page = post(admin, "/record/merge", [*met, ("~do", "edit")]).text
    together = dict(fields(page))
    assert (together["地点"], together["记录人"]) == ("甲地", "王三")
    assert post(admin, "/record", fields(page)).status_code == 303


def test_two_texts_are_shown_beside_each_other(office: Office, clerk: TestClient) -> None:
    admin = office.client(Role.ADMIN)
    second = shown(admin, view="yaml")
    post(clerk, "/record", changed(shown(clerk), {"地点": "甲地"}))
    mine = dict(second)["~text"].replace("总部三楼会议室", "乙地")
    met = post(admin, "/record", changed(second, {"~text": mine}))
    assert met.status_code == 412
    assert "地点: 甲地" in met.text
    assert "地点: 乙地" in met.text
    assert post(admin, "/record", fields(met.text, "")).status_code == 303
    assert "地点: 乙地" in text_of(office)


def test_a_record_deleted_meanwhile_can_be_kept_as_a_new_one(office: Office, clerk: TestClient) -> None:
    admin = office.client(Role.ADMIN)
    second = shown(admin)
    post(clerk, "/record/delete", fields(get(clerk, "/record/delete", id=MEETING), ""))
    met = post(admin, "/record", changed(second, {"地点": "乙地"}))
    assert met.status_code == 412
    assert "另存为新记录" in met.text
    answer = post(admin, "/record", fields(met.text, ""))
    assert answer.status_code == 303
    assert "地点: 乙地" in clerk.get(answer.headers["location"] + "&view=yaml", headers=HTML).text


# ---- deleted, and brought back ----


def test_a_deleted_record_comes_back_from_its_history(office: Office, clerk: TestClient) -> None:
    before = text_of(office)
    gone = post(clerk, "/record/delete", fields(get(clerk, "/record/delete", id=MEETING), ""))
    assert gone.status_code == 303
    history = clerk.get(gone.headers["location"], headers=HTML).text
    assert "回收站" in history
    back = post(clerk, "/record/restore", fields(history, "")[-2:])
    assert back.status_code == 303, back.text
    assert text_of(office) == before


def test_a_record_that_has_changed_is_not_deleted_unseen(office: Office, clerk: TestClient) -> None:
    asked = fields(get(clerk, "/record/delete", id=MEETING), "")
    post(clerk, "/record", changed(shown(clerk), {"地点": "甲地"}))
    again = post(clerk, "/record/delete", asked)
    assert again.status_code == 412
    assert "地点: 甲地" in text_of(office)


def test_a_history_shows_the_lines_that_changed(clerk: TestClient) -> None:
    post(clerk, "/record", changed(shown(clerk), {"地点": "甲地"}))
    page = get(clerk, "/record/history", id=MEETING)
    assert '<tr class="changed"><td>地点: 总部三楼会议室</td><td>地点: 甲地</td></tr>' in page


# ---- papers ----


def test_a_paper_is_shown_as_typed_and_stored_nowhere(office: Office, clerk: TestClient) -> None:
    sent = changed(shown(clerk), {"地点": "六楼会议室", "~paper": "meeting-record"})
    answer = post(clerk, "/record/paper", sent)
    assert answer.status_code == 200
    assert "六楼会议室" in answer.text
    assert "sandbox" in answer.headers["content-security-policy"]
    assert "六楼会议室" not in text_of(office)


def test_a_paper_is_handed_over_as_a_file(clerk: TestClient) -> None:
    answer = clerk.get("/record/paper", params={"id": MEETING, "kind": "minutes", "to": "docx"}, headers=HTML)
    assert answer.content[:2] == b"PK"
    assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''")


def test_of_a_record_that_is_no_record_yet_the_frame_says_why(clerk: TestClient) -> None:
    answer = post(clerk, "/record/paper", changed(shown(clerk), {"开始": "三月"}))
    assert answer.status_code == 200
    assert "还不能预览" in answer.text
    assert "三月" in answer.text


def test_a_script_that_fetches_a_file_is_told_why_there_is_none(clerk: TestClient) -> None:
    sent = changed(shown(clerk), {"开始": "三月"})
    answer = post(clerk, "/record/paper?to=docx&save=true", sent, accept="application/json")
    assert answer.status_code == 404
    assert "三月" in answer.json()["title"]


# ---- who may ----


@pytest.mark.parametrize("role", [Role.COMMITTEE, Role.READER])
def test_those_who_only_read_are_shown_a_form_that_cannot_be_saved(office: Office, role: Role) -> None:
    client = office.client(role)
    page = get(client, "/record", id=MEETING)
    assert "只能查看" in page
    assert '<fieldset class="plain" disabled>' in page
    assert post(client, "/record", fields(page)).status_code == 403
    assert text_of(office) == text_of_samples()
    # The fields of such a form are not sent at all.
    own = [pair for pair in fields(page) if pair[0].startswith(("~", "csrf"))]
    assert "总部三楼会议室" in post(client, "/record/paper", own).text
    text = post(client, "/record/turn", [*own, ("~do", "view:yaml")]).text
    assert dict(fields(text))["~text"] == text_of_samples()


def test_a_clerk_reads_and_writes_nothing_of_another_unit(office: Office) -> None:
    other = office.client(Role.BRANCH, OTHER)
    sent = changed(
        shown(office.client(Role.ADMIN)),
        {"csrf_token": dict(fields(get(other, "/records/new", kind="党课")))["csrf_token"]},
    )
    for path in ("/record", "/record/check", "/record/turn", "/record/paper", "/record/merge", "/record/delete"):
        assert post(other, path, sent).status_code == 404, path
    lying = changed(sent, {"~unit": OTHER})
    for path in ("/record", "/record/check", "/record/turn", "/record/paper", "/record/merge", "/record/delete"):
        assert post(other, path, lying).status_code == 404, path
    assert text_of(office) == text_of_samples()


def test_a_unit_that_there_is_none_of_is_not_found(office: Office) -> None:
    admin = office.client(Role.ADMIN)
    for unit in ("", "没有", "中共示范公司机关第一支部委员会"):
        for path in ("/record", "/record/check", "/record/turn", "/record/paper", "/record/delete"):
            sent = changed(shown(admin), {"~unit": unit, "~id": ""})
            assert post(admin, path, sent).status_code == 404, (unit, path)


def test_a_talk_is_for_those_alone_who_may_write_it(office: Office) -> None:
    clerk, cleared = office.client(Role.BRANCH, BRANCH), office.client(Role.BRANCH, BRANCH, confidential=True)
    assert "谈话人" in get(cleared, "/record", id=TALK)
    for path in ("/record", "/record/history", "/record/paper", "/record/delete"):
        assert clerk.get(path, params={"id": TALK}, headers=HTML).status_code == 404, path
    assert clerk.get("/records/new", params={"kind": "谈话"}, headers=HTML).status_code == 404
    begun = fields(get(clerk, "/records/new", kind="支委会"))
    assert post(clerk, "/record", changed(begun, {"类型": "谈话"})).status_code == 404


def test_a_record_that_was_not_read_before_is_not_written_over(office: Office, clerk: TestClient) -> None:
    assert post(clerk, "/record", changed(shown(clerk), {"~etag": "", "地点": "甲地"})).status_code == 428
    assert text_of(office) == text_of_samples()


PARTS = [
    *[".~", "0", "1", "89", "~k", "_", "word", "json", "议题", "表决", "标题", "出席", "类型"],
    *["id", "do", "base", "mine", "text", "view", "pick:"],
]
NAMES = st.lists(st.sampled_from([*PARTS, "."]), max_size=7).map("".join)
NASTY = st.sampled_from(
    [
        "",
        "会议",
        "[[[[",
        "{",
        '{"a": [1, null]}',
        "\x00",
        "add:议题.0",
        "remove:.",
        "up:议题.9",
        "view:yaml",
        "yaml",
        "9" * 5000,
    ]
)


@given(
    st.lists(st.tuples(NAMES, NASTY | st.text(max_size=6)), max_size=8),
    st.sampled_from(["check", "turn", "merge", "paper"]),
)
@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_sent_is_answered_and_nothing_of_it_stored(
    reading_room: Office, pairs: list[tuple[str, str]], route: str
) -> None:
    client = reading_room.client(Role.ADMIN)
    own = [("csrf_token", csrf(client)["x-csrf-token"]), ("~unit", BRANCH), ("~id", MEETING), ("~etag", "x")]
    before = text_of(reading_room)
    answer = post(client, f"/record/{route}", [*pairs, *own])
    assert answer.status_code < 500, answer.text
    assert text_of(reading_room) == before
