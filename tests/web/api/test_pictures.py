"""Pictures for programs: cleaned, kept among a unit's attachments, named so that a record can call them."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from tests.web.office import BRANCH, OTHER, Office, TestClient

from docgen.accounts import Role


def picture(width: int = 40, height: int = 30) -> bytes:
    file = BytesIO()
    Image.new("RGB", (width, height), "red").save(file, "PNG", pnginfo=None)
    return file.getvalue()


@pytest.fixture
def clerk(office: Office) -> TestClient:
    return office.program(Role.BRANCH, BRANCH)


def send(
    client: TestClient, content: bytes, name: str = "现场.png", unit: str = BRANCH
) -> tuple[int, dict[str, object]]:
    answer = client.post("/api/v1/pictures", params={"unit": unit}, files={"file": (name, content)})
    return answer.status_code, answer.json()


def test_a_picture_is_kept_and_a_record_can_call_it(office: Office, clerk: TestClient) -> None:
    status, kept = send(clerk, picture(4000, 2000))
    assert (status, kept["width"], kept["height"]) == (201, 1600, 800)
    folder = office.service.library.workspace().units[BRANCH].path
    assert (folder / "附件" / str(kept["name"])).is_file()


def test_two_pictures_of_one_name_stay_two(clerk: TestClient) -> None:
    first, second, again = (send(clerk, picture(*size))[1]["name"] for size in ((40, 30), (50, 30), (40, 30)))
    assert first == again != second


@pytest.mark.parametrize("name", ["../../../etc/passwd.png", "..\\..\\docgen.yaml", "/etc/x.png", "con.png", "." * 300])
def test_a_name_leads_nowhere_else(office: Office, clerk: TestClient, name: str) -> None:
    status, kept = send(clerk, picture(), name)
    folder = office.service.library.workspace().units[BRANCH].path / "附件"
    assert status == 201
    assert (folder / str(kept["name"])).resolve().parent == folder.resolve()


@pytest.mark.parametrize("content", [b"", b"<svg/>", b"\x89PNG\r\n\x1a\nkaputt", b"GIF89a"])
def test_what_is_no_picture_is_refused(clerk: TestClient, content: bytes) -> None:
    status, problem = send(clerk, content)
    assert (status, str(problem["type"]).startswith("urn:docgen:picture-")) == (422, True)


def test_a_picture_for_another_unit_is_refused(office: Office, clerk: TestClient) -> None:
    assert send(clerk, picture(), unit=OTHER)[0] == 404
    assert send(office.program(Role.COMMITTEE), picture())[0] == 403
