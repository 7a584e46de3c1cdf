"""Takes the catalogue, gives on the terminal which kinds of papers there are."""

from __future__ import annotations

import click

from docgen.cli.call import Call, pass_call
from docgen.cli.grammar import JSON, TEXT, Command, one_of
from docgen.cli.lines import say_json, table
from docgen.documents import KINDS, DocumentKind
from docgen.vocabulary import commands as words


@click.command("kinds", cls=Command, help=words.KINDS_HELP)
@click.option("--format", "format", type=one_of(TEXT, JSON), default=TEXT, help=words.FORMAT_OPTION)
@pass_call
def kinds(call: Call, format: str) -> None:
    """List the kinds in the catalogue's order."""
    call.json = format == JSON
    if call.json:
        say_json({"kinds": [as_object(kind) for kind in KINDS]})
        return
    rows = [(kind.name, kind.label, words.BETWEEN.join(scopes(kind)), " ".join(kind.formats)) for kind in KINDS]
    for line in table(words.KIND_COLUMNS, rows):
        click.echo(line)


def scopes(kind: DocumentKind) -> list[str]:
    """Return what papers of a kind cover, each once."""
    return list(dict.fromkeys(paper.scope.value for paper in kind.papers))


def as_object(kind: DocumentKind) -> dict[str, object]:
    """Return a kind as plain data."""
    return {"name": kind.name, "label": kind.label, "scope": scopes(kind), "formats": list(kind.formats)}
