"""Takes docs/机制对照.md and the manual, proves that no mechanism is without record, check, paper, sample and picture."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from scripts.mechanisms.pages import COLUMNS, MANUAL, TABLE, manual, table
from scripts.mechanisms.pictures import PICTURES
from scripts.mechanisms.survey import ROOT, survey
from scripts.mechanisms.table import MECHANISMS

from docgen.documents import KINDS
from docgen.model.kinds import RECORD_KINDS
from docgen.workspace import open_workspace

TEXT = TABLE.read_text(encoding="utf-8")
LINK = re.compile(r"\]\(<?([^)>]+)>?\)")
ROWS = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in TEXT.splitlines() if line.startswith("| [")]


def test_no_row_of_the_table_has_an_empty_cell() -> None:
    assert len(ROWS) == len(MECHANISMS)
    assert [row for row in ROWS if len(row) != len(COLUMNS) or not all(row)] == []


def test_every_kind_of_record_is_a_mechanism() -> None:
    assert {kind.label for kind in RECORD_KINDS} == {each.kind for each in MECHANISMS}


def test_every_link_of_the_table_and_of_the_manual_leads_to_a_file() -> None:
    pages = [TABLE, *MANUAL.glob("*.md")]
    links = [(page, each) for page in pages for each in LINK.findall(page.read_text(encoding="utf-8"))]

    assert len(links) > len(MECHANISMS) * 4
    assert [each for page, each in links if not (page.parent / each.partition("#")[0]).exists()] == []


def test_every_paper_that_the_table_names_is_in_the_catalogue() -> None:
    named = {label for row in ROWS for label in row[3].split("、")}
    # What is made of finished files, of obligations or of findings is of no mechanism.
    apart = {"archive-index", "archive-box", "obligations", "findings-list"}

    assert named <= {kind.label for kind in KINDS}
    unnamed = {kind.name for kind in KINDS if kind.label not in named} - apart
    assert unnamed <= {"five-ones-matrix", "organisation-year-report"}, "their figures cite their units' figures"


@pytest.mark.slow
def test_the_table_and_the_manual_are_what_the_samples_give() -> None:
    workspace = open_workspace(ROOT / "samples")
    found = survey(workspace)
    pictures = {each.name: PICTURES / f"{each.stem}.png" for each in MECHANISMS}

    assert table(workspace, found, pictures) == TEXT, "run python -m scripts.mechanisms"
    pages: dict[Path, str] = dict(manual(workspace, found, pictures))
    assert {path: path.read_text(encoding="utf-8") for path in pages} == pages
    assert set(MANUAL.glob("*.md")) == set(pages)
