"""Takes a kind, gives its templates: where they lie, copies and new ones that a person may change, what is wrong."""

from __future__ import annotations

from collections.abc import Iterator

import click

from docgen.cli.call import Call, pass_call
from docgen.cli.grammar import FORMATS, JSON, SARIF, TEXT, Command, Group, one_of
from docgen.cli.lines import shown, table
from docgen.cli.templates_check import check_all
from docgen.documents import KINDS, DocumentKind, kind_named
from docgen.errors import TemplateError, WorkspaceError
from docgen.formats import Format
from docgen.generation import stationery_of
from docgen.house.outline import Layout
from docgen.stationery import Stationery
from docgen.stationery.build import fresh
from docgen.vocabulary import commands as words
from docgen.vocabulary import templates as said

LAYOUTS = (Layout.OFFICIAL.value, Layout.RECORD.value, Layout.FORM.value)


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


@templates.command("new", cls=Command, help=words.TEMPLATES_NEW_HELP)
@click.argument("kinds", metavar="KIND...", nargs=-1, required=True)
@click.option("--layout", type=one_of(*LAYOUTS), help=words.LAYOUT_OPTION)
@click.option("--to", "formats", type=FORMATS, default="docx,html", help=words.TEMPLATES_TO_OPTION)
@click.option("--overwrite", is_flag=True, help=words.OVERWRITE_OPTION)
@pass_call
def new(call: Call, kinds: tuple[str, ...], layout: str | None, formats: tuple[Format, ...], overwrite: bool) -> None:
    """Write templates with every field of their kinds into the workspace."""
    chosen = Layout(layout) if layout else None
    stationery = stationery_of(call.workspace)
    made = (fresh(kind_named(kind), chosen, formats, stationery.profile) for kind in kinds)
    wanted = {name: content for each in made for name, content in each.items()}
    for path in stationery.put(wanted, overwrite=overwrite):
        click.echo(shown(path))
    click.echo(said.written_templates())


@templates.command("check", cls=Command, help=words.TEMPLATES_CHECK_HELP)
@click.argument("asked", metavar="[KIND|FILE]...", nargs=-1)
@click.option("--kind", metavar="KIND", default="", help=words.TEMPLATES_KIND_OPTION)
@click.option("--format", "format", type=one_of(TEXT, JSON, SARIF), default=TEXT, help=words.SARIF_FORMAT_OPTION)
@click.option("--comments", is_flag=True, help=words.COMMENTS_OPTION)
@pass_call
def check(call: Call, asked: tuple[str, ...], kind: str, format: str, comments: bool) -> int:
    """Say what is wrong with templates; errors make the exit code 1, unreadable files 2."""
    return check_all(call, _stationery(call), asked, kind, format=format, comments=comments)


def _stationery(call: Call) -> Stationery:
    """Return the workspace's templates over the built-in ones; without a workspace these alone."""
    try:
        call.root  # noqa: B018 - asked whether there is one
    except WorkspaceError:
        if call.directory is not None:
            raise
        return Stationery()
    return stationery_of(call.workspace)


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
