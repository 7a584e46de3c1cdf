"""Makes the generator importable, and reads the committed sample workspace once."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tests.samples.oracle import Office, read_office  # noqa: E402  the folder above must be known first


@pytest.fixture(scope="session")
def office() -> Office:
    """The committed samples as written."""
    return read_office(ROOT / "samples")
