"""The page of the bulletin: chosen, kept, stored, published; what each role sees of it."""

from __future__ import annotations

import re
from html import unescape

from tests.web.office import BRANCH, OTHER, Office, TestClient, csrf

from docgen.accounts import Role

MONTH, ABOVE = "2020-09", "机关党委"
ITEM = re.compile(r'name="(item|etag)" value="([^"]*)"')


def form(page: str, **changed: str) -> list[tuple[str, str]]:
    """The fields of a desk as a browser would send them, with some changed."""
    body = page[page.index('<form id="desk"') : page.index("</form>", page.index('<form id="desk"'))]
    sent = []
    for tag in re.findall(r"<input[^>]*>|<select.*?</select>", body, re.DOTALL):
        name = re.search(r'name="([^"]*)"', tag)
        if name is None or ('type="checkbox"' in tag and " checked" not in tag):
            continue
        chosen = (
            re.search(r'<option value="([^"]*)" selected', tag)
            if tag.startswith("<select")
            else re.search(r'value="([^"]*)"', tag)
        )
        sent.append((name[1], unescape(changed.get(name[1], chosen[1] if chosen else ""))))
    return sent


def posted(client: TestClient, path: str, fields: list[tuple[str, str]]) -> tuple[int, str, str]:
    """What a form is answered with: status, where to, text."""
    data: dict[str, list[str]] = {}
    for name, value in fields:
        data.setdefault(name, []).append(value)
    answer = client.post(path, data=data, headers=csrf(client))
    return answer.status_code, answer.headers.get("location", ""), answer.text


def desk(client: TestClient, month: str = MONTH) -> str:
    answer = client.get("/bulletin", params={"period": month})
    assert answer.status_code == 200
    return answer.text


def issue_of(month: str) -> str:
    return f"{ABOVE}/{month.replace('-', '/')}/{month}-简报"


def stored(office: Office, month: str) -> str:
    return office.service.editor.read(office.service.library.workspace(), issue_of(month)).text


def test_the_desk_shows_what_the_month_offers_with_what_was_chosen(reading_room: Office) -> None:
    page = desk(reading_room.client(Role.COMMITTEE))
    assert "四支部组织学习《习近平谈治国理政》第三卷" in page
    assert page.count('name="item"') == page.count('name="chosen"') == 6
    assert 'value="周七"' in page


def test_saving_without_a_change_leaves_the_file_as_it_was(reading_room: Office) -> None:
    client, before = reading_room.client(Role.COMMITTEE), stored(reading_room, "2020-03")
    status, there, _ = posted(client, "/bulletin/save", form(desk(client, "2020-03")))
    assert (status, "said=saved" in there) == (303, True)
    assert stored(reading_room, "2020-03") == before
    assert reading_room.service.editor.changes(record=issue_of("2020-03")) == []


def test_what_is_changed_is_stored_under_the_name_of_the_one_who_did(reading_room: Office) -> None:
    client = reading_room.client(Role.COMMITTEE)
    posted(client, "/bulletin/save", form(desk(client, "2020-04"), 签发="李二"))
    assert "签发: 李二" in stored(reading_room, "2020-04")
    assert reading_room.service.editor.changes(record=issue_of("2020-04"))[0].by == "党委"


def test_a_change_is_kept_unsaved_shows_in_the_proof_and_can_be_dropped(reading_room: Office) -> None:
    client, before = reading_room.client(Role.COMMITTEE), stored(reading_room, "2020-05")
    status, _, proof = posted(client, "/bulletin/draft", form(desk(client, "2020-05"), 编辑=""))
    assert status == 200
    assert "还缺 1 处" in proof
    assert "#field-编辑" in proof
    assert "有未保存的改动" in desk(client, "2020-05")
    assert "待补充：编辑" in client.get("/bulletin/paper", params={"period": "2020-05"}).text
    assert stored(reading_room, "2020-05") == before
    posted(client, "/bulletin/discard", [("month", "2020-05"), ("unit", ABOVE)])
    assert "有未保存的改动" not in desk(client, "2020-05")


def test_nobody_sees_what_somebody_else_has_not_saved(reading_room: Office) -> None:
    client = reading_room.client(Role.COMMITTEE)
    posted(client, "/bulletin/draft", form(desk(client, "2020-06"), 编辑="某人"))
    assert "某人" not in desk(reading_room.client(Role.ADMIN), "2020-06")


