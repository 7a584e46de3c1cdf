"""Takes people of every role, sees the findings that each may know of, where they lead, and the list as a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import quote, unquote
from zipfile import ZipFile

import pytest
from docx import Document
from openpyxl import load_workbook
from tests.web.office import ABOVE, BRANCH, OTHER, Office, TestClient, open_office

from docgen.accounts import Role

SECRET_WORD = "心里有顾虑"
TALK = f"""类型: 谈话
种类: {SECRET_WORD}
日期: 2020-06-01
谈话人: 张一
谈话对象: 李二
"""
BROKEN = "类型: 会议\n会议类型: 支委会\n时间: 2020-06-31 09:00\n出席者: [张一]\n"


@pytest.fixture(scope="module")
def troubled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A service over records of which one cannot be read, and a talk with a wrong key."""
    opened = open_office(tmp_path_factory.mktemp("问题"))
    june = _june(opened.service.root)
    (june / "2020-06-01-谈话.yaml").write_text(TALK, encoding="utf-8")
    (june / "2020-06-30-支委会.yaml").write_text(BROKEN, encoding="utf-8")
    yield opened
    opened.service.close()


def _june(root: Path) -> Path:
    return root / "支部" / BRANCH / "记录" / "2020" / "06"


def main_of(client: TestClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return answer.text.partition("<main")[2].partition("</main>")[0]


def links(text: str, begin: str) -> list[str]:
    return [
        unquote(each.replace("&amp;", "&")) for each in re.findall(r'href="([^"]+)"', text) if each.startswith(begin)
    ]


def test_findings_stand_by_record_with_message_hint_and_clause(reading_room: Office) -> None:
    text = main_of(reading_room.client(Role.COMMITTEE), "/findings?period=2020")
    assert "2020年8月的五个一没有完成“办实事”。" in text
    assert "中国共产党党员教育管理工作条例第二十条" in text
    assert "共 7 处" in text


def test_a_finding_leads_to_its_field_in_the_form(reading_room: Office) -> None:
    text = main_of(reading_room.client(Role.ADMIN), "/findings?period=2020&rule=X5")
    assert "/record?id=四支部/2020/09/2020-09-07-支委会#f-任务.2.期限" in links(text, "/record")


def test_what_is_missing_leads_to_where_it_is_written_for_who_may_write(reading_room: Office) -> None:
    address = "/findings?period=2020&rule=F10&unit=" + quote("三支部")
    wanted = "/records/new?unit=三支部&kind=办实事&day=2020-08-31"
    assert wanted in links(main_of(reading_room.client(Role.ADMIN), address), "/records/new")
    assert not links(main_of(reading_room.client(Role.COMMITTEE), address), "/records/new")


def test_filters_narrow_what_is_shown_and_say_when_nothing_fits(reading_room: Office) -> None:
    client = reading_room.client(Role.COMMITTEE)
    assert "共 5 处" in main_of(client, "/findings?period=2020&rule=F10")
    assert "共 1 处" in main_of(client, f"/findings?period=2020&text={quote('谢十')}")
    assert "没有符合这些条件的问题" in main_of(client, "/findings?period=2020&level=error")


def test_what_is_typed_into_a_filter_stays_a_text(reading_room: Office) -> None:
    text = main_of(reading_room.client(Role.COMMITTEE), f"/findings?text={quote('<script>alert(1)</script>')}")
    assert "<script>alert" not in text


def test_rules_are_counted_and_each_is_a_link(reading_room: Office) -> None:
    text = main_of(reading_room.client(Role.COMMITTEE), "/findings?period=2020")
    assert re.search(r"F10\s*<strong>5</strong>", text)
    assert any("rule=F9" in each for each in links(text, "/findings"))


def test_a_period_without_findings_says_so(reading_room: Office) -> None:
    assert "没有发现问题" in main_of(reading_room.client(Role.COMMITTEE), "/findings?period=2019-Q1")


def test_all_years_are_seen_as_of_today(reading_room: Office) -> None:
    text = main_of(reading_room.client(Role.COMMITTEE), "/findings?period=all")
    assert "历年，截至 2020-12-31" in text


def test_a_branch_sees_its_own_findings_alone(reading_room: Office) -> None:
    client = reading_room.client(Role.BRANCH, "五支部")
    assert "共 2 处" in main_of(client, "/findings?period=2020")
    assert client.get(f"/findings?unit={quote(OTHER)}").status_code == 404


def test_a_file_that_cannot_be_read_is_opened_by_its_record(troubled: Office) -> None:
    text = main_of(troubled.client(Role.ADMIN), f"/findings?period=2020&unit={quote(BRANCH)}")
    assert any("2020-06-30-支委会" in each for each in links(text, "/record?"))
    assert "出席者" in text


def test_what_is_wrong_in_a_talk_is_told_only_to_who_may_read_it(troubled: Office) -> None:
    address = f"/findings?period=all&unit={quote(BRANCH)}"
    for client in (
        troubled.client(Role.COMMITTEE),
        troubled.client(Role.READER),
        troubled.client(Role.BRANCH, BRANCH),
    ):
        text = main_of(client, address)
        assert SECRET_WORD not in text
        assert "2020-06-01-谈话" not in text
    for client in (troubled.client(Role.ADMIN), troubled.client(Role.BRANCH, BRANCH, confidential=True)):
        assert SECRET_WORD in main_of(client, address)


def test_what_somebody_may_not_know_of_is_not_counted_either(troubled: Office) -> None:
    address = f"/findings?period=all&unit={quote(BRANCH)}"
    closed, opened = (
        int(re.search(r"共 (\d+) 处", main_of(client, address))[1])  # type: ignore[index]
        for client in (troubled.client(Role.COMMITTEE), troubled.client(Role.ADMIN))
    )
    assert closed < opened


@pytest.mark.parametrize("to", ["docx", "xlsx"])
def test_the_list_comes_as_a_file(reading_room: Office, to: str) -> None:
    client = reading_room.client(Role.COMMITTEE)
    wanted = next(each for each in links(main_of(client, "/findings?period=2020"), "/findings/list") if to in each)
    answer = client.get(wanted)
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "2020年8月的五个一没有完成“办实事”。" in _said(answer.content, to)


def _said(content: bytes, to: str) -> str:
    if to == "xlsx":
        sheets = load_workbook(BytesIO(content)).worksheets
        return "\n".join(str(cell.value) for sheet in sheets for row in sheet.rows for cell in row)
    return "\n".join(cell.text for table in Document(BytesIO(content)).tables for cell in table._cells)


def test_the_list_of_the_office_does_not_tell_what_a_talk_says(troubled: Office) -> None:
    answer = troubled.client(Role.COMMITTEE).get(f"/findings/list?subject={quote(ABOVE)}/2020")
    assert answer.status_code == 200
    assert SECRET_WORD not in ZipFile(BytesIO(answer.content)).read("word/document.xml").decode()


def test_the_list_of_another_unit_is_not_found(reading_room: Office) -> None:
    client = reading_room.client(Role.BRANCH, BRANCH)
    for unit in (OTHER, ABOVE):
        assert client.get(f"/findings/list?subject={quote(unit)}/2020").status_code == 404


def test_nobody_sees_anything_without_logging_in(reading_room: Office) -> None:
    client = reading_room.client()
    for address in ("/", "/statistics", "/findings", "/findings/list?subject=x/2020", "/statistics/chart/points.svg"):
        answer = client.get(address)
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/login")
