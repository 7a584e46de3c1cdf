"""Names and values of a form, as data."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.errors import UsageError
from docgen.records.record import Written
from docgen.web.forms.naming import name_of
from docgen.web.forms.parsing import parse

TEXTS = st.text(alphabet=st.characters(exclude_characters="\r", exclude_categories=["Cs"]), min_size=1).filter(
    str.strip
)
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, min_size=1, max_size=4) | st.dictionaries(TEXTS, inner, min_size=1, max_size=4),
    max_leaves=12,
)


def _pairs(value: Written, path: tuple[str | int, ...] = ()) -> list[tuple[str, str]]:
    if isinstance(value, str):
        return [(name_of(path), value)]
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    return [pair for step, inner in steps for pair in _pairs(inner, (*path, step))]


@given(st.dictionaries(TEXTS, VALUES, max_size=5))
def test_any_data_comes_back_from_its_names_and_values(data: dict[str, Written]) -> None:
    assert parse(_pairs(data)).data == data


def test_rows_come_in_the_order_in_which_they_were_sent() -> None:
    sent = [("请假.7.姓名", "乙"), ("请假.2.姓名", "甲"), ("请假.7.事由", "出差")]
    assert parse(sent).data == {"请假": [{"姓名": "乙", "事由": "出差"}, {"姓名": "甲"}]}


def test_empty_texts_and_rows_are_left_out_and_those_after_them_keep_their_names() -> None:
    sent = [("地点", " "), ("请假.0.姓名", ""), ("请假.0.事由", ""), ("请假.1.姓名", "赵四"), ("缺席.0.姓名", "")]
    parsed = parse(sent)
    assert parsed.data == {"请假": [{"姓名": "赵四"}]}
    assert parsed.name_at(("请假", 0, "姓名")) == "请假.1.姓名"
    assert parsed.name_at(("请假", 0, "批准人")) == "请假.1.批准人"
    assert parsed.name_at(("地点",)) == "地点"


def test_a_word_that_was_chosen_stands_for_the_list() -> None:
    assert parse([("出席.~word", "其余"), ("出席.0", "")]).data == {"出席": "其余"}
    assert parse([("出席.~word", ""), ("出席.0", "张一")]).data == {"出席": ["张一"]}


def test_lines_end_as_in_a_file() -> None:
    assert parse([("决议", "一\r\n二")]).data == {"决议": "一\n二"}


def test_a_kept_value_that_is_no_json_is_a_text() -> None:
    assert parse([("地点.~json", "[三楼")]).data == {"地点": "[三楼"}
    assert parse([("地点.~json", '[1, null, {"甲": true}]')]).data == {"地点": ["1", "", {"甲": "True"}]}


def test_a_name_deeper_than_any_record_is_refused() -> None:
    with pytest.raises(UsageError) as caught:
        parse([(".".join("a" * 30), "x")])
    assert caught.value.code == "body-invalid"
