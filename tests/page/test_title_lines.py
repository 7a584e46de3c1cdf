"""Takes titles, checks that their lines keep words whole and have a shape."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.chinese import to_width
from docgen.page import title_lines, words

HAN_TEXT = st.text(st.sampled_from("中共党支部关于召开组织生活会的通知和《》、“”（）2020年 月"), max_size=90)


def test_a_short_title_is_one_line() -> None:
    assert title_lines("第一党支部2020年度工作总结") == ["第一党支部2020年度工作总结"]


def test_a_title_of_twenty_characters_is_one_line_and_of_more_is_two() -> None:
    assert len(title_lines("学习" * 10)) == 1
    assert title_lines("学习" * 10 + "会") != ["学习" * 10 + "会"]


def test_no_title_has_no_lines() -> None:
    assert title_lines("") == title_lines(" | ") == []


def test_a_bar_breaks_by_hand() -> None:
    assert title_lines("第一党支部|2020年度工作总结") == ["第一党支部", "2020年度工作总结"]


def test_a_piece_between_bars_that_is_too_long_is_broken_further() -> None:
    lines = title_lines("中共某某局机关第一支部委员会|关于召开2020年度组织生活会和开展民主评议党员的通知")
    assert lines[0] == "中共某某局机关第一支部委员会"
    assert lines[1:] == ["关于召开2020年度组织生活会", "和开展民主评议党员的通知"]


def test_the_organ_stands_alone_before_its_matter() -> None:
    assert title_lines("中共某某局机关第一支部委员会关于召开2020年度组织生活会和开展民主评议党员的通知") == [
        "中共某某局机关第一支部委员会",
        "关于召开2020年度组织生活会",
        "和开展民主评议党员的通知",
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "关于开展“不忘初心、牢记使命”主题教育总结评估工作的通知",
            ["关于开展“不忘初心、牢记使命”", "主题教育总结评估工作的通知"],
        ),
        (
            "关于印发《机关党委2020年党员教育培训工作计划》的通知",
            ["关于印发《机关党委2020年", "党员教育培训工作计划》的通知"],
        ),
        (
            "关于吸收张三同志为中共预备党员的决议及关于李四同志转正的决议",
            ["关于吸收张三同志为中共预备党员的决议", "及关于李四同志转正的决议"],
        ),
    ],
)
def test_lines_break_at_marks_and_particles(text: str, lines: list[str]) -> None:
    assert title_lines(text) == lines


def test_a_number_is_not_split_from_its_unit() -> None:
    assert "2020年" in words("召开2020年度组织生活会") or "2020年度" in words("召开2020年度组织生活会")
    assert "95.5%" in words("到会率达到95.5%的通报")


def test_a_word_that_begins_with_a_numeral_is_whole() -> None:
    assert words("五个一和三会一课") == ["五个一", "和", "三会一课"]


def test_a_title_that_is_very_long_still_fits() -> None:
    assert max(to_width(line) for line in title_lines("关于做好学习贯彻落实工作的通知" * 12)) <= 40


@given(HAN_TEXT)
def test_words_joined_are_the_text_again(text: str) -> None:
    assert "".join(words(text)) == text


@given(HAN_TEXT, st.integers(4, 24))
def test_no_line_is_too_long_and_nothing_is_lost(text: str, width: int) -> None:
    lines = title_lines(text, width)
    assert all(0 < to_width(line) <= 2 * width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.text(st.characters(exclude_characters="|"), max_size=40))
def test_any_text_at_all_is_kept(text: str) -> None:
    assert "".join("".join(title_lines(text)).split()) == "".join(text.split())


@given(st.lists(st.sampled_from(["召开", "学习", "《工作》", "的", "通知", "、", "组织生活会"]), max_size=24))
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(parts: list[str]) -> None:
    lines = title_lines("召开" + "".join(parts).replace("、、", "、"))
    assert not any(line.endswith("《") for line in lines[:-1])
    if "、" not in "".join(parts):
        assert not any(line.startswith("》") for line in lines[1:])
