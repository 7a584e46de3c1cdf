"""Takes nothing, gives the table of rules: one line per rule."""

from __future__ import annotations

from typing import Any

from docgen.rules.consistency.admission_steps import X15
from docgen.rules.consistency.appraisal import X8
from docgen.rules.consistency.assessments import X13
from docgen.rules.consistency.attendance import X1
from docgen.rules.consistency.brands import X18
from docgen.rules.consistency.bulletins import X22
from docgen.rules.consistency.commitments import X12
from docgen.rules.consistency.contests import X14
from docgen.rules.consistency.dates import X4
from docgen.rules.consistency.dues import X10
from docgen.rules.consistency.evidence import X7
from docgen.rules.consistency.life_meetings import X21
from docgen.rules.consistency.overdue import X5
from docgen.rules.consistency.overlaps import X2
from docgen.rules.consistency.participants import X19
from docgen.rules.consistency.periods import X20
from docgen.rules.consistency.points import X11
from docgen.rules.consistency.pre_study import X16
from docgen.rules.consistency.references import X6
from docgen.rules.consistency.repetition import X3
from docgen.rules.consistency.states import X17
from docgen.rules.consistency.talks import X9
from docgen.rules.frequency.absence import F13
from docgen.rules.frequency.five_ones import F10
from docgen.rules.frequency.hours import F9
from docgen.rules.frequency.meetings import F1, F2, F3, F5, F6, F7
from docgen.rules.frequency.reports import F11
from docgen.rules.frequency.talks import F8
from docgen.rules.frequency.term import F12
from docgen.rules.frequency.theme_days import F4
from docgen.rules.rule import Rule
from docgen.rules.votes.admission import V6
from docgen.rules.votes.ballots import V8, V9
from docgen.rules.votes.committee import V14
from docgen.rules.votes.conduct import V12
from docgen.rules.votes.counts import V3, V4
from docgen.rules.votes.elections import V7, V10
from docgen.rules.votes.exclusion import V11
from docgen.rules.votes.preparation import V13
from docgen.rules.votes.quorum import V1, V2
from docgen.rules.votes.voters import V5

VERSION = "2026-11"
"""The version of the rule file: the month in which its words, articles or numbers last changed."""

RULES: tuple[Rule[Any], ...] = (
    F1,
    F2,
    F3,
    F4,
    F5,
    F6,
    F7,
    F8,
    F9,
    F10,
    F11,
    F12,
    F13,
    V1,
    V2,
    V3,
    V4,
    V5,
    V6,
    V7,
    V8,
    V9,
    V10,
    V11,
    V12,
    V13,
    V14,
    X1,
    X2,
    X3,
    X4,
    X5,
    X6,
    X7,
    X8,
    X9,
    X10,
    X11,
    X12,
    X13,
    X14,
    X15,
    X16,
    X21,
    X17,
    X18,
    X19,
    X20,
    X22,
)

BY_CODE: dict[str, Rule[Any]] = {code: rule for rule in RULES for code in (rule.id, *rule.levels, *rule.claims)}


def rule_by_code(code: str) -> Rule[Any] | None:
    """Return the rule of an id or a finding's code, None for a code of reading that no rule claims."""
    return BY_CODE.get(code)


def rule_of(code: str) -> str:
    """Return the id of the rule to which a finding's code belongs, "" where there is none."""
    rule = rule_by_code(code)
    return rule.id if rule else ""
