"""The service about itself: health, version, who asks, figures for a monitor, its description as data and as a page."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from tests.web.office import BRANCH, Office, TestClient

from docgen.accounts import Role, Scope
from docgen.version import __version__
from docgen.web.api.answers import ALWAYS

CHINESE = re.compile("[\u4e00-\u9fff]")
NO_BODY = {"304", "204"}


@pytest.fixture(scope="module")
def described(reading_room: Office) -> dict[str, Any]:
    found: dict[str, Any] = reading_room.program(Role.ADMIN).get("/api/v1/openapi.json").json()
    return found


def operations(described: dict[str, Any]) -> list[dict[str, Any]]:
    return [each for methods in described["paths"].values() for each in methods.values()]


def test_the_service_says_that_it_is_well_without_asking_who_asks(office: Office) -> None:
    office.account(Role.ADMIN)
    answer = office.client().get("/api/v1/health")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


def test_a_workspace_that_cannot_be_read_is_no_good_health(office: Office) -> None:
    (office.service.root / "docgen.yaml").write_text("名称: [", "utf-8")
    office.service.library.touch()
    answer = office.client().get("/api/v1/health")
    assert (answer.status_code, answer.json()["type"]) == (503, "urn:docgen:settings-unreadable")


def test_a_program_learns_the_version_and_what_its_token_may(reading_room: Office) -> None:
    reader = reading_room.program(Role.BRANCH, BRANCH, scopes=(Scope.READ,))
    assert reader.get("/api/v1/version").json() == {"name": "docgen", "version": __version__}
    assert reader.get("/api/v1/me").json() == {
        "name": "支部一支部",
        "role": "支部",
        "unit": BRANCH,
        "actions": ["read", "render"],
    }


def test_a_monitor_reads_requests_by_route_and_papers_by_kind(office: Office) -> None:
    admin = office.program(Role.ADMIN)
    admin.get("/api/v1/records", params={"unit": BRANCH})
    admin.get("/api/v1/record", params={"id": f"{BRANCH}/没有"})
    admin.get("/api/v1/render", params={"subject": f"{BRANCH}/2020-03-12-支委会", "kind": "minutes"})
    admin.get("/keine-seite")
    answer = admin.get("/api/v1/metrics")
    lines = answer.text.splitlines()
    assert answer.headers["content-type"].startswith("text/plain")
    for expected in (
        'docgen_requests_total{method="GET",route="/api/v1/records",status="200"} 1.0',
        'docgen_requests_total{method="GET",route="/api/v1/record",status="404"} 1.0',
        'docgen_requests_total{method="GET",route="none",status="404"} 1.0',
        'docgen_request_seconds_count{route="/api/v1/records"} 1.0',
        'docgen_papers_total{format="docx",kind="minutes",status="ok"} 1.0',
    ):
        assert expected in lines
    assert BRANCH not in answer.text


def test_two_services_of_one_process_share_no_figures(office: Office, reading_room: Office) -> None:
    office.client().get("/only-here")
    assert b"only-here" not in reading_room.service.measures.text()
    assert office.service.measures.text() != reading_room.service.measures.text()


def test_every_route_of_the_description_says_what_it_is_in_chinese(described: dict[str, Any]) -> None:
    assert len(operations(described)) > 25
    for each in operations(described):
        assert CHINESE.search(each["summary"]), each["operationId"]
        assert CHINESE.search(each["description"]), each["operationId"]
        assert each["tags"][0] in {tag["name"] for tag in described["tags"]}
        assert re.fullmatch("[a-z][A-Za-z]+", each["operationId"])


def test_every_parameter_and_every_key_is_described(described: dict[str, Any]) -> None:
    for each in operations(described):
        for parameter in each.get("parameters", []):
            assert CHINESE.search(parameter.get("description", "")), (each["operationId"], parameter["name"])
    for name, schema in described["components"]["schemas"].items():
        if name.startswith("Body_"):
            continue
        for key, field in schema.get("properties", {}).items():
            assert CHINESE.search(field.get("description", "")), (name, key)


def test_every_refusal_is_declared_as_a_problem(described: dict[str, Any]) -> None:
    for each in operations(described):
        statuses = {int(status) for status in each["responses"]}
        assert set(ALWAYS) <= statuses, each["operationId"]
        for status, answer in each["responses"].items():
            if int(status) >= 400:
                assert list(answer["content"]) == ["application/problem+json"], each["operationId"]
            elif status not in NO_BODY:
                assert answer.get("content"), each["operationId"]


def test_the_description_says_how_one_says_who_one_is(described: dict[str, Any]) -> None:
    assert described["components"]["securitySchemes"]["token"]["scheme"] == "bearer"
    assert described["security"] == [{"token": []}]
    assert described["paths"]["/api/v1/health"]["get"]["security"] == []


class Page(HTMLParser):
    """What a page points to, and what is marked in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.ids.add(named.get("id") or "")
        if tag == "a":
            self.links.add(named.get("href") or "")


def test_the_page_of_the_description_has_every_route_and_every_link_leads_somewhere(
    reading_room: Office, described: dict[str, Any]
) -> None:
    client: TestClient = reading_room.client(Role.READER)
    answer = client.get("/api/v1/docs")
    page = Page(answer.text)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert {each["operationId"] for each in operations(described)} <= page.ids
    assert {link.removeprefix("#") for link in page.links if link.startswith("#")} <= page.ids
    assert "Successful Response" not in answer.text
