"""Takes a kind of record, gives its JSON Schema on the terminal, or all schemas as files of the workspace."""

from __future__ import annotations

import click

from docgen.cli.call import Call, pass_call
from docgen.cli.grammar import Command
from docgen.cli.lines import say_json, shown
from docgen.drafting import schema as schema_of
from docgen.drafting import write_schemas
from docgen.vocabulary import commands as words


@click.command("schema", cls=Command, help=words.SCHEMA_HELP)
@click.argument("kind", metavar="[KIND]", required=False, default="")
@click.option("--write", is_flag=True, help=words.WRITE_OPTION)
@pass_call
def schema(call: Call, kind: str, write: bool) -> None:
    """Print one schema, or write them all."""
    if not write:
        say_json(schema_of(kind))
        return
    for path in write_schemas(call.root):
        click.echo(shown(path))
