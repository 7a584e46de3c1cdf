"""Takes branches, a month and a day, sees the desk: the worst first, the complete ones of many by name alone."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from docgen.ledger import BranchLedger
from docgen.model.period import Period
from docgen.web.overview.desk import FEW, desk

AUGUST = Period(2020, month=8)


def test_the_branch_that_lacks_most_is_first(branches: list[BranchLedger]) -> None:
    found = desk(branches, AUGUST, AUGUST.end)
    assert found.rows[0].unit == "三支部"
    assert found.owing[0].unit == "五支部"
    assert [each.weight for each in found.owing] == sorted((each.weight for each in found.owing), reverse=True)


def test_the_sums_are_those_of_the_branches(branches: list[BranchLedger]) -> None:
    found = desk(branches, AUGUST, date(2020, 9, 18))
    assert (found.late, found.soon) == (
        sum(each.weight[0] for each in found.owing),
        sum(each.weight[1] for each in found.owing),
    )
    # What August lacks stands in the matrix.
    assert found.late == 3


def test_of_few_branches_each_has_its_row(branches: list[BranchLedger]) -> None:
    found = desk(branches, AUGUST, AUGUST.end)
    assert (len(found.shown), found.complete) == (5, ())


def test_of_many_branches_only_those_that_lack_something_have_a_row(branches: list[BranchLedger]) -> None:
    found = desk(branches, AUGUST, AUGUST.end)
    many = replace(found, rows=(found.rows[0], *(replace(found.rows[1], unit=f"第{n}支部") for n in range(FEW))))
    assert [each.unit for each in many.shown] == ["三支部"]
    assert len(many.complete) == FEW


def test_without_branches_the_desk_is_empty_and_asks_for_nothing() -> None:
    found = desk([], AUGUST, AUGUST.end)
    assert (found.rows, found.owing, found.asked, found.late) == ((), (), False, 0)
