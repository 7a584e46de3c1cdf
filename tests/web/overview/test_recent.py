"""Takes changes and ledgers, sees which records come first, and who sees which."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

from docgen.editing import Change, Verb
from docgen.ledger import BranchLedger
from docgen.web.overview.recent import MOST, recent

DAY = date(2020, 9, 18)
THEME_DAY, TALK = "三支部/2020/08/2020-08-10-主题党日", "谈话"


def change(record: str, verb: Verb = Verb.REPLACED, kinds: tuple[str, ...] = ("主题党日",)) -> Change:
    at = datetime(2020, 9, 18, 8, 30, tzinfo=UTC)
    return Change(7, at, "张一", verb, record, record.partition("/")[0], "", "", "", kinds=kinds)


def test_without_changes_the_records_of_the_last_days_are_shown(ledger: Callable[..., BranchLedger]) -> None:
    found = recent((), {"三支部": ledger("三支部")}, DAY, confidential=frozenset())
    days = [each.day for each in found if each.day]
    assert len(found) == MOST
    assert days == sorted(days, reverse=True)
    assert max(days) <= DAY


def test_what_was_changed_comes_first_with_who_did_it(ledger: Callable[..., BranchLedger]) -> None:
    found = recent([change(THEME_DAY)], {"三支部": ledger("三支部")}, DAY, confidential=frozenset())
    assert (found[0].record, found[0].by, found[0].verb) == (THEME_DAY, "张一", "replaced")
    assert [each.record for each in found].count(THEME_DAY) == 1


def test_a_deleted_record_is_named_and_has_no_title(ledger: Callable[..., BranchLedger]) -> None:
    gone = change("三支部/2020/09/没有了", Verb.DELETED)
    found = recent([gone], {"三支部": ledger("三支部")}, DAY, confidential=frozenset())
    assert (found[0].record, found[0].kind, found[0].title) == (gone.record, "主题党日", "")


def test_changes_of_other_units_are_not_shown(ledger: Callable[..., BranchLedger]) -> None:
    found = recent([change("二支部/2020/09/某")], {"三支部": ledger("三支部")}, DAY, confidential=frozenset())
    assert {each.unit for each in found} == {"三支部"}


def test_a_talk_is_shown_only_to_who_may_read_it(ledger: Callable[..., BranchLedger]) -> None:
    own = ledger("一支部")
    talk = next(entry for entry in own.entries if entry.model.confidential and entry.day and entry.day <= DAY)
    edited = [change(talk.id, kinds=(TALK,))]
    closed = recent(edited, {"一支部": own}, DAY, confidential=frozenset())
    opened = recent(edited, {"一支部": own}, DAY, confidential=frozenset({"一支部"}))
    assert TALK not in {each.kind for each in closed}
    assert opened[0].record == talk.id
