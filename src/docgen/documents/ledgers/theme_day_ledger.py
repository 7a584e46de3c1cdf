"""Takes a branch's held theme days of a year, gives the 主题党日台账."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.documents.catalogue import kind_named
from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.ledgers.gatherings import COMMON_FIELDS, DAY, NOTE, NUMBER, PEOPLE, GatheringRow, common
from docgen.documents.part import Part
from docgen.documents.periods import branch_year, heading, period_of
from docgen.house.outline import Column, Layout, Outline, Rows, Title
from docgen.ledger import BranchLedger, Entry
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.model.theme_day import ThemeDay
from docgen.view import Text, View, label

KIND = kind_named("theme-day-ledger")
SEPARATOR = "；"
NOTHING = "—"


class ThemeDayRow(GatheringRow, frozen=True, kw_only=True):
    """One held theme day."""

    theme: str = label("主题")
    own: str = label("自选动作")
    effect: Text = label("成效")


class ThemeDayLedgerView(View, frozen=True, kw_only=True):
    """What a 主题党日台账 says."""

    heading: str = label("标题")
    rows: tuple[ThemeDayRow, ...] = label("主题党日")


OUTLINE = Outline(
    Layout.FORM,
    (
        Title("{{ 标题 }}"),
        Rows(
            "主题党日",
            "行",
            (
                NUMBER,
                DAY,
                Column("主题", "{{ 行.主题 }}", 255),
                Column("地点", "{{ 行.地点 }}", 215),
                *PEOPLE,
                Column("自选动作", "{{ 行.自选动作 }}", 220),
                Column("成效", "{{ 行.成效 }}", 355),
                NOTE,
            ),
        ),
    ),
    landscape=True,
)


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the year of a branch that held theme days in it."""
    if ledger.of(ThemeDay, period, held=True):
        yield from branch_year(ledger, period)


def view(ledger: BranchLedger, subject: Subject) -> ThemeDayLedgerView:
    """Return the theme days that a branch held in a year; no 发言 is read."""
    period = period_of(subject)
    entries = ledger.of(ThemeDay, period, held=True)
    return ThemeDayLedgerView(
        heading=heading(ledger, period, KIND.label),
        rows=tuple(_row(ledger, entry, index) for index, entry in enumerate(entries, start=1)),
    )


def _row(ledger: BranchLedger, entry: Entry[ThemeDay], index: int) -> ThemeDayRow:
    return ThemeDayRow(
        **common(ledger, entry, index),
        theme=entry.model.theme,
        own=SEPARATOR.join(action.step for action in entry.model.own_actions) or NOTHING,
        effect=Part.of(entry).text("effect"),
    )


CONTENTS = Contents(
    schema=ThemeDayLedgerView,
    papers=(UnitPaper(Scope.YEAR, subjects, view),),
    outline=OUTLINE,
    needs=(*labels_of(ThemeDay, "theme", "own_actions", "effect"), *COMMON_FIELDS),
)
