"""Takes files that cannot be read, gives the numbers that are still seen in them."""

from __future__ import annotations

import pytest

from docgen.records.salvage import numbers_written


@pytest.mark.parametrize(("written", "numbers"), [
    ("编号: 会1\n 类型: 会议\n", ["会1"]),
    ("类型: 会议\n编号： '会1'  # 三月\n", ["会1"]),
    ("类型: 会议\n编号:\n地点: 三楼\n", [None]),
    ("议题:\n  编号: 里层\n", [None]),
    ("---\n编号: 甲\n---\n类型: 会议\n--- # 第三份\r\n编号: 丙\r\n", ["甲", None, "丙"]),
    ("", []),
])  # fmt: skip
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
def test_each_documents_number_is_seen_in_any_encoding(written: str, numbers: list[str | None], encoding: str) -> None:
    assert numbers_written(written.encode(encoding)) == numbers


def test_bytes_that_are_no_text_have_no_number() -> None:
    assert numbers_written(b"\xff\xfe\x00") == [None]
    assert numbers_written(bytes(range(256))) == [None]
