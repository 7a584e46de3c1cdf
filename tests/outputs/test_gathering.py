"""Takes many files at once, proves that each is there as a whole or not at all, and that one fault costs one file."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.errors import OutputError
from docgen.outputs import Gathering
from docgen.outputs.gathering import LONGEST_WAIT, MOST_WAITING


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_files_take_their_places_together_and_leave_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_bytes(b"before")
    files = Gathering()
    for name in ("甲", "乙"):
        files.write(tmp_path / f"{name}.txt", name.encode())

    assert tmp_path / "乙.txt" in files
    assert (tmp_path / "甲.txt").read_bytes() == b"before"
    assert files.settle() == {}
    assert tmp_path / "乙.txt" not in files
    assert names(tmp_path) == ["乙.txt", "甲.txt"]
    assert (tmp_path / "甲.txt").read_text() == "甲"


def test_no_more_files_wait_than_may_be_open(tmp_path: Path) -> None:
    files = Gathering()
    for number in range(MOST_WAITING + 1):
        files.write(tmp_path / f"{number:03}.txt", b"x")

    assert [name for name in names(tmp_path) if name.endswith(".txt")] == [f"{n:03}.txt" for n in range(MOST_WAITING)]
    assert files.settle() == {}
    assert len(names(tmp_path)) == MOST_WAITING + 1


def test_no_file_waits_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, LONGEST_WAIT, LONGEST_WAIT + 1])
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    files = Gathering()
    for name in ("甲", "乙", "丙"):
        files.write(tmp_path / f"{name}.txt", b"x")

    assert [name for name in names(tmp_path) if name.endswith(".txt")] == ["乙.txt", "甲.txt"]
    assert files.settle() == {}


def test_of_two_files_for_one_place_the_later_stays(tmp_path: Path) -> None:
    files = Gathering()
    files.write(tmp_path / "甲.txt", b"one")
    files.write(tmp_path / "甲.txt", b"two")

    assert files.settle() == {}
    assert (tmp_path / "甲.txt").read_bytes() == b"two"
    assert names(tmp_path) == ["甲.txt"]


def test_a_place_that_is_taken_is_told_once_and_costs_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "甲.txt").mkdir()
    files = Gathering()
    for name in ("甲", "乙"):
        files.write(tmp_path / f"{name}.txt", b"x")

    faults = files.settle()

    assert list(faults) == [tmp_path / "甲.txt"]
    assert faults[tmp_path / "甲.txt"].code == "output-unwritable"
    assert files.settle() == {}
    assert (tmp_path / "乙.txt").read_bytes() == b"x"
    assert names(tmp_path) == ["乙.txt", "甲.txt"]


def test_what_the_disk_refuses_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    files = Gathering()
    files.write(tmp_path / "甲.txt", b"x")
    monkeypatch.setattr("os.fsync", full)

    assert [fault.values["reason"] for fault in files.settle().values()] == ["No space left on device"]
    assert names(tmp_path) == []


def test_a_folder_that_cannot_be_made_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "甲").write_text("a file, no folder")
    files = Gathering()

    with pytest.raises(OutputError, match="output-unwritable"):
        files.write(tmp_path / "甲" / "乙.txt", b"x")

    assert files.settle() == {}
