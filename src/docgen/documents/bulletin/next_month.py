"""Takes the month that follows, gives what is arranged and due in it: gatherings that are planned, what the rules ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from docgen.documents.obligations.owed import (
    FIVE_ONES_RULE,
    GATHERING_RULES,
    LIST_COMMA,
    YEAR,
    day_text,
    length,
    owed_on,
)
from docgen.ledger import BranchLedger, Entry
from docgen.model.meeting import Gathering, Meeting
from docgen.model.period import Period
from docgen.rules import Obligation, State
from docgen.view import Plain

PLANS, DUE = "plans", "due"
THEME_DAY = "主题党日"
UNIT_PLANS, PLAN = "{unit}：{plans}。", "{title}（{day}）"
EACH_MONTH, OF_UNITS = "每月应开展：{items}。", "{item}（{count}个党支部）"
LAST_CHANCE = "{item}：{window}应开展，还有{count}个党支部未开展。"
ARRANGED_RULES = (*GATHERING_RULES, "F8", FIVE_ONES_RULE, "F11", "F12")
"""The rules whose obligations a public paper may announce: all but those of how much each person has studied or missed."""
FIVE_ONES = "五个一"
Line = tuple[str, tuple[str, ...]]
"""A sentence, and the ids of the records that it tells of."""


def digest(ledger: BranchLedger, month: Period) -> dict[str, Plain]:
    """Return the gatherings that a unit planned for a month, and what falls due in it, as plain data; no names of people."""
    return {
        PLANS: [_plan(entry) for entry in ledger.of(Gathering, month, held=False)],
        DUE: [list(each) for each in dict.fromkeys(_due(ledger, month))],
    }


def lines(told: Iterable[tuple[str, Mapping[str, Any]]], month: Period) -> Iterator[Line]:
    """Yield what is arranged, unit by unit, then what falls due: what every month asks, and what ends in this one."""
    units = list(told)
    for unit, part in units:
        if plans := part.get(PLANS):
            said = (PLAN.format(title=each["title"], day=_day(each["date"], month)) for each in plans)
            yield UNIT_PLANS.format(unit=unit, plans=LIST_COMMA.join(said)), tuple(each["id"] for each in plans)
    due: dict[tuple[str, str], int] = {}
    for _, part in units:
        for item, window in part.get(DUE, ()):
            due[item, window] = due.get((item, window), 0) + 1
    monthly = [OF_UNITS.format(item=item, count=count) for (item, window), count in due.items() if _is_month(window)]
    if monthly:
        yield EACH_MONTH.format(items=LIST_COMMA.join(monthly)), ()
    for (item, window), count in due.items():
        if not _is_month(window):
            yield LAST_CHANCE.format(item=item, window=Period.parse(window).text, count=count), ()


def _plan(entry: Entry[Gathering]) -> dict[str, Plain]:
    kind = entry.model.type.value if isinstance(entry.model, Meeting) else THEME_DAY
    return {"id": entry.id, "title": kind, "date": entry.model.day.isoformat()}


def _due(ledger: BranchLedger, month: Period) -> Iterator[tuple[str, str]]:
    """Yield (item, window) of what falls due in a month and was not done before it."""
    before = month.start.toordinal() - 1
    for part in owed_on(ledger, month.year, date.fromordinal(before), ARRANGED_RULES):
        if part.due in month and _was_open(ledger, part, month.start):
            yield FIVE_ONES if part.rule == FIVE_ONES_RULE else part.item, str(part.window)


def _was_open(ledger: BranchLedger, part: Obligation, first: date) -> bool:
    """Tell whether an obligation was still open before a day, whatever was written afterwards."""
    if part.state is not State.DONE:
        return part.state is State.DUE
    days = [entry.day for entry in map(ledger.entry, part.records) if entry is not None and entry.day is not None]
    return bool(days) and min(days) >= first


def _is_month(window: str) -> bool:
    return length(Period.parse(window)) == 1


def _day(text: str, month: Period) -> str:
    return day_text(date.fromisoformat(text), month.year).removeprefix(YEAR.format(month.year))
