"""Makes the showcase importable, and writes its templates once."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tests.house.reading import Word  # noqa: E402
from tests.house.showcase import showcase  # noqa: E402

from docgen.house.outline import Layout  # noqa: E402  the folder above must be known first


@pytest.fixture(params=list(Layout), ids=lambda layout: str(layout.name).lower())
def layout(request: pytest.FixtureRequest) -> Layout:
    """Each layout in turn."""
    chosen: Layout = request.param
    return chosen


@pytest.fixture
def word(layout: Layout) -> Word:
    """The Word template of a layout's showcase."""
    return Word.of(showcase(layout))
