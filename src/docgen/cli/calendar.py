"""Takes units, a year and a day, gives on the terminal what they owe: missing, due, done, not applicable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import click

from docgen.chinese import date_text, to_width
from docgen.cli.call import Call, on_option, pass_call
from docgen.cli.grammar import JSON, TEXT, YEAR, Command, one_of, padded
from docgen.cli.grid import grid_lines
from docgen.cli.lines import DEEPER, INDENT, folded, say_json, screen, table
from docgen.generation import calendar as owed_by
from docgen.model.period import Period
from docgen.model.unit import UnitType
from docgen.rules import Obligation, State
from docgen.vocabulary import checks
from docgen.vocabulary import commands as words
from docgen.workspace import Workspace

MOST_NAMES = 20
LEAST_COLUMN = 20

Owed = list[Obligation]
Row = tuple[tuple[str, ...], tuple[str, ...]]


@click.command("calendar", cls=Command, help=words.CALENDAR_HELP)
@click.argument("unit", metavar="[UNIT]", required=False, default="")
@click.option("--year", type=YEAR, default=None, help=words.YEAR_OPTION)
@on_option
@click.option("--format", "format", type=one_of(TEXT, JSON), default=TEXT, help=words.FORMAT_OPTION)
@pass_call
def calendar(call: Call, unit: str, year: int | None, on: date, format: str) -> None:
    """Say what one unit owes, or count what several owe."""
    call.json = format == JSON
    of_year = year or on.year
    owed = owed_by(call.workspace, branches(call.workspace, unit), of_year, on)
    if call.json:
        say_json({"obligations": [as_object(short, each) for short, own in owed.items() for each in own]})
        return
    # Past years are seen from their last day.
    day = min(on, Period(of_year).end)
    for line in _lines(unit, owed, of_year, day):
        click.echo(line)


def branches(workspace: Workspace, unit: str) -> list[str]:
    """Return the branches that are meant: the named one, those below the named unit, or all."""
    if not unit:
        return [short for short in workspace.units if _is_branch(workspace, short)]
    short = workspace.unit(unit).short
    below = [each for each in workspace.tree.below(short) if _is_branch(workspace, each)]
    return [short] if _is_branch(workspace, short) or not below else below


def as_object(unit: str, owed: Obligation) -> dict[str, Any]:
    """Return an obligation as plain data; null where there is nothing."""
    return {
        "unit": unit,
        "rule": owed.rule,
        "item": owed.item,
        "who": owed.who or None,
        "window": str(owed.window),
        "due": owed.due.isoformat(),
        "state": owed.state.value,
        "why": owed.why.value if owed.why else None,
        "records": list(owed.records),
    }


def _is_branch(workspace: Workspace, short: str) -> bool:
    return workspace.units[short].type is UnitType.BRANCH


def _lines(asked: str, owed: dict[str, Owed], year: int, day: date) -> Iterator[str]:
    named = next(iter(owed)) if len(owed) == 1 else asked
    if not any(owed.values()):
        yield checks.nothing_owed(named, year)
        return
    yield checks.calendar_title(named, year, date_text(day))
    yield from _unit_lines(owed[named], day) if len(owed) == 1 else table(checks.OWED_COLUMNS, _sums(owed))


def _sums(owed: dict[str, Owed]) -> Iterator[tuple[object, ...]]:
    """Yield a row of numbers per unit, and the sums."""
    total = [each for own in owed.values() for each in own]
    for name, own in (*owed.items(), (words.TOTAL, total)):
        done, missing, due = (len(_of(own, state)) for state in (State.DONE, State.MISSING, State.DUE))
        yield name, done + missing + due, done, missing, due


def _unit_lines(owed: Owed, day: date) -> Iterator[str]:
    """Yield what was not done, what is due next, the year at a glance, the sums, and what does not apply."""
    missing, due, exempt = (_of(owed, state) for state in (State.MISSING, State.DUE, State.NOT_APPLICABLE))
    yield ""
    yield checks.missing_head(len(missing))
    yield from _list(checks.MISSING_COLUMNS, _missing_rows(missing))
    if due:
        quarter = Period(day.year, (day.month + 2) // 3)
        soon = [each for each in due if each.due <= quarter.end]
        first = min(each.due for each in due)
        yield ""
        yield checks.due_head(len(due), len(soon))
        yield from _list(checks.DUE_COLUMNS, _due_rows(soon or [each for each in due if each.due == first]))
    yield ""
    yield from grid_lines(owed)
    yield ""
    yield checks.owed_summary(len(_of(owed, State.DONE)), len(missing), len(due))
    if exempt:
        yield checks.exempt_head(len(exempt))
        for why in dict.fromkeys(each.why for each in exempt if each.why):
            items = list(dict.fromkeys(each.item for each in exempt if each.why is why))
            yield from folded(checks.exempt(why.value, items), INDENT, DEEPER)


def _missing_rows(missing: Owed) -> Iterator[Row]:
    """Yield rows by item, in the order of the rules; windows in which the same persons or groups owe it share a row."""
    order = list(dict.fromkeys((each.rule, each.item) for each in missing))
    rows: dict[tuple[str, str, tuple[str, ...]], list[Period]] = {}
    for (_, window, rule, item), who in _by_window(missing).items():
        rows.setdefault((rule, item, who), []).append(window)
    for (rule, item, who), windows in sorted(rows.items(), key=lambda row: order.index(row[0][:2])):
        yield (rule, item, windows_text(windows)), who


def _due_rows(due: Owed) -> Iterator[Row]:
    for (last, window, rule, item), who in _by_window(due).items():
        yield (last.isoformat(), rule, item, windows_text([window])), who


def _by_window(owed: Owed) -> dict[tuple[date, Period, str, str], tuple[str, ...]]:
    """Return who owes what in which window until when, the soonest first."""
    whom: dict[tuple[date, Period, str, str], tuple[str, ...]] = {}
    for each in sorted(owed, key=lambda each: (each.due, each.window)):
        key = (each.due, each.window, each.rule, each.item)
        whom[key] = (*whom.get(key, ()), *([each.who] if each.who else []))
    return whom


def windows_text(windows: Iterable[Period]) -> str:
    """Return windows of one year in few words: months in a row together, quarters, the whole year."""
    said: list[str] = []
    run: list[int] = []
    for window in sorted(windows):
        if window.month and run and window.month == run[-1] + 1:
            run[1:] = [window.month]
            said[-1] = checks.months_text(run[0], window.month)
        else:
            run = [window.month] if window.month else []
            said.append(_window_text(window))
    return words.BETWEEN.join(said)


def _window_text(window: Period) -> str:
    if window.month:
        return checks.months_text(window.month, window.month)
    return checks.QUARTERS[window.quarter - 1] if window.quarter else checks.WHOLE_YEAR


def _list(head: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """Yield a table whose last column, who owes it, may take several lines; nothing where it has no row."""
    listed = [(cells, checks.several(who, MOST_NAMES)) for cells, who in rows]
    if not listed:
        return
    lines = list(table(head[:-1], (cells for cells, _ in listed)))
    width = max(map(to_width, lines)) + 2 * len(INDENT)
    lasts = [head[-1] if any(who for _, who in listed) else "", *(who for _, who in listed)]
    for line, last in zip(lines, lasts, strict=True):
        start = padded(f"{INDENT}{line}", width)
        if screen() and screen() - width < min(to_width(last), LEAST_COLUMN):
            yield start.rstrip()
            yield from folded(last, DEEPER, DEEPER)
        else:
            yield from folded(last, start, " " * width)


def _of(owed: Iterable[Obligation], state: State) -> Owed:
    return [each for each in owed if each.state is state]
