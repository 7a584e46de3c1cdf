"""Takes personal names, checks their spacing, joining and stroke order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from docgen.chinese import by_strokes, name_list, spaced, stroke_count
from docgen.chinese.stroke_table import STROKE_ROWS


def test_a_name_of_two_characters_takes_an_ideographic_space() -> None:
    assert spaced("张一") == "张\u3000一"


def test_longer_and_foreign_names_stay_as_they_are() -> None:
    assert [spaced(name) for name in ("张一一", "欧阳一一", "Li", "李A", "张")] == [
        "张一一",
        "欧阳一一",
        "Li",
        "李A",
        "张",
    ]


@given(st.text())
def test_spacing_twice_is_spacing_once(name: str) -> None:
    assert spaced(spaced(name)) == spaced(name)


def test_a_list_keeps_its_order_and_spaces_short_names() -> None:
    assert name_list(["李二", "张一一"]) == "李　二、张一一"


def test_prose_does_not_space_names() -> None:
    assert name_list(["李二", "张一一"], space_short=False) == "李二、张一一"


def test_a_list_can_be_parted_otherwise() -> None:
    assert name_list(["李二", "张一一"], "　　") == "李　二　　张一一"


def test_stroke_counts_are_those_of_the_national_table() -> None:
    # Counted by hand.
    counts = {
        "丁": 2,
        "王": 4,
        "邓": 4,
        "刘": 6,
        "张": 7,
        "李": 7,
        "赵": 9,
        "喆": 12,
        "曾": 12,
        "魏": 17,
        "一": 1,
        "镱": 18,
        "䴙": 18,
    }
    assert {char: stroke_count(char) for char in counts} == counts


def test_a_character_outside_the_table_has_no_count() -> None:
    assert stroke_count("張") is None


def test_the_table_holds_the_8105_standard_characters_once_each() -> None:
    characters = "".join(STROKE_ROWS.values())
    assert len(characters) == len(set(characters)) == 8105


def test_names_come_by_the_strokes_of_the_surname() -> None:
    assert by_strokes(["赵一", "王一", "丁一", "张一", "刘一"]) == ["丁一", "王一", "刘一", "张一", "赵一"]


def test_equal_strokes_come_by_the_first_stroke() -> None:
    # Seven strokes each: 李 begins with 横, 吴 with 竖, 何 with 撇, 汪 with 点, 张 with 折.
    assert by_strokes(["张一", "汪一", "何一", "吴一", "李一"]) == ["李一", "吴一", "何一", "汪一", "张一"]


def test_rarer_surnames_stand_among_the_common_ones() -> None:
    # 邹 (撇, second level of the table) stands between 吴 (竖) and 宋 (点), both of the first level.
    assert by_strokes(["宋一", "邹一", "吴一"]) == ["吴一", "邹一", "宋一"]


def test_one_surname_goes_on_with_the_given_name_short_names_first() -> None:
    assert by_strokes(["张三", "张一一", "张　二", "张一"]) == ["张一", "张一一", "张　二", "张三"]


def test_unknown_characters_come_last() -> None:
    assert by_strokes(["張一", "Ann", "魏一"]) == ["魏一", "Ann", "張一"]
