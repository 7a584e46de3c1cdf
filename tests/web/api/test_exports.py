"""Exports for programs: who may start which, what they are told, which files they are given."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.web.exports.drawer import MISSING, TALK, done, ended, lacking, paper, running, unmade
from tests.web.office import ABOVE, BRANCH, NOW, OTHER, Office, open_office

from docgen.accounts import Role, Scope
from docgen.findings import Finding, Level, Place
from docgen.vocabulary.jobs import MISSING_FILES
from docgen.web.exports.delivery import folder
from docgen.web.jobs.gallery import PLACES
from docgen.web.jobs.queue import OWN, WAITING
from docgen.web.jobs.wish import Wish
from docgen.web.state.jobs import JobState, Progress

EXPORTS = "/api/v1/exports"
ALL, ONE = Wish("2020"), Wish("2020", (BRANCH,))
SECRET_GAP = Finding(
    "gap",
    Level.WARN,
    Place("支部/一支部/记录/2020/年度/2020-谈话.yaml", 3, 1),
    TALK,
    {"value": "内容", "kind": "谈话台账"},
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A service whose exports stand still: what is asked for waits."""
    opened = open_office(tmp_path)
    opened.service.jobs.end()
    yield opened
    opened.service.close()


def codes(answers: list[Any]) -> list[str]:
    return [answer.json()["type"].removeprefix("urn:docgen:") for answer in answers]


# ---- starting ----


def test_an_export_is_taken_in_and_told_where_to_ask_for_it(office: Office) -> None:
    answer = office.program(Role.COMMITTEE).post(
        EXPORTS, json={"period": "2020-q1".upper(), "kinds": ["会议纪要"], "formats": ["docx"], "final": True}
    )

    told = answer.json()
    assert answer.status_code == 202
    assert answer.headers["location"] == told["href"] == f"{EXPORTS}/{told['id']}"
    assert (told["state"], told["by"], told["count"], told["problem"]) == ("asked", "党委", None, None)
    assert told["request"] == {
        "period": "2020-Q1",
        "units": [],
        "kinds": ["minutes"],
        "formats": ["docx"],
        "final": True,
        "box": False,
        "sourced": False,
        "overwrite": False,
    }


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"period": "2020", "units": ["没有"]}, "unit-unknown"),
        ({"period": "2020", "kinds": ["没有"]}, "kind-unknown"),
        ({"period": "2020", "kinds": ["minutes"], "formats": ["xlsx"]}, "format-unknown"),
        ({"period": "昨天"}, "body-invalid"),
        ({"period": "2020", "formats": ["doc"]}, "body-invalid"),
        ({"period": "2020", "folder": "/etc"}, "body-invalid"),
        ({}, "body-invalid"),
    ],
)
def test_what_there_is_not_cannot_be_exported_and_nothing_waits(office: Office, asked: object, code: str) -> None:
    answer = office.program(Role.ADMIN).post(EXPORTS, json=asked)

    assert (answer.status_code in {404, 422}, codes([answer])) == (True, [code])
    assert office.service.jobs.book.jobs() == []


@pytest.mark.parametrize(
    ("role", "unit", "units", "status"),
    [
        (Role.ADMIN, None, [], 202),
        (Role.COMMITTEE, None, [], 202),
        (Role.COMMITTEE, None, [BRANCH, OTHER], 202),
        (Role.BRANCH, BRANCH, [BRANCH], 202),
        (Role.BRANCH, BRANCH, [OTHER], 404),
        (Role.BRANCH, BRANCH, [BRANCH, OTHER], 404),
        (Role.BRANCH, BRANCH, [ABOVE], 404),
        (Role.READER, None, [], 403),
        (Role.READER, None, [BRANCH], 403),
        (Role.READER, BRANCH, [BRANCH], 403),
    ],
)
def test_all_is_exported_by_those_who_publish_and_a_unit_by_its_branch_too(
    office: Office, role: Role, unit: str | None, units: list[str], status: int
) -> None:
    answer = office.program(role, unit).post(EXPORTS, json={"period": "2020", "units": units})

    assert answer.status_code == status


def test_a_branch_that_names_no_unit_means_its_own(office: Office) -> None:
    answer = office.program(Role.BRANCH, BRANCH).post(EXPORTS, json={"period": "2020"})

    assert answer.json()["request"]["units"] == [BRANCH]


def test_a_token_that_may_only_read_starts_nothing(office: Office) -> None:
    program = office.program(Role.BRANCH, BRANCH, scopes=(Scope.READ,))

    assert program.post(EXPORTS, json={"period": "2020"}).status_code == 403


