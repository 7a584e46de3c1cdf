"""The pages of exports: what can be chosen, an export under way, what came of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests.web.exports.drawer import MISSING, done, ended, lacking, paper, running, unmade
from tests.web.office import BRANCH, NOW, OTHER, Office, csrf, open_office

from docgen.accounts import Role
from docgen.documents import KINDS
from docgen.vocabulary.jobs import KIND_GROUPS, STATES
from docgen.web.jobs.wish import Wish, wish_of
from docgen.web.state.jobs import JobState, Progress

ALL, ONE = Wish("2020"), Wish("2020", (BRANCH,))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A service whose exports stand still: what is asked for waits."""
    opened = open_office(tmp_path)
    opened.service.jobs.end()
    yield opened
    opened.service.close()


def boxes(text: str, name: str) -> list[str]:
    return re.findall(rf'<input type="(?:checkbox|hidden)" name="{name}" value="([^"]+)"', text)


# ---- choosing ----


def test_the_last_year_that_has_run_is_chosen_at_first_and_one_that_has_just_begun_is_offered(office: Office) -> None:
    text = office.client(Role.ADMIN).get("/exports").text
    office.service.moment = NOW + timedelta(days=60)
    later = office.client(Role.ADMIN).get("/exports").text

    assert re.findall(r"<option( selected)?>(\d{4})</option>", text) == [(" selected", "2020")]
    assert re.findall(r"<option( selected)?>(\d{4})</option>", later) == [("", "2021"), (" selected", "2020")]


def test_whoever_publishes_chooses_among_all_units_and_a_branch_is_told_that_it_is_its_own(office: Office) -> None:
    committee = office.client(Role.COMMITTEE).get("/exports").text
    branch = office.client(Role.BRANCH, BRANCH).get("/exports").text

    assert boxes(committee, "unit") == list(office.service.library.workspace().units)
    assert boxes(branch, "unit") == [BRANCH]
    assert OTHER not in branch


def test_a_reader_sees_exports_and_is_told_that_they_cannot_start_one(office: Office) -> None:
    job = done(office, ALL, [paper(1)])

    text = office.client(Role.READER).get("/exports").text

    assert "开始导出" not in text
    assert "不能新建导出" in text
    assert job.id in text


def test_where_there_was_no_export_the_page_says_what_to_do(office: Office) -> None:
    assert "还没有导出过" in office.client(Role.ADMIN).get("/exports").text


def test_every_kind_can_be_chosen_and_stands_in_one_group(office: Office) -> None:
    chosen = boxes(office.client(Role.ADMIN).get("/exports").text, "kind")

    grouped = [name for _, names in KIND_GROUPS for name in names]
    assert sorted(chosen) == sorted(grouped) == sorted(kind.name for kind in KINDS if not kind.binds)


def test_confidential_kinds_are_offered_to_those_who_may_see_them(office: Office) -> None:
    offered = [
        "talk-record" in boxes(office.client(role, unit, confidential=cleared).get("/exports").text, "kind")
        for role, unit, cleared in [
            (Role.ADMIN, None, False),
            (Role.COMMITTEE, None, False),
            (Role.BRANCH, BRANCH, False),
            (Role.BRANCH, BRANCH, True),
        ]
    ]

    assert offered == [True, False, False, True]


def test_what_is_chosen_becomes_an_export_that_is_shown(office: Office) -> None:
    client = office.client(Role.ADMIN)

    answer = client.post(
        "/exports",
        data={
            "year": "2020",
            "part": "Q2",
            "unit": [OTHER, BRANCH],
            "kind": "minutes",
            "format": "docx",
            "box": "true",
        },
        headers=csrf(client),
    )

    (job,) = office.service.jobs.book.jobs()
    assert (answer.status_code, answer.headers["location"]) == (303, f"/exports/job?id={job.id}")
    assert wish_of(job.request) == Wish("2020-Q2", (BRANCH, OTHER), ("minutes",), ("docx",), box=True)


def test_what_does_not_fit_is_said_above_the_form_and_what_was_chosen_stays_chosen(office: Office) -> None:
    client = office.client(Role.ADMIN)

    answer = client.post(
        "/exports",
        data={"year": "2020", "part": "03", "kind": "minutes", "format": "xlsx", "final": "true"},
        headers=csrf(client),
    )

    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    for chosen in (
        'value="xlsx" checked',
        'value="minutes" checked',
        'name="final" value="true" checked',
        '"03" selected',
    ):
        assert chosen in answer.text
    assert office.service.jobs.book.jobs() == []


def test_a_form_without_the_token_of_its_session_starts_nothing(office: Office) -> None:
    answer = office.client(Role.ADMIN).post("/exports", data={"year": "2020"})

    assert answer.status_code == 403
    assert office.service.jobs.book.jobs() == []


def test_an_earlier_export_can_be_chosen_again(office: Office) -> None:
    job = done(office, Wish("2020-Q1", (OTHER,), ("minutes",), ("pdf",)), [paper(1, OTHER)])

    text = office.client(Role.ADMIN).get(f"/exports?like={job.id}").text

    for chosen in ('value="Q1" selected', 'value="二支部" checked', 'value="minutes" checked', 'value="pdf" checked'):
        assert chosen in text


# ---- watching ----


