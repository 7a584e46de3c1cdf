"""Takes what a unit owes in a year, gives a table of it: a row for each item, a column for each month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.chinese import to_width
from docgen.cli.grammar import padded
from docgen.cli.lines import INDENT, screen
from docgen.model.period import Period
from docgen.rules import Obligation, State
from docgen.vocabulary import checks

MONTHS = range(1, 13)
MARKS = dict(zip(State, checks.MARKS, strict=True))
MARK_WIDTH = 2
WIDE, NARROW = 4, 3
# Of what several persons or groups owe, the mark is that of the worst.
WORST_FIRST = (State.MISSING, State.DUE, State.DONE, State.NOT_APPLICABLE)

Row = dict[Period, list[State]]


def grid_lines(owed: Iterable[Obligation]) -> Iterator[str]:
    """Yield the table and what its marks mean; months lie closer together on a narrow screen."""
    rows = _rows(owed)
    rule_head, item_head = checks.GRID_COLUMNS
    rule_width = max(map(to_width, [rule_head, *(rule for rule, _, _ in rows)])) + len(INDENT)
    wanted = max(map(to_width, [item_head, *(item for _, item, _ in rows)])) + len(INDENT)
    columns = screen()
    step = WIDE if not columns or rule_width + wanted + _months_width(WIDE) <= columns else NARROW
    item_width = min(wanted, max(columns - rule_width - _months_width(step), MARK_WIDTH)) if columns else wanted
    months = "".join(padded(f"{month:>{MARK_WIDTH}}", step) for month in MONTHS)
    yield f"{padded(rule_head, rule_width)}{padded(item_head, item_width)}{months}".rstrip()
    for (rule, item, _), row in rows.items():
        start = f"{padded(rule, rule_width)}{padded(item, item_width)}"
        if to_width(item) + len(INDENT) > item_width:
            yield start.rstrip()
            start = " " * (rule_width + item_width)
        yield f"{start}{_cells(row, step)}".rstrip()
    yield checks.legend([state.value for state in State])


def _rows(owed: Iterable[Obligation]) -> dict[tuple[str, str, int], Row]:
    """Return the rows by rule, item and length of window, with each window's states; none where nothing applies."""
    rows: dict[tuple[str, str, int], Row] = {}
    for each in owed:
        length = each.window.last_month - each.window.first_month
        rows.setdefault((each.rule, each.item, length), {}).setdefault(each.window, []).append(each.state)
    return {key: row for key, row in rows.items() if any(map(_applies, row.values()))}


def _applies(states: list[State]) -> bool:
    return any(state is not State.NOT_APPLICABLE for state in states)


def _cells(row: Row, step: int) -> str:
    """Return a row's marks; a window of several months has its mark in the middle of brackets."""
    starts = {window.first_month: (window, states) for window, states in row.items()}
    text, month = "", MONTHS.start
    while month in MONTHS:
        window, states = starts.get(month, (Period(1, month=month), []))
        length = window.last_month - window.first_month + 1
        text += padded(_cell(states, length * step - (step - MARK_WIDTH)), length * step)
        month += length
    return text


def _cell(states: list[State], width: int) -> str:
    mark = next((MARKS[state] for state in WORST_FIRST if state in states), "")
    if width == MARK_WIDTH or not mark:
        return mark
    left = (width - 2 - MARK_WIDTH) // 2
    return f"[{' ' * left}{padded(mark, width - 2 - left)}]"


def _months_width(step: int) -> int:
    return step * len(MONTHS) - (step - MARK_WIDTH)
