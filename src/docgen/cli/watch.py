"""Takes subjects and files of records, gives their papers at once and after each save, with a line for every round."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import click

from docgen.cli.asked import FILE_SUFFIXES, path_of
from docgen.cli.call import Call, on_option, pass_call
from docgen.cli.grammar import FORMATS, Command, each
from docgen.cli.grouping import grouped_lines
from docgen.cli.lettering import REMARKS, say_lettering
from docgen.cli.lines import INDENT, finding_lines, folded, shown
from docgen.cli.results import GAPS, failure_lines
from docgen.errors import DocgenError, UsageError
from docgen.export import OUTPUT, Round
from docgen.export import watch as watch_papers
from docgen.findings import Finding
from docgen.formats import Format
from docgen.vocabulary import commands as words
from docgen.vocabulary import hint, message
from docgen.vocabulary import watching as said


@click.command("watch", cls=Command, help=said.WATCH_HELP)
@click.argument("parts", metavar="SUBJECT|FILE...", nargs=-1, required=True)
@click.option("--kind", "kinds", metavar="KIND", multiple=True, callback=each, help=words.KIND_OPTION)
@click.option("--to", type=FORMATS, default=(Format.DOCX,), help=words.TO_OPTION)
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path), help=words.OUT_OPTION)
@on_option
@click.option("--final", is_flag=True, help=words.FINAL_OPTION)
@click.option("--pdf-a", "archival", is_flag=True, help=words.PDF_A_OPTION)
@click.option("--poll", "polling", is_flag=True, help=said.POLL_OPTION)
@pass_call
def watch(  # noqa: PLR0913 - one parameter per option
    call: Call,
    parts: tuple[str, ...],
    *,
    kinds: tuple[str, ...],
    to: tuple[Format, ...],
    out: Path | None,
    on: date,
    final: bool,
    archival: bool,
    polling: bool,
) -> int:
    """Make the papers again on each save, until interrupted: that is how it ends, and no failure."""
    root = call.root
    about = [_meant(root, text) for text in parts]
    rounds = watch_papers(
        root, *about, kinds=kinds, to=to, out=out, final=final, archival=archival, on=on, polling=polling
    )
    try:
        _say(said.watching(parts, shown(out or root / OUTPUT)))
        for number, done in enumerate(rounds):
            _say_round(done)
            if not number:
                say_lettering(done.tally)
    except KeyboardInterrupt:
        # Below what the terminal shows of the key itself.
        click.echo()
        _say(said.ended())
    return 0


def _meant(root: Path, text: str) -> Path | str:
    """Return the file or folder that a text means, else the text, to be looked up in each round."""
    path = path_of(root, text)
    if path is None and Path(text).suffix.lower() in FILE_SUFFIXES:
        raise UsageError("path-foreign", {"value": text})
    return path or text


def _say_round(done: Round) -> None:
    clock = datetime.now().astimezone().strftime("%H:%M:%S")
    papers = [outcome.path for outcome in done.outcomes if outcome.path]
    _say(said.turn(clock, [Path(name).name for name in done.saved], papers, list(_lacks(done))))
    for line in _troubles(done):
        click.echo(line)


def _lacks(done: Round) -> Iterator[str]:
    """Yield each gap once, though it is in several papers and formats."""
    found = (gap for outcome in done.outcomes if outcome.path for gap in outcome.findings if gap.code in GAPS)
    for gap in {_seen(gap): gap for gap in found}.values():
        yield said.lack(str(gap.values["value"]), Path(gap.place.file).name, gap.place.line)


def _troubles(done: Round) -> Iterator[str]:
    """Yield what was not made and why, what is wrong in the records, and what the papers themselves say."""
    for error in done.errors:
        yield from _error_lines(error)
    if done.workspace is not None and done.checked is not None:
        yield from grouped_lines(done.workspace, done.checked, done.checked.findings)
    for line in failure_lines(outcome for outcome in done.outcomes if not outcome.path):
        yield from folded(line, INDENT, INDENT * 3)
    known = set() if done.checked is None else {_seen(each) for each in done.checked.findings}
    for paper in done.papers:
        for subject in paper.paperless:
            yield from _error_lines(UsageError("no-paper", {"value": str(subject)}))
    rest = {_seen(each): each for outcome in done.outcomes for each in outcome.findings}
    yield from finding_lines(
        finding
        for key, finding in rest.items()
        if key not in known and finding.code not in REMARKS and not (finding.code in GAPS and _is_told(done, finding))
    )


def _is_told(done: Round, gap: Finding) -> bool:
    """Tell whether a gap stands in the line of its round: it is in a paper that was written."""
    return any(gap in outcome.findings for outcome in done.outcomes if outcome.path)


def _seen(finding: Finding) -> tuple[str, str, str]:
    return finding.code, str(finding.place), str(finding.values)


def _error_lines(error: DocgenError) -> Iterator[str]:
    yield from folded(words.failure(message(error)), INDENT, INDENT * 3)
    if said_hint := hint(error):
        yield from folded(said_hint, INDENT * 3, INDENT * 3)
    yield from (INDENT + line for line in finding_lines(error.findings))


def _say(text: str) -> None:
    for line in folded(text, rest=INDENT):
        click.echo(line)
