"""Takes plain data, gives the YAML that docgen writes of it, read back by docgen's own reader."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.records.reading import read_text
from docgen.records.writing import Plain, entry, scalar

LINES = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Co", "Cn")), min_size=1
).map(lambda text: " ".join(text.split()))


def read(text: str) -> Plain:
    records, findings = read_text(text.encode(), "新.yaml")
    assert findings == []
    return records[0].data["键"]


@pytest.mark.parametrize(
    "text",
    [
        "三楼会议室",
        "甲: 乙",
        "# 注",
        "- 一",
        "'引'",
        '"引"',
        "[甲]",
        "a, b",
        "*甲",
        "!",
        "%",
        "甲：乙",
        "0123",
        "否",
        "~",
        "|",
        "=",
        "<<",
    ],
)
def test_a_text_reads_back_as_it_was(text: str) -> None:
    assert read(f"键: {scalar(text)}") == text


@given(LINES.filter(bool))
def test_any_line_reads_back_as_it_was(text: str) -> None:
    assert read(f"键: {scalar(text)}") == text


def test_what_needs_no_quotes_has_none() -> None:
    assert scalar("2020-03-05 14:30") == "2020-03-05 14:30"
    assert scalar("《八佰》") == "《八佰》"


@pytest.mark.parametrize(
    "value",
    [
        "一行",
        "第一段\n第二段",
        ["甲", "乙: 丙"],
        [{"标题": "甲", "第一议题": "是"}, {"标题": "乙"}],
        {"一": "1", "二": ["2"]},
    ],
)
def test_lists_groups_and_paragraphs_read_back_as_they_were(value: Plain) -> None:
    assert read("\n".join(entry("键", value))) == value
