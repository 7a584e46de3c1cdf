"""Takes a branch's ledger and a day, gives what it owes: what is overdue, what comes soon, and which record does it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct

from docgen.documents.obligations.owed import item_name, length, windows_text
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
_CONFIDENTIAL = frozenset(kind.label for kind in RECORD_KINDS if kind.model.confidential)


class Write(Struct, frozen=True):
    """The record that does what is owed, as far as it is known: its unit, its kind or type of meeting, its day."""

    unit: str
    kind: str
    day: date

    @property
    def confidential(self) -> bool:
        """Whether not everybody who writes for the unit may write it."""
        return self.kind in _CONFIDENTIAL


class Due(Struct, frozen=True):
    """One thing owed in some windows, of which `due` is the first last day; `days` are left until then, below 0 over.

    `who` owe it where it is not the whole branch.
    """

    rule: str
    item: str
    windows: str
    count: int
    due: date
    days: int
    who: tuple[str, ...]
    write: Write | None


class Owing(Struct, frozen=True):
    """What a branch owes: what is overdue, the longest first; what is due soon, the soonest first; how much later."""

    unit: str
    late: tuple[Due, ...]
    soon: tuple[Due, ...]
    later: int

    @property
    def weight(self) -> tuple[int, int]:
        """The key that puts who owes most last."""
        return count(self.late), count(self.soon)


def owing(ledger: BranchLedger, year: int, day: date, shown: Period | None = None) -> Owing:
    """Return what a branch owes of a year as it stands on a day; without the five items of the month `shown` elsewhere.

    A theme day that is owed by its own rule is not told again as one of the five items.
    """
    every = owed(ledger, year, day)
    own = {(each.item, each.window, each.state) for each in every if each.rule != FIVE_ONES_RULE}
    parts = [
        each
        for each in every
        if each.rule != FIVE_ONES_RULE or (each.window != shown and (each.item, each.window, each.state) not in own)
    ]
    late = [each for each in parts if each.state is State.MISSING]
    soon = [each for each in parts if each.state is State.DUE and each.due <= day + SOON]
    later = len({_of_one(each) for each in parts if each.state is State.DUE}) - len({_of_one(each) for each in soon})
    return Owing(ledger.unit.short, _dues(ledger, late, day), _dues(ledger, soon, day), later)


def count(dues: Iterable[Due]) -> int:
    """Count what is owed, each window by itself; what several people owe in one is one thing."""
    return sum(each.count for each in dues)


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


def _of_one(part: Obligation) -> tuple[date, Period, str, str]:
    """Return what makes obligations one thing: what several people owe in one window."""
    return part.due, part.window, part.rule, part.item


def _dues(ledger: BranchLedger, parts: Iterable[Obligation], day: date) -> tuple[Due, ...]:
    """Return what is owed by its first last day; windows in which the same people owe it stand together."""
    whom: dict[tuple[date, Period, str, str], list[str]] = {}
    for part in parts:
        whom.setdefault(_of_one(part), []).append(part.who)
    found: dict[tuple[str, str, int, tuple[str, ...]], list[tuple[date, Period]]] = {}
    for (due, window, rule, item), who in sorted(whom.items()):
        found.setdefault((rule, item, length(window), tuple(filter(None, who))), []).append((due, window))
    return tuple(
        Due(
            rule,
            item_name(rule, item),
            windows_text(window for _, window in windows),
            len(windows),
            windows[0][0],
            (windows[0][0] - day).days,
            who,
            write_for(ledger.unit.short, rule, item, windows[0][1], day),
        )
        for (rule, item, _, who), windows in found.items()
    )
