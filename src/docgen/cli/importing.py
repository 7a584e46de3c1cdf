"""Takes a spreadsheet, gives on the terminal how it is understood and what is wrong by cell; then the records' files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from docgen.cli.call import Call, pass_call
from docgen.cli.grammar import JSON, TEXT, Command, one_of
from docgen.cli.lines import finding_lines, say_json, shown, table
from docgen.cli.taking import confirmed
from docgen.errors import UsageError
from docgen.intake import Import, Taken, read_import
from docgen.model.kinds import RECORD_KINDS
from docgen.vocabulary import as_json
from docgen.vocabulary import commands as general
from docgen.vocabulary import intake as words

MOST_LINES = 20


@click.command("import", cls=Command, help=words.IMPORT_HELP)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--as", "kind", metavar="KIND", default="", help=words.AS_OPTION)
@click.option("--unit", metavar="UNIT", default="", help=words.ROWS_UNIT_OPTION)
@click.option("--sheet", metavar="NAME", default="", help=words.SHEET_OPTION)
@click.option("--yes", is_flag=True, help=words.YES_OPTION)
@click.option("--format", "format", type=one_of(TEXT, JSON), default=TEXT, help=general.FORMAT_OPTION)
@pass_call
def import_records(call: Call, file: Path, *, kind: str, unit: str, sheet: str, yes: bool, format: str) -> int:
    """Show what a spreadsheet holds, and write it when told to; errors make the exit code 1."""
    call.json = format == JSON
    if not kind:
        raise UsageError("import-kind-needed", {"near": general.BETWEEN.join(each.label for each in RECORD_KINDS)})
    found = read_import(call.workspace, file, kind, unit, sheet)
    if call.json:
        written = found.write() if yes and found.is_sound else ()
        say_json({"findings": [as_json(each) for each in found.findings], "outputs": [shown(each) for each in written]})
        return int(not found.is_sound)
    for line in _lines(found):
        click.echo(line)
    for line in finding_lines(found.findings):
        click.echo(line, err=True)
    if not found.is_sound or not found.new or not confirmed(yes):
        return int(not found.is_sound)
    click.echo(words.written(len(found.write())))
    return 0


def _lines(found: Import) -> Iterator[str]:
    yield words.understood(found.sheet, found.kind.label)
    for column in found.columns:
        yield words.column_line(column.letter, column.head, column.label)
    rows = [(each.row, each.unit, each.title, _file(each)) for each in found.taken]
    if rows:
        yield from table(words.PREVIEW_COLUMNS, rows[:MOST_LINES])
    if len(rows) > MOST_LINES:
        yield words.more(len(rows) - MOST_LINES)
    yield words.taken(len(found.new), len(found.taken) - len(found.new))


def _file(taken: Taken) -> str:
    return shown(taken.path) + (words.THERE if taken.there else "")
