"""The page of templates: what is sent is checked with its places, a sound one is used, and given up again."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.web.office import Office, TestClient, csrf

from docgen.accounts import Role
from docgen.stationery import builtin_folder

BODY = "word/document.xml"


def changed(kind: str, change: Callable[[str], str]) -> bytes:
    """The built-in Word template of a kind with its body changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(builtin_folder() / kind / f"{kind}.docx") as known, zipfile.ZipFile(made, "w") as new:
        for name in known.namelist():
            content = known.read(name)
            new.writestr(name, change(content.decode()).encode() if name == BODY else content)
    return made.getvalue()


def as_it_was(body: str) -> str:
    return body


def sent(client: TestClient, kind: str, content: bytes, to: str = "docx") -> tuple[int, str]:
    """What the page answers to a file."""
    answer = client.post(
        "/templates/upload",
        params={"kind": kind, "to": to},
        files={"file": (f"我的.{to}", content)},
        headers=csrf(client),
    )
    return answer.status_code, answer.text


def done(client: TestClient, what: str, kind: str, to: str = "docx") -> int:
    return client.post(f"/templates/{what}", params={"kind": kind, "to": to}, headers=csrf(client)).status_code


def own(office: Office, kind: str, to: str = "docx") -> Path:
    return office.service.root / "templates" / kind / f"{kind}.{to}"


def test_every_kind_is_listed_with_its_templates(reading_room: Office) -> None:
    page = reading_room.client(Role.READER).get("/templates").text
    assert "会议纪要" in page
    assert "kind=minutes&amp;to=docx" in page
    assert "outlet=wechat" in page


def test_a_template_is_downloaded_as_it_is(reading_room: Office) -> None:
    answer = reading_room.client(Role.READER).get("/templates/file", params={"kind": "minutes", "to": "docx"})
    assert answer.content == (builtin_folder() / "minutes/minutes.docx").read_bytes()


def test_what_can_be_asked_for_is_told_as_it_is_written(reading_room: Office) -> None:
    page = reading_room.client(Role.READER).get("/templates/one", params={"kind": "minutes", "to": "docx"}).text
    assert "{{ 主持人 }}" in page
    assert "{% for 议题项 in 议题 %}" in page
    assert "上传并检查" not in page


@pytest.mark.parametrize(
    ("change", "where", "words"),
    [
        (lambda body: body.replace("{{ 主持人 }}", "{{ 主持 }}"), "第14段", "是不是「主持人」"),
        (lambda body: re.sub(r"\{%p endfor %\}", "", body, count=1), "第16段", "没有结束"),
        (
            lambda body: body.replace("{{ 地点 }}", "{{ 地点</w:t></w:r></w:p><w:p><w:r><w:t>}}"),
            "第14段",
            "没有在本段内结束",
        ),
        (lambda body: body.replace("{{ 地点 }}", "{{ ''.__class__.__mro__ }}"), "第14段", "不允许的写法"),
    ],
    ids=["misspelt", "not closed", "split", "reaching"],
)
def test_a_broken_template_is_told_with_its_place_and_not_used(
    reading_room: Office, change: Callable[[str], str], where: str, words: str
) -> None:
    client = reading_room.client(Role.ADMIN)
    status, page = sent(client, "minutes", changed("minutes", change))
    assert status == 422
    assert "有错误，不能启用" in page
    assert f'<span class="where">{where}</span>' in page
    assert words in page
    assert done(client, "use", "minutes") == 422
    assert not own(reading_room, "minutes").exists()


def test_the_word_file_comes_back_with_comments_at_its_places(reading_room: Office) -> None:
    client = reading_room.client(Role.ADMIN)
    sent(client, "minutes", changed("minutes", lambda body: body.replace("{{ 主持人 }}", "{{ 主持 }}")))
    answer = client.get("/templates/commented", params={"kind": "minutes", "to": "docx"})
    with zipfile.ZipFile(io.BytesIO(answer.content)) as file:
        assert "是不是「主持人」" in file.read("word/comments.xml").decode()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "模板是空的"),
        (b"%PDF-1.7 x", "文件是 PDF 格式"),
        (b"PK\x05\x06" + b"\0" * 18, "不是 Word 文档"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "旧格式"),
    ],
    ids=["empty", "pdf", "zip", "old"],
)
def test_a_file_of_another_sort_is_refused_in_words(reading_room: Office, content: bytes, words: str) -> None:
    status, page = sent(reading_room.client(Role.ADMIN), "minutes", content)
    assert status == 422
    assert words in page
    assert "现用的模板没有变" in page


