"""Two edits of one record that met."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from docgen.records.record import Written
from docgen.web.forms.merging import Pick, differences, merged

BASE: dict[str, Written] = {
    "地点": "三楼",
    "主持人": "张一",
    "要求": ["准时"],
    "议题": [{"标题": "甲", "决议": "同意"}, {"标题": "乙"}],
}
LABELS = st.sampled_from(["地点", "主持人", "议题", "要求", "标题", "决议"])
TEXTS = st.sampled_from(["一", "二", "三", "四"])
GROUPS = st.dictionaries(LABELS, TEXTS, min_size=1, max_size=3)
VALUES = st.one_of(TEXTS, st.lists(TEXTS, min_size=1, max_size=3), st.lists(GROUPS, min_size=1, max_size=3), GROUPS)
RECORDS = st.dictionaries(LABELS, VALUES, max_size=5)


@given(st.none() | RECORDS, RECORDS, RECORDS)
def test_to_pick_one_side_everywhere_gives_that_side(
    base: dict[str, Written] | None, mine: dict[str, Written], theirs: dict[str, Written]
) -> None:
    found = differences(base, mine, theirs)
    assert merged(base, mine, theirs, {each.where: Pick.MINE for each in found}) == mine
    assert merged(base, mine, theirs, {each.where: Pick.THEIRS for each in found}) == theirs


@given(RECORDS, RECORDS)
def test_what_one_alone_changed_is_taken_without_asking(base: dict[str, Written], other: dict[str, Written]) -> None:
    assert merged(base, other, base, {}) == other
    assert merged(base, base, other, {}) == other
    assert not any(each.contested for each in differences(base, other, base))


@given(RECORDS)
def test_what_is_the_same_differs_nowhere(data: dict[str, Written]) -> None:
    assert differences(None, data, data) == ()


def test_changes_of_different_fields_come_together() -> None:
    mine = BASE | {"地点": "四楼"}
    theirs = BASE | {"主持人": "李二"}
    assert merged(BASE, mine, theirs, {}) == BASE | {"地点": "四楼", "主持人": "李二"}


def test_rows_are_known_by_their_title_and_not_by_their_number() -> None:
    mine = BASE | {"议题": [{"标题": "甲", "决议": "缓议"}, {"标题": "乙"}]}
    theirs = BASE | {"议题": [{"标题": "新"}, {"标题": "甲", "决议": "同意"}, {"标题": "乙"}]}
    found = differences(BASE, mine, theirs)
    assert {each.where for each in found} == {("议题", "新"), ("议题", "甲", "决议")}
    together = merged(BASE, mine, theirs, {})
    assert together["议题"] == [{"标题": "新"}, {"标题": "甲", "决议": "缓议"}, {"标题": "乙"}]


def test_of_two_lists_of_texts_both_can_be_had() -> None:
    mine, theirs = BASE | {"要求": ["准时", "带笔"]}, BASE | {"要求": ["准时", "签到"]}
    (found,) = differences(BASE, mine, theirs)
    assert found.contested
    assert found.suggested is Pick.BOTH
    assert merged(BASE, mine, theirs, {})["要求"] == ["准时", "签到", "带笔"]


def test_the_same_field_changed_by_both_is_asked_about_and_mine_unless_chosen() -> None:
    mine, theirs = BASE | {"地点": "四楼"}, BASE | {"地点": "五楼"}
    (found,) = differences(BASE, mine, theirs)
    assert found.contested
    assert (found.mine, found.theirs) == ("四楼", "五楼")
    assert merged(BASE, mine, theirs, {("地点",): Pick.THEIRS})["地点"] == "五楼"
    assert merged(BASE, mine, theirs, {})["地点"] == "四楼"


def test_a_field_that_one_removed_can_be_left_out() -> None:
    mine = {key: value for key, value in BASE.items() if key != "地点"}
    theirs = BASE | {"地点": "五楼"}
    assert "地点" not in merged(BASE, mine, theirs, {("地点",): Pick.MINE})
