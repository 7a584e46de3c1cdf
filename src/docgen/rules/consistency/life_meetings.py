"""Takes the 组织生活会, gives the problems that cannot be followed up, and meetings without preparation (X21)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.findings import Finding, Level
from docgen.model.base import label_of
from docgen.model.meeting import Meeting, MeetingType, Preparation, Shortcoming
from docgen.rules.case import Case
from docgen.rules.provision import Parameters
from docgen.rules.regulations import BRANCH, Basis
from docgen.rules.rule import Rule, Test

SIGN = "、"
FOLLOWED_UP = ("remedy", "responsible", "deadline")
PREPARED = ("study", "talks", "opinions")


def not_followed_up(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the problems without a remedy, somebody responsible or a deadline."""
    for entry in case.held(Meeting, type=MeetingType.ORGANISATION_LIFE):
        for index, each in enumerate(entry.model.shortcomings):
            lacks = SIGN.join(label_of(Shortcoming, name) for name in FOLLOWED_UP if getattr(each, name) is None)
            if lacks:
                yield case.finding(entry, "shortcomings", index, "problem", value=each.name, lacks=lacks)


def not_prepared(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the meetings of which it is not written how they were prepared."""
    for entry in case.held(Meeting, type=MeetingType.ORGANISATION_LIFE):
        before = entry.model.preparation or Preparation()
        lacks = SIGN.join(label_of(Preparation, name) for name in PREPARED if getattr(before, name) is None)
        if lacks:
            yield case.finding(entry, "type", case="preparation", value=lacks)


X21 = Rule(
    id="X21",
    words="组织生活会会前学习、谈心谈话、征求意见；查摆的问题有整改措施、责任人和期限",
    levels={"X21": Level.WARN, "X21-preparation": Level.WARN},
    bases=(Basis(BRANCH, "第十七条"),),
    since=BRANCH.since,
    tests=(Test(not_followed_up), Test(not_prepared)),
    parameters=Parameters,
    branches_only=False,
)
