"""Takes plain values, checks how a paper says them."""

from __future__ import annotations

from docgen.documents.part import numbered


def test_the_entries_of_a_list_are_numbered() -> None:
    assert numbered(["甲", "乙"]) == ("1.甲", "2.乙")


def test_an_only_entry_has_no_number() -> None:
    assert numbered(["甲"]) == ("甲",)
    assert numbered([]) == ()
