"""Takes a request as text, sends it to a service as somebody, gives what was answered."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from tests.web.office import BRANCH, Office, open_office

from docgen.accounts import Role

if TYPE_CHECKING:
    from tests.web.office import TestClient

LARGE, DEEP = "{3 MiB}", "{[[[…]]]}"
SAFE_IN_PATH = "/?&=%+:@!$,;'()*~#"


@contextmanager
def served() -> Iterator[Office]:
    """Give a service over a copy of the samples."""
    with tempfile.TemporaryDirectory() as folder:
        office = open_office(Path(folder))
        try:
            yield office
        finally:
            office.service.close()


def nobody(office: Office) -> TestClient:
    office.account(Role.ADMIN)
    return office.client()


def clerk(office: Office) -> TestClient:
    return office.program(Role.BRANCH, BRANCH)


def browser(office: Office) -> TestClient:
    return office.client(Role.BRANCH, BRANCH)


SENDERS: Mapping[str, Callable[[Office], TestClient]] = {
    "没有登录的人请求": nobody,
    "支部的程序请求": clerk,
    "支部的浏览器请求": browser,
}
BODIES: Mapping[str, Callable[[], bytes]] = {
    LARGE: lambda: b"x" * (3 * 1024 * 1024),
    DEEP: lambda: b'{"\xe7\xb1\xbb\xe5\x9e\x8b": ' + b"[" * 50_000 + b"]" * 50_000 + b"}",
}


def send(office: Office, sender: str, request: str) -> Mapping[str, str]:
    """Send a request, written as its first line, its headers and its body; return the object that refuses it."""
    head, _, body = request.partition("\n\n")
    first, *lines = head.split("\n")
    method, _, path = first.partition(" ")
    headers = dict(line.split(": ", 1) for line in lines)
    content = BODIES[body]() if body in BODIES else body.encode()
    # As a program writes it: what is no ASCII in percents, what was written so on purpose left.
    answer = SENDERS[sender](office).request(
        method, quote(path, safe=SAFE_IN_PATH), headers={"accept": "application/json", **headers}, content=content
    )
    assert answer.status_code >= 400, f"{unquote(path)}: {answer.status_code} {answer.text[:200]}"
    assert answer.status_code < 500, answer.text
    told: Mapping[str, str] = answer.json()
    return told
