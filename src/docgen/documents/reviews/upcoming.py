"""Takes a branch's year, gives what is known to lie ahead: what the rules ask of the next year, tasks and promises."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.chinese import date_text
from docgen.documents.obligations.owed import LIST_COMMA, Item, items, length, owed_on
from docgen.documents.reviews.unfinished import Fact, FactView, numbered_facts, task_words
from docgen.ledger import BranchLedger
from docgen.model.commitment import Commitment
from docgen.model.period import Period

DUTIES, TIMES, PEOPLE = "{year}应完成{items}。", "{item}{count}次", "{item}{count}人次"
PROMISES = "尚未到期的承诺{count}项，最迟{day}前完成。"
WHOLE_YEAR = 12


def upcoming(ledger: BranchLedger, period: Period) -> tuple[FactView, ...]:
    """Return what is to be done after a year: the next one's obligations, and what of the year's own is not due yet."""
    return numbered_facts(fact for part in (_duties, _tasks, _promises) for fact in part(ledger, period))


def _duties(ledger: BranchLedger, period: Period) -> Iterator[Fact]:
    found = items(owed_on(ledger, period.next().year, ledger.as_of(period)))
    if said := LIST_COMMA.join(_counted(item) for item in found if item.due):
        yield DUTIES.format(year=period.next().text, items=said), ()


def _counted(item: Item) -> str:
    """Return how often an item is owed; what is owed once a year of people, of how many."""
    of_people = length(item.due[0].window) == WHOLE_YEAR and bool(item.due[0].who)
    return (PEOPLE if of_people else TIMES).format(item=item.name, count=len(item.due))


def _tasks(ledger: BranchLedger, period: Period) -> Iterator[Fact]:
    for each in ledger.tasks(period):
        deadline = each.task.deadline
        if each.entry.model.held and each.task.open and deadline is not None and deadline > period.end:
            yield task_words(each), (each.entry.id,)


def _promises(ledger: BranchLedger, period: Period) -> Iterator[Fact]:
    """Yield how many promises are not due yet, in one sentence: each member has some."""
    days, sources = [], []
    for entry in ledger.of(Commitment, year=period.year):
        for promise in entry.model.promises:
            if promise.done is None and promise.deadline is not None and promise.deadline > period.end:
                days.append(promise.deadline)
                sources.append(entry.id)
    if days:
        yield PROMISES.format(count=len(days), day=date_text(max(days))), tuple(dict.fromkeys(sources))
