"""Takes branches on a day, sees what is overdue, what comes soon, and where to write it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from docgen.drafting import kind_called
from docgen.generation import calendar
from docgen.ledger import BranchLedger
from docgen.model.period import Period
from docgen.rules import State
from docgen.web.overview.owing import SOON, count, kind_for, owing, write_for
from docgen.workspace import Workspace

Ledger = Callable[..., BranchLedger]


def test_what_is_overdue_says_for_how_many_days(ledger: Ledger) -> None:
    day = date(2020, 9, 18)
    late = owing(ledger("三支部", day), 2020, day).late
    assert [(each.item, each.windows, each.days) for each in late] == [("五个一办实事", "8月", -18)]


def test_what_comes_soon_says_how_many_days_are_left_and_the_rest_is_counted(ledger: Ledger) -> None:
    day = date(2020, 9, 18)
    found = owing(ledger("三支部", day), 2020, day)
    assert {("支部党员大会", 12), ("党课", 12)} <= {(each.item, each.days) for each in found.soon}
    assert max(each.due for each in found.soon) <= day + SOON
    assert found.later > 0


def test_the_items_of_the_month_that_a_matrix_shows_are_not_told_again(ledger: Ledger) -> None:
    day = date(2020, 8, 31)
    own = ledger("三支部", day)
    told = {each.item for each in owing(own, 2020, day).late}
    assert "五个一办实事" in told
    assert not owing(own, 2020, day, shown=Period(2020, month=8)).late


def test_a_theme_day_that_lacks_is_told_once(ledger: Ledger) -> None:
    day = date(2021, 1, 31)
    found = owing(ledger("一支部", day), 2021, day)
    assert [each.item for each in found.late].count("主题党日") == 1
    assert not any("五个一主题党日" in each.item for each in found.late)


def test_windows_that_the_same_people_owe_stand_together_and_are_counted_each(ledger: Ledger) -> None:
    day = date(2021, 3, 31)
    late = owing(ledger("一支部", day), 2021, day).late
    committee = next(each for each in late if each.item == "支委会")
    assert (committee.windows, committee.count) == ("1月至3月", 3)
    assert count(late) > len(late)


def test_the_desk_owes_what_the_calendar_says(ledger: Ledger, workspace: Workspace) -> None:
    day = date(2020, 9, 18)
    owed = calendar(workspace, ["五支部"], 2020, day)["五支部"]
    missing = {(each.rule, each.window) for each in owed if each.state is State.MISSING}
    soon = {(each.rule, each.window) for each in owed if each.state is State.DUE and each.due <= day + SOON}
    found = owing(ledger("五支部", day), 2020, day)
    assert missing
    assert count(found.late) == len(missing)
    # The theme day of September stands once, by its own rule.
    assert {each.rule for each in found.soon} == {rule for rule, _ in soon}


@pytest.mark.parametrize(
    ("rule", "item", "kind"),
    [
        ("F1", "支部党员大会", "支部党员大会"),
        ("F4", "主题党日", "主题党日"),
        ("F8", "支委之间谈心谈话", "谈话"),
        ("F9", "集中学习", "教育培训"),
        ("F10", "学习研讨", "理论学习"),
        ("F10", "宣传稿", "宣传稿"),
        ("F11", "书记述职", "述职"),
        ("F12", "换届", "换届"),
    ],
)
def test_each_duty_names_the_kind_of_record_that_does_it(rule: str, item: str, kind: str) -> None:
    assert kind_for(rule, item) == kind
    assert kind_called(kind)


def test_a_record_to_write_lies_in_its_window() -> None:
    august = Period(2020, month=8)
    late = write_for("一支部", "F4", "主题党日", august, date(2020, 9, 18))
    early = write_for("一支部", "F4", "主题党日", august, date(2020, 7, 1))
    assert late is not None
    assert early is not None
    assert (late.day, early.day) == (date(2020, 8, 31), date(2020, 8, 1))


def test_of_a_rule_that_no_record_fulfils_nothing_is_to_be_written() -> None:
    assert write_for("一支部", "V1", "", Period(2020), date(2020, 1, 1)) is None