def test_a_sound_template_is_tried_used_given_up_and_brought_back(reading_room: Office) -> None:
    client = reading_room.client(Role.ADMIN)
    content = changed("meeting-record", lambda body: body.replace("</w:body>", "</w:body>"))
    status, page = sent(client, "meeting-record", content)
    assert (status, "可以启用" in page) == (200, True)
    assert not own(reading_room, "meeting-record").exists()
    tried = client.get("/templates/trial", params={"kind": "meeting-record", "to": "docx", "which": "sent"})
    with zipfile.ZipFile(io.BytesIO(tried.content)) as file:
        assert "〔主持人〕" in file.read(BODY).decode()
    assert done(client, "use", "meeting-record") == 303
    assert own(reading_room, "meeting-record").is_file()
    assert "自有" in client.get("/templates/one", params={"kind": "meeting-record", "to": "docx"}).text
    assert done(client, "withdraw", "meeting-record") == 303
    assert not own(reading_room, "meeting-record").exists()
    assert done(client, "restore", "meeting-record") == 303
    assert own(reading_room, "meeting-record").is_file()


@pytest.mark.parametrize(("kind", "to"), [("sign-in-sheet", "xlsx"), ("meeting-notice", "txt"), ("minutes", "html")])
def test_templates_of_every_format_are_received(reading_room: Office, kind: str, to: str) -> None:
    client = reading_room.client(Role.ADMIN)
    status, page = sent(client, kind, (builtin_folder() / kind / f"{kind}.{to}").read_bytes(), to)
    assert (status, "可以启用" in page) == (200, True)
    assert client.get("/templates/trial", params={"kind": kind, "to": to, "which": "sent"}).status_code == 200


def test_a_template_is_tried_on_a_real_record_and_shown_in_a_frame(reading_room: Office) -> None:
    client = reading_room.client(Role.ADMIN)
    page = client.get("/templates/one", params={"kind": "bulletin", "to": "html"}).text
    subject = re.findall(r'<option value="(机关党委/2020-\d\d)">', page)[0]
    answer = client.get("/templates/trial", params={"kind": "bulletin", "to": "html", "on": subject})
    assert "《领航》" in answer.text
    assert "sandbox" in answer.headers["content-security-policy"]


def test_what_was_sent_is_forgotten_when_it_is_dropped(reading_room: Office) -> None:
    client = reading_room.client(Role.ADMIN)
    sent(client, "news-item", changed("news-item", as_it_was))
    assert done(client, "drop", "news-item") == 303
    assert done(client, "use", "news-item") == 404


def test_a_page_that_would_run_or_fetch_is_refused(reading_room: Office) -> None:
    client = reading_room.client(Role.ADMIN)
    for source in ("<script>alert(1)</script>", '<img src="http://example.org/x.png">', "<p onclick=x>甲</p>"):
        status, page = sent(client, "minutes", f"<!doctype html><html><body>{source}</body></html>".encode(), "html")
        assert status == 422
        assert "第1行" in page


def test_only_an_administrator_changes_templates(reading_room: Office) -> None:
    for client in (reading_room.client(Role.COMMITTEE), reading_room.client(Role.BRANCH, "一支部")):
        assert sent(client, "minutes", b"x")[0] == 403
        for what in ("use", "drop", "withdraw", "restore"):
            assert done(client, what, "minutes") == 403
        for what in ("trial", "commented"):
            assert client.get(f"/templates/{what}", params={"kind": "minutes", "to": "docx"}).status_code == 403


def test_names_from_an_address_are_no_paths(reading_room: Office) -> None:
    client = reading_room.client(Role.ADMIN)
    for kind, to in (("../../docgen", "yaml"), ("minutes", "../docx"), ("_shared", "html"), ("minutes", "pdf")):
        assert client.get("/templates/file", params={"kind": kind, "to": to}).status_code == 404
        assert sent(client, kind, b"x", to)[0] == 404
