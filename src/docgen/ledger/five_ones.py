"""Takes a branch's ledger and a month, gives the five obligatory items: done, missing or not applicable."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from msgspec import Struct

from docgen.ledger import figures
from docgen.model.base import RecordModel
from docgen.model.five_ones import NewsItem, PolicyRevision, ProblemSolved
from docgen.model.meeting import Meeting
from docgen.model.period import Period
from docgen.model.settings import FiveOnesSettings, Settings
from docgen.model.theme_day import ThemeDay
from docgen.model.unit import Unit
from docgen.records.entry import Entry
from docgen.view import Figure, Plain

M = TypeVar("M", bound=RecordModel)
ITEM, STATE, EVIDENCE, RECORDS = "item", "state", "evidence", "records"


class FiveOnesItem(StrEnum):
    """The five items of each month, in the order in which papers list them."""

    STUDY = "学习研讨"
    THEME_DAY = "主题党日"
    POLICY = "制度修订"
    PROBLEM = "办实事"
    NEWS = "宣传稿"


class CellState(StrEnum):
    """How a cell of the matrix stands."""

    DONE = "完成"
    MISSING = "未完成"
    NOT_APPLICABLE = "不适用"


class Cell(Struct, frozen=True):
    """One item in one month: ids of the records that prove it, and of all that belong to it."""

    item: FiveOnesItem
    month: Period
    state: CellState
    evidence: tuple[str, ...] = ()
    records: tuple[str, ...] = ()


class Records(Protocol):
    """What the cells ask of a ledger."""

    @property
    def unit(self) -> Unit:
        """The branch."""

    @property
    def settings(self) -> Settings:
        """The organisation's settings."""

    def of(self, kind: type[M], period: Period | None = None) -> list[Entry[M]]:
        """Return the entries of a kind in a period."""


def _is_study(meeting: Meeting) -> bool:
    return any(item.materials or item.first for item in meeting.agenda)


def _studied(meeting: Meeting) -> bool:
    return meeting.held and _is_study(meeting)


def _held(theme_day: ThemeDay) -> bool:
    return theme_day.held


def _published(policy: PolicyRevision) -> bool:
    return bool(policy.examiner and policy.published)


def _solved(problem: ProblemSolved) -> bool:
    return bool(problem.beneficiary and problem.result)


def _printed(news: NewsItem) -> bool:
    return bool(news.headline and news.channels)


class ItemTest(Struct, frozen=True):
    """How one item is proved: the kind of record, which of them belong to it, and which are evidence."""

    item: FiveOnesItem
    kind: type[RecordModel]
    belongs: Callable[[Any], bool]
    proves: Callable[[Any], bool]


def _every(_: RecordModel) -> bool:
    return True


ITEM_TESTS: tuple[ItemTest, ...] = (
    ItemTest(FiveOnesItem.STUDY, Meeting, _is_study, _studied),
    ItemTest(FiveOnesItem.THEME_DAY, ThemeDay, _every, _held),
    ItemTest(FiveOnesItem.POLICY, PolicyRevision, _every, _published),
    ItemTest(FiveOnesItem.PROBLEM, ProblemSolved, _every, _solved),
    ItemTest(FiveOnesItem.NEWS, NewsItem, _every, _printed),
)


def cells(ledger: Records, month: Period) -> tuple[Cell, ...]:
    """Return the five cells of a month, in the items' order."""
    due = applies(ledger.unit, ledger.settings.five_ones, month)
    return tuple(_cell(test, ledger.of(test.kind, month), month, due) for test in ITEM_TESTS)


def matrix(ledger: Records, year: int) -> tuple[tuple[Cell, ...], ...]:
    """Return the cells of a year, twelve months of five items."""
    return tuple(cells(ledger, month) for month in Period(year).months())


def applies(unit: Unit, settings: FiveOnesSettings | None, month: Period) -> bool:
    """Tell whether the five items are due: the month lies in the span and the unit exists throughout it."""
    if settings is None or month.start < settings.first.start:
        return False
    if settings.last is not None and month.end > settings.last.end:
        return False
    return unit.existed(month.start, month.end)


def tally(some: Iterable[Cell]) -> tuple[Figure, Figure]:
    """Count cells: (done, due); both cite the evidence of the done ones."""
    due = [cell for cell in some if cell.state is not CellState.NOT_APPLICABLE]
    done = [cell for cell in due if cell.state is CellState.DONE]
    return figures.things(cell.evidence for cell in done), figures.things(cell.evidence for cell in due)


def cell_to_plain(cell: Cell) -> dict[str, Plain]:
    """Return a cell as plain data for a digest."""
    return {
        ITEM: cell.item.value,
        "month": str(cell.month),
        STATE: cell.state.value,
        EVIDENCE: list(cell.evidence),
        RECORDS: list(cell.records),
    }


def cell_from_plain(plain: Mapping[str, Any]) -> Cell:
    """Return the cell that `cell_to_plain` wrote."""
    month = Period.parse(plain["month"])
    item, state = FiveOnesItem(plain[ITEM]), CellState(plain[STATE])
    return Cell(item, month, state, tuple(plain[EVIDENCE]), tuple(plain[RECORDS]))


def _cell(test: ItemTest, entries: list[Entry[RecordModel]], month: Period, due: bool) -> Cell:
    own = [entry for entry in entries if test.belongs(entry.model)]
    evidence = tuple(entry.id for entry in own if test.proves(entry.model))
    return Cell(test.item, month, _state(due, evidence), evidence, tuple(entry.id for entry in own))


def _state(due: bool, evidence: tuple[str, ...]) -> CellState:
    if not due:
        return CellState.NOT_APPLICABLE
    return CellState.DONE if evidence else CellState.MISSING