def test_what_is_written_wrongly_is_told_with_its_field_and_not_stored(reading_room: Office) -> None:
    client, before = reading_room.client(Role.COMMITTEE), stored(reading_room, "2020-07")
    status, _, page = posted(client, "/bulletin/save", form(desk(client, "2020-07"), 印数="六十"))
    assert status == 422
    assert "「六十」不是整数" in page
    assert "#field-印数" in page
    assert 'value="六十"' in page
    assert stored(reading_room, "2020-07") == before


def test_two_who_edit_one_issue_the_second_is_told_and_can_take_over(reading_room: Office) -> None:
    one, other = reading_room.client(Role.COMMITTEE), reading_room.client(Role.ADMIN)
    first, second = form(desk(one, "2020-08"), 编辑="甲"), form(desk(other, "2020-08"), 编辑="乙")
    assert posted(one, "/bulletin/save", first)[0] == 303
    status, _, page = posted(other, "/bulletin/save", second)
    assert status == 412
    assert "已被别人改过" in page
    assert "编辑: 甲" in stored(reading_room, "2020-08")
    current = reading_room.service.editor.read(reading_room.service.library.workspace(), issue_of("2020-08")).etag
    status, _, _ = posted(other, "/bulletin/take-over", [("month", "2020-08"), ("unit", ABOVE), ("etag", current)])
    assert status == 303
    assert "编辑: 乙" in stored(reading_room, "2020-08")


def test_taking_over_asks_again_where_the_record_changed_once_more(reading_room: Office) -> None:
    one, other = reading_room.client(Role.COMMITTEE), reading_room.client(Role.ADMIN)
    second = form(desk(other, "2020-10"), 编辑="乙")
    shown = reading_room.service.editor.read(reading_room.service.library.workspace(), issue_of("2020-10")).etag
    posted(one, "/bulletin/save", form(desk(one, "2020-10"), 编辑="甲"))
    posted(other, "/bulletin/draft", second)
    fields = [("month", "2020-10"), ("unit", ABOVE), ("etag", shown)]
    assert posted(other, "/bulletin/take-over", fields)[0] == 412


def test_an_issue_that_lacks_something_is_stored_and_not_published(reading_room: Office) -> None:
    client = reading_room.client(Role.COMMITTEE)
    status, _, page = posted(client, "/bulletin/publish", form(desk(client, "2020-11"), 编辑=""))
    assert status == 422
    assert "还有 1 处没有写" in page
    assert "编辑" not in stored(reading_room, "2020-11")


def test_a_month_without_a_record_gets_one_with_the_people_of_the_issue_before(reading_room: Office) -> None:
    client, workspace = reading_room.client(Role.COMMITTEE), reading_room.service.library.workspace()
    old = reading_room.service.editor.read(workspace, issue_of("2020-12"))
    reading_room.service.editor.delete(workspace, old.id, expected=old.etag, by="", at=reading_room.service.now())
    reading_room.service.library.touch(ABOVE)
    page = client.get("/bulletin", params={"period": "2020-12", "said": "repeat"}).text
    assert 'value="周七"' in page
    assert posted(client, "/bulletin/save", form(page))[0] == 303
    reading_room.service.library.touch(ABOVE)
    made = reading_room.service.editor.changes(by="党委", limit=1)[0]
    assert "类型: 简报\n月份: 2020-12\n" in (made.after or "")
    assert "签发: 周七" in (made.after or "")


def test_a_record_that_is_no_yaml_is_shown_with_the_way_to_mend_it(office: Office) -> None:
    path = office.service.root / ABOVE / "记录/2020/09/2020-09-简报.yaml"
    path.write_text("类型: 简报\n月份: 2020-09\n要目: [", "utf-8")
    office.service.library.touch()
    page = desk(office.client(Role.COMMITTEE))
    assert "先改好才能在这里编排" in page
    assert 'hx-post="/bulletin/draft"' not in page


def test_the_word_file_and_the_pages_for_outlets_can_be_saved(reading_room: Office) -> None:
    client = reading_room.client(Role.READER)
    for to, suffix in (("docx", "docx"), ("html", "html"), ("wechat", "html"), ("web", "html")):
        answer = client.get("/bulletin/file", params={"period": MONTH, "to": to})
        assert answer.status_code == 200
        assert f'.{suffix}"' in answer.headers["content-disposition"]
        assert answer.content


