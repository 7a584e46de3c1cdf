"""Takes the command line of the test run, gives what every test shares: the one flag, the profile, the skips."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from docgen.fonts import name_configuration

ROOT = Path(__file__).resolve().parent.parent

# The same examples on every run: a red test names a fault, not a chance.
settings.register_profile(
    "docgen", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None
)
settings.load_profile("docgen")

# What docgen prints is folded to a screen where this says how wide it is; the processes of a test run are told.
os.environ.pop("COLUMNS", None)

# A test may load WeasyPrint by itself; fontconfig reads its configuration once per process, so it is named first.
name_configuration()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-snapshots", action="store_true", help="write tests/snapshots anew instead of comparing")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if shutil.which("soffice"):
        return
    skip = pytest.mark.skip(reason="no LibreOffice here")
    for item in items:
        if "office" in item.keywords:
            item.add_marker(skip)


@pytest.fixture(scope="session")
def update_snapshots(request: pytest.FixtureRequest) -> bool:
    """Whether this run writes the snapshots anew."""
    return bool(request.config.getoption("--update-snapshots"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def samples() -> Path:
    """The sample workspace; copy it before writing into it."""
    return ROOT / "samples"
