"""Takes the appraisals of 民主评议, gives those graded beyond the share of 优秀, out of turn, or without being told."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from docgen.findings import Finding, Level
from docgen.ledger import Entry
from docgen.model.base import Count, label
from docgen.model.meeting import Appraisal, Grade, Meeting
from docgen.rules.case import Case
from docgen.rules.provision import Parameters
from docgen.rules.regulations import BRANCH, CUSTOM, Basis, Confidence
from docgen.rules.rule import Rule, Test


class AppraisalBase(StrEnum):
    """Of whom the share of 优秀 is taken; always 正式党员, for nobody else is graded."""

    PRESENT = "参加评议人数"
    FULL = "正式党员"
    DUE = "应评人数"


class Share(Parameters):
    """Which share of the members may be graded 优秀."""

    base: AppraisalBase = label(
        "基数",
        "参加评议人数（到会的正式党员）、正式党员（当日名册）或应评人数（应到会的正式党员）",
        default=AppraisalBase.PRESENT,
    )
    numerator: Count = label("比例分子", "优秀比例的分子", default=1)
    denominator: Annotated[Count, Field(ge=1)] = label("比例分母", "优秀比例的分母", default=3)

    rising: ClassVar[tuple[tuple[str, str], ...]] = (("numerator", "denominator"),)


def too_many_excellent(case: Case[Share]) -> Iterator[Finding]:
    """Yield the meetings at which more were graded 优秀 than the share allows, rounded down."""
    share = case.parameters
    for entry in case.held(Meeting):
        graded = [each for each in entry.model.appraisals if each.grade is Grade.EXCELLENT]
        excellent = sum(not _is_probationary(case, entry, each) for each in graded)
        people = _base(case, entry) if excellent else 0
        limit = people * share.numerator // share.denominator
        if excellent > limit:
            yield case.finding(
                entry,
                "appraisals",
                value=excellent,
                base=share.base.value,
                people=people,
                numerator=share.numerator,
                denominator=share.denominator,
                limit=limit,
            )


def graded_on_probation(case: Case[Share]) -> Iterator[Finding]:
    """Yield the 预备党员 who were graded: they take part and are never graded."""
    for entry in case.held(Meeting):
        for index, each in enumerate(entry.model.appraisals):
            if each.grade is not None and _is_probationary(case, entry, each):
                steps = ("appraisals", index, "grade")
                yield case.finding(entry, *steps, case="probationary", value=each.name, grade=each.grade.value)


def untold(case: Case[Share]) -> Iterator[Finding]:
    """Yield the graded members of whom no day is written on which they were told; it may follow the meeting."""
    for entry in case.held(Meeting):
        if entry.model.day < case.day:
            for index, each in enumerate(entry.model.appraisals):
                if each.grade is not None and each.told is None:
                    yield case.finding(entry, "appraisals", index, "name", case="told", value=each.name)


def _base(case: Case[Share], entry: Entry[Meeting]) -> int:
    if case.parameters.base is AppraisalBase.FULL:
        return len(case.ledger.roster.full_on(entry.model.day))
    attended = case.ledger.attendance(entry)
    return len(attended.full if case.parameters.base is AppraisalBase.DUE else attended.full_present)


def _is_probationary(case: Case[Share], entry: Entry[Meeting], appraisal: Appraisal) -> bool:
    roster, day = case.ledger.roster, entry.model.day
    member = roster.person(appraisal.name, day)
    return member is not None and not roster.is_full(member, day)


X8 = Rule(
    id="X8",
    words="评为优秀的一般不超过三分之一（通行要求，基数和比例可以设置）；预备党员参加评议，不评定等次；评定意见向本人反馈",
    levels={"X8": Level.WARN, "X8-probationary": Level.ERROR, "X8-told": Level.WARN},
    bases=(Basis(BRANCH, "第十八条"), Basis(CUSTOM, confidence=Confidence.LOW)),
    since=BRANCH.since,
    tests=(Test(too_many_excellent), Test(graded_on_probation), Test(untold)),
    parameters=Share,
    branches_only=False,
)