def test_confidential_papers_are_exported_by_those_who_may_see_them(office: Office) -> None:
    asked = {"period": "2020", "units": [BRANCH], "kinds": ["talk-record"]}

    answers = [
        office.program(role, unit, confidential=cleared).post(EXPORTS, json=asked).status_code
        for role, unit, cleared in [
            (Role.ADMIN, None, False),
            (Role.COMMITTEE, None, False),
            (Role.BRANCH, BRANCH, False),
            (Role.BRANCH, BRANCH, True),
        ]
    ]

    assert answers == [202, 403, 403, 202]


def test_who_asks_for_the_same_again_is_told_of_the_export_that_waits(office: Office) -> None:
    program = office.program(Role.ADMIN)

    first, again = (program.post(EXPORTS, json={"period": "2020"}).json()["id"] for _ in range(2))

    assert first == again


def test_the_line_is_bounded_for_each_and_for_all(office: Office) -> None:
    program = office.program(Role.ADMIN)
    own = [program.post(EXPORTS, json={"period": f"2020-0{month}"}) for month in range(1, OWN + 2)]
    for number in range(WAITING - OWN):
        office.service.jobs.book.add(f"别人{number}", ALL.as_plain(), NOW)
    full = office.program(Role.COMMITTEE).post(EXPORTS, json={"period": "2020"})

    assert [answer.status_code for answer in own] == [202] * OWN + [429]
    assert (full.status_code, codes([own[-1], full])) == (503, ["exports-many", "exports-full"])
    assert int(full.headers["retry-after"]) > 0


# ---- looking ----


def test_somebody_sees_the_exports_of_units_that_they_may_read_and_no_others(office: Office) -> None:
    jobs = {
        name: running(office, wish).id
        for name, wish in {"all": ALL, "one": ONE, "other": Wish("2020", (OTHER,))}.items()
    }

    def seen(role: Role, unit: str | None = None) -> set[str]:
        program = office.program(role, unit)
        listed = {each["id"] for each in program.get(EXPORTS).json()["exports"]}
        assert listed == {id for id in jobs.values() if program.get(f"{EXPORTS}/{id}").status_code == 200}
        return {name for name, id in jobs.items() if id in listed}

    assert seen(Role.ADMIN) == seen(Role.COMMITTEE) == seen(Role.READER) == {"all", "one", "other"}
    assert seen(Role.BRANCH, BRANCH) == seen(Role.READER, BRANCH) == {"one"}
    assert seen(Role.BRANCH, OTHER) == {"other"}


def test_an_export_under_way_says_how_far_it_is_and_one_that_waits_how_many_are_before_it(office: Office) -> None:
    job = running(office, ALL)
    office.service.jobs.book.step(job.id, Progress(BRANCH, 3, 8, 412, 0.2, 25.0), NOW)
    program = office.program(Role.ADMIN)
    waits = program.post(EXPORTS, json={"period": "2021"}).json()

    told = program.get(f"{EXPORTS}/{job.id}").json()

    assert told["progress"] == {"unit": BRANCH, "done": 3, "total": 8, "files": 412, "rate": 0.2, "seconds": 25.0}
    assert (told["before"], waits["before"]) == (0, 1)


def test_a_finished_export_tells_how_its_papers_ended_by_kind_and_unit(office: Office) -> None:
    job = done(office, ALL, [paper(1), paper(2, OTHER), lacking(3, MISSING), unmade(4)])

    told = office.program(Role.ADMIN).get(f"{EXPORTS}/{job.id}").json()

    assert told["count"] == {"name": "", "label": "合计", "ok": 2, "gaps": 1, "failed": 1}
    assert told["kinds"] == [{"name": "minutes", "label": "会议纪要", "ok": 2, "gaps": 1, "failed": 1}]
    assert [(each["name"], each["ok"]) for each in told["units"]] == [(BRANCH, 1), (OTHER, 1)]


def test_outcomes_are_paged_and_sifted_and_name_the_record_to_mend(office: Office) -> None:
    job = done(office, ALL, [paper(1), lacking(2, MISSING), unmade(3), paper(4)])
    program = office.program(Role.ADMIN)

    def asked(query: str) -> Any:
        return program.get(f"{EXPORTS}/{job.id}/outcomes?{query}").json()

    pages = [asked("size=3"), asked("size=3&page=2"), asked("size=3&page=9")]
    assert [[each["number"] for each in page["outcomes"]] for page in pages] == [[1, 2, 3], [4], []]
    assert {page["total"] for page in pages} == {4}
    (gap,) = asked("show=gaps")["outcomes"]
    assert (gap["record"], gap["findings"][0]["message"]) == (MISSING.subject, "会议纪要缺少“地点”。")
    (failed,) = asked("show=failed")["outcomes"]
    assert (failed["file"], failed["error"], failed["hint"]) == (None, "模板第3行有错。", "改好模板。")


