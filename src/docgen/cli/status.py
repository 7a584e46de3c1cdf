"""Takes a period, gives how the files of its export stand: current, behind, changed by hand, without a record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from docgen.cli.call import Call, on_option, pass_call
from docgen.cli.grammar import FORMATS, JSON, PERIOD, TEXT, Command, each, one_of
from docgen.cli.lines import INDENT, say_json, shown
from docgen.cli.progress import Progress
from docgen.cli.results import DONE, FAILED, as_object, failure_lines
from docgen.export import Outcome, Standing, Survey
from docgen.export import status as survey_period
from docgen.formats import Format
from docgen.model.period import Period
from docgen.vocabulary import commands as words
from docgen.vocabulary import exports as filing
from docgen.vocabulary.explaining import SOURCES_OPTION

MOST_LINES = 20


@click.command("status", cls=Command, help=filing.STATUS_HELP)
@click.argument("period", type=PERIOD)
@click.option("--unit", "units", metavar="UNIT", multiple=True, callback=each, help=words.UNITS_OPTION)
@click.option("--kind", "kinds", metavar="KIND", multiple=True, callback=each, help=words.KIND_OPTION)
@click.option("--to", type=FORMATS, default=(), help=words.TO_OPTION)
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path), help=filing.STATUS_OUT_OPTION)
@on_option
@click.option("--box", "boxed", is_flag=True, help=filing.STATUS_BOX_OPTION)
@click.option("--pdf-a", "archival", is_flag=True, help=words.PDF_A_OPTION)
@click.option("--sources", "sourced", is_flag=True, help=SOURCES_OPTION)
@click.option("--format", "format", type=one_of(TEXT, JSON), default=TEXT, help=words.FORMAT_OPTION)
@pass_call
def status(  # noqa: PLR0913 - one parameter per option
    call: Call,
    period: Period,
    *,
    units: tuple[str, ...],
    kinds: tuple[str, ...],
    to: tuple[Format, ...],
    out: Path | None,
    on: date,
    archival: bool,
    sourced: bool,
    boxed: bool,
    format: str,
) -> int:
    """Say how the files stand."""
    call.json = format == JSON
    with Progress() as progress:
        found = survey_period(
            call.workspace,
            period,
            units=units,
            kinds=kinds,
            to=to,
            out=out,
            archival=archival,
            sourced=sourced,
            boxed=boxed,
            on=on,
            progress=progress,
        )
    if call.json:
        say_json(_as_object(found))
    else:
        for line in _lines(found):
            click.echo(line)
        for line in failure_lines(found.tally.failed):
            click.echo(line, err=True)
    return FAILED if found.tally.failed else DONE


def _as_object(found: Survey) -> dict[str, object]:
    counts = {standing.value: found.tally.standings[standing] for standing in Standing}
    files = [
        as_object(outcome) | {"standing": outcome.standing.value, "changed": outcome.changed}
        for outcome in found.outcomes
    ]
    return {"folder": str(found.order.out), "counts": counts, "files": files}


def _lines(found: Survey) -> Iterator[str]:
    """Yield the sums, and under each the files that an export would not leave as they are."""
    if not found.order.out.is_dir():
        yield filing.never_exported(shown(found.order.out))
        return
    for standing in Standing:
        if count := found.tally.standings[standing]:
            yield filing.standing_text(standing, count)
            yield from _files([one for one in found.outcomes if one.path and one.standing is standing])


def _files(outcomes: list[Outcome]) -> Iterator[str]:
    for outcome in outcomes[:MOST_LINES]:
        yield f"{INDENT}{filing.file_line(outcome.path, outcome.changed)}"
    if len(outcomes) > MOST_LINES:
        yield f"{INDENT}{filing.files_not_shown(len(outcomes) - MOST_LINES)}"
