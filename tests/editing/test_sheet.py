"""Takes the bytes of record files, gives their documents, and bytes in which one of them is another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.editing.sheet import Sheet, open_sheet
from docgen.records.reading import DEFAULT_LIMITS, read_text

ONE, TWO, THREE = "类型: 一\n", "类型: 二\n", "类型: 三\n"
SIGNS = st.sampled_from(
    [
        "---\n",
        "--- # 注\n",
        "...\n",
        "类型: 甲\n",
        "# 注\n",
        "\n",
        "甲：乙\n",
        "[\n",
        "'",
        "- 一\n",
        "\r\n",
        "---",
        "\u200b",
    ]
)


def opened(text: str) -> Sheet:
    return open_sheet(text.encode(), DEFAULT_LIMITS)


def documents(text: str) -> list[str]:
    sheet = opened(text)
    return [sheet.document(number) for number in range(1, len(sheet.parts) + 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ONE, [ONE]),
        (f"# 头\n{ONE}", [f"# 头\n{ONE}"]),
        (f"# 头\n---\n{ONE}", [ONE]),
        (f"{ONE}---\n{TWO}--- # 三\n{THREE}", [ONE, TWO, THREE]),
        (f"---\n---\n{ONE}---\n# 空\n---\n{TWO}", [f"{ONE}---\n# 空\n", TWO]),
        (f"类型: [\n---\n{TWO}", ["类型: [\n", TWO]),
        (f"{ONE}...\n---\n{TWO}", [f"{ONE}...\n", TWO]),
        (f"{ONE}--- {{类型: 二}}\n", [ONE, "--- {类型: 二}\n"]),
        ("", []),
        ("# 只有注\n", []),
    ],
)
def test_documents_are_those_that_reading_counts(text: str, expected: list[str]) -> None:
    assert documents(text) == expected


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_document_goes_and_comes_back_to_the_byte(number: int) -> None:
    text = f"{ONE}---\n{TWO}---\n{THREE}"
    sheet = opened(text)

    without = sheet.without(number).decode()

    assert documents(without) == [each for each in (ONE, TWO, THREE) if each != (ONE, TWO, THREE)[number - 1]]
    assert opened(without).inserted(number, sheet.document(number)).decode() == text


def test_a_document_before_others_ends_with_a_break() -> None:
    assert opened(f"{ONE}---\r\n{TWO}").replaced(1, "类型: 三").decode() == f"类型: 三\n---\r\n{TWO}"


@given(st.lists(SIGNS, max_size=12).map("".join))
def test_any_text_is_itself_with_any_document_put_in_its_own_place(text: str) -> None:
    sheet = opened(text)

    assert len(sheet.parts) >= len(read_text(text.encode(), "x.yaml")[0])
    for number in range(1, len(sheet.parts) + 1):
        assert sheet.replaced(number, sheet.document(number)).decode() in {text, text + sheet.line_end}


@given(st.lists(SIGNS, min_size=1, max_size=12).map("".join))
def test_a_document_that_is_put_in_leaves_the_others_as_they_were(text: str) -> None:
    before = documents(text)
    for number in range(1, len(before) + 1):
        after = documents(opened(text).replaced(number, "类型: 新\n标题: 一\n").decode())
        if len(after) == len(before):
            assert [each for place, each in enumerate(after, 1) if place != number] == [
                each for place, each in enumerate(before, 1) if place != number
            ]


@given(st.binary(max_size=80))
def test_any_bytes_can_be_opened(content: bytes) -> None:
    sheet = open_sheet(content, DEFAULT_LIMITS)

    assert all(sheet.document(number) is not None for number in range(1, len(sheet.parts) + 1))
