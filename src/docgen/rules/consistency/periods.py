"""Takes what goes on over a time, gives days outside of it, and what lacks the hours or words by which it counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, TypeAlias

from docgen.chinese import date_text
from docgen.findings import Finding, Level
from docgen.model.base import RecordModel, label_of
from docgen.model.improvement import Brand, SecretaryProject
from docgen.model.projects import Project, Suggestion
from docgen.model.responsibility import DutyList, Liaison, PostDuty
from docgen.model.service import CareVisit, Carrier, Pairing, Training, VolunteerWork
from docgen.model.unit import Span
from docgen.rules.case import Case
from docgen.rules.provision import Parameters
from docgen.rules.regulations import ARITHMETIC, Basis
from docgen.rules.rule import Rule, Test

SIGN = "、"
Steps: TypeAlias = tuple[str | int, ...]
Dated: TypeAlias = Iterator[tuple[Steps, date | None]]
Bounds: TypeAlias = tuple[date | None, date | None]
CHECKABLE = ("standard", "frequency", "evidence")
COUNTED: tuple[type[RecordModel], ...] = (VolunteerWork, Training)
PEOPLE: tuple[tuple[type[RecordModel], str], ...] = (
    (VolunteerWork, "members"),
    (Training, "members"),
    (CareVisit, "visitors"),
)


def outside(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the days that lie before what they belong to began, or after it ended."""
    for model, (bounds, days) in TIMES.items():
        for entry in case.of(model):
            first, last = bounds(entry.model)
            for steps, day in days(entry.model):
                bound = _missed(day, first, last)
                if day is not None and bound is not None:
                    yield case.finding(entry, *steps, value=date_text(day), bound=date_text(bound))


def without_hours(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the volunteer work and the training of which no hours count, for none are written."""
    for model in COUNTED:
        for entry in case.of(model):
            if getattr(entry.model, "hours", None) is None:
                said = {"lacks": label_of(model, "hours")}
                yield case.finding(entry, "hours", case="hours", value=entry.model.title, **said)


def without_people(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield what was done by nobody."""
    for model, attribute in PEOPLE:
        for entry in case.of(model):
            if not getattr(entry.model, attribute):
                said = {"lacks": label_of(model, attribute)}
                yield case.finding(entry, attribute, case="members", value=entry.model.title, **said)


def uncheckable(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the duties without a standard, a frequency or evidence."""
    for entry in case.of(DutyList):
        for index, duty in enumerate(entry.model.duties or ()):
            lacks = SIGN.join(label_of(PostDuty, name) for name in CHECKABLE if getattr(duty, name) is None)
            if lacks:
                yield case.finding(entry, "duties", index, "words", case="duty", value=duty.words, lacks=lacks)


def _missed(day: date | None, first: date | None, last: date | None) -> date | None:
    """Return the bound that a day lies beyond, None where it lies within."""
    if day is None:
        return None
    if first is not None and day < first:
        return first
    return last if last is not None and day > last else None


def _span(span: Span | None) -> Bounds:
    return (span.since, span.until) if span else (None, None)


def _listed(attribute: str, name: str) -> Callable[[Any], Dated]:
    def days(model: Any) -> Dated:
        for index, each in enumerate(getattr(model, attribute) or ()):
            yield (attribute, index, name), getattr(each, name)

    return days


def _span_days(model: Any) -> Dated:
    """Yield the end of a span, which its begin must not follow."""
    if model.span:
        yield ("span", "until"), model.span.until


def _ended(model: Any) -> Dated:
    yield ("ended",), model.ended


def _project_days(model: Any) -> Dated:
    yield from _ended(model)
    yield from _listed("rounds", "day")(model)


def _secretary_days(model: Any) -> Dated:
    yield from _ended(model)
    yield from _listed("milestones", "done")(model)


def _suggestion_days(model: Any) -> Dated:
    yield from _listed("reviews", "day")(model)
    if model.reward:
        yield ("reward", "day"), model.reward.day


def _brand_days(model: Any) -> Dated:
    yield from _listed("stages", "since")(model)
    yield from _listed("stages", "until")(model)


def _pairing_days(model: Any) -> Dated:
    yield from _span_days(model)
    yield from _listed("activities", "day")(model)


def _from_start(model: Any) -> Bounds:
    return model.started, None


def _first_to_last(model: Any) -> Bounds:
    return model.started, model.ended


def _raised(model: Any) -> Bounds:
    return model.raised, None


def _of_span(model: Any) -> Bounds:
    return _span(model.span)


def _of_year(model: Any) -> Bounds:
    return (date(model.year, 1, 1), date(model.year, 12, 31)) if model.year else (None, None)


TIMES: Mapping[type[RecordModel], tuple[Callable[[Any], Bounds], Callable[[Any], Dated]]] = {
    SecretaryProject: (_first_to_last, _secretary_days),
    Project: (_first_to_last, _project_days),
    Suggestion: (_raised, _suggestion_days),
    Brand: (_from_start, _brand_days),
    Liaison: (_of_year, _listed("visits", "day")),
    Carrier: (_of_span, _span_days),
    Pairing: (_of_span, _pairing_days),
}

X20 = Rule(
    id="X20",
    words=(
        "节点、轮次、走访、活动、评审的日期在所属事项的起止以内；志愿服务和教育培训写明时长和参加的人，慰问写明慰问人；"
        "责任清单的每项职责有标准、频次和佐证"
    ),
    levels={"X20": Level.ERROR, "X20-hours": Level.WARN, "X20-members": Level.WARN, "X20-duty": Level.WARN},
    bases=(Basis(ARITHMETIC),),
    since=date.min,
    tests=(Test(outside), Test(without_hours), Test(without_people), Test(uncheckable)),
    parameters=Parameters,
    branches_only=False,
)
