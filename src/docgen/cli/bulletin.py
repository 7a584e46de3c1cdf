"""Takes a month, gives the bulletin of it in a folder."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from docgen.cli.call import Call, on_option, pass_call
from docgen.cli.grammar import FORMATS, JSON, PERIOD, TEXT, Command, one_of
from docgen.cli.results import exit_code, say_papers
from docgen.export import bulletin as make_bulletin
from docgen.formats import Format, Outlet
from docgen.model.period import Period
from docgen.vocabulary import commands as words


@click.command("bulletin", cls=Command, help=words.BULLETIN_HELP)
@click.argument("month", type=PERIOD)
@click.option("--unit", metavar="UNIT", default="", help=words.UNIT_OPTION)
@click.option("--to", type=FORMATS, default=(), help=words.BULLETIN_TO_OPTION)
@click.option("--for", "outlet", type=one_of(*Outlet), help=words.FOR_OPTION)
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path), help=words.OUT_OPTION)
@on_option
@click.option("--final", is_flag=True, help=words.FINAL_OPTION)
@click.option("--pdf-a", "archival", is_flag=True, help=words.PDF_A_OPTION)
@click.option("--format", "format", type=one_of(TEXT, JSON), default=TEXT, help=words.FORMAT_OPTION)
@pass_call
def bulletin(  # noqa: PLR0913 - one parameter per option
    call: Call,
    month: Period,
    *,
    unit: str,
    to: tuple[Format, ...],
    outlet: str | None,
    out: Path | None,
    on: date,
    final: bool,
    archival: bool,
    format: str,
) -> int:
    """Make the bulletin, and say what it lacks."""
    call.json = format == JSON
    done = make_bulletin(
        call.workspace, month, unit=unit, to=to, out=out, final=final, archival=archival, outlet=outlet or "", on=on
    )
    say_papers(done, json=call.json)
    return exit_code(done)
