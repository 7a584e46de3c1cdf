"""Takes branches and a month, sees how the five items stand on a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from docgen.ledger import BranchLedger
from docgen.model.period import Period
from docgen.web.overview.five_ones import Item, Row, Standing, row, sums

Ledger = Callable[..., BranchLedger]
AUGUST = Period(2020, month=8)


def by_name(found: Row) -> dict[str, Item]:
    return {each.name: each for each in found.items}


def test_a_done_item_names_its_records(ledger: Ledger) -> None:
    item = by_name(row(ledger("三支部"), AUGUST, AUGUST.end))["主题党日"]
    assert item.standing is Standing.DONE
    assert item.records == ("三支部/2020/08/2020-08-10-主题党日",)
    assert item.write is None


def test_what_lacks_is_missing_when_the_month_is_over_and_not_yet_due_before(ledger: Ledger) -> None:
    own = ledger("三支部")
    assert by_name(row(own, AUGUST, date(2020, 8, 30)))["办实事"].standing is Standing.DUE
    missing = by_name(row(own, AUGUST, date(2020, 8, 31)))["办实事"]
    assert missing.standing is Standing.MISSING
    assert missing.write is not None
    assert (missing.write.kind, missing.begun) == ("办实事", False)


def test_outside_the_months_of_the_five_items_nothing_is_asked(ledger: Ledger) -> None:
    found = row(ledger(), Period(2020, month=1), date(2020, 2, 1))
    assert (found.due, found.done) == (0, 0)
    assert {each.standing for each in found.items} == {Standing.NONE}


def test_sums_count_items_and_the_branches_that_have_all(branches: list[BranchLedger]) -> None:
    found = sums(row(each, AUGUST, AUGUST.end) for each in branches)
    assert (found.done, found.due, found.missing, found.complete) == (24, 25, 1, 4)
    assert ("办实事", 4, 5) in found.by_item


def test_a_record_that_does_not_yet_prove_an_item_shows_as_begun() -> None:
    begun = Item("宣传稿", Standing.DUE, ("一支部/2020/08/2020-08-01-宣传稿",), None)
    assert begun.begun
