"""What is refused before anything is done, and the headers of every answer."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI, Request
from httpx2 import Response
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.testclient import TestClient

from docgen.web.bounds import Gate
from docgen.web.headers import PREVIEW_POLICY, SecurityHeaders
from docgen.web.options import Bounds, Options

BOUNDS = Bounds(requests=2)


def application(options: Options) -> FastAPI:
    """A small application behind the real gate."""
    app = FastAPI(middleware=[Middleware(SecurityHeaders), Middleware(Gate, options=options)])
    app.state.waiting = threading.Barrier(3)
    app.state.over = threading.Event()

    @app.post("/api/v1/size")
    async def size(request: Request) -> int:
        return len(await request.body())

    @app.get("/api/v1/wait")
    def wait() -> str:
        app.state.waiting.wait(10)
        app.state.over.wait(10)
        return "done"

    @app.get("/preview")
    def preview() -> HTMLResponse:
        return HTMLResponse("", headers={"content-security-policy": PREVIEW_POLICY})

    return app


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(application(Options(bounds=BOUNDS)), base_url="http://127.0.0.1:8765") as client:
        yield client


def code_of(answer: Response) -> str:
    told: dict[str, str] = answer.json()
    return told["type"].rpartition(":")[2]


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "[", "192.0.2.1"])
def test_an_unknown_host_is_refused(client: TestClient, host: str) -> None:
    answer = client.post("/api/v1/size", headers={"host": host})
    assert (answer.status_code, code_of(answer)) == (400, "host-wrong")


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost", "[::1]:8765", "LOCALHOST:1"])
def test_this_machine_may_be_called_by_all_its_names(client: TestClient, host: str) -> None:
    assert client.post("/api/v1/size", headers={"host": host}).status_code == 200


def test_behind_a_proxy_the_names_that_were_given_count() -> None:
    open_to_all = TestClient(application(Options(host="0.0.0.0", bounds=BOUNDS)))  # noqa: S104 - what one would write
    assert open_to_all.post("/api/v1/size", headers={"host": "any.example"}).status_code == 200
    named = TestClient(application(Options(host="0.0.0.0", hosts=("docgen.example",), bounds=BOUNDS)))  # noqa: S104
    assert named.post("/api/v1/size", headers={"host": "any.example"}).status_code == 400
    assert named.post("/api/v1/size", headers={"host": "docgen.example"}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://127.0.0.1.evil.example:8765"},
    ],
)
def test_a_change_asked_for_by_another_site_is_refused(client: TestClient, headers: dict[str, str]) -> None:
    answer = client.post("/api/v1/size", headers=headers)
    assert (answer.status_code, code_of(answer)) == (403, "cross-site")


def test_a_change_asked_for_by_its_own_page_is_not(client: TestClient) -> None:
    own = {"origin": "http://127.0.0.1:8765", "sec-fetch-site": "same-origin"}
    assert client.post("/api/v1/size", headers=own).status_code == 200


def test_beyond_so_many_at_once_one_is_sent_away_with_a_word_when_to_come_again() -> None:
    app = application(Options(bounds=BOUNDS))
    with TestClient(app, base_url="http://127.0.0.1:8765") as client:
        under_way = [threading.Thread(target=client.get, args=("/api/v1/wait",)) for _ in range(2)]
        for thread in under_way:
            thread.start()
        app.state.waiting.wait(10)
        refused = client.get("/api/v1/size")
        app.state.over.set()
        for thread in under_way:
            thread.join()
        assert (refused.status_code, code_of(refused)) == (503, "busy")
        assert int(refused.headers["retry-after"]) > 0
        assert client.post("/api/v1/size").status_code == 200


def test_every_answer_has_the_headers_and_a_preview_its_own_policy(client: TestClient) -> None:
    answers = [client.post("/api/v1/size"), client.get("/none"), client.get("/preview", headers={"host": "evil"})]
    for answer in answers:
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "unsafe" not in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
    assert client.get("/preview").headers["content-security-policy"] == PREVIEW_POLICY


@pytest.mark.parametrize("path", ["/", "/preview"])
def test_an_encrypted_connection_stays_one(client: TestClient, path: str) -> None:
    assert "strict-transport-security" not in client.get(path).headers
    assert client.get(f"https://127.0.0.1:8765{path}").headers["strict-transport-security"]


def test_the_checkout_has_no_script_or_style_inside_its_pages() -> None:
    site = Path(__file__).parents[2] / "src" / "docgen" / "web" / "site"
    pages = list(site.rglob("*.html"))
    assert pages
    for page in pages:
        if page.name == "no-paper.html":
            # Shown in the place of a paper, under the policy of papers.
            continue
        text = page.read_text("utf-8")
        assert "<style" not in text, page
        assert " style=" not in text, page
        assert " onclick=" not in text, page
        assert "http://" not in text, page
        assert "https://" not in text, page
