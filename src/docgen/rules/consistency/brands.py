"""Takes the brands of a branch, gives those that no member was asked about, or whose effect cannot be measured."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.findings import Finding, Level
from docgen.model.improvement import Brand, BrandState
from docgen.rules.case import Case
from docgen.rules.provision import Parameters
from docgen.rules.regulations import ORGANISATION, Basis
from docgen.rules.rule import Rule, Test

MEASURED = (BrandState.NAMED, BrandState.SPREAD)
"""From here on an indicator has what was reached, not only what is aimed at."""


def without_opinions(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the brands past their planning on which no member's opinion is written."""
    for entry in case.of(Brand):
        if entry.model.state is not BrandState.PLANNED and not entry.model.opinions:
            yield case.finding(entry, "opinions", value=entry.model.name)


def without_measure(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the brands past their planning without an indicator that has a goal, or later what was reached."""
    for entry in case.of(Brand):
        brand = entry.model
        wanted = "actual" if brand.state in MEASURED else "goal"
        measured = any(getattr(each, wanted) for each in brand.indicators or ())
        if brand.state is not BrandState.PLANNED and not measured:
            yield case.finding(entry, "indicators", case="measure", value=brand.name, state=brand.state.value)


X18 = Rule(
    id="X18",
    words="创建品牌要征求党员意见，并有可以衡量的指标；命名以后要有实际达到的结果",
    levels={"X18": Level.WARN, "X18-measure": Level.WARN},
    bases=(Basis(ORGANISATION),),
    since=date.min,
    tests=(Test(without_opinions), Test(without_measure)),
    parameters=Parameters,
    branches_only=False,
)