def test_what_is_confidential_is_told_to_those_who_may_see_it_alone(office: Office) -> None:
    job = done(
        office, ONE, [paper(1), paper(2, kind="talk-record", confidential=True), lacking(3, MISSING, SECRET_GAP)]
    )

    def seen(role: Role, unit: str | None = None, *, confidential: bool = False) -> tuple[int, list[int], int, int]:
        program = office.program(role, unit, confidential=confidential)
        told = program.get(f"{EXPORTS}/{job.id}").json()
        outcomes = program.get(f"{EXPORTS}/{job.id}/outcomes").json()["outcomes"]
        file = program.get(f"{EXPORTS}/{job.id}/download?number=2").status_code
        return told["count"]["ok"], [each["number"] for each in outcomes], len(outcomes[-1]["findings"]), file

    assert seen(Role.ADMIN) == seen(Role.BRANCH, BRANCH, confidential=True) == (2, [1, 2, 3], 2, 200)
    assert seen(Role.COMMITTEE) == seen(Role.BRANCH, BRANCH) == seen(Role.READER) == (1, [1, 3], 1, 404)


# ---- following ----


def events(text: str) -> list[tuple[str, dict[str, Any]]]:
    told = []
    for block in filter(None, text.split("\n\n")):
        lines = dict(line.split(": ", 1) for line in block.splitlines())
        told.append((lines["event"], json.loads(lines["data"])))
    return told


def test_the_events_of_an_export_end_with_it_and_go_on_where_a_listener_was_cut_off(office: Office) -> None:
    job = running(office, ALL)
    office.service.jobs.book.step(job.id, Progress(BRANCH, 1, 2), NOW)
    ended(office, job, JobState.DONE)
    program = office.program(Role.ADMIN)

    whole = program.get(f"{EXPORTS}/{job.id}/events")
    rest = program.get(f"{EXPORTS}/{job.id}/events", headers={"last-event-id": "3"})

    assert whole.headers["content-type"].startswith("text/event-stream")
    assert [(name, data.get("state")) for name, data in events(whole.text)] == [
        ("state", "asked"),
        ("state", "running"),
        ("progress", None),
        ("state", "done"),
        ("ended", "done"),
    ]
    assert [name for name, _ in events(rest.text)] == ["state", "ended"]


def test_a_service_that_is_about_to_end_lets_listeners_go_without_saying_that_the_export_ended(office: Office) -> None:
    job = running(office, ALL)

    told = events(office.program(Role.ADMIN).get(f"{EXPORTS}/{job.id}/events").text)

    assert [name for name, _ in told] == ["state", "state"]


def test_no_more_follow_than_there_are_places(office: Office) -> None:
    job = running(office, ALL)
    gallery = office.service.jobs.gallery
    gallery._taken = PLACES

    answer = office.program(Role.ADMIN).get(f"{EXPORTS}/{job.id}/events")

    assert (answer.status_code, codes([answer])) == (503, ["busy"])


def test_an_export_that_somebody_may_not_see_cannot_be_followed(office: Office) -> None:
    job = running(office, ALL)

    assert office.program(Role.BRANCH, BRANCH).get(f"{EXPORTS}/{job.id}/events").status_code == 404


# ---- cancelling, going on ----


def test_an_export_is_cancelled_and_goes_on_by_those_who_may_start_it(office: Office) -> None:
    job = running(office, ALL)
    waits = office.program(Role.ADMIN).post(EXPORTS, json={"period": "2021"}).json()
    committee = office.program(Role.COMMITTEE)

    answers = [committee.post(f"{EXPORTS}/{id}/cancel").json() for id in (job.id, waits["id"])]
    again = committee.post(f"{EXPORTS}/{waits['id']}/resume").json()

    assert [(each["state"], each["stopping"]) for each in answers] == [("running", True), ("cancelled", False)]
    assert again["state"] == "asked"
    for verb in ("cancel", "resume"):
        assert office.program(Role.READER).post(f"{EXPORTS}/{job.id}/{verb}").status_code == 403
        assert office.program(Role.BRANCH, BRANCH).post(f"{EXPORTS}/{job.id}/{verb}").status_code == 404


