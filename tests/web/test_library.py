"""The workspace of a service: as it now is, and read no more than needed."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from docgen.web import library as room
from docgen.web.library import Library

SAMPLES = Path(__file__).parents[2] / "samples"
BRANCH, OTHER = "一支部", "二支部"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    root = tmp_path / "工作区"
    shutil.copytree(SAMPLES, root, ignore=shutil.ignore_patterns(".docgen", "broken"))
    return Library(root)


def change(library: Library, short: str) -> None:
    path = next((library.workspace().units[short].path / "记录").rglob("*.yaml"))
    path.write_text(path.read_text("utf-8") + "\n# 改过\n", "utf-8")


def test_what_was_made_of_records_is_made_again_only_when_they_change(library: Library) -> None:
    made: list[int] = []

    def ask(short: str) -> None:
        library.once("数", [short], lambda: made.append(len(library.records(short).entries)))

    ask(BRANCH)
    ask(BRANCH)
    change(library, OTHER)
    library.touch(OTHER)
    ask(BRANCH)
    assert len(made) == 1
    change(library, BRANCH)
    library.touch(BRANCH)
    ask(BRANCH)
    assert len(made) == 2


def test_a_change_from_outside_is_seen_within_a_moment(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    before = library.records(BRANCH)
    change(library, BRANCH)
    monkeypatch.setattr(room, "SEEN_WITHIN", 0.0)
    assert library.records(BRANCH) is not before


def test_a_new_unit_and_new_settings_are_seen(library: Library) -> None:
    before = library.workspace()
    assert "六支部" not in before.units
    new = library.root / "支部" / "六支部"
    new.mkdir()
    text = (library.root / "支部" / BRANCH / "单位.yaml").read_text("utf-8")
    (new / "单位.yaml").write_text(text.replace(BRANCH, "六支部").replace("第一党支部", "第六党支部"), "utf-8")
    library.touch()
    assert "六支部" in library.workspace().units


def test_a_ledger_is_the_same_object_while_nothing_changes(library: Library) -> None:
    day = date(2020, 12, 31)
    assert library.ledger(BRANCH, day) is library.ledger(BRANCH, day)
