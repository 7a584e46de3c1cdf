"""Takes people of every role, sees the statistics, their charts and the papers that say the same."""

from __future__ import annotations

import re
from io import BytesIO
from threading import Thread
from urllib.parse import quote
from zipfile import ZipFile

import pytest
from lxml import etree
from tests.web.office import ABOVE, BRANCH, OTHER, Office, TestClient

from docgen.accounts import Role


def text_of(client: TestClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return answer.text


def pictures(text: str) -> list[str]:
    return [each.replace("&amp;", "&") for each in re.findall(r'<img src="([^"]+)"', text)]


def test_every_chart_is_a_picture_with_words_for_who_cannot_see_it(reading_room: Office) -> None:
    client = reading_room.client(Role.COMMITTEE)
    for page in ("/statistics?period=2020", f"/statistics?period=2020&unit={quote(BRANCH)}"):
        text = text_of(client, page)
        assert len(pictures(text)) >= 4
        assert len(re.findall(r'<img [^>]*alt="[^"]{10,}"', text)) == len(pictures(text))
        for address in pictures(text):
            answer = client.get(address)
            assert answer.headers["content-type"] == "image/svg+xml"
            assert etree.fromstring(answer.content).tag == "{http://www.w3.org/2000/svg}svg"


def test_a_chart_for_a_phone_is_narrower(reading_room: Office) -> None:
    client = reading_room.client(Role.COMMITTEE)
    address = pictures(text_of(client, "/statistics?period=2020"))[0]
    wide, narrow = (etree.fromstring(client.get(each).content) for each in (address, f"{address}&narrow=true"))
    assert _width(narrow) < _width(wide)


def _width(picture: etree._Element) -> float:
    return float((picture.get("width") or "").removesuffix("pt"))


def test_charts_that_are_asked_for_at_once_are_all_drawn(reading_room: Office) -> None:
    client = reading_room.client(Role.COMMITTEE)
    wanted = pictures(text_of(client, "/statistics?period=2020-Q2"))
    answers: dict[str, int] = {}
    threads = [Thread(target=lambda each=each: answers.update({each: client.get(each).status_code})) for each in wanted]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == dict.fromkeys(wanted, 200)
    assert len(answers) > 3


def test_a_chart_that_there_is_none_of_is_not_found(reading_room: Office) -> None:
    assert reading_room.client(Role.COMMITTEE).get("/statistics/chart/none.svg?period=2020").status_code == 404


def test_a_branch_sees_its_own_numbers_and_no_others(reading_room: Office) -> None:
    client = reading_room.client(Role.BRANCH, BRANCH)
    text = text_of(client, "/statistics?period=2020")
    assert OTHER not in text
    assert client.get(f"/statistics?unit={quote(OTHER)}").status_code == 404
    assert client.get(f"/statistics/chart/attendance.svg?unit={quote(OTHER)}").status_code == 404


def test_a_branch_does_not_see_how_the_office_ranks_it(reading_room: Office) -> None:
    text = text_of(reading_room.client(Role.BRANCH, BRANCH), "/statistics?period=2020")
    assert "考核" not in text.partition("<main")[2].partition("</main>")[0]


def test_who_comes_seldom_is_named_below_the_limit_that_is_asked_for(reading_room: Office) -> None:
    client = reading_room.client(Role.BRANCH, "三支部")
    assert "谢十" not in text_of(client, "/statistics?period=2020&below=50").partition("偏低")[2].partition("五个一")[0]
    assert "谢十" in text_of(client, "/statistics?period=2020&below=80")


@pytest.mark.parametrize("query", ["below=0", "below=x", "period=2020-99"])
def test_a_limit_or_period_that_there_is_none_of_is_refused(reading_room: Office, query: str) -> None:
    assert reading_room.client(Role.COMMITTEE).get(f"/statistics?{query}").status_code == 422


def papers(text: str) -> list[str]:
    return [each.replace("&amp;", "&") for each in re.findall(r'href="(/statistics/paper[^"]+)"', text)]


def test_each_section_leads_to_the_paper_that_says_its_numbers(reading_room: Office) -> None:
    client = reading_room.client(Role.COMMITTEE)
    found = [
        *papers(text_of(client, "/statistics?period=2020")),
        *papers(text_of(client, f"/statistics?period=2020&unit={quote(OTHER)}")),
    ]
    assert len(found) >= 6
    for address in found:
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert ZipFile(BytesIO(answer.content)).testzip() is None


def test_a_paper_that_tells_of_other_branches_is_not_for_a_branch(reading_room: Office) -> None:
    client = reading_room.client(Role.BRANCH, BRANCH)
    address = "/statistics/paper?kind=five-ones-matrix&subject="
    assert client.get(f"{address}{quote(ABOVE)}/2020").status_code == 404
    assert client.get(f"/statistics/paper?kind=points-ledger&subject={quote(OTHER)}/2020").status_code == 404
    assert client.get(f"/statistics/paper?kind=points-ledger&subject={quote(BRANCH)}/2020").status_code == 200


def test_a_reader_of_the_organisation_alone_gets_no_paper_that_tells_of_its_branches(reading_room: Office) -> None:
    client = reading_room.client(Role.READER, ABOVE)
    assert client.get(f"/statistics/paper?kind=five-ones-matrix&subject={quote(ABOVE)}/2020").status_code == 404


def test_no_other_kinds_of_papers_come_from_here(reading_room: Office) -> None:
    client = reading_room.client(Role.ADMIN)
    assert client.get(f"/statistics/paper?kind=talk-ledger&subject={quote(BRANCH)}/2020").status_code == 404
    answer = client.get(f"/statistics/paper?kind=points-ledger&subject={quote(BRANCH)}/2020&to=exe")
    assert answer.status_code == 404
