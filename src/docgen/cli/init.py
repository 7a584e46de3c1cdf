"""Takes a folder, gives a new workspace in it, or the new year's folders in an old one."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli.call import Call, pass_call
from docgen.cli.grammar import Command
from docgen.cli.lines import shown
from docgen.drafting import found, open_year
from docgen.errors import UsageError
from docgen.vocabulary import commands as words
from docgen.workspace.files import SETTINGS_FILE


@click.command("init", cls=Command, help=words.INIT_HELP)
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option("--name", metavar="NAME", default="", help=words.NAME_OPTION)
@pass_call
def init(call: Call, folder: Path | None, name: str) -> None:
    """Write the examples, or make the folders that are missing; no file is ever overwritten."""
    root = folder or call.directory or Path.cwd()
    day = call.today
    if not (root / SETTINGS_FILE).is_file():
        for path in found(root.absolute(), day.year, name, day.month):
            click.echo(shown(path))
        click.echo(words.founded(str(root)))
        return
    if name:
        raise UsageError("workspace-named", {"value": str(root)})
    made = open_year(root.absolute(), day.year)
    if not made:
        raise UsageError("workspace-exists", {"value": str(root)})
    for path in made:
        click.echo(shown(path))