def test_an_unknown_file_or_month_is_told(reading_room: Office) -> None:
    client = reading_room.client(Role.COMMITTEE)
    assert client.get("/bulletin/file", params={"period": MONTH, "to": "exe"}).status_code == 404
    assert client.get("/bulletin", params={"period": "2020"}).status_code == 422
    assert client.get("/bulletin", params={"period": "三月"}).status_code == 422
    assert client.get("/bulletin", params={"period": MONTH, "unit": "没有"}).status_code == 404


def test_a_branch_sees_of_an_issue_its_own_alone(reading_room: Office) -> None:
    client = reading_room.client(Role.BRANCH, BRANCH)
    page = desk(client)
    assert "一支部帮助职工宿舍11号楼解决困难" in page
    assert OTHER not in page
    assert "周七" not in page
    assert client.get("/bulletin/paper", params={"period": MONTH}).status_code == 404
    assert client.get("/bulletin/file", params={"period": MONTH, "to": "docx"}).status_code == 404


def test_a_reader_sees_the_whole_issue_and_changes_nothing(reading_room: Office) -> None:
    client = reading_room.client(Role.READER)
    page = desk(client)
    assert '<fieldset class="bare" disabled>' in page
    assert posted(client, "/bulletin/save", form(page))[0] == 403
    assert posted(client, "/bulletin/draft", form(page))[0] == 403


def test_a_change_without_the_token_of_its_session_is_refused(reading_room: Office) -> None:
    client = reading_room.client(Role.COMMITTEE)
    assert client.post("/bulletin/discard", data={"month": MONTH, "unit": ABOVE}).status_code == 403


def test_the_proof_is_a_paper_that_runs_nothing(reading_room: Office) -> None:
    answer = reading_room.client(Role.COMMITTEE).get("/bulletin/paper", params={"period": MONTH})
    policy = answer.headers["content-security-policy"]
    assert "sandbox" in policy
    assert "script-src" not in policy
    assert "default-src 'none'" in policy


def test_a_workspace_without_a_bulletin_says_why_there_is_none(office: Office) -> None:
    settings = office.service.root / "docgen.yaml"
    text = settings.read_text("utf-8")
    settings.write_text(re.sub(r"^简报:\n(?:  .*\n)+", "", text, flags=re.MULTILINE), "utf-8")
    office.service.library.touch()
    assert "设置里还没有写“简报”" in office.client(Role.ADMIN).get("/bulletin").text


def test_a_year_without_news_shows_the_last_month_that_has_some_and_says_so(office: Office) -> None:
    office.service.moment = office.service.moment.replace(year=2022)
    page = office.client(Role.ADMIN).get("/bulletin").text
    assert "2020年12月" in page
    assert "先显示最近有稿件的月份" in page


def test_a_new_template_shows_in_the_proof_at_once(office: Office) -> None:
    client = office.client(Role.ADMIN)
    assert "另样" not in client.get("/bulletin/paper", params={"period": MONTH}).text
    own = office.service.root / "templates/bulletin/bulletin.html"
    own.parent.mkdir(parents=True)
    own.write_text("<!doctype html><html><body>另样 {{ 名称 }}</body></html>", "utf-8")
    assert "另样" in client.get("/bulletin/paper", params={"period": MONTH}).text


def test_a_month_before_the_first_issue_says_that_there_is_none_yet(reading_room: Office) -> None:
    page = desk(reading_room.client(Role.COMMITTEE), "2019-05")
    assert "还没有简报" in page
    assert "这个月还没有可登的稿件" in page


def test_what_is_listed_and_cannot_be_printed_is_told_beside_the_desk(office: Office) -> None:
    path = office.service.root / ABOVE / "记录/2020/09/2020-09-简报.yaml"
    text = path.read_text("utf-8").replace("要目:\n", "要目:\n  - 一支部/2020/03/2020-03-17-宣传稿\n")
    path.write_text(text, "utf-8")
    office.service.library.touch()
    page = desk(office.client(Role.COMMITTEE))
    assert "写了而本月没有的" in page
    assert 'value="要目:一支部/2020/03/2020-03-17-宣传稿" checked' in page
    assert '<span class="finding warn">' in page


def test_a_month_of_many_branches_fits_into_a_form(reading_room: Office) -> None:
    client = reading_room.client(Role.COMMITTEE)
    token = csrf(client)["x-csrf-token"]
    items = [f"一支部/{number}" for number in range(1500)]
    fields = {"csrf_token": [token], "month": [MONTH], "unit": [ABOVE], "item": items}
    assert client.post("/bulletin/draft", data=fields).status_code == 200
    posted(client, "/bulletin/discard", [("month", MONTH), ("unit", ABOVE)])
