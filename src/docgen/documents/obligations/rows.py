"""Takes what is owed in a year, item by item, gives the rows of its tables: marks, what is lacking, what is not owed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from docgen.documents.obligations.owed import (
    LIST_COMMA,
    OF,
    Item,
    count,
    day_text,
    length,
    told,
    windows_text,
)
from docgen.documents.periods import MonthsView, months_view
from docgen.house.outline import Align, Column
from docgen.ledger import BranchLedger
from docgen.model.period import Period
from docgen.rules import Obligation, State
from docgen.view import Figure, View, label, labels

MARKS = {State.DONE: "√", State.MISSING: "×", State.DUE: "○", State.NOT_APPLICABLE: "–"}
WORST_FIRST = (State.MISSING, State.DUE, State.DONE)
DATED_MARK, BEFORE = "{mark} {day}", "{}前"
MANY = "共{}项未完成。"
WHOLE_BRANCH = "党支部"
REASON, TIMES = "{windows}（{why}{times}）", "，{}项"
NOT_OWED = "{reason}：{items}。"
QUARTER_CELL = "{{{{ 行.各季.{} }}}}"


class QuartersView(View, frozen=True, kw_only=True):
    """Four texts, one per quarter of a year."""

    first: str = label("第一季度")
    second: str = label("第二季度")
    third: str = label("第三季度")
    fourth: str = label("第四季度")


class ItemRow(View, frozen=True, kw_only=True):
    """One item of a branch: what it rests on, how much of it is owed, and how much is done."""

    item: str = label("事项")
    basis: str = label("依据")
    due: Figure = label("应完成")
    done: Figure = label("已完成")


class MonthlyRow(ItemRow, frozen=True, kw_only=True):
    """An item that is owed month by month."""

    marks: MonthsView = label("各月")


class QuarterlyRow(ItemRow, frozen=True, kw_only=True):
    """An item that is owed quarter by quarter."""

    marks: QuartersView = label("各季")


class YearlyRow(ItemRow, frozen=True, kw_only=True):
    """An item that is owed once a year."""

    mark: str = label("情况")


class OpenRow(View, frozen=True, kw_only=True):
    """What is not done of an item: in which windows, by whom, and until when."""

    item: str = label("事项")
    windows: str = label("期间")
    who: str = label("对象")
    due: str = label("应于")
    words: str = label("说明")


def quarter_columns(width: int) -> tuple[Column, ...]:
    """Return a column for each quarter."""
    names = [text for _, text in labels(QuartersView)]
    return tuple(Column(name, QUARTER_CELL.format(name), width, Align.CENTER) for name in names)


def monthly_rows(items: Iterable[Item]) -> tuple[MonthlyRow, ...]:
    """Return the rows of what is owed month by month."""
    return tuple(
        MonthlyRow(**_common(item), marks=months_view(*_short_marks(item))) for item in items if _is_owed_each(item, 1)
    )


def quarterly_rows(ledger: BranchLedger, items: Iterable[Item]) -> tuple[QuarterlyRow, ...]:
    """Return the rows of what is owed quarter by quarter."""
    return tuple(
        QuarterlyRow(
            **_common(item), marks=QuartersView(**dict(zip(_quarters(), _long_marks(ledger, item), strict=True)))
        )
        for item in items
        if _is_owed_each(item, 3)
    )


def yearly_rows(ledger: BranchLedger, items: Iterable[Item]) -> tuple[YearlyRow, ...]:
    """Return the rows of what is owed once a year."""
    return tuple(YearlyRow(**_common(item), mark=_long(ledger, item)) for item in items if _is_owed_each(item, 12))


def open_rows(items: Iterable[Item]) -> Iterator[OpenRow]:
    """Yield what is missing, window by window, then what is still to come, each item once."""
    listed = list(items)
    for item in listed:
        for window, each in item.windows().items():
            if missing := each.in_state(State.MISSING):
                yield OpenRow(
                    item=item.name,
                    windows=windows_text([window]),
                    who=_who(missing),
                    due=LIST_COMMA.join(dict.fromkeys(day_text(part.due, window.year) for part in missing)),
                    words=told(missing[0]) if len(missing) == 1 else MANY.format(len(missing)),
                )
    for item in listed:
        if coming := item.in_state(State.DUE):
            first = min(coming, key=lambda part: part.due)
            yield OpenRow(
                item=item.name,
                windows=windows_text(part.window for part in coming),
                who=_who(coming),
                due=BEFORE.format(day_text(first.due, first.window.year)),
                words=State.DUE,
            )


def not_owed(items: Iterable[Item]) -> Iterator[str]:
    """Yield in which windows nothing is owed, why, and of which items."""
    reasons: dict[str, list[str]] = {}
    for item in items:
        parts = item.in_state(State.NOT_APPLICABLE)
        for why in dict.fromkeys(part.why for part in parts):
            reasons.setdefault(_reason(why or "", [part for part in parts if part.why is why]), []).append(item.name)
    for reason, names in reasons.items():
        yield NOT_OWED.format(reason=reason, items=LIST_COMMA.join(names))


def symbol(parts: Iterable[Obligation]) -> str:
    """Return the mark of some obligations: that of the worst."""
    states = {part.state for part in parts}
    return next((MARKS[state] for state in WORST_FIRST if state in states), MARKS[State.NOT_APPLICABLE])


def _common(item: Item) -> dict[str, Any]:
    return {
        "item": item.name,
        "basis": item.basis,
        "due": count(item.due),
        "done": count(item.in_state(State.DONE)),
    }


def _is_owed_each(item: Item, months: int) -> bool:
    return length(item.parts[0].window) == months and bool(item.due)


def _short_marks(item: Item) -> list[str]:
    windows = item.windows()
    year = item.parts[0].window.year
    return [_short(windows.get(month)) for month in Period(year).months()]


def _long_marks(ledger: BranchLedger, item: Item) -> list[str]:
    windows = item.windows()
    year = item.parts[0].window.year
    return [_long(ledger, windows.get(quarter)) for quarter in Period(year).quarters()]


def _short(item: Item | None) -> str:
    """Return the mark of a window, with how many are done where several are owed and not all of them are."""
    if item is None:
        return MARKS[State.NOT_APPLICABLE]
    due, done = item.due, item.in_state(State.DONE)
    share = OF.format(done=len(done), due=len(due)) if len(due) > 1 and len(done) < len(due) else ""
    return symbol(due) + share


def _long(ledger: BranchLedger, item: Item | None) -> str:
    """Return the mark of a window with the day: when a single thing was done, or by when it is to be."""
    mark = _short(item)
    if item is None or len(item.due) != 1:
        return mark
    (part,) = item.due
    if part.state is State.DUE:
        return DATED_MARK.format(mark=mark, day=BEFORE.format(day_text(part.due, part.window.year)))
    entry = ledger.entry(part.records[0]) if part.records else None
    day = entry.day if entry else None
    return DATED_MARK.format(mark=mark, day=day_text(day, part.window.year)) if day else mark


def _who(parts: Iterable[Obligation]) -> str:
    return LIST_COMMA.join(dict.fromkeys(part.who or WHOLE_BRANCH for part in parts))


def _reason(why: str, parts: list[Obligation]) -> str:
    """Return in which windows nothing is owed for a reason, and of how many where that is several in one window."""
    windows = {part.window for part in parts}
    times = TIMES.format(len(parts)) if len(parts) > len(windows) else ""
    return REASON.format(windows=windows_text(windows), why=why, times=times)


def _quarters() -> list[str]:
    return [name for name, _ in labels(QuartersView)]
