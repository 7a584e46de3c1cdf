"""Takes the matrix of the five monthly items, gives which of its cells are owed and done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.findings import Level
from docgen.ledger import CellState, FiveOnesItem
from docgen.model.base import label_of
from docgen.model.five_ones import NewsItem, PolicyRevision, ProblemSolved
from docgen.model.meeting import AgendaItem, Meeting
from docgen.model.period import Period
from docgen.model.theme_day import ThemeDay
from docgen.rules.case import Case
from docgen.rules.obligation import Obligation, Why
from docgen.rules.provision import Parameters
from docgen.rules.regulations import ORGANISATION, Basis
from docgen.rules.rule import Duty, Rule

EVIDENCE = {
    FiveOnesItem.STUDY: (
        f"会议填“{label_of(Meeting, 'present')}”，{label_of(Meeting, 'agenda')}写"
        f"“{label_of(AgendaItem, 'materials')}”或“{label_of(AgendaItem, 'first')}”"
    ),
    FiveOnesItem.THEME_DAY: f"主题党日填“{label_of(ThemeDay, 'present')}”",
    FiveOnesItem.POLICY: f"填“{label_of(PolicyRevision, 'examiner')}”和“{label_of(PolicyRevision, 'published')}”",
    FiveOnesItem.PROBLEM: f"填“{label_of(ProblemSolved, 'beneficiary')}”和“{label_of(ProblemSolved, 'result')}”",
    FiveOnesItem.NEWS: f"填“{label_of(NewsItem, 'headline')}”和“{label_of(NewsItem, 'channels')}”",
}
"""By what each item is shown, as the matrix tests it."""


def items(case: Case[Parameters], year: int) -> Iterator[Obligation]:
    """Yield each item of each month."""
    for cells in case.ledger.matrix(year):
        for cell in cells:
            done, evidence = cell.state is CellState.DONE, EVIDENCE[cell.item]
            why = _why(case, cell.month)
            yield case.obligation(cell.item.value, cell.month, cell.evidence, done=done, why=why, evidence=evidence)


def _why(case: Case[Parameters], month: Period) -> Why | None:
    """Return why nothing is owed in a month: it lies outside the span, or the unit did not exist throughout it."""
    span = case.ledger.settings.five_ones
    if span is None or month < span.first or month > (span.last or month):
        return Why.NO_MONTH
    return case.whole(month)


F10 = Rule(
    id="F10",
    words="五个一自起始月至截止月每月各完成1项：学习研讨、主题党日、制度修订、办实事、宣传稿",
    levels={"F10": Level.WARN},
    bases=(Basis(ORGANISATION),),
    since=date.min,
    tests=(Duty(items),),
    parameters=Parameters,
)
