"""Two texts and what differs between them."""

from __future__ import annotations

from docgen.web.differences import GONE, KEPT, LEFT_OUT, NEW, compare


def test_a_line_that_changed_is_gone_and_new_and_says_where() -> None:
    difference = compare("甲\n地点: 三楼会议室\n乙", "甲\n地点: 四楼会议室\n乙")
    assert [(line.what, line.old, line.new) for line in difference.lines] == [
        (KEPT, 1, 1),
        (GONE, 2, 0),
        (NEW, 0, 2),
        (KEPT, 3, 3),
    ]
    assert difference.lines[1].pieces == (("地点: ", False), ("三", True), ("楼会议室", False))
    assert (difference.gone, difference.new) == (1, 1)


def test_lines_that_are_not_like_each_other_are_told_as_a_whole() -> None:
    gone, new = compare("甲乙丙丁", "一二三四").lines
    assert (gone.pieces, new.pieces) == ((("甲乙丙丁", False),), (("一二三四", False),))


def test_lines_far_from_a_change_are_counted() -> None:
    before = "\n".join(str(number) for number in range(40))
    difference = compare(before, before.replace("20", "x"))
    assert [line.count for line in difference.lines if line.what == LEFT_OUT] == [17, 16]


def test_a_file_that_came_or_went_is_all_new_or_all_gone() -> None:
    assert {line.what for line in compare("", "甲\n乙").lines} == {NEW}
    assert {line.what for line in compare("甲\n乙", "").lines} == {GONE}


def test_each_line_has_a_sign_that_says_the_same_as_its_colour() -> None:
    signs = {line.what: line.sign for line in compare("甲\n乙", "甲\n丙").lines}
    assert len(set(signs.values())) == len(signs) == 3


def test_the_same_text_is_no_difference() -> None:
    assert (compare("甲", "甲").gone, compare("甲", "甲").new) == (0, 0)
