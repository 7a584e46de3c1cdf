"""Takes the 赛马 settings, gives the cut-offs as a paper says them and as marks of a chart."""

from __future__ import annotations

from itertools import pairwise

from docgen.ledger import assessments
from docgen.model.improvement import Standing
from docgen.model.settings import Racing
from docgen.view import View, label

FROM, BETWEEN, BELOW = "{least}分以上", "{least}分以上不足{most}分", "不足{most}分"
MARK = "{name} {least}"


class CutoffRow(View, frozen=True, kw_only=True):
    """One class, and which totals belong to it."""

    condition: str = label("条件")
    name: str = label("名称")


def cutoff_rows(racing: Racing) -> tuple[CutoffRow, ...]:
    """Return the classes from the best; none where the cut-offs do not part three classes."""
    high_to_low = sorted(racing.cutoffs, reverse=True)
    if len(high_to_low) != len(Standing) - 1:
        return ()
    conditions = [
        FROM.format(least=high_to_low[0]),
        *(BETWEEN.format(least=low, most=high) for high, low in pairwise(high_to_low)),
        BELOW.format(most=high_to_low[-1]),
    ]
    names = [assessments.name_of(each, racing) for each in Standing]
    return tuple(CutoffRow(condition=text, name=name) for text, name in zip(conditions, names, strict=True))


def cutoff_marks(racing: Racing) -> tuple[tuple[str, float], ...]:
    """Return the lines that a chart of totals draws, each with the class that begins there."""
    names = [row.name for row in cutoff_rows(racing)]
    high_to_low = sorted(racing.cutoffs, reverse=True)
    return tuple(
        (MARK.format(name=name, least=least), float(least)) for name, least in zip(names, high_to_low, strict=False)
    )
