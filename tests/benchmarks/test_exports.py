"""Takes folders of exports, gives whether half-written files and rewritten ones are seen."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest
from benchmarks.exports import REPORT, Stamps, broken, differences, papers
from benchmarks.scale import further


def _zip() -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("word/document.xml", "<w/>" * 100)
    return written.getvalue()


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("a.docx", _zip()),
        ("a.xlsx", _zip()),
        ("a.pdf", b"%PDF-1.7 ... %%EOF\n"),
        ("a.json", b'{"files": []}\n'),
        ("a.html", b"<html></html>\n"),
    ],
)
def test_a_file_cut_short_is_seen_and_a_whole_one_is_not(tmp_path: Path, name: str, whole: bytes) -> None:
    (tmp_path / name).write_bytes(whole)
    assert broken(tmp_path) == []
    (tmp_path / name).write_bytes(whole[:-6])
    assert broken(tmp_path) == [name]


def test_files_that_differ_or_are_missing_on_either_side_are_named() -> None:
    assert differences({"a": "1", "b": "2"}, {"a": "1", "b": "3", "c": "4"}) == ["b", "c"]
    assert differences({"a": "1", "b": "2"}, {"a": "1"}) == ["b"]
    assert differences({"a": "1"}, {"a": "1"}) == []


def test_a_branch_more_is_told_without_what_an_export_takes_to_begin() -> None:
    begin, each = 2.0, 0.25
    values = {f"inner-{size}": [(begin + each * size) / size] for size in (10, 100)}
    assert further(values, [10, 100]) == {"further-100": each}


def test_what_is_named_temporary_may_be_half_written(tmp_path: Path) -> None:
    (tmp_path / ".docgen-x.docx").write_bytes(b"PK")
    assert broken(tmp_path) == []


def test_a_file_written_again_is_seen_even_with_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx", REPORT):
        (tmp_path / name).write_bytes(b"1")
    before = Stamps.of(tmp_path)
    for name in ("b.docx", REPORT):
        status = (tmp_path / name).stat()
        os.utime(tmp_path / name, ns=(status.st_atime_ns, status.st_mtime_ns + 1))
    assert Stamps.of(tmp_path).changed(before) == ["b.docx"]


def test_papers_of_two_exports_differ_by_content_and_not_by_their_report(tmp_path: Path) -> None:
    for folder, content in (("one", b"1"), ("two", b"1"), ("three", b"2")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.docx").write_bytes(content)
        (tmp_path / folder / REPORT).write_text(folder)
    assert papers(tmp_path / "one") == papers(tmp_path / "two")
    assert papers(tmp_path / "one") != papers(tmp_path / "three")
