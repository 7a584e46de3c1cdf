"""Takes records that have a state, gives those whose state is claimed without what it rests on, or against it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from msgspec import Struct

from docgen.findings import Finding, Level
from docgen.ledger import Entry
from docgen.model.base import RecordModel, label_of
from docgen.model.improvement import Brand, BrandState, SecretaryProject, SecretaryProjectState
from docgen.model.projects import Project, Suggestion, SuggestionState, SuggestionVerdict
from docgen.model.responsibility import Talk, TalkState
from docgen.model.service import Carrier, Pairing
from docgen.rules.case import Case
from docgen.rules.provision import Parameters
from docgen.rules.regulations import ORGANISATION, Basis
from docgen.rules.rule import Rule, Test

SIGN = "、"
STATE = "state"


class Way(Struct, frozen=True):
    """The states of a kind in their order, and the fields that each adds to what those before it rest on.

    A state that is no part of the way, as 不采纳, rests on nothing here.
    """

    model: type[RecordModel]
    states: tuple[StrEnum, ...]
    needs: Mapping[StrEnum, tuple[str, ...]]

    def evidence(self, state: StrEnum) -> list[str]:
        """Return the fields that a state rests on."""
        reached = self.states[: self.states.index(state) + 1] if state in self.states else ()
        return [name for each in reached for name in self.needs.get(each, ())]


WAYS = (
    Way(
        Suggestion,
        tuple(state for state in SuggestionState if state is not SuggestionState.DECLINED),
        {
            SuggestionState.CERTIFIED: ("reviews",),
            SuggestionState.CARRIED_OUT: ("measures",),
            SuggestionState.EVALUATED: ("benefit",),
            SuggestionState.REWARDED: ("reward",),
        },
    ),
    Way(
        SecretaryProject,
        tuple(SecretaryProjectState),
        {
            SecretaryProjectState.APPROVED: ("goals", "measures"),
            SecretaryProjectState.CONCLUDED: ("ended", "result"),
        },
    ),
    Way(Brand, tuple(BrandState), {BrandState.BUILDING: ("measures",), BrandState.NAMED: ("effect",)}),
    Way(Talk, tuple(TalkState), {TalkState.FOLLOWED: ("follow_up",)}),
)
OUTCOMES: tuple[tuple[type[RecordModel], str], ...] = ((Carrier, "result"), (Pairing, "effect"), (Project, "result"))
ADOPTED = frozenset({SuggestionVerdict.ADOPTED, SuggestionVerdict.AMENDED})


def without_evidence(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the records whose state rests on fields that are not written."""
    for way in WAYS:
        for entry in case.of(way.model):
            state = getattr(entry.model, STATE)
            lacks = [name for name in way.evidence(state) if not getattr(entry.model, name)]
            if lacks:
                words = SIGN.join(label_of(way.model, name) for name in lacks)
                yield case.finding(entry, STATE, value=entry.model.title, state=state.value, lacks=words)


def declined(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the declined suggestions without a reason, and those that were rewarded all the same."""
    for entry in case.of(Suggestion, state=SuggestionState.DECLINED):
        model = entry.model
        if not model.declined_because:
            yield case.finding(entry, STATE, case="declined", value=model.title)
        if model.reward:
            yield case.finding(entry, "reward", case="reward", value=model.title)


def against_the_verdict(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the suggestions that go on though their last review declined them, or end though it adopted them."""
    for entry in case.of(Suggestion):
        verdicts = [(index, each.verdict) for index, each in enumerate(entry.model.reviews or ()) if each.verdict]
        if verdicts and _contradicts(entry.model.state, verdicts[-1][1]):
            index, verdict = verdicts[-1]
            said = {"state": entry.model.state.value, "verdict": verdict.value}
            yield case.finding(entry, "reviews", index, "verdict", case="verdict", value=entry.model.title, **said)


def ended_without_outcome(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield what has ended before the day of checking and has no outcome written."""
    for model, outcome in OUTCOMES:
        for entry in case.of(model):
            end = _end(entry)
            if end is not None and end < case.day and not getattr(entry.model, outcome):
                said = {"lacks": label_of(model, outcome)}
                yield case.finding(entry, *_end_steps(entry), case="ended", value=entry.model.title, **said)


def _contradicts(state: SuggestionState, verdict: SuggestionVerdict) -> bool:
    if state is SuggestionState.DECLINED:
        return verdict in ADOPTED
    goes_on = state not in (SuggestionState.COLLECTED, SuggestionState.ACCEPTED)
    return goes_on and verdict is SuggestionVerdict.DECLINED


def _end(entry: Entry[RecordModel]) -> date | None:
    model: Any = entry.model
    if isinstance(model, Project):
        return model.ended
    return model.span.until if model.span else None


def _end_steps(entry: Entry[RecordModel]) -> tuple[str, ...]:
    return ("ended",) if isinstance(entry.model, Project) else ("span", "until")


X17 = Rule(
    id="X17",
    words=(
        "写了状态，就要有这个状态的依据：合理化建议依次征集、受理、认证、实施、评估、激励，不采纳的写明理由、没有奖励；"
        "书记破题立项有目标和措施、结项有成果；品牌命名有成效；谈话跟进有后续；攻关项目、先锋载体、结对结束了有成果或成效"
    ),
    levels={
        "X17": Level.WARN,
        "X17-declined": Level.ERROR,
        "X17-reward": Level.ERROR,
        "X17-verdict": Level.ERROR,
        "X17-ended": Level.WARN,
    },
    bases=(Basis(ORGANISATION),),
    since=date.min,
    tests=(Test(without_evidence), Test(declined), Test(against_the_verdict), Test(ended_without_outcome)),
    parameters=Parameters,
    branches_only=False,
)
