"""Takes the zips of branches' folders, gives on the terminal what they would change; then changes it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from docgen.cli.call import Call, pass_call
from docgen.cli.grammar import JSON, TEXT, Command, one_of
from docgen.cli.lines import finding_lines, say_json, shown, table
from docgen.cli.taking import confirmed
from docgen.findings import Level, worst
from docgen.intake import Change, Collected, Collection
from docgen.intake import collect as look_into
from docgen.intake.collecting import kept_folder
from docgen.vocabulary import as_json
from docgen.vocabulary import commands as general
from docgen.vocabulary import intake as words

MOST_LINES = 20
TOLD = (Change.NEW, Change.CHANGED, Change.LACKING)


@click.command("collect", cls=Command, help=words.COLLECT_HELP)
@click.argument("parcels", metavar="ZIP...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help=words.YES_OPTION)
@click.option("--format", "format", type=one_of(TEXT, JSON), default=TEXT, help=general.FORMAT_OPTION)
@pass_call
def collect(call: Call, parcels: tuple[Path, ...], *, yes: bool, format: str) -> int:
    """Show what zips would change, and change it when told to; errors make the exit code 1."""
    call.json = format == JSON
    found = look_into(call.workspace, parcels)
    code = int(worst(found.findings) is Level.ERROR)
    changes = any(each.of(Change.NEW) or each.of(Change.CHANGED) for each in found.units)
    if call.json:
        count = found.write(call.today) if yes and changes else 0
        say_json(
            {
                "findings": [as_json(each) for each in found.findings],
                "units": [_plain(each) for each in found.units],
                "written": count,
            }
        )
        return code
    for line in _lines(found):
        click.echo(line)
    for line in finding_lines(found.findings):
        click.echo(line, err=True)
    if changes and confirmed(yes):
        click.echo(words.written(found.write(call.today)))
        for unit in found.units:
            if unit.of(Change.CHANGED):
                click.echo(words.kept(shown(kept_folder(found.root, unit.short, call.today))))
    return code


def _plain(unit: Collected) -> dict[str, object]:
    return {
        "unit": unit.short,
        "new_unit": unit.is_new,
        "folder": shown(unit.folder),
        "files": {change.value: list(unit.of(change)) for change in TOLD},
    }


def _lines(found: Collection) -> Iterator[str]:
    rows = [
        (f"{each.short}{words.NEW_UNIT if each.is_new else ''}", shown(each.folder), *each.counts.values())
        for each in found.units
    ]
    if rows:
        yield from table(words.COLLECT_COLUMNS, rows)
    for unit in found.units:
        listed = [(change, file) for change in TOLD for file in unit.of(change)]
        for change, file in listed[:MOST_LINES]:
            yield f"  {words.CHANGES[change]}  {unit.short}/{file}"
        if len(listed) > MOST_LINES:
            yield words.more(len(listed) - MOST_LINES)
