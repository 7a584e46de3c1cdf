"""Takes pieces of text, checks widths and joining."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import docgen.chinese
from docgen.chinese import adjoin, is_han, quoted_title, sentence, title_list, to_width


def test_han_and_full_width_marks_are_two_columns_wide_digits_one() -> None:
    assert to_width("2020年3月5日") == 6 + 3 * 2
    assert to_width("——“，”〔〕　") == 2 * 8
    assert to_width("") == 0


@given(st.text(), st.text())
def test_widths_add_up(left: str, right: str) -> None:
    assert to_width(left + right) == to_width(left) + to_width(right)


def test_the_round_zero_and_rare_characters_are_han() -> None:
    assert all(is_han(text) for text in ("张", "〇", "㛃", "𬭎", "张一"))
    assert not any(is_han(text) for text in ("", "A", "，", "张 一", "1"))


def test_titles_stand_together_without_a_mark_between() -> None:
    assert title_list(["《a》", "《b》"]) == "《a》《b》"
    assert title_list(["a", "b"]) == "《a》《b》"
    assert title_list([]) == ""


def test_a_note_between_titles_brings_the_mark_back() -> None:
    assert title_list(["《a》（试行）", "《b》"]) == "《a》（试行）、《b》"


def test_a_title_within_a_title_takes_single_marks() -> None:
    assert quoted_title("关于印发《办法》的通知") == "《关于印发〈办法〉的通知》"


def test_plain_items_are_joined_by_the_mark_and_themes_are_not() -> None:
    assert adjoin(["甲", "乙", "丙"]) == "甲、乙、丙"
    assert adjoin(["“甲”", "“乙”"]) == "“甲”“乙”"


def test_clauses_make_one_sentence() -> None:
    assert sentence(["听取汇报。", "通过决议；", "", "  "]) == "听取汇报；通过决议。"
    assert sentence(["听取汇报", "通过决议"], "，") == "听取汇报，通过决议。"
    assert sentence(["是否同意？"]) == "是否同意？"
    assert sentence([]) == ""


def test_every_public_name_exists() -> None:
    assert docgen.chinese.__all__ == sorted(docgen.chinese.__all__)
    assert all(hasattr(docgen.chinese, name) for name in docgen.chinese.__all__)