def test_an_export_under_way_shows_how_far_it_is_with_and_without_script(office: Office) -> None:
    job = running(office, ALL)
    office.service.jobs.book.step(job.id, Progress(BRANCH, 3, 8, 412, 0.2, 25.0), NOW)

    text = office.client(Role.ADMIN).get(f"/exports/job?id={job.id}").text

    for said in ("3 / 8", "已有 412 个文件", f"刚做完 {BRANCH}", "还要约 25 秒", 'max="8" value="3"', "取消导出"):
        assert said in text
    assert f'sse-connect="/exports/events?id={job.id}"' in text
    assert '<noscript><meta http-equiv="refresh" content="5"></noscript>' in text


def test_an_export_that_waits_says_how_many_are_before_it(office: Office) -> None:
    running(office, ALL)
    client = office.client(Role.BRANCH, BRANCH)
    where = client.post("/exports", data={"year": "2020"}, headers=csrf(client)).headers["location"]

    assert "前面还有 1 个导出" in client.get(where).text


def test_the_events_of_a_page_are_pieces_of_it(office: Office) -> None:
    job = running(office, ALL)
    office.service.jobs.book.step(job.id, Progress(BRANCH, 8, 8, 412), NOW)
    ended(office, job, JobState.DONE)

    text = office.client(Role.ADMIN).get(f"/exports/events?id={job.id}").text

    assert text.startswith("event: state\n")
    assert "data: <progress" in text
    assert text.rstrip().endswith('event: ended\ndata: {"state": "done"}')


def test_when_an_export_has_ended_htmx_is_given_the_part_that_changes(office: Office) -> None:
    job = done(office, ALL, [paper(1)])
    client = office.client(Role.ADMIN)

    part = client.get(f"/exports/job?id={job.id}", headers={"hx-request": "true"}).text

    assert part.lstrip().startswith('<div id="job">')
    assert "<html" not in part


@pytest.mark.parametrize("state", [JobState.INTERRUPTED, JobState.CANCELLED, JobState.FAILED])
def test_an_export_that_was_not_finished_says_so_and_offers_to_go_on(office: Office, state: JobState) -> None:
    problem = {"title": "这个期间没有材料：2020。", "detail": "换一个期间。", "findings": []}
    job = ended(office, running(office, ALL), state, {"problem": problem} if state is JobState.FAILED else {})
    client = office.client(Role.ADMIN)

    text = client.get(f"/exports/job?id={job.id}").text
    answer = client.post("/exports/resume", data={"id": job.id}, headers=csrf(client))

    assert STATES[state] in text
    assert ("换一个期间。" in text) is (state is JobState.FAILED)
    assert answer.status_code == 303
    assert [each.state for each in office.service.jobs.book.jobs()] == [JobState.ASKED]


def test_an_export_is_cancelled_from_its_page(office: Office) -> None:
    job = running(office, ALL)
    client = office.client(Role.COMMITTEE)

    answer = client.post("/exports/cancel", data={"id": job.id}, headers=csrf(client))

    assert answer.headers["location"] == f"/exports/job?id={job.id}"
    assert "正在取消" in client.get(answer.headers["location"]).text


def test_somebody_who_may_only_look_is_offered_nothing_that_changes_an_export(office: Office) -> None:
    under_way, stopped = running(office, ALL), ended(office, running(office, ALL), JobState.INTERRUPTED)
    client = office.client(Role.READER)

    texts = [client.get(f"/exports/job?id={job.id}").text for job in (under_way, stopped)]

    assert "取消导出" not in texts[0]
    assert "/exports/resume" not in texts[1]
    for verb in ("cancel", "resume"):
        assert client.post(f"/exports/{verb}", data={"id": under_way.id}, headers=csrf(client)).status_code == 403


# ---- what came of it ----


def test_what_is_lacking_leads_to_the_field_and_what_was_not_made_says_why(office: Office) -> None:
    job = done(office, ALL, [paper(1), lacking(2, MISSING), unmade(3)])
    client = office.client(Role.ADMIN)

    first = client.get(f"/exports/job?id={job.id}").text
    gaps = client.get(f"/exports/job?id={job.id}&show=gaps").text

    assert "模板第3行有错。" in first
    assert "材料2" not in first
    assert re.search(r'<a href="/record\?id=[^"]+#f-[^"]+" title="[^"]*">地点</a>', gaps)
    for said in ("没有做成 1", "有缺项 1", "全部 3"):
        assert said in first


def test_the_formats_of_one_paper_stand_in_one_row(office: Office) -> None:
    job = done(office, ONE, [paper(1), paper(2, format="pdf"), paper(3, kind="resolution")])

    text = office.client(Role.BRANCH, BRANCH).get(f"/exports/job?id={job.id}&show=all").text

    assert text.count('<td data-label="材料">') == 2
    assert [f"number={number}" in text for number in (1, 2, 3)] == [True, True, True]


def test_files_are_taken_away_from_the_page(office: Office) -> None:
    job = done(office, ONE, [paper(1)])
    client = office.client(Role.BRANCH, BRANCH)

    one, whole = (client.get(f"/exports/download?id={job.id}{query}") for query in ("&number=1", ""))

    assert one.content == "第1份".encode()
    assert whole.headers["content-type"] == "application/zip"


def test_another_branch_sees_nothing_of_an_export(office: Office) -> None:
    job = done(office, ONE, [paper(1)])
    client = office.client(Role.BRANCH, OTHER)

    answers = [client.get(f"/exports/{place}?id={job.id}") for place in ("job", "events", "download")]

    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert job.id not in client.get("/exports").text
