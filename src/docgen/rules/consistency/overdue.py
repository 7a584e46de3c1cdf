"""Takes tasks, commitments and remedies with a deadline, gives those past it without a result (X5)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.chinese import date_text
from docgen.findings import Finding, Level
from docgen.model.commitment import Commitment
from docgen.model.improvement import Improvement
from docgen.model.meeting import Meeting
from docgen.model.tasks import SETTLED
from docgen.rules.case import Case
from docgen.rules.provision import Parameters
from docgen.rules.regulations import ORGANISATION, Basis
from docgen.rules.rule import Rule, Test


def tasks(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the tasks of held meetings that are neither done nor cancelled, and have no result."""
    for entry in case.held(Meeting):
        for index, task in enumerate(entry.model.tasks):
            if task.open and _past(task.deadline, case.day):
                at = ("tasks", index, "deadline")
                yield case.finding(entry, *at, value=task.matter, day=_text(task.deadline), who=task.responsible or "")


def remedies(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the remedies of an 组织生活会 that are neither done nor cancelled; the problem itself is not said again."""
    for entry in case.held(Meeting):
        for index, each in enumerate(entry.model.shortcomings):
            if _past(each.deadline, case.day) and each.state not in SETTLED:
                at = ("shortcomings", index, "deadline")
                yield case.finding(entry, *at, case="remedy", value=each.name, day=_text(each.deadline))


def promises(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the promised things without 完成日期, in commitments that were not reviewed yet."""
    for entry in case.of(Commitment):
        review = entry.model.review
        if review is not None and (review.grade or review.day):
            continue
        for index, promise in enumerate(entry.model.promises):
            if _past(promise.deadline, case.day) and promise.done is None:
                at = ("promises", index, "deadline")
                values = {"day": _text(promise.deadline), "who": entry.model.member}
                yield case.finding(entry, *at, case="promise", value=promise.words, **values)


def plans(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the planned steps of a cycle in which nothing was written of doing, checking or acting."""
    for entry in case.of(Improvement):
        model = entry.model
        if model.do or model.check or model.act:
            continue
        for index, step in enumerate(model.plan or ()):
            if _past(step.deadline, case.day):
                at = ("plan", index, "deadline")
                yield case.finding(entry, *at, case="plan", value=step.problem, day=_text(step.deadline))


def _past(deadline: date | None, day: date) -> bool:
    """Tell whether a deadline is over; on the day itself it is not."""
    return deadline is not None and deadline < day


def _text(deadline: date | None) -> str:
    return date_text(deadline) if deadline else ""


X5 = Rule(
    id="X5",
    words="任务、承诺、整改到期应有结果",
    levels={"X5": Level.WARN, "X5-remedy": Level.WARN, "X5-promise": Level.WARN, "X5-plan": Level.WARN},
    bases=(Basis(ORGANISATION),),
    since=date.min,
    tests=(Test(tasks), Test(remedies), Test(promises), Test(plans)),
    parameters=Parameters,
    branches_only=False,
)
