"""Takes subjects and files of records, gives their papers in a folder."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from docgen.cli.asked import subjects, targets
from docgen.cli.call import Call, on_option, pass_call
from docgen.cli.grammar import FORMATS, JSON, TEXT, Command, each, one_of
from docgen.cli.grouping import rule_named
from docgen.cli.results import exit_code, say_papers
from docgen.errors import UsageError
from docgen.export import render as render_papers
from docgen.findings import Finding
from docgen.formats import Format
from docgen.generation import Checked, check
from docgen.vocabulary import commands as words
from docgen.vocabulary.explaining import SOURCES_OPTION


@click.command("render", cls=Command, help=words.RENDER_HELP)
@click.argument("parts", metavar="SUBJECT|FILE...", nargs=-1, required=True)
@click.option("--kind", "kinds", metavar="KIND", multiple=True, callback=each, help=words.KIND_OPTION)
@click.option("--to", type=FORMATS, default=(Format.DOCX,), help=words.TO_OPTION)
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path), help=words.OUT_OPTION)
@on_option
@click.option("--final", is_flag=True, help=words.FINAL_OPTION)
@click.option("--pdf-a", "archival", is_flag=True, help=words.PDF_A_OPTION)
@click.option("--sources", "sourced", is_flag=True, help=SOURCES_OPTION)
@click.option("--format", "format", type=one_of(TEXT, JSON), default=TEXT, help=words.FORMAT_OPTION)
@pass_call
def render(  # noqa: PLR0913 - one parameter per option
    call: Call,
    parts: tuple[str, ...],
    *,
    kinds: tuple[str, ...],
    to: tuple[Format, ...],
    out: Path | None,
    on: date,
    final: bool,
    archival: bool,
    sourced: bool,
    format: str,
) -> int:
    """Make the papers, and say what they lack."""
    call.json = format == JSON
    workspace = call.workspace
    wanted = list(subjects(workspace, parts))
    if not wanted:
        return _unreadable(call, parts, on)
    try:
        done = render_papers(
            workspace, *wanted, kinds=kinds, to=to, out=out, final=final, archival=archival, sourced=sourced, on=on
        )
    except UsageError as error:
        # A record that cannot be read is unknown to the ledger: what is wrong in it says more than that.
        if error.code == "record-unknown" and _reading(check(workspace, wanted, on=on)):
            return _unreadable(call, parts, on)
        raise
    say_papers(done, json=call.json)
    return exit_code(done)


def _unreadable(call: Call, parts: tuple[str, ...], on: date) -> int:
    """Say what is wrong in records that could not be read."""
    findings = _reading(check(call.workspace, targets(call.workspace, parts), on=on))
    if not findings:
        raise UsageError("no-paper", {"value": words.BETWEEN.join(parts)})
    raise UsageError("records-unreadable", {"value": words.BETWEEN.join(parts)}, findings)


def _reading(checked: Checked) -> list[Finding]:
    """Return what is wrong with the writing, which can keep a record from being read; what rules say cannot."""
    return [each for each in checked.findings if not rule_named(each)]
