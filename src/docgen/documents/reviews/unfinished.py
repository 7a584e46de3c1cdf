"""Takes a branch's year, gives what was left undone in it: tasks, promises, plans, what the rules ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from docgen.documents.obligations.owed import items, owed, told, windows_text
from docgen.documents.part import words
from docgen.ledger import Assignment, BranchLedger
from docgen.model.commitment import Commitment
from docgen.model.period import Period
from docgen.rules import State, check, rulebook
from docgen.view import Figure, View, label
from docgen.vocabulary import message

TASK, PROMISE, DUTY, TIMES = (
    "任务“{matter}”{notes}{state}。",
    "{member}承诺“{words}”{notes}未完成。",
    "{item}未完成：{windows}{times}。",
    "，共{}项",
)
OVERDUE, OVERDUE_PLAN = "X5", "X5-plan"
RESPONSIBLE, DEADLINE = "责任人{}", "期限{}"
NOTES, COMMA = "（{}）", "，"
Fact = tuple[str, tuple[str, ...]]


class FactView(View, frozen=True, kw_only=True):
    """One thing left undone, with the record that says so."""

    number: Figure = label("序号")
    words: str = label("内容")


def unfinished(ledger: BranchLedger, period: Period) -> tuple[FactView, ...]:
    """Return what was due by the end of a year and is not done."""
    parts = (_tasks, _promises, _plans, _duties)
    return numbered_facts(fact for part in parts for fact in part(ledger, period))


def numbered_facts(facts: Iterable[Fact]) -> tuple[FactView, ...]:
    """Return facts with their numbers."""
    return tuple(
        FactView(number=Figure(index, str(index), sources), words=said)
        for index, (said, sources) in enumerate(facts, start=1)
    )


def _tasks(ledger: BranchLedger, period: Period) -> Iterator[Fact]:
    for each in ledger.tasks(period):
        if each.entry.model.held and each.task.open and _was_due(each.task.deadline, period):
            yield task_words(each), (each.entry.id,)


def task_words(each: Assignment) -> str:
    """Return a task with who answers for it, its deadline and where it stands."""
    task = each.task
    notes = _notes((RESPONSIBLE, task.responsible), (DEADLINE, task.deadline))
    return TASK.format(matter=task.matter, notes=notes, state=task.state)


def _promises(ledger: BranchLedger, period: Period) -> Iterator[Fact]:
    for entry in ledger.of(Commitment, year=period.year):
        for promise in entry.model.promises:
            if promise.done is None and _was_due(promise.deadline, period):
                notes = _notes((DEADLINE, promise.deadline))
                yield PROMISE.format(member=entry.model.member, words=promise.words, notes=notes), (entry.id,)


def _plans(ledger: BranchLedger, period: Period) -> Iterator[Fact]:
    """Yield the planned measures of which nothing became, in the words of the rule about what is overdue."""
    rules = rulebook(ledger.settings).only((OVERDUE,))
    for finding in check(ledger, rules, ledger.as_of(period)):
        entry = ledger.entry(finding.subject)
        if finding.code == OVERDUE_PLAN and entry is not None and entry.day is not None and entry.day in period:
            yield message(finding), (entry.id,)


def _duties(ledger: BranchLedger, period: Period) -> Iterator[Fact]:
    for item in items(owed(ledger, period)):
        missing = item.in_state(State.MISSING)
        if len(missing) == 1:
            yield told(missing[0]), ()
        elif missing:
            windows = windows_text(part.window for part in missing)
            times = TIMES.format(len(missing)) if len(missing) > len({part.window for part in missing}) else ""
            yield DUTY.format(item=item.name, windows=windows, times=times), ()


def _was_due(deadline: date | None, period: Period) -> bool:
    return deadline is None or deadline <= period.end


def _notes(*pairs: tuple[str, object]) -> str:
    said = COMMA.join(form.format(words(value)) for form, value in pairs if value)
    return NOTES.format(said) if said else ""
