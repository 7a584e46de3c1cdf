"""Takes a branch's ledger and a day, gives what it owes: what is overdue, what comes soon, and which record does it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from docgen.documents.obligations.owed import item_name, window_text
from docgen.ledger import BranchLedger, FiveOnesItem
from docgen.model.base import RecordModel
from docgen.model.five_ones import NewsItem, PolicyRevision, ProblemSolved
from docgen.model.governance import Election
from docgen.model.kinds import RECORD_KINDS
from docgen.model.meeting import MeetingType
from docgen.model.period import Period
from docgen.model.responsibility import Talk
from docgen.model.reviews import DutyReport
from docgen.model.service import Training
from docgen.model.theme_day import ThemeDay
from docgen.rules import Obligation, State, owed

FIVE_ONES_RULE = "F10"
SOON = timedelta(days=31)
"""What is due within so many days is shown; the rest is counted."""
_LABELS = {kind.model: kind.label for kind in RECORD_KINDS}
_BY_ITEM: dict[str, type[RecordModel]] = {
    FiveOnesItem.THEME_DAY: ThemeDay,
    FiveOnesItem.POLICY: PolicyRevision,
    FiveOnesItem.PROBLEM: ProblemSolved,
    FiveOnesItem.NEWS: NewsItem,
}
_BY_RULE: dict[str, type[RecordModel]] = {"F8": Talk, "F9": Training, "F11": DutyReport, "F12": Election}
_TYPES = frozenset(each.value for each in MeetingType)


@dataclass(frozen=True, slots=True)
class Write:
    """The record that does what is owed, as far as it is known: its unit, its kind or type of meeting, its day."""

    unit: str
    kind: str
    day: date


@dataclass(frozen=True, slots=True)
class Due:
    """One thing owed in one window; `who` owe it where it is not the whole branch; `days` are left, below 0 over."""

    rule: str
    item: str
    window: str
    due: date
    days: int
    who: tuple[str, ...]
    write: Write | None


@dataclass(frozen=True, slots=True)
class Owing:
    """What a branch owes: what is overdue, the longest first; what is due soon, the soonest first; how much later."""

    unit: str
    late: tuple[Due, ...]
    soon: tuple[Due, ...]
    later: int

    @property
    def weight(self) -> tuple[int, int]:
        """The key that puts who owes most last."""
        return len(self.late), len(self.soon)


def owing(ledger: BranchLedger, year: int, day: date, shown: Period | None = None) -> Owing:
    """Return what a branch owes of a year as it stands on a day; without the five items of the month `shown` elsewhere."""
    parts = [each for each in owed(ledger, year, day) if each.rule != FIVE_ONES_RULE or each.window != shown]
    late = _dues(ledger, parts, State.MISSING, day)
    due = _dues(ledger, parts, State.DUE, day)
    soon = tuple(each for each in due if each.due <= day + SOON)
    return Owing(ledger.unit.short, late, soon, len(due) - len(soon))


def kind_for(rule: str, item: str) -> str:
    """Return the kind of record that does what a rule asks for: a label of 类型 or of 会议类型, "" where none is known."""
    if rule == FIVE_ONES_RULE and item == FiveOnesItem.STUDY:
        return MeetingType.STUDY.value
    model = _BY_ITEM.get(item) or _BY_RULE.get(rule)
    if model is not None:
        return _LABELS[model]
    return item if item in _TYPES else ""


def write_for(unit: str, rule: str, item: str, window: Period, day: date) -> Write | None:
    """Return the record to write for what a window lacks; its day lies in the window, on the day of asking if it can."""
    kind = kind_for(rule, item)
    return Write(unit, kind, min(max(day, window.start), window.end)) if kind else None


def _dues(ledger: BranchLedger, parts: Iterable[Obligation], state: State, day: date) -> tuple[Due, ...]:
    """Return what stands in a state, by its last day; what several people owe in one window together."""
    found: dict[tuple[date, Period, str, str], list[str]] = {}
    for part in parts:
        if part.state is state:
            found.setdefault((part.due, part.window, part.rule, part.item), []).append(part.who)
    return tuple(
        Due(
            rule,
            item_name(rule, item),
            window_text(window),
            due,
            (due - day).days,
            tuple(filter(None, who)),
            write_for(ledger.unit.short, rule, item, window, day),
        )
        for (due, window, rule, item), who in sorted(found.items())
    )
