"""Takes a theme day, gives its fixed and its own actions, numbered."""

from __future__ import annotations

from docgen.chinese import heading_number
from docgen.documents.part import numbered
from docgen.ledger import BranchLedger, Entry
from docgen.model.theme_day import ThemeDay
from docgen.view import View, label


class ActionView(View, frozen=True, kw_only=True):
    """One action that the branch chose itself."""

    number: str = label("序")
    step: str = label("环节")
    words: str = label("内容")


def fixed_actions(ledger: BranchLedger, entry: Entry[ThemeDay]) -> tuple[str, ...]:
    """Return the fixed actions, numbered: the record's own, else the organisation's."""
    written = entry.model.fixed_actions
    actions = ledger.settings.fixed_actions if written is None else written
    return numbered(actions)


def own_actions(day: ThemeDay) -> tuple[ActionView, ...]:
    """Return the branch's own actions, numbered."""
    return tuple(
        ActionView(number=heading_number(3, index), step=each.step, words=each.words or "")
        for index, each in enumerate(day.own_actions, start=1)
    )
