"""Takes the sample papers of every kind, proves that a new template of the kind can be filled with them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docgen.formats import Format
from docgen.generation import dress
from docgen.stationery import Stationery
from docgen.stationery.build import fresh


def test_a_new_template_is_filled_with_a_paper_of_the_samples(richest: Any, desk: Any, tmp_path: Path) -> None:
    formats = [each for each in richest.kind.formats if each is not Format.PDF]
    stationery = Stationery(tmp_path)
    stationery.put(fresh(richest.kind, None, formats))

    for format in formats:
        rendering = dress(richest.composition, format, stationery, desk.workspace.picture_data)
        assert rendering.content
    page = dress(richest.composition, Format.HTML, stationery, desk.workspace.picture_data).content.decode()
    assert "picture:" not in page
    assert "['" not in page
