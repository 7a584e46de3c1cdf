"""Takes the samples, gives a served copy of them and real Chromium browsers in which people have logged in."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx2
import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from docgen.accounts import Account, Accounts, Role

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
# The sandbox of Chromium wants rights of its own; nothing but our own pages is opened. It asks no other host.
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
PASSWORD = "maque-chacha-407"
UP_WITHIN = 60.0
WIDE = {"width": 1280, "height": 900}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    skip = pytest.mark.skip(reason="no Chromium here")
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.slow)
            if CHROMIUM is None:
                item.add_marker(skip)


@dataclass(frozen=True)
class Served:
    """A workspace that its own process serves."""

    root: Path
    address: str

    def add(self, name: str, role: Role, unit: str | None = None, *, confidential: bool = False) -> str:
        """Add an account and return its name."""
        changed = datetime.now(UTC) - timedelta(minutes=1)
        account = Account(name, role, unit, confidential, disabled=False, changed=changed)
        Accounts(self.root).add(account, PASSWORD)
        return name


@dataclass(frozen=True)
class Person:
    """Somebody before a browser; what goes wrong in its pages gathers in `troubles`."""

    page: Page
    address: str
    troubles: list[str]

    def go(self, path: str) -> Page:
        """Open a page of the service."""
        self.page.goto(f"{self.address}{path}")
        return self.page

    def log_in(self, name: str, password: str = PASSWORD) -> Page:
        """Log in by the page for it."""
        self.page.get_by_label("用户名").fill(name)
        self.page.get_by_label("密码").fill(password)
        self.page.get_by_role("button", name="登录").click()
        return self.page


@pytest.fixture
def served(tmp_path: Path, samples: Path) -> Iterator[Served]:
    """The samples, with an administrator, served."""
    root = tmp_path / "工作区"
    shutil.copytree(samples, root, ignore=shutil.ignore_patterns(".docgen", "broken", "output"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    workspace = Served(root, f"http://127.0.0.1:{port}")
    workspace.add("王主任", Role.ADMIN)
    command = [sys.executable, "-m", "docgen", "-C", str(root), "serve", "--port", str(port), "--jobs", "2"]
    log = tmp_path / "serve.log"
    with log.open("wb") as file:
        process = subprocess.Popen(command, stdout=file, stderr=subprocess.STDOUT, start_new_session=True)
    try:
        _wait(workspace, log, process)
        yield workspace
    finally:
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            process.wait(30)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    assert "Traceback" not in log.read_text("utf-8")


def _wait(workspace: Served, log: Path, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + UP_WITHIN
    while time.monotonic() < until and process.poll() is None:
        with suppress(httpx2.TransportError):
            httpx2.get(f"{workspace.address}/api/v1/health", trust_env=False).raise_for_status()
            return
        time.sleep(0.1)
    pytest.fail(log.read_text("utf-8"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a module; an event loop runs as long as it is open."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield opened
        opened.close()


@pytest.fixture
def somebody(browser: Browser, served: Served) -> Iterator[Callable[..., Person]]:
    """Somebody with a browser of his own, who has logged in where a name is given."""
    contexts: list[BrowserContext] = []
    troubles: list[str] = []

    def opened(name: str = "", size: dict[str, int] = WIDE) -> Person:
        context = browser.new_context(viewport={"width": size["width"], "height": size["height"]}, locale="zh-CN")
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda error: troubles.append(f"{page.url}: {error}"))
        page.on("console", lambda said: troubles.append(_told(said)) if _is_trouble(said) else None)
        person = Person(page, served.address, troubles)
        if name:
            person.go("/login")
            person.log_in(name)
            page.wait_for_url(f"{served.address}/")
        return person

    yield opened
    for context in contexts:
        context.close()
    assert troubles == []


def _is_trouble(said: ConsoleMessage) -> bool:
    """Tell whether the console tells of a fault of ours: a refusal that a test asks for is none."""
    return said.type == "error" and "status of 4" not in said.text


def _told(said: ConsoleMessage) -> str:
    return f"{said.location}: {said.text}"
