"""Takes a kind, gives its templates: where they lie, and copies that a person may change."""

from __future__ import annotations

from collections.abc import Iterator

import click

from docgen.cli.call import Call, pass_call
from docgen.cli.grammar import Command, Group
from docgen.cli.lines import shown, table
from docgen.documents import KINDS, DocumentKind, kind_named
from docgen.errors import TemplateError, WorkspaceError
from docgen.generation import TEMPLATES, stationery_of
from docgen.stationery import Stationery
from docgen.vocabulary import commands as words


@click.group("templates", cls=Group, help=words.TEMPLATES_HELP)
def templates() -> None:
    """See and take out templates."""


@templates.command("list", cls=Command, help=words.TEMPLATES_LIST_HELP)
@pass_call
def list_templates(call: Call) -> None:
    """List every kind's templates, those of the workspace marked."""
    stationery = _stationery(call)
    rows = [row for kind in KINDS for row in _rows(stationery, kind)]
    for line in table(words.TEMPLATE_COLUMNS, rows):
        click.echo(line)


@templates.command("eject", cls=Command, help=words.TEMPLATES_EJECT_HELP)
@click.argument("kind")
@click.option("--overwrite", is_flag=True, help=words.OVERWRITE_OPTION)
@pass_call
def eject(call: Call, kind: str, overwrite: bool) -> None:
    """Copy a kind's templates into the workspace."""
    for path in stationery_of(call.workspace).eject(kind_named(kind).name, overwrite=overwrite):
        click.echo(shown(path))
    click.echo(words.ejected())


def _stationery(call: Call) -> Stationery:
    """Return the workspace's templates over the built-in ones; without a workspace these alone."""
    try:
        return Stationery(call.root / TEMPLATES)
    except WorkspaceError:
        if call.directory is not None:
            raise
        return Stationery()


def _rows(stationery: Stationery, kind: DocumentKind) -> Iterator[tuple[str, str, str, str]]:
    seen = set()
    for format in kind.formats:
        try:
            path = stationery.path(kind.name, format)
        except TemplateError:
            yield kind.name, kind.label, f"{kind.name}.{format}", words.ABSENT
            continue
        if path not in seen:
            seen.add(path)
            own = stationery.own is not None and path.is_relative_to(stationery.own)
            yield kind.name, kind.label, path.name, words.OWN if own else words.BUILT_IN
