"""Zips: the same bytes for the same files, made piece by piece."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from pathlib import Path

from docgen.outputs import packed
from docgen.outputs.packing import PIECE

TEXTS = {"没有放进来的文件.txt": "无".encode()}


def test_a_zip_that_is_made_piece_by_piece_holds_the_files_and_texts(tmp_path: Path) -> None:
    files = {f"一支部/{name}": tmp_path / name for name in ("甲.docx", "乙.docx", "空.txt")}
    for name, path in files.items():
        path.write_bytes(b"" if name.endswith(".txt") else name.encode() * 9)

    whole = b"".join(packed(files, TEXTS))

    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [*files, *TEXTS]
        assert {name: archive.read(name) for name in files} == {name: path.read_bytes() for name, path in files.items()}
    assert whole == b"".join(packed(files, TEXTS))


def test_never_more_than_some_pieces_of_a_large_file_are_in_memory(tmp_path: Path) -> None:
    size = 24 * PIECE
    path = tmp_path / "大.pdf"
    with path.open("wb") as file:
        file.truncate(size)
    tracemalloc.start()

    pieces = sum(1 for _ in packed({"大.pdf": path}, {}))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert pieces > 20
    assert peak < 6 * PIECE
