"""Takes ids, gives the names by which people may call the records."""

from __future__ import annotations

from docgen.records.entry import names_of


def test_a_record_is_called_by_its_id_without_its_unit_or_by_its_last_part() -> None:
    names = names_of(["一支部/2020/06/党课"], "一支部")

    assert names == dict.fromkeys(["一支部/2020/06/党课", "2020/06/党课", "一支部/党课", "党课"], "一支部/2020/06/党课")


def test_a_last_part_that_two_records_bear_is_no_name() -> None:
    names = names_of(["一支部/2020/06/党课", "一支部/2020/09/党课"], "一支部")

    assert set(names) == {"一支部/2020/06/党课", "2020/06/党课", "一支部/2020/09/党课", "2020/09/党课"}


def test_a_full_id_wins_over_the_last_part_of_another() -> None:
    assert names_of(["一支部/党课", "一支部/2020/甲"], "一支部")["党课"] == "一支部/党课"
    assert names_of(["一支部/甲", "一支部/2020/乙/丙"], "一支部")["丙"] == "一支部/2020/乙/丙"
