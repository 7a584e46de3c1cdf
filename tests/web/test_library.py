"""The workspace of a service: as it now is, and read no more than needed."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from threading import Barrier, Event

import pytest

from docgen.web import library as room
from docgen.web.library import Library
from docgen.workspace import UnitRecords, Workspace, load_unit

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


def test_of_thousands_of_units_no_one_is_looked_at_every_second(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "UNITS_PER_SECOND", 0.001)
    before = library.version(BRANCH)
    change(library, BRANCH)
    assert library.version(BRANCH) == before
    library.touch(BRANCH)
    assert library.version(BRANCH) != before


def test_a_library_that_was_warmed_reads_nothing_for_the_first_who_asks(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.warm()

    def unread(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("docgen.workspace.loading.read_file", unread)
    assert library.records(BRANCH).entries


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


def test_what_several_ask_for_at_once_is_made_once(library: Library) -> None:
    made: list[int] = []
    begun, go_on = Barrier(4), Event()

    def make() -> int:
        made.append(1)
        go_on.wait(10)
        return len(made)

    def ask() -> int:
        begun.wait(10)
        return library.once("一次", [BRANCH], make)

    with ThreadPoolExecutor(4) as pool:
        answers = [pool.submit(ask) for _ in range(4)]
        go_on.set()
        assert [each.result(10) for each in answers] == [1, 1, 1, 1]


def test_one_who_makes_something_may_ask_for_more(library: Library) -> None:
    assert library.once("外", [BRANCH], lambda: library.once("内", [BRANCH], lambda: 7)) == 7


def test_who_waits_for_something_that_fails_tries_for_himself(library: Library) -> None:
    tries: list[int] = []

    def make() -> int:
        tries.append(1)
        if len(tries) == 1:
            raise ValueError("once")
        return 5

    with pytest.raises(ValueError, match="once"):
        library.once("错", [BRANCH], make)
    assert library.once("错", [BRANCH], make) == 5


def test_records_that_changed_while_they_were_read_are_read_again(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(workspace: Workspace, short: str) -> UnitRecords:
        found = load_unit(workspace, short)
        if not changed:
            changed.append(short)
            change(library, short)
            library.touch(short)
        return found

    changed: list[str] = []
    monkeypatch.setattr(room, "load_unit", slow)
    before = library.records(BRANCH)
    assert library.records(BRANCH) is not before
