"""A path of labels and indexes as the name of a field, and back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from docgen.web.forms.naming import JSON, WORD, anchor_of, name_of, steps_of

LABELS = st.text(min_size=1, max_size=12)
PATHS = st.lists(st.one_of(LABELS, st.integers(0, 999)), min_size=1, max_size=6).map(tuple)


def test_a_name_is_the_labels_and_numbers_joined_by_dots() -> None:
    assert name_of(("议题", 0, "发言", 1, "姓名")) == "议题.0.发言.1.姓名"


@given(PATHS, st.sampled_from(["", WORD, JSON]))
def test_every_path_comes_back_from_its_name_whatever_its_labels_hold(path: tuple[str | int, ...], last: str) -> None:
    assert steps_of(name_of(path, last)) == (path, last)


def test_a_label_of_digits_is_no_index() -> None:
    assert steps_of(name_of(("2020", 2020)))[0] == ("2020", 2020)


@given(PATHS)
def test_an_id_has_no_blanks(path: tuple[str | int, ...]) -> None:
    assert anchor_of(name_of(path)).split() == [anchor_of(name_of(path))]
