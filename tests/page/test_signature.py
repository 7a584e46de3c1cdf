"""Takes signatures and dates, checks their indents against numbers worked by hand (GB/T 9704 7.3.5)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.page import SignatureIndents, signature

HAN = st.text(st.just("某"), min_size=1, max_size=26)
LINE = 28


@pytest.mark.parametrize(
    ("name", "date", "name_right", "date_right"),
    [
        # 署名 12, date 4×.5+年+.5+月+.5+日 = 6: begins at 28-2-12 = 14, the date at 16, ends at 22, 6 from the right.
        ("中共某某局第一支部委员会", "2020年3月5日", 2, 6),
        # 署名 9, date 7 (two digits each): 9 - 7 = 2.
        ("某某局机关党委会议", "2020年10月21日", 2, 2),
        # 署名 7, date 6: the date begins two right of the name and ends 1 from the right.
        ("某某局第一支部", "2020年3月5日", 2, 1),
        # 署名 6, date 6: not longer, so the rule still holds: the date ends at the edge.
        ("某局第一支部", "2020年3月5日", 2, 0),
        # 署名 5, date 6 is longer: date right 2, begins at 28-2-6 = 20; the name begins at 18, ends at 23, right 5.
        ("第一党支部", "2020年3月5日", 5, 2),
        # 署名 3, date 6.5: date begins at 19.5, the name at 17.5, ends at 20.5, right 7.5.
        ("办公室", "2020年10月5日", 7.5, 2),
    ],
)
def test_without_a_seal_the_longer_line_is_set_and_the_other_follows(
    name: str, date: str, name_right: float, date_right: float
) -> None:
    assert signature(name, date) == SignatureIndents(name_right, date_right)


@pytest.mark.parametrize(
    ("name", "date", "name_right", "date_right"),
    [
        # Date 6, right 4: its middle is 7 from the right; a name of 12 reaches 6 beyond it, so it ends 1 from the right.
        ("中共某某局第一支部委员会", "2020年3月5日", 1, 4),
        # A name of 5 reaches 2.5 beyond the middle: 7 - 2.5 = 4.5.
        ("第一党支部", "2020年3月5日", 4.5, 4),
        # A name of 16 would reach 8 beyond a middle 7 away: it touches the edge, the date moves to (16-6)/2 = 5.
        ("中共某某省某某局机关第一支部委员", "2020年3月5日", 0, 5),
    ],
)
def test_with_a_seal_the_name_is_centred_on_the_date(
    name: str, date: str, name_right: float, date_right: float
) -> None:
    assert signature(name, date, seal=True) == SignatureIndents(name_right, date_right)


@given(HAN)
def test_without_a_seal_the_date_begins_two_characters_right_of_the_name(name: str) -> None:
    date = "2020年10月21日"
    placed = signature(name, date)
    name_start = LINE - placed.name_right_chars - len(name)
    date_start = LINE - placed.date_right_chars - 7
    assert date_start - name_start == 2
    assert 2 in (placed.name_right_chars, placed.date_right_chars)
    assert placed.date_right_chars >= 0


@given(HAN)
def test_with_a_seal_both_lines_have_one_middle_and_stay_on_the_page(name: str) -> None:
    placed = signature(name, "2020年3月5日", seal=True)
    assert placed.name_right_chars + len(name) / 2 == placed.date_right_chars + 6 / 2
    assert placed.name_right_chars >= 0
    assert placed.date_right_chars >= 4
