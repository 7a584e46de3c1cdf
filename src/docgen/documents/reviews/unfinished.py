"""Takes a branch's year, gives what was left undone in it: tasks, promises, items of the month."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from docgen.documents.five_ones.items import cells_of, of_item
from docgen.documents.part import words
from docgen.ledger import Assignment, BranchLedger, CellState, FiveOnesItem
from docgen.model.commitment import Commitment
from docgen.model.period import Period
from docgen.model.tasks import TaskState
from docgen.view import Figure, View, label

OPEN = frozenset({TaskState.PLANNED, TaskState.RUNNING})
TASK, PROMISE, CELL = (
    "任务“{matter}”{notes}{state}。",
    "{member}承诺“{words}”{notes}未完成。",
    "{item}未完成：{months}。",
)
RESPONSIBLE, DEADLINE = "责任人{}", "期限{}"
NOTES, COMMA, LIST_COMMA = "（{}）", "，", "、"
Fact = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, kw_only=True, slots=True)
class FactView(View):
    """One thing left undone, with the record that says so."""

    number: Figure = label("序号")
    words: str = label("内容")


def unfinished(ledger: BranchLedger, period: Period) -> tuple[FactView, ...]:
    """Return what was due by the end of a year and is not done."""
    facts = (*_tasks(ledger, period), *_promises(ledger, period), *_cells(ledger, period))
    return tuple(
        FactView(number=Figure(index, str(index), sources), words=said)
        for index, (said, sources) in enumerate(facts, start=1)
    )


def _tasks(ledger: BranchLedger, period: Period) -> Iterator[Fact]:
    for each in ledger.tasks(period):
        if each.entry.model.held and each.task.state in OPEN and _was_due(each.task.deadline, period):
            yield _task(each), (each.entry.id,)


def _task(each: Assignment) -> str:
    task = each.task
    notes = _notes((RESPONSIBLE, task.responsible), (DEADLINE, task.deadline))
    return TASK.format(matter=task.matter, notes=notes, state=task.state)


def _promises(ledger: BranchLedger, period: Period) -> Iterator[Fact]:
    for entry in ledger.of(Commitment, year=period.year):
        for promise in entry.model.promises:
            if promise.done is None and _was_due(promise.deadline, period):
                notes = _notes((DEADLINE, promise.deadline))
                yield PROMISE.format(member=entry.model.member, words=promise.words, notes=notes), (entry.id,)


def _cells(ledger: BranchLedger, period: Period) -> Iterator[Fact]:
    cells = [cell for cell in cells_of(ledger, period) if cell.state is CellState.MISSING]
    for item in FiveOnesItem:
        missing = of_item(cells, item)
        if missing:
            months = LIST_COMMA.join(cell.month.text for cell in missing)
            yield CELL.format(item=item, months=months), tuple(id for cell in missing for id in cell.records)


def _was_due(deadline: date | None, period: Period) -> bool:
    return deadline is None or deadline <= period.end


def _notes(*pairs: tuple[str, object]) -> str:
    said = COMMA.join(form.format(words(value)) for form, value in pairs if value)
    return NOTES.format(said) if said else ""
