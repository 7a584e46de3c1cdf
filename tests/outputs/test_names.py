"""Takes the parts of names, gives names that Windows, a zip and a person accept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.outputs import file_name, safe_part


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("一支部", "一支部"),
        ("a/b\\c", "a_b_c"),
        ('问:"何时?"', "问_何时_"),
        ("CON", "_CON"),
        ("com1.txt", "_com1.txt"),
        ("末尾. ", "末尾"),
        ("", "_"),
        ("..", "_"),
    ],
)
def test_a_part_of_a_name_is_made_safe(text: str, safe: str) -> None:
    assert safe_part(text) == safe


def test_empty_parts_leave_no_hyphen() -> None:
    assert file_name(("一支部", "2020", "", "总结"), "docx") == "一支部-2020-总结.docx"


def test_two_long_names_stay_two() -> None:
    names = {file_name(("支部" * 60, number), "docx") for number in ("1", "2")}

    assert len(names) == 2
    assert {len(name) for name in names} == {80}


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_any_name_is_short_and_has_no_separator(parts: list[str]) -> None:
    name = file_name(tuple(parts), "docx")

    assert len(name) <= 80
    assert name.endswith(".docx")
    assert not set(name) & set('<>:"/\\|?*')
    assert not name.startswith(".")
