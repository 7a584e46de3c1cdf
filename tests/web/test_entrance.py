"""Logging in and out, and what a browser or a program without a right is told."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from docgen.accounts import Account, Role
from docgen.errors import UsageError
from docgen.web.application import create_application
from docgen.web.identity.sessions import COOKIE
from docgen.web.options import Options
from docgen.web.service import Service
from docgen.web.serving import serve

SAMPLES = Path(__file__).parents[2] / "samples"
NAME, PASSWORD = "张一", "correct-horse-battery"
HOME = "http://127.0.0.1:8765"


@pytest.fixture
def service(tmp_path: Path) -> Service:
    root = tmp_path / "工作区"
    shutil.copytree(SAMPLES, root, ignore=shutil.ignore_patterns(".docgen", "broken"))
    return Service(root, Options())


@pytest.fixture
def client(service: Service) -> Iterator[TestClient]:
    with TestClient(create_application(service), base_url=HOME, follow_redirects=False) as client:
        yield client


@pytest.fixture
def account(service: Service) -> str:
    at = datetime.now(UTC) - timedelta(minutes=1)
    service.accounts.add(
        Account(name=NAME, role=Role.ADMIN, unit=None, confidential=False, disabled=False, changed=at), PASSWORD
    )
    return NAME


def log_in(client: TestClient, password: str = PASSWORD, onward: str = "/records") -> int:
    return client.post("/login", data={"name": NAME, "password": password, "next": onward}).status_code


def test_without_accounts_this_machine_is_the_administrator(client: TestClient) -> None:
    assert client.get("/api/v1/version").status_code == 200
    assert client.get("/login").headers["location"] == "/"


@pytest.mark.parametrize("header", ["x-forwarded-for", "forwarded", "via", "x-real-ip"])
def test_without_accounts_nobody_comes_in_by_a_proxy(client: TestClient, header: str) -> None:
    assert client.get("/api/v1/version", headers={header: "192.0.2.7"}).status_code == 403


def test_without_accounts_nobody_is_served_behind_a_proxy_or_beyond_this_machine(service: Service) -> None:
    for options in (Options(host="192.0.2.1"), Options(proxies=("127.0.0.1",)), Options(hosts=("docgen.example",))):
        with pytest.raises(UsageError, match="serve-open"):
            serve(Service(service.root, options), print)


@pytest.mark.usefixtures("account")
class TestWithAccounts:
    """Once there is an account, everybody needs one."""

    def test_a_browser_is_sent_to_the_login_and_back(self, client: TestClient) -> None:
        there = client.get("/logout-nothing?x=1")
        assert there.status_code == 404
        sent = client.post("/logout")
        assert (sent.status_code, sent.headers["location"].partition("?")[0]) == (303, "/login")
        entered = client.post("/login", data={"name": NAME, "password": PASSWORD, "next": "/records?unit=x"})
        assert (entered.status_code, entered.headers["location"]) == (303, "/records?unit=x")

    def test_a_program_gets_a_problem_with_what_to_do(self, client: TestClient) -> None:
        answer = client.get("/api/v1/version")
        assert answer.status_code == 401
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.headers["www-authenticate"] == "Bearer"
        assert "Authorization" in answer.json()["detail"]

    def test_a_wrong_password_and_an_unknown_name_are_told_alike(self, client: TestClient) -> None:
        wrong = client.post("/login", data={"name": NAME, "password": "wrong-horse"})
        unknown = client.post("/login", data={"name": "李四", "password": "wrong-horse"})
        assert (wrong.status_code, unknown.status_code) == (401, 401)
        assert wrong.text.replace(NAME, "") == unknown.text.replace("李四", "")

    def test_each_spelling_of_a_name_counts_for_the_same_name(self, client: TestClient, service: Service) -> None:
        at = datetime.now(UTC) - timedelta(minutes=1)
        service.accounts.add(
            Account("lisi", Role.READER, None, confidential=False, disabled=False, changed=at), PASSWORD
        )
        spelt = ["lisi", "LiSi", " lisi ", "ＬＩＳＩ", "lisI", "LISI"]
        codes = [client.post("/login", data={"name": each, "password": "wrong"}).status_code for each in spelt]
        assert codes == [401] * 5 + [429]

    def test_tries_that_come_at_once_are_counted_before_the_first_of_them_fails(self, client: TestClient) -> None:
        with ThreadPoolExecutor(12) as pool:
            codes = list(pool.map(lambda _: log_in(client, "wrong-horse"), range(12)))
        assert sorted(codes) == [401] * 5 + [429] * 7

    def test_after_some_failures_one_must_wait_even_with_the_right_password(self, client: TestClient) -> None:
        codes = [log_in(client, "wrong-horse") for _ in range(6)]
        assert codes == [401] * 5 + [429]
        refused = client.post("/login", data={"name": NAME, "password": PASSWORD})
        assert (refused.status_code, int(refused.headers["retry-after"]) > 0) == (429, True)

    def test_the_cookie_is_for_this_site_and_no_script(self, client: TestClient) -> None:
        log_in(client)
        cookie = client.post("/login", data={"name": NAME, "password": PASSWORD}).headers["set-cookie"].lower()
        assert cookie.startswith(COOKIE)
        assert {"httponly", "samesite=lax", "path=/"} <= set(re.split("; *", cookie))

    @pytest.mark.parametrize("there", ["https://evil.example", "//evil.example", "/\\evil.example", "", "/a\nb"])
    def test_one_is_never_sent_to_another_site(self, client: TestClient, there: str) -> None:
        entered = client.post("/login", data={"name": NAME, "password": PASSWORD, "next": there})
        assert entered.headers["location"] == "/"

    def test_a_form_without_the_token_of_its_session_changes_nothing(self, client: TestClient) -> None:
        log_in(client)
        assert client.post("/logout").status_code == 403
        assert client.get("/api/v1/version").status_code == 200

    def test_a_new_password_ends_every_session(self, client: TestClient, service: Service) -> None:
        log_in(client)
        assert client.get("/api/v1/version").status_code == 200
        service.accounts.set_password(NAME, "another-horse-battery", at=datetime.now(UTC))
        assert client.get("/api/v1/version").status_code == 401

    @pytest.mark.parametrize("token", ["", "x", "Bearer", "a b"])
    def test_a_token_that_is_none_opens_nothing(self, client: TestClient, token: str) -> None:
        answer = client.get("/api/v1/version", headers={"authorization": f"Bearer {token}"})
        assert answer.status_code == 401
