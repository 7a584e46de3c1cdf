"""Takes the records of 发展党员, gives the steps that are out of order, too early, or against the stage (X15)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from docgen.chinese import date_text
from docgen.findings import Finding, Level
from docgen.ledger import Entry
from docgen.model.admission import AdmissionSteps, Candidate, CandidateStage
from docgen.model.base import Count, label, label_of
from docgen.rules.case import Case
from docgen.rules.consistency.dates import CONFIRMED_STEPS, JOINED_STEPS
from docgen.rules.frequency.windows import moved
from docgen.rules.provision import Parameters
from docgen.rules.regulations import ADMISSION, Basis, Confidence
from docgen.rules.rule import Rule, Test

STAGES = tuple(CandidateStage)
REACHED: dict[CandidateStage, str] = {
    CandidateStage.APPLICANT: "applied",
    CandidateStage.ACTIVIST: "activist_named",
    CandidateStage.OBJECT: "object_named",
    CandidateStage.PROBATIONARY: "admitted_by_meeting",
    CandidateStage.FULL: "confirmed_by_meeting",
}
"""The step with which each stage begins."""
CHAINS = (JOINED_STEPS, CONFIRMED_STEPS)
"""The steps whose order X4 proves already."""


class Intervals(Parameters):
    """How long the stages last, and how soon an applicant is talked to."""

    cultivation: Count = label("考察月数", "确定为积极分子到确定为发展对象，至少几个月", default=12)
    probation: Count = label("预备月数", "预备期几个月", default=12)
    talk: Count = label("谈话月数", "收到入党申请书后，几个月内派人谈话", default=1)


def out_of_order(case: Case[Intervals]) -> Iterator[Finding]:
    """Yield the steps that are dated before a step that they follow."""
    for entry in case.of(Candidate):
        steps = _dated(entry)
        for (before, earlier), (after, later) in pairwise(steps.items()):
            if later < earlier and not any(before in chain and after in chain for chain in CHAINS):
                said = {"step": _label(after), "other": _label(before), "day": date_text(earlier)}
                yield case.finding(entry, "steps", after, case="order", value=date_text(later), **said)


def beyond_the_stage(case: Case[Intervals]) -> Iterator[Finding]:
    """Yield the steps that begin a later stage than the one that is written."""
    for entry in case.of(Candidate):
        steps = _dated(entry)
        for stage in STAGES[STAGES.index(entry.model.stage) + 1 :]:
            step = REACHED[stage]
            if step in steps and steps[step] <= case.day:
                said = {"step": _label(step), "stage": entry.model.stage.value, "reached": stage.value}
                yield case.finding(entry, "steps", step, value=entry.model.name, **said)


def stage_without_its_step(case: Case[Intervals]) -> Iterator[Finding]:
    """Yield the stages that are written though the step with which they begin has no date."""
    for entry in case.of(Candidate):
        step = REACHED[entry.model.stage]
        if step not in _dated(entry):
            said = {"stage": entry.model.stage, "step": _label(step)}
            yield case.finding(entry, "stage", case="step", value=entry.model.name, **said)


def too_soon(case: Case[Intervals]) -> Iterator[Finding]:
    """Yield the 发展对象 named before a year of training, and the 预备党员 confirmed before the end of the 预备期.

    First and last day both count: who was received on 12 June may be confirmed from 11 June of the next year.
    """
    least = case.parameters
    for entry in case.of(Candidate):
        steps = _dated(entry)
        for first, last, months in (
            ("activist_named", "object_named", least.cultivation),
            ("admitted_by_meeting", "confirmed_by_meeting", least.probation),
        ):
            if first in steps and last in steps:
                whole = moved(steps[first], months) or date.max
                if steps[first] <= steps[last] < whole - timedelta(days=1):
                    said = {"step": _label(last), "other": _label(first), "day": date_text(steps[first])}
                    yield case.finding(
                        entry, "steps", last, case="interval", value=date_text(steps[last]), months=months, **said
                    )


def talked_late(case: Case[Intervals]) -> Iterator[Finding]:
    """Yield the first talks that were held later than the months after the application."""
    for entry in case.of(Candidate):
        steps = _dated(entry)
        if "applied" in steps and "first_talk" in steps:
            last = moved(steps["applied"], case.parameters.talk) or date.max
            if steps["first_talk"] > last:
                day, months = date_text(steps["applied"]), case.parameters.talk
                yield case.finding(
                    entry,
                    "steps",
                    "first_talk",
                    case="talk",
                    value=date_text(steps["first_talk"]),
                    day=day,
                    months=months,
                )


def _dated(entry: Entry[Candidate]) -> dict[str, date]:
    """Return the steps that have a date, in the order of the regulation."""
    steps = entry.model.steps
    days = ((name, getattr(steps, name)) for name in AdmissionSteps.model_fields) if steps else ()
    return {name: day for name, day in days if day}


def _label(step: str) -> str:
    return label_of(AdmissionSteps, step)


X15 = Rule(
    id="X15",
    words="发展党员的步骤有序，与所写的阶段一致；培养考察一年以上，预备期一年，收到申请书后一个月内派人谈话",
    levels={
        "X15": Level.ERROR,
        "X15-order": Level.WARN,
        "X15-step": Level.WARN,
        "X15-interval": Level.ERROR,
        "X15-talk": Level.WARN,
    },
    bases=(Basis(ADMISSION, "第七条、第十三条、第二十九条", Confidence.MEDIUM),),
    since=date.min,
    tests=(
        Test(beyond_the_stage),
        Test(out_of_order),
        Test(stage_without_its_step),
        Test(too_soon),
        Test(talked_late),
    ),
    parameters=Intervals,
    branches_only=False,
)