def test_whoever_exports_a_unit_may_end_what_they_may_not_start_there(office: Office) -> None:
    job = running(office, Wish("2020", (BRANCH,), ("talk-record",)))
    branch = office.program(Role.BRANCH, BRANCH)

    assert branch.post(f"{EXPORTS}/{job.id}/cancel").status_code == 202
    ended(office, job, JobState.CANCELLED)
    assert branch.post(f"{EXPORTS}/{job.id}/resume").status_code == 403


def test_what_has_ended_is_not_cancelled_and_what_is_done_does_not_go_on(office: Office) -> None:
    job = done(office, ONE, [paper(1)])
    program = office.program(Role.ADMIN)

    answers = [program.post(f"{EXPORTS}/{job.id}/{verb}") for verb in ("cancel", "resume")]

    assert [answer.status_code for answer in answers] == [409, 409]
    assert codes(answers) == ["export-ended", "export-not-resumable"]


# ---- taking away ----


def names(content: bytes) -> list[str]:
    return zipfile.ZipFile(io.BytesIO(content)).namelist()


def test_one_file_those_of_a_unit_or_all_are_taken_away(office: Office) -> None:
    job = done(office, ALL, [paper(1), paper(2, OTHER), unmade(3)])
    program = office.program(Role.READER)

    one, unit, whole = (
        program.get(f"{EXPORTS}/{job.id}/download{query}") for query in ("?number=2", f"?unit={BRANCH}", "")
    )

    assert one.content == "第2份".encode()
    assert "2.docx" in one.headers["content-disposition"]
    assert names(unit.content) == ["一支部/minutes/1.docx"]
    assert names(whole.content) == ["一支部/minutes/1.docx", "二支部/minutes/2.docx"]
    assert zipfile.ZipFile(io.BytesIO(whole.content)).read("二支部/minutes/2.docx") == "第2份".encode()
    assert whole.headers["content-type"] == "application/zip"


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ("number=9", 404, "not-found"),
        ("number=3", 404, "export-paper-unmade"),
        ("number=0", 422, "body-invalid"),
        ("number=99999999999999999999", 422, "body-invalid"),
        ("unit=../../etc", 404, "not-found"),
        ("unit=三支部", 404, "not-found"),
    ],
)
def test_what_an_export_did_not_make_is_not_given(office: Office, query: str, status: int, code: str) -> None:
    job = done(office, ALL, [paper(1), paper(2, OTHER), unmade(3)])

    answer = office.program(Role.ADMIN).get(f"{EXPORTS}/{job.id}/download?{query}")

    assert (answer.status_code, codes([answer])) == (status, [code])


def test_files_that_are_gone_are_named_in_the_zip_and_where_all_are_gone_that_is_said(office: Office) -> None:
    job = done(office, ALL, [paper(1), paper(2, OTHER)])
    out = folder(office.service.root, "2020")
    (out / paper(1).path).unlink()
    program = office.program(Role.ADMIN)

    part = zipfile.ZipFile(io.BytesIO(program.get(f"{EXPORTS}/{job.id}/download").content))
    one = program.get(f"{EXPORTS}/{job.id}/download?number=1")
    (out / paper(2, OTHER).path).unlink()
    none = program.get(f"{EXPORTS}/{job.id}/download")

    assert part.namelist() == [paper(2, OTHER).path, MISSING_FILES]
    assert paper(1).path in part.read(MISSING_FILES).decode()
    assert [each.status_code for each in (one, none)] == [410, 410]


def test_a_file_that_another_export_put_there_is_not_given_to_those_who_may_not_see_all(office: Office) -> None:
    job = done(office, ALL, [paper(1, kind="archive-index")])
    (folder(office.service.root, "2020") / paper(1, kind="archive-index").path).write_text("有谈话的目录")

    answers = [
        office.program(role).get(f"{EXPORTS}/{job.id}/download?number=1") for role in (Role.ADMIN, Role.COMMITTEE)
    ]

    assert [answer.status_code for answer in answers] == [200, 410]


def test_a_link_that_leads_out_of_the_folder_is_not_followed(office: Office, tmp_path: Path) -> None:
    job = done(office, ALL, [paper(1)])
    path = folder(office.service.root, "2020") / paper(1).path
    path.unlink()
    (tmp_path / "秘密.txt").write_text("秘密")
    path.symlink_to(tmp_path / "秘密.txt")

    assert office.program(Role.ADMIN).get(f"{EXPORTS}/{job.id}/download?number=1").status_code == 410


def test_an_export_that_is_not_done_has_nothing_to_take_away(office: Office) -> None:
    job = running(office, ALL)

    answer = office.program(Role.ADMIN).get(f"{EXPORTS}/{job.id}/download")

    assert (answer.status_code, codes([answer])) == (409, ["export-unfinished"])
