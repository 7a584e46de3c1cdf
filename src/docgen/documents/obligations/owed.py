"""Takes a unit's ledger and a period, gives what the rules ask of it then, item by item, and how it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from msgspec import Struct

from docgen.chinese import date_text
from docgen.findings import Finding, Level, Place
from docgen.ledger import BranchLedger, figures
from docgen.model.period import Period
from docgen.rules import Obligation, Rule, State, rule_by_code
from docgen.rules import owed as owed_of_unit
from docgen.view import Figure
from docgen.vocabulary import message

GATHERING_RULES = ("F1", "F2", "F3", "F4", "F5", "F6", "F7")
"""The rules that ask for gatherings of a kind; the items of their obligations are those kinds' names."""
SPAN, SPAN_TEXT = 3, "{}至{}"
LIST_COMMA, OF, YEAR, WHOLE_YEAR = "、", "{done}/{due}", "{}年", "全年"
FIVE_ONES_RULE, FIVE_ONES_ITEM = "F10", "五个一{}"


class Item(Struct, frozen=True):
    """One thing that a rule asks for, in all windows of one length and of all of whom it is owed."""

    name: str
    basis: str
    parts: tuple[Obligation, ...]

    @property
    def due(self) -> tuple[Obligation, ...]:
        """What is owed at all."""
        return tuple(part for part in self.parts if part.state is not State.NOT_APPLICABLE)

    def in_state(self, state: State) -> tuple[Obligation, ...]:
        """Return what stands in a state."""
        return tuple(part for part in self.parts if part.state is state)

    def windows(self) -> dict[Period, Item]:
        """Return the parts of each window, in order."""
        found: dict[Period, list[Obligation]] = {}
        for part in self.parts:
            found.setdefault(part.window, []).append(part)
        return {window: Item(self.name, self.basis, tuple(found[window])) for window in sorted(found)}


def owed(ledger: BranchLedger, period: Period, only: Collection[str] = ()) -> list[Obligation]:
    """Return what a unit owes in the year of a period, as it stands at the period's end; by some rules or by all."""
    return owed_on(ledger, period.year, ledger.as_of(period), only)


def owed_on(ledger: BranchLedger, year: int, day: date, only: Collection[str] = ()) -> list[Obligation]:
    """Return what a unit owes in a year, as it stands on a day."""
    return list(owed_of_unit(ledger, year, day, only))


def items(parts: Iterable[Obligation]) -> list[Item]:
    """Gather obligations by rule, item and length of window, in the rules' order."""
    found: dict[tuple[str, str, int], list[Obligation]] = {}
    for part in parts:
        found.setdefault((part.rule, part.item, length(part.window)), []).append(part)
    return [
        Item(item_name(rule, name), articles(rule_by_code(rule)), tuple(each))
        for (rule, name, _), each in found.items()
    ]


def item_name(rule: str, item: str) -> str:
    """Return what papers call an item: the five monthly ones say so, since one bears the name of a gathering."""
    return FIVE_ONES_ITEM.format(item) if rule == FIVE_ONES_RULE else item


def articles(rule: Rule[Any] | None) -> str:
    """Return the articles that a rule rests on, the regulations by their short names."""
    return rule.short_articles if rule else ""


def count(parts: Collection[Obligation]) -> Figure:
    """Count obligations, citing the records that fulfil them."""
    return figures.things(part.records for part in parts)


def length(window: Period) -> int:
    """Return how many months a window has."""
    return window.last_month - window.first_month + 1


def window_text(window: Period) -> str:
    """Return a window inside a year that is already named: 3月, 第一季度, 全年."""
    return window.text.removeprefix(YEAR.format(window.year)) or WHOLE_YEAR


def windows_text(windows: Iterable[Period]) -> str:
    """Return windows of one named year, each once; three months or more in a row as a span."""
    runs: list[list[Period]] = []
    for window in sorted(set(windows)):
        follows = bool(runs) and window.month != 0 and runs[-1][-1].next() == window
        runs = [*runs[:-1], [*runs[-1], window]] if follows else [*runs, [window]]
    return LIST_COMMA.join(text for run in runs for text in _run(run))


def _run(run: list[Period]) -> list[str]:
    texts = [window_text(window) for window in run]
    return texts if len(run) < SPAN else [SPAN_TEXT.format(texts[0], texts[-1])]


def day_text(day: date, year: int) -> str:
    """Return a day; its year only where that is another one."""
    return date_text(day).removeprefix(YEAR.format(year))


def told(part: Obligation) -> str:
    """Return what is said of a missing obligation."""
    return message(Finding(part.code, Level.WARN, Place(""), values=part.values))
