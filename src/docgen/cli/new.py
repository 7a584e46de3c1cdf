"""Takes a kind, a unit and a day, gives the file of a new record, with every label explained."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path

import click

from docgen.chinese import parse_date, parse_moment
from docgen.cli.call import Call, pass_call
from docgen.cli.grammar import Command
from docgen.cli.lines import shown
from docgen.drafting import dated, draft_record, kind_called
from docgen.errors import UsageError
from docgen.generation import is_inside
from docgen.vocabulary import commands as words
from docgen.workspace import Workspace


@click.command("new", cls=Command, help=words.NEW_HELP)
@click.argument("kind")
@click.option("--unit", metavar="UNIT", default="", help=words.UNIT_OPTION)
@click.option("--date", "day", metavar="DATE", default="", help=words.DATE_OPTION)
@click.option("--from", "earlier", metavar="ID", default="", help=words.FROM_OPTION)
@pass_call
def new(call: Call, kind: str, unit: str, day: str, earlier: str) -> None:
    """Write the record's file; ask for what is missing on a terminal."""
    workspace = call.workspace
    needs_day = dated(kind_called(kind)[0])
    short = unit or earlier.partition("/")[0] or _unit(workspace)
    on = _day(day or _ask_day(call.today)) if day or needs_day else None
    click.echo(words.drafted(shown(draft_record(workspace, kind, short, on, earlier).write()), call.program))


def _unit(workspace: Workspace) -> str:
    """Return the unit in whose folder we are, or the only one; else ask."""
    here = [short for short, folder in workspace.units.items() if is_inside(Path.cwd(), folder.path)]
    known = here or list(workspace.units)
    if len(known) == 1:
        return known[0]
    if sys.stdin.isatty():
        return str(click.prompt(words.ASK_UNIT, default=known[-1] if known else None))
    raise UsageError("unit-needed", {"near": words.BETWEEN.join(workspace.units)})


def _ask_day(today: date) -> str:
    if not sys.stdin.isatty():
        raise UsageError("date-needed")
    return str(click.prompt(words.ASK_DATE, default=today.isoformat()))


def _day(text: str) -> date | datetime:
    for parse in (parse_moment, parse_date):
        try:
            return parse(text)
        except ValueError:
            continue
    raise UsageError("date-unclear", {"value": text})
