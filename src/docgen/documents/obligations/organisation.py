"""Takes what is owed in the branches of an organisation, gives their counts side by side and added up."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial
from typing import Any

from msgspec.structs import fields

from docgen.documents.catalogue import kind_named
from docgen.documents.obligations.owed import OF, Item, count, items, owed, windows_text
from docgen.documents.obligations.rows import MARKS
from docgen.ledger import BranchLedger, OrganisationLedger, figures
from docgen.model.period import Period
from docgen.rules import Obligation, State
from docgen.view import Figure, Plain, View, label

KIND = kind_named("obligations")
DUE, DONE, MISSING, COMING, WINDOWS, COUNT = "due", "done", "missing", "coming", "windows", "count"
COUNTS = (DUE, DONE, MISSING, COMING)
TOTAL, RULES, LACKING = "total", "rules", "lacking"
SUM = "合计"


class UnitRow(View, frozen=True, kw_only=True):
    """How much is owed and done in one branch."""

    unit: str = label("党支部")
    due: Figure = label("应完成")
    done: Figure = label("已完成")
    missing: Figure = label("未完成")
    coming: Figure = label("待完成")


class MissingRow(View, frozen=True, kw_only=True):
    """What one branch left undone of one item."""

    unit: str = label("党支部")
    item: str = label("事项")
    windows: str = label("期间")
    count: Figure = label("未完成")


class MattersView(View, frozen=True, kw_only=True):
    """How much is done of what each rule asks for; the fields are the rules' ids in lower case."""

    f1: str = label("支部党员大会")
    f2: str = label("支委会")
    f3: str = label("党小组会")
    f4: str = label("主题党日")
    f5: str = label("党课")
    f6: str = label("组织生活会")
    f7: str = label("民主评议")
    f8: str = label("谈心谈话")
    f9: str = label("集中学习")
    f10: str = label("五个一")
    f11: str = label("述职")
    f12: str = label("换届")


class MattersRow(View, frozen=True, kw_only=True):
    """One branch, or all together, rule by rule."""

    unit: str = label("党支部")
    matters: MattersView = label("各项")


NO_SUMS = UnitRow(unit=SUM, **dict.fromkeys(COUNTS, figures.NOTHING))


def digest(ledger: BranchLedger, period: Period) -> dict[str, Plain]:
    """Return the counts of what is owed in a unit, in all and by rule, and what is lacking, as plain data."""
    parts = owed(ledger, period)
    rules = dict.fromkeys(part.rule for part in parts)
    return {
        TOTAL: _counts(parts),
        RULES: {rule: _counts([part for part in parts if part.rule == rule]) for rule in rules},
        LACKING: lacking(ledger, parts),
    }


def lacking(ledger: BranchLedger, parts: Collection[Obligation]) -> dict[str, Plain]:
    """Return of each item that is lacking in how many cases and in which windows, as plain data."""
    return {item.name: _lacking(item) for item in items(parts) if item.in_state(State.MISSING)}


def unit_rows(ledger: OrganisationLedger) -> tuple[UnitRow, ...]:
    """Return a row for each branch."""
    return tuple(
        UnitRow(unit=unit.short, **{name: ledger.figure(unit.short, KIND.name, TOTAL, name) for name in COUNTS})
        for unit in ledger.units
    )


def sums(ledger: OrganisationLedger) -> UnitRow:
    """Return the sums over the branches."""
    return UnitRow(unit=SUM, **{name: ledger.total(KIND.name, TOTAL, name) for name in COUNTS})


def matters_rows(ledger: OrganisationLedger) -> tuple[MattersRow, ...]:
    """Return for each branch, and for all, how much is done of what each rule asks for."""
    units = [_matters(unit.short, partial(ledger.figure, unit.short, KIND.name, RULES)) for unit in ledger.units]
    return (*units, _matters(SUM, partial(ledger.total, KIND.name, RULES)))


def missing_rows(ledger: OrganisationLedger) -> Iterator[MissingRow]:
    """Yield what is missing, branch by branch."""
    for unit in ledger.units:
        told: dict[str, Any] = ledger.part(unit.short, KIND.name, LACKING) or {}
        for key, each in told.items():
            yield MissingRow(
                unit=unit.short,
                item=key,
                windows=windows_text(map(Period.parse, each[WINDOWS])),
                count=ledger.figure(unit.short, KIND.name, LACKING, key, COUNT),
            )


def _matters(unit: str, figure: Callable[..., Figure]) -> MattersRow:
    """Return a row whose figures are found by a rule's id and a count's name."""
    cells = {
        each.name: _cell({name: figure(each.name.upper(), name) for name in COUNTS}) for each in fields(MattersView)
    }
    return MattersRow(unit=unit, matters=MattersView(**cells))


def _counts(parts: Collection[Obligation]) -> dict[str, Plain]:
    whole = Item("", "", tuple(parts))
    counted = {
        DUE: count(whole.due),
        DONE: count(whole.in_state(State.DONE)),
        MISSING: count(whole.in_state(State.MISSING)),
        COMING: count(whole.in_state(State.DUE)),
    }
    return {name: figures.to_plain(figure) for name, figure in counted.items()}


def _lacking(item: Item) -> dict[str, Plain]:
    missing = item.in_state(State.MISSING)
    windows = dict.fromkeys(str(part.window) for part in missing)
    return {WINDOWS: list(windows), COUNT: figures.to_plain(count(missing))}


def _cell(counts: dict[str, Figure]) -> str:
    if not counts[DUE].value:
        return MARKS[State.NOT_APPLICABLE]
    state = next((state for state, name in ((State.MISSING, MISSING), (State.DUE, COMING)) if counts[name].value), None)
    return (MARKS[state] if state else "") + OF.format(done=counts[DONE].text, due=counts[DUE].text)
