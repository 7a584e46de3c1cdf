"""Takes lists before and after, gives for each item the one that it comes from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.records.record import Written
from docgen.records.revising.matching import match

Group = dict[str, Written]
A: Group = {"标题": "甲", "汇报人": "一"}
B: Group = {"标题": "乙", "汇报人": "一"}
C: Group = {"标题": "丙", "汇报人": "二"}


@pytest.mark.parametrize(
    ("old", "new", "sources"),
    [
        ("abc", "abc", [0, 1, 2]),
        ("abc", "bc", [1, 2]),
        ("abc", "axc", [0, 1, 2]),
        ("abc", "xabc", [None, 0, 1, 2]),
        ("abc", "abcx", [0, 1, 2, None]),
        ("abc", "bcx", [1, 2, None]),
        ("abc", "cab", [2, 0, 1]),
        ("aba", "ba", [1, 2]),
        ("a", "x", [0]),
        ("ab", "xyb", [0, None, 1]),
        ("", "a", [None]),
        ("ab", "", []),
    ],
)
def test_items_are_known_by_what_they_say_else_by_their_neighbours(
    old: str, new: str, sources: list[int | None]
) -> None:
    assert match(list(old), list(new)) == sources


def test_a_group_is_known_by_what_stayed_in_it_wherever_it_went() -> None:
    changed: list[Written] = [{**C, "汇报人": "三"}, {**A, "决议": "同意"}, {**B, "标题": "丁"}]

    assert match([A, B, C], changed) == [2, 0, 1]


def test_texts_and_lists_are_known_by_what_they_share() -> None:
    old: list[Written] = ["3月17日前报送名单", ["甲", "乙"], "起草规定"]

    assert match(old, ["另一件事", "3月20日前报送名单", "起草规定", ["甲", "丙"]]) == [None, 0, 2, 1]


def test_an_item_that_stands_empty_is_the_last_to_be_filled() -> None:
    assert match([None, "a"], ["a", "b"]) == [1, 0]


@given(st.lists(st.sampled_from("abcd")), st.lists(st.sampled_from("abcde")))
def test_no_item_is_taken_twice_and_what_stayed_is_found(old: list[Written], new: list[Written]) -> None:
    sources = match(old, new)
    taken = [each for each in sources if each is not None]

    assert len(sources) == len(new)
    assert len(set(taken)) == len(taken)
    for each in set(map(str, new)) & set(map(str, old)):
        assert any(source is not None and old[source] == each == new[index] for index, source in enumerate(sources))
