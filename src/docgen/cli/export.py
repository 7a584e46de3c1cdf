"""Takes a period, gives every paper of it in a folder, a table of them, and a report of the run."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from time import perf_counter

import click

from docgen.cli.call import Call, on_option, pass_call
from docgen.cli.grammar import FORMATS, JOBS, JSON, PERIOD, TEXT, Command, each, one_of
from docgen.cli.lettering import say_lettering
from docgen.cli.lines import counts, shown, table
from docgen.cli.progress import Progress
from docgen.cli.results import LABELS, exit_code, failure_lines, say_export_json
from docgen.export import Export, Standing, Status
from docgen.export import export as export_period
from docgen.findings import Level
from docgen.formats import Format
from docgen.model.period import Period
from docgen.outputs import pack, write_whole
from docgen.rules import VERSION
from docgen.version import __version__
from docgen.vocabulary import commands as words
from docgen.vocabulary import exports as filing
from docgen.vocabulary import hint, message
from docgen.vocabulary.explaining import SOURCES_OPTION

REPORT = "run.json"
MOST_LINES = 20
MONTHS_PER_JOB = 12


@click.command("export", cls=Command, help=words.EXPORT_HELP)
@click.argument("period", type=PERIOD)
@click.option("--unit", "units", metavar="UNIT", multiple=True, callback=each, help=words.UNITS_OPTION)
@click.option("--kind", "kinds", metavar="KIND", multiple=True, callback=each, help=words.KIND_OPTION)
@click.option("--to", type=FORMATS, default=(), help=words.TO_OPTION)
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path), help=words.EXPORT_OUT_OPTION)
@click.option("--jobs", type=JOBS, default=None, help=words.JOBS_OPTION)
@click.option("--zip", "zipped", is_flag=True, help=words.ZIP_OPTION)
@click.option("--box", "boxed", is_flag=True, help=filing.BOX_OPTION)
@click.option("--cluster", metavar="ADDRESS", default="", help=filing.CLUSTER_OPTION)
@click.option("--overwrite", is_flag=True, help=filing.OVERWRITE_EDITED_OPTION)
@on_option
@click.option("--final", is_flag=True, help=words.FINAL_OPTION)
@click.option("--pdf-a", "archival", is_flag=True, help=words.PDF_A_OPTION)
@click.option("--sources", "sourced", is_flag=True, help=SOURCES_OPTION)
@click.option("--format", "format", type=one_of(TEXT, JSON), default=TEXT, help=words.FORMAT_OPTION)
@pass_call
def export(  # noqa: PLR0913 - one parameter per option
    call: Call,
    period: Period,
    *,
    units: tuple[str, ...],
    kinds: tuple[str, ...],
    to: tuple[Format, ...],
    out: Path | None,
    jobs: int | None,
    zipped: bool,
    boxed: bool,
    cluster: str,
    overwrite: bool,
    on: date,
    final: bool,
    archival: bool,
    sourced: bool,
    format: str,
) -> int:
    """Make all papers of the period, and say how that went."""
    call.json, call.resumes = format == JSON, True
    begun, clock = datetime.now().astimezone(), perf_counter()
    count = jobs or default_jobs(len(units) or len(call.workspace.units), period)
    with Progress() as progress:
        done = export_period(
            call.workspace,
            period,
            units=units,
            kinds=kinds,
            to=to,
            out=out,
            jobs=count,
            cluster=cluster,
            overwrite=overwrite,
            boxed=boxed,
            final=final,
            archival=archival,
            sourced=sourced,
            on=on,
            progress=progress,
        )
    archive = _zip(done) if zipped else None
    seconds = perf_counter() - clock
    if _has_written(done):
        _write_report(done, begun, seconds, count)
    if call.json:
        say_export_json(done)
    else:
        _say(done, seconds, archive)
    return exit_code(done)


def _has_written(done: Export) -> bool:
    """Tell whether there is anything to report: an export that leaves all as it is touches no file."""
    standings = done.tally.standings
    return bool(standings[Standing.MISSING] or standings[Standing.STALE] or done.failed or not _report(done).exists())


def _report(done: Export) -> Path:
    return done.order.out / REPORT


def default_jobs(units: int, period: Period) -> int:
    """Return how many processes pay: one per dozen months of a unit, as each takes a second to start."""
    months = units * len(list(period.months()))
    return max(1, min(os.cpu_count() or 1, units, months // MONTHS_PER_JOB))


def _zip(done: Export) -> Path:
    """Pack what the manifest lists, and the manifest, beside the folder."""
    out = done.order.out
    names = [outcome.path for outcome in done.listed() if outcome.path]
    path = out.with_name(f"{out.name}.zip")
    pack(out, [*names, *([done.manifest.name] if done.manifest else [])], path)
    return path


def _write_report(done: Export, begun: datetime, seconds: float, jobs: int) -> None:
    """Write when the run was and how long it took: what must not stand in the manifest."""
    report = {
        "docgen": __version__,
        "rules": VERSION,
        "period": str(done.order.period),
        "begun": begun.isoformat(timespec="seconds"),
        "seconds": round(seconds, 3),
        "jobs": jobs,
        "outcomes": {status.value: done.tally.status(status) for status in Status},
        "files": {kind.value: done.tally.standings[kind] for kind in Standing},
        "findings": {level.value: counts(done.findings).get(level, 0) for level in Level},
    }
    write_whole(_report(done), f"{json.dumps(report, ensure_ascii=False, indent=1)}\n".encode())


def _say(done: Export, seconds: float, archive: Path | None) -> None:
    for line in table(words.EXPORT_COLUMNS, _rows(done)):
        click.echo(line)
    failures = list(failure_lines(done.failed))
    for line in failures[:MOST_LINES]:
        click.echo(line, err=True)
    if len(failures) > MOST_LINES:
        click.echo(words.not_shown(len(failures) - MOST_LINES), err=True)
    for lack in done.lacks:
        click.echo(message(lack) + hint(lack), err=True)
    found = counts(done.findings)
    if found.get(Level.ERROR) or found.get(Level.WARN):
        click.echo(words.elsewhere(found), err=True)
    say_lettering(done.tally)
    for sentence in filing.standing_lines(done.tally.standings, done.tally.edited[:MOST_LINES]):
        click.echo(sentence)
    click.echo(words.ready(shown(done.order.out), seconds))
    if archive is not None:
        click.echo(shown(archive))


def _rows(done: Export) -> Iterator[tuple[object, ...]]:
    """Yield a row per kind in the catalogue's order, and the sums."""
    made = {kind for kind, _ in done.tally.kinds}
    for name in (*(name for name in LABELS if name in made), *sorted(made - LABELS.keys())):
        numbers = [done.tally.kinds[name, status] for status in Status]
        yield LABELS.get(name, name), sum(numbers), *numbers
    totals = [done.tally.status(status) for status in Status]
    yield words.TOTAL, sum(totals), *totals
