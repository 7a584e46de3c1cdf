"""Takes texts, gives what stays on one line."""

from __future__ import annotations

import pytest

from docgen.chinese import NEVER_FIRST, NEVER_LAST, opened, whole_pieces


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("2020年3月12日14:30", ["2020年", "3月", "12日"]),
        ("2020年第1次支委会", ["2020年", "第1次"]),
        ("第15项目部22名职工", ["第15项", "22名"]),
        ("赞成20票，占95.5％、100%", ["20票", "95.5％", "100%"]),
        ("3万人、2个月、6学时、30分钟", ["3万人", "2个月", "6学时", "30分钟"]),
        ("１２月３１日", ["１２月", "３１日"]),
        ("16:10—17:30", ["0—"]),
        ("1月—3月", ["1月—", "3月"]),
        ("会议——支部的会……完", ["——", "……"]),
        ("买买提·艾力", ["提·"]),
        ("张　一、欧阳一、李　二", ["张　一", "李　二"]),
        ("14:30张　一主持", ["张　一"]),
        ("GB9704规定", []),
        ("1.学习（1）", []),
        ("没有数字的一句话", []),
        ("", []),
    ],
)
def test_a_number_keeps_its_unit_a_name_its_space_and_a_mark_its_halves(text: str, pieces: list[str]) -> None:
    assert [text[start:end] for start, end in whole_pieces(text)] == pieces


def test_escaped_text_is_not_cut_in_the_middle_of_a_character() -> None:
    text = "&lt;—&#34;—&#39;9&amp;—"
    assert [text[start:end] for start, end in whole_pieces(text)] == []


def test_what_may_begin_a_line_is_not_what_may_end_it() -> None:
    assert NEVER_FIRST
    assert NEVER_LAST
    assert not NEVER_FIRST & NEVER_LAST


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("坚持“三会一课”制度", "坚持|“三会一课”|制度"),
        ("要求：“学习”，“落实”。", "要求：|“学习”，|“落实”。"),
        ("“甲”“乙”《丙》", "“甲”|“乙”|《丙》"),
        ("（“甲”）", "（“甲”）"),
        ('say “yes” to "it"', 'say “yes” to "it"'),
        ("没有引号", "没有引号"),
    ],
)
def test_a_line_may_break_outside_quotation_marks(text: str, places: str) -> None:
    assert opened(text) == places.replace("|", "\u200b")
