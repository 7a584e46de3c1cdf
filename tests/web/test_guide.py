"""Takes docs/接口.md, proves that it tells the truth: its commands and programs are run against a service."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from tests.web.office import BRANCH, NOW, SECRET, Office, open_office

from docgen.accounts import Account, Role, Scope

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not shutil.which("curl"), reason="no curl here")]
GUIDE = (Path(__file__).parents[2] / "docs" / "接口.md").read_text(encoding="utf-8")
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ANY = "…"
RUN, SHOWN = ("sh", "python"), ("json", "text")
COMMANDS = {"sh": ["bash", "-euo", "pipefail", "-c"], "python": [sys.executable, "-c"]}


@dataclass(frozen=True)
class Example:
    """A block of the guide that is run, and what the block behind it shows."""

    language: str
    text: str
    line: int
    shown: str = ""


def examples() -> list[Example]:
    blocks = [(each[1], each[2], GUIDE[: each.start()].count("\n") + 1) for each in FENCE.finditer(GUIDE)]
    found = []
    for (language, text, line), (following, shown, _) in zip(blocks, [*blocks[1:], ("", "", 0)], strict=True):
        if language in RUN:
            found.append(Example(language, text, line, shown if following in SHOWN else ""))
    return found


@pytest.fixture(scope="module")
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The environment that the guide asks for: an address and a token, with a service that answers there."""
    office = open_office(tmp_path_factory.mktemp("接口"))
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(office.application, log_level="critical", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    address = f"http://127.0.0.1:{listening.getsockname()[1]}/api/v1"
    yield {**os.environ, "DOCGEN": address, "DOCGEN_TOKEN": token(office)}
    server.should_exit = True
    thread.join()
    office.service.close()


def token(office: Office) -> str:
    office.account(Role.ADMIN)
    accounts = office.service.accounts
    accounts.add(Account("oa", Role.BRANCH, BRANCH, False, disabled=False, changed=NOW), SECRET)
    return accounts.issue_token("oa", [Scope.WRITE], NOW + timedelta(days=365), "OA系统", at=NOW)[0]


def fits(shown: str, printed: str) -> bool:
    pattern = ".*".join(map(re.escape, shown.strip().split(ANY)))
    return re.fullmatch(pattern, printed.strip(), re.DOTALL) is not None


def says(expected: Any, actual: Any) -> bool:
    """Tell whether what is shown is a part of what was answered."""
    if isinstance(expected, dict):
        return isinstance(actual, dict) and all(
            key in actual and says(each, actual[key]) for key, each in expected.items()
        )
    if isinstance(expected, list):
        return len(expected) == len(actual) and all(map(says, expected, actual))
    return expected in (ANY, actual)


def test_every_example_of_the_guide_does_what_it_shows(surroundings: dict[str, str], tmp_path: Path) -> None:
    start = next(each.text for each in examples() if each.language == "python").partition("\n\nme")[0]
    assert [each.language for each in examples()].count("sh") > 5
    for each in examples():
        text = f"{start}\n{each.text}" if each.language == "python" else each.text
        run = subprocess.run(
            [*COMMANDS[each.language], text],
            env=surroundings,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, (each.line, run.stderr)
        if each.language == "sh" and each.shown:
            assert says(json.loads(each.shown), json.loads(run.stdout)), (each.line, run.stdout)
        else:
            assert fits(each.shown, run.stdout) if each.shown else True, (each.line, run.stdout)
    assert [path.name for path in tmp_path.glob("*.docx")]


def test_the_guide_names_every_status_that_programs_meet() -> None:
    from docgen.vocabulary.api import PROBLEMS

    named = {int(number) for number in re.findall(r"\b([45]\d\d)\b", GUIDE)}
    assert named <= PROBLEMS.keys()
    assert {401, 403, 404, 412, 413, 422, 428, 429, 503} <= named
