"""Takes the 党费 of a month, gives the amounts that do not follow from their base; and the amount that does."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from docgen.chinese import money_text
from docgen.findings import Finding, Level
from docgen.model.base import label
from docgen.model.dues import Dues
from docgen.rules.case import Case
from docgen.rules.provision import Parameters
from docgen.rules.regulations import DUES, Basis, Confidence
from docgen.rules.rule import Rule, Test

WHOLE = 1000
BANDS = ((300_000, 5), (500_000, 10), (1_000_000, 15))
"""Up to which base, in 分 and that base included, how many of a thousand parts are due."""
ABOVE = 20


class DuesUnit(StrEnum):
    """To which unit an amount is rounded."""

    FEN = "分"
    JIAO = "角"


CENTS: dict[DuesUnit, int] = {DuesUnit.FEN: 1, DuesUnit.JIAO: 10}


class Rounding(Parameters):
    """To which unit the branch rounds."""

    unit: DuesUnit = label("取整", "应交党费算到分还是算到角，四舍五入", default=DuesUnit.FEN)


def dues(base: int, unit: DuesUnit = DuesUnit.FEN) -> int:
    """Return what is due of a month's base, both in 分: its band's rate on the whole base, half rounded up."""
    rate = next((parts for most, parts in BANDS if base <= most), ABOVE)
    step = WHOLE * CENTS[unit]
    return (2 * base * rate + step) // (2 * step) * CENTS[unit]


def wrong_amounts(case: Case[Rounding]) -> Iterator[Finding]:
    """Yield the amounts due that differ from those of their base; without a base nothing is known."""
    for entry in case.of(Dues):
        for index, payment in enumerate(entry.model.payments or ()):
            if payment.base is None or payment.due is None:
                continue
            expected = dues(payment.base, case.parameters.unit)
            if payment.due != expected:
                yield case.finding(
                    entry,
                    "payments",
                    index,
                    "due",
                    value=payment.member,
                    due=money_text(payment.due),
                    expected=money_text(expected),
                )


X10 = Rule(
    id="X10",
    words="月收入3000元以下的交0.5%，3000元以上至5000元的交1%，5000元以上至10000元的交1.5%，10000元以上的交2%，按全部基数计算，各档含上限",
    levels={"X10": Level.ERROR},
    bases=(Basis(DUES, "第一条、第二条", Confidence.MEDIUM),),
    since=DUES.since,
    tests=(Test(wrong_amounts),),
    parameters=Rounding,
    branches_only=False,
)
