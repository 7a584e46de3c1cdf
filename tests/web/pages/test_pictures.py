"""Pictures for records: sent, cleaned, kept, shown."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from tests.web.office import BRANCH, OTHER, Office, TestClient, csrf

from docgen.accounts import Role

HTML = {"accept": "text/html"}
JSON = {"accept": "application/json"}


def jpeg() -> bytes:
    made = BytesIO()
    Image.new("RGB", (64, 48), (180, 40, 40)).save(made, "JPEG")
    return made.getvalue()


def send(client: TestClient, name: str, content: bytes, unit: str = BRANCH, accept: dict[str, str] = JSON) -> Any:
    return client.post("/pictures", data={"unit": unit}, files={"file": (name, content)}, headers=csrf(client) | accept)


@pytest.fixture
def clerk(office: Office) -> TestClient:
    return office.client(Role.BRANCH, BRANCH)


def files(office: Office, unit: str = BRANCH) -> set[str]:
    folder: Path = office.service.library.workspace().unit(unit).path / "附件"
    return {path.name for path in folder.iterdir()}


def test_a_picture_is_kept_and_called_by_a_safe_name(office: Office, clerk: TestClient) -> None:
    answer = send(clerk, "../../现场.jpg", jpeg())
    assert answer.json() == {"name": "现场.jpg"}
    assert "现场.jpg" in files(office)
    page = clerk.get("/pictures", params={"unit": BRANCH}, headers=HTML).text
    assert "现场.jpg" in page
    shown = clerk.get("/pictures/one", params={"unit": BRANCH, "name": "现场.jpg"}, headers=HTML)
    assert shown.headers["content-type"] == "image/jpeg"


def test_what_is_no_picture_is_refused_and_says_why(office: Office, clerk: TestClient) -> None:
    before = files(office)
    assert send(clerk, "现场.jpg", b"<svg/>").status_code == 422
    page = send(clerk, "现场.jpg", b"<svg/>", accept=HTML)
    assert page.status_code == 422
    assert "现场.jpg" in page.text
    assert files(office) == before


def test_only_files_that_lie_there_are_shown(clerk: TestClient) -> None:
    for name in ("../单位.yaml", "没有.jpg", "/etc/passwd"):
        assert clerk.get("/pictures/one", params={"unit": BRANCH, "name": name}, headers=HTML).status_code == 404


def test_another_unit_gets_none_and_shows_none(office: Office, clerk: TestClient) -> None:
    assert send(clerk, "现场.jpg", jpeg(), OTHER).status_code == 404
    assert clerk.get("/pictures", params={"unit": OTHER}, headers=HTML).status_code == 404
    assert send(office.client(Role.COMMITTEE), "现场.jpg", jpeg()).status_code == 403
    assert "现场.jpg" not in files(office) | files(office, OTHER)
