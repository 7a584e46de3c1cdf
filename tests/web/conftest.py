"""Takes a folder of its own for each test, gives a service over a copy of the samples and clients that ask it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.web.office import Office, OfficeService, TestClient, open_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A service of its own, which a test may change."""
    opened = open_office(tmp_path)
    yield opened
    opened.service.close()


@pytest.fixture(scope="module")
def reading_room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A service that the tests of a module share, as they only read."""
    opened = open_office(tmp_path_factory.mktemp("阅览室"))
    yield opened
    opened.service.close()


@pytest.fixture
def service(office: Office) -> OfficeService:
    """The service of `office`."""
    return office.service


@pytest.fixture
def client(office: Office) -> Callable[..., TestClient]:
    """Somebody of a role, and of a unit, who has logged in: `client(Role.BRANCH, "一支部")`."""
    return office.client
