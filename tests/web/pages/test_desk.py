"""Takes people of every role, sees the desk that each of them finds."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from tests.web.office import ABOVE, BRANCH, OTHER, Office, TestClient

from docgen.accounts import Role
from docgen.drafting import kind_called

LACKING = "三支部"
AUTUMN = datetime(2020, 9, 18, 9, tzinfo=UTC)


def main_of(client: TestClient, address: str) -> str:
    """Return what stands between the navigation and the foot."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return answer.text.partition("<main")[2].partition("</main>")[0]


def addresses(text: str, path: str) -> list[dict[str, list[str]]]:
    """Return the queries of the links that lead to a path."""
    found = re.findall(r'href="([^"]+)"', text)
    parts = [urlsplit(each.replace("&amp;", "&")) for each in found]
    return [parse_qs(each.query) for each in parts if each.path == path]


def test_the_office_sees_all_branches_and_their_sums(reading_room: Office) -> None:
    text = main_of(reading_room.client(Role.COMMITTEE), "/?period=2020-08")
    assert all(f">{short}</a>" in text for short in ("一支部", "二支部", "三支部", "四支部", "五支部"))
    assert "24/25" in text
    assert "缺 1 项" in text


def test_the_worst_branch_is_first(reading_room: Office) -> None:
    text = main_of(reading_room.client(Role.COMMITTEE), "/?period=2020-08")
    matrix = text.partition("<tbody>")[2]
    assert matrix.index(LACKING) < matrix.index(BRANCH)


def test_a_branch_sees_itself_alone(reading_room: Office) -> None:
    text = main_of(reading_room.client(Role.BRANCH, LACKING), "/?period=2020-08")
    assert "缺，去写" in re.sub(r'<span class="visually-hidden">.*?</span>', "", text)
    assert OTHER not in text
    assert ABOVE not in text


def test_a_branch_that_asks_for_another_finds_nothing(reading_room: Office) -> None:
    client = reading_room.client(Role.BRANCH, LACKING)
    assert client.get(f"/?unit={quote(OTHER)}").status_code == 404
    assert client.get(f"/?unit={quote('没有的支部')}").status_code == 404


def test_who_only_reads_is_not_asked_to_write(reading_room: Office) -> None:
    for role in (Role.READER, Role.COMMITTEE):
        assert "/records/new" not in main_of(reading_room.client(role), "/?period=2020-08")


def test_what_lacks_leads_to_a_new_record_of_the_kind_unit_and_day(reading_room: Office) -> None:
    text = main_of(reading_room.client(Role.BRANCH, LACKING), "/?period=2020-08")
    asked = addresses(text, "/records/new")
    assert {"unit": [LACKING], "kind": ["办实事"], "day": ["2020-08-31"]} in asked
    for each in asked:
        assert kind_called(each["kind"][0])


def test_what_is_done_leads_to_its_record(reading_room: Office) -> None:
    text = main_of(reading_room.client(Role.BRANCH, LACKING), "/?period=2020-08")
    assert {"id": [f"{LACKING}/2020/08/2020-08-10-主题党日"]} in addresses(text, "/record")


def test_what_is_overdue_says_for_how_many_days_and_what_comes_how_many_are_left(office: Office) -> None:
    office.service.moment = AUTUMN
    text = main_of(office.client(Role.BRANCH, LACKING), "/")
    assert "2020年9月，截至 2020-09-18" in text
    assert "逾期 18 天" in text
    assert "还有 12 天" in text


def test_months_before_and_after_are_a_link_away(reading_room: Office) -> None:
    text = main_of(reading_room.client(Role.COMMITTEE), "/?period=2020-08")
    assert {each["period"][0] for each in addresses(text, "/")} >= {"2020-07", "2020-09"}


def test_where_this_year_has_no_records_the_last_that_has_is_shown_and_said(office: Office) -> None:
    office.service.moment = datetime(2026, 11, 27, 9, tzinfo=UTC)
    text = main_of(office.client(Role.COMMITTEE), "/")
    assert "2026 年还没有记录，先显示最近有记录的 2020年12月" in text


@pytest.mark.parametrize("period", ["2020-13", "abc", "2020"])
def test_what_is_no_month_is_refused_and_says_how_to_write_it(reading_room: Office, period: str) -> None:
    answer = reading_room.client(Role.COMMITTEE).get(f"/?period={period}")
    assert answer.status_code == 422
    assert period in answer.text


def test_the_findings_are_counted_by_level_and_lead_to_them(reading_room: Office) -> None:
    text = main_of(reading_room.client(Role.COMMITTEE), "/?period=2020-08")
    assert "错误 0，警告 7，提示 0" in text
    assert addresses(text, "/findings")[0]["period"] == ["2020"]


def test_a_talk_is_among_the_last_records_only_for_who_may_read_it(reading_room: Office) -> None:
    for client, sees in (
        (reading_room.client(Role.BRANCH, BRANCH), False),
        (reading_room.client(Role.COMMITTEE), False),
        (reading_room.client(Role.BRANCH, BRANCH, confidential=True), True),
        (reading_room.client(Role.ADMIN), True),
    ):
        shown = [
            "谈话" in main_of(client, f"/?unit={quote(BRANCH)}&period=2020-{month:02}").partition("最近的记录")[2]
            for month in range(3, 13)
        ]
        assert any(shown) is sees


def test_a_workspace_without_branches_says_what_to_do(office: Office) -> None:
    office.client(Role.ADMIN)
    for path in sorted(office.service.root.glob("支部/*/单位.yaml")):
        path.unlink()
    office.service.library.touch()
    text = main_of(office.client(Role.ADMIN), "/")
    assert "还没有党支部" in text
    assert "没有可看的党支部" in main_of(office.client(Role.ADMIN), "/statistics")


def test_who_sees_an_organisation_alone_sees_its_records_and_its_ranking(reading_room: Office) -> None:
    client = reading_room.client(Role.READER, ABOVE)
    assert "只列它自己的记录" in main_of(client, "/")
    text = main_of(client, "/statistics")
    assert "没有可看的党支部" in text
    assert "考核赛马" in text


def test_what_somebody_just_changed_comes_first_with_the_name(office: Office) -> None:
    record = f"{LACKING}/2020/03/2020-03-10-主题党日"
    service = office.service
    stored = service.editor.read(service.library.workspace(), record)
    text = f"{stored.text.rstrip()}\n备注: 改过\n"
    service.editor.replace(service.library.workspace(), record, text, expected=stored.etag, by="张一", at=service.now())
    service.library.touch(LACKING)
    recent = main_of(office.client(Role.COMMITTEE), "/").partition("最近的记录")[2]
    assert "张一 修改" in recent.partition("</li>")[0]
    # Readers are not told what others did.
    assert "张一 修改" not in main_of(office.client(Role.READER), "/")


def test_who_may_not_write_talks_is_not_led_to_write_one(office: Office) -> None:
    office.service.moment = datetime(2021, 12, 20, 9, tzinfo=UTC)
    for confidential in (False, True):
        client = office.client(Role.BRANCH, BRANCH, confidential=confidential)
        asked = addresses(main_of(client, "/?period=2021-12"), "/records/new")
        assert asked
        assert any(each["kind"] == ["谈话"] for each in asked) is confidential


def test_each_link_to_write_opens_a_form(reading_room: Office) -> None:
    client = reading_room.client(Role.ADMIN)
    found = set(re.findall(r'href="(/records/new[^"]+)"', main_of(client, "/?period=2020-08")))
    assert len(found) > 3
    for address in found:
        assert client.get(address.replace("&amp;", "&")).status_code == 200
