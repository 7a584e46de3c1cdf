"""Takes the 诫勉谈话 of a branch, gives those of a 领导干部 that the branch gave itself."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.findings import Finding, Level
from docgen.model.responsibility import Talk, TalkState, TalkType
from docgen.model.unit import UnitType
from docgen.rules.case import Case
from docgen.rules.provision import Parameters
from docgen.rules.regulations import SUPERVISION, Basis, Confidence
from docgen.rules.rule import Rule, Test

OWN_MEMBERS_ONLY = (UnitType.BRANCH, UnitType.GROUP)


def admonished_by_own_branch(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the 诫勉谈话 of a 领导干部 whose talker is of no other unit (党内监督条例第二十一条)."""
    unit, roster = case.ledger.unit, case.ledger.roster
    if unit.type not in OWN_MEMBERS_ONLY:
        # A committee keeps the talks that it gives as the superior.
        return
    for entry in case.of(Talk, type=TalkType.ADMONITION):
        talk = entry.model
        member = roster.person(talk.partner, talk.on)
        is_own = talk.talker.unit is None or talk.talker.unit in (unit.short, unit.name)
        if talk.state is not TalkState.PLANNED and is_own and member is not None and member.leading_cadre:
            yield case.finding(entry, "talker", "name", value=talk.talker.name)


X9 = Rule(
    id="X9",
    words="对党员领导干部的诫勉谈话，由上级党组织负责人进行",
    levels={"X9": Level.ERROR},
    bases=(Basis(SUPERVISION, "第二十一条", Confidence.MEDIUM),),
    since=SUPERVISION.since,
    tests=(Test(admonished_by_own_branch),),
    parameters=Parameters,
    branches_only=False,
)
