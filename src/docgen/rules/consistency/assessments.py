"""Takes 考核 and 提质升级 of all units, gives classes that contradict each other, and who should improve and does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from docgen.chinese import number_text
from docgen.findings import Finding, Level
from docgen.ledger import Entry, assessments
from docgen.model.base import label_of
from docgen.model.improvement import Improvement, Standing
from docgen.model.period import Period
from docgen.model.scoring import Assessment
from docgen.rules.case import Case
from docgen.rules.provision import Parameters
from docgen.rules.regulations import ARITHMETIC, ORGANISATION, Basis
from docgen.rules.rule import Across, AcrossCase, Rule, Test
from docgen.rules.spot import Spot, spot
from docgen.view import Plain

BRANCH, PERIOD, TOTAL, CLASS, NAME, SPOT = "branch", "period", "total", "class", "name", "spot"
ASSESSED, IMPROVED, NAMES = "assessed", "improved", "names"


def unlike_scheme(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the 满分 of a 考核 that is not what the scheme says the aspect is worth."""
    scheme = case.ledger.settings.assessment
    for entry in case.of(Assessment):
        for name, aspect in assessments.aspects(entry.model):
            expected = getattr(scheme, name)
            if aspect is not None and aspect.full is not None and expected is not None and aspect.full != expected:
                said = {"aspect": label_of(Assessment, name), "expected": number_text(expected)}
                yield case.finding(entry, name, "full", case="full", value=number_text(aspect.full), **said)


def digest(case: Case[Parameters]) -> dict[str, Plain]:
    """Return the classes that a unit's 考核 give, and those that its 提质升级 name."""
    racing = case.ledger.settings.racing
    return {
        ASSESSED: [each for entry in case.of(Assessment) for each in _assessed(case, entry)],
        IMPROVED: [_improved(case, entry) for entry in case.of(Improvement)],
        NAMES: [assessments.name_of(each, racing) for each in Standing],
    }


def _assessed(case: Case[Parameters], entry: Entry[Assessment]) -> Iterator[Plain]:
    total = assessments.total_of(entry)
    standing = assessments.standing_of(total, case.ledger.settings.racing) if total is not None else None
    if total is not None and standing is not None:
        yield {
            BRANCH: entry.model.branch,
            PERIOD: str(entry.model.period),
            TOTAL: total.text,
            CLASS: standing.value,
            SPOT: spot(entry, "branch").plain(),
        }


def _improved(case: Case[Parameters], entry: Entry[Improvement]) -> Plain:
    return {
        BRANCH: entry.model.branch or case.ledger.unit.short,
        PERIOD: str(entry.model.period),
        CLASS: entry.model.standing.value if entry.model.standing else "",
        SPOT: spot(entry, "standing").plain(),
    }


def unlike_class(case: AcrossCase[Parameters], digests: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield the 提质升级 whose 类别 is not the class of the branch in the period before."""
    before = {(each[BRANCH], Period.parse(each[PERIOD]).next()): each for each in _all(digests, ASSESSED)}
    names = _names(digests)
    for each in _all(digests, IMPROVED):
        found = before.get((each[BRANCH], Period.parse(each[PERIOD])))
        if found is not None and each[CLASS] and each[CLASS] != found[CLASS]:
            said = {"branch": each[BRANCH], "total": found[TOTAL], "expected": names[found[CLASS]]}
            window = Period.parse(found[PERIOD]).text
            yield case.finding(Spot.of(each[SPOT]), value=names[each[CLASS]], window=window, **said)


def unimproved(case: AcrossCase[Parameters], digests: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield the 考核 of the last class after which the branch has no 提质升级 in the next period, once that is over."""
    improved = {(each[BRANCH], Period.parse(each[PERIOD])) for each in _all(digests, IMPROVED)}
    names = _names(digests)
    for each in _all(digests, ASSESSED):
        following = Period.parse(each[PERIOD]).next()
        is_over = following.end <= case.day
        if each[CLASS] == Standing.BEHIND.value and is_over and (each[BRANCH], following) not in improved:
            said = {"total": each[TOTAL], "class": names[each[CLASS]], "window": following.text}
            yield case.finding(Spot.of(each[SPOT]), case="plan", value=each[BRANCH], **said)


def _all(digests: Mapping[str, Any], part: str) -> Iterator[Any]:
    return (each for unit in digests.values() for each in unit[part])


def _names(digests: Mapping[str, Any]) -> dict[str, str]:
    """Return what the organisation calls each class; all units have the same settings."""
    named = next(iter(digests.values()))[NAMES] if digests else [each.value for each in Standing]
    return dict(zip((each.value for each in Standing), named, strict=True))


X13 = Rule(
    id="X13",
    words="考核的满分以考核方案为准；提质升级的类别与前一期考核的类别一致，后进的党支部下一期应当提质升级",
    levels={"X13": Level.ERROR, "X13-full": Level.ERROR, "X13-plan": Level.WARN},
    bases=(Basis(ORGANISATION), Basis(ARITHMETIC)),
    since=date.min,
    tests=(Test(unlike_scheme), Across(digest, unlike_class), Across(digest, unimproved)),
    parameters=Parameters,
    branches_only=False,
)
