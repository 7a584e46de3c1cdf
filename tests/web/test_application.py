"""The real application: what it says of requests that fit no route, or are too large."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from starlette.types import Message

from docgen.web.application import create_application
from docgen.web.options import Bounds, Options
from docgen.web.service import Service

SAMPLES = Path(__file__).parents[2] / "samples"
JSON = {"accept": "application/json"}


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    root = tmp_path / "工作区"
    shutil.copytree(SAMPLES, root, ignore=shutil.ignore_patterns(".docgen", "broken"))
    service = Service(root, Options(bounds=Bounds(body=1000)))
    with TestClient(create_application(service), base_url="http://127.0.0.1:8765", follow_redirects=False) as client:
        yield client


def form(size: int) -> dict[str, str]:
    return {"name": "x" * size}


def test_a_body_beyond_the_bound_is_refused_announced_or_not(client: TestClient) -> None:
    def unannounced() -> Iterator[bytes]:
        yield from [b"name=" + b"x" * 600] * 2

    kind = {"content-type": "application/x-www-form-urlencoded"}
    for content in (b"name=" + b"x" * 1001, unannounced()):
        answer = client.post("/login", content=content, headers={**kind, **JSON})
        assert answer.status_code == 413
        assert answer.json()["type"] == "urn:docgen:body-large"
    assert client.post("/login", data=form(900)).status_code == 401


@pytest.mark.parametrize("length", ["x", "-1", "9" * 30, "1e9"])
def test_a_length_that_is_none_is_no_fault_of_the_service(client: TestClient, length: str) -> None:
    answer = client.post("/login", content=b"name=x", headers={"content-length": length})
    assert answer.status_code in {401, 413, 422}


def test_what_fits_no_route_is_told_in_words_with_what_to_do(client: TestClient) -> None:
    none, wrong = client.get("/api/v1/none"), client.put("/api/v1/version")
    assert (none.status_code, none.json()["type"]) == (404, "urn:docgen:not-found")
    assert (wrong.status_code, wrong.headers["allow"]) == (405, "GET")
    page = client.get("/none")
    assert (page.status_code, "text/html" in page.headers["content-type"]) == (404, True)
    assert "回工作台" in page.text


def test_styles_and_scripts_are_asked_for_once_and_nothing_else_is_served_there(client: TestClient) -> None:
    assert "immutable" in client.get("/static/site.css?1").headers["cache-control"]
    assert client.get("/static/toast.js").headers["cache-control"] == "no-cache"
    for path in ("/static/../application.py", "/static/%2e%2e/application.py", "/static//etc/passwd", "/static/"):
        assert client.get(path).status_code == 404, path


def test_a_browser_that_leaves_off_asking_is_no_fault(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    sent: list[Message] = []
    kind = (b"content-type", b"application/x-www-form-urlencoded")
    headers = [(b"host", b"127.0.0.1:8765"), kind]
    scope = {"type": "http", "method": "POST", "path": "/logout", "headers": headers, "query_string": b""}
    scope |= {"http_version": "1.1", "scheme": "http", "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 8765)}

    async def gone() -> Message:
        return {"type": "http.disconnect"}

    async def hear(message: Message) -> None:
        sent.append(message)

    asyncio.run(client.app(scope, gone, hear))  # type: ignore[arg-type]
    assert [each["status"] for each in sent if each["type"] == "http.response.start"] == [400]
    assert not caplog.records
