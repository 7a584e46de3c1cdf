"""Takes bytes and paths, gives files that are whole or not there."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from docgen.errors import OutputError
from docgen.outputs import pack, sweep, write_whole


def test_a_file_is_written_with_its_folders_and_nothing_else(tmp_path: Path) -> None:
    write_whole(tmp_path / "甲" / "乙.txt", b"one")
    write_whole(tmp_path / "甲" / "乙.txt", b"two")

    assert [path.name for path in (tmp_path / "甲").iterdir()] == ["乙.txt"]
    assert (tmp_path / "甲" / "乙.txt").read_bytes() == b"two"


def test_a_place_that_cannot_be_written_is_told_and_the_old_file_stays(tmp_path: Path) -> None:
    (tmp_path / "甲").write_text("a file, no folder")

    with pytest.raises(OutputError, match="output-unwritable"):
        write_whole(tmp_path / "甲" / "乙.txt", b"one")

    assert (tmp_path / "甲").read_text() == "a file, no folder"


def test_leftovers_of_a_crash_are_swept_and_papers_stay(tmp_path: Path) -> None:
    (tmp_path / "甲").mkdir()
    (tmp_path / "甲" / ".docgen-x1").write_bytes(b"half")
    (tmp_path / "甲" / "乙.docx").write_bytes(b"whole")

    sweep(tmp_path)

    assert [path.name for path in (tmp_path / "甲").iterdir()] == ["乙.docx"]


def test_a_zip_depends_on_the_files_alone(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(name)

    pack(tmp_path, ["b.txt", "a.txt"], tmp_path / "1.zip")
    pack(tmp_path, ["a.txt", "b.txt"], tmp_path / "2.zip")

    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()
    assert zipfile.ZipFile(tmp_path / "1.zip").namelist() == ["a.txt", "b.txt"]
