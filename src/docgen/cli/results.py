"""Takes a finished export, gives what is said of it: files, gaps, failures, a JSON object, the exit code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import click

from docgen.cli.lettering import REMARKS, say_lettering
from docgen.cli.lines import INDENT, counts, finding_lines, say_docgen_error, say_json, shown
from docgen.documents import KINDS
from docgen.errors import UsageError
from docgen.export import Export, Outcome, Standing
from docgen.findings import Finding, Level
from docgen.vocabulary import as_json
from docgen.vocabulary import commands as words

LABELS = {kind.name: kind.label for kind in KINDS}
GAPS = frozenset({"gap", "gap-unwritten"})
DONE, FAILED, MISUSED, FAULTY = 0, 1, 2, 3


def exit_code(done: Export) -> int:
    """Return 3 where docgen failed, 1 where a job failed, 2 where a subject has no paper, else 0."""
    if any(outcome.fault for outcome in done.failed):
        return FAULTY
    if done.failed:
        return FAILED
    return MISUSED if done.paperless else DONE


def as_object(outcome: Outcome) -> dict[str, Any]:
    """Return an outcome as plain data; null where there is nothing."""
    return {
        "unit": outcome.unit,
        "kind": outcome.kind or None,
        "subject": outcome.subject,
        "format": outcome.format.value,
        "status": outcome.status.value,
        "path": outcome.path or None,
        "title": outcome.title or None,
        "pages": outcome.pages,
        "sources": list(outcome.sources),
        "findings": [as_json(finding) for finding in outcome.findings],
        "error": outcome.error or None,
        "hint": outcome.hint or None,
    }


def say_papers(done: Export, *, json: bool) -> None:
    """Say of some papers which files were written, what they lack, and which were not made."""
    if json:
        say_export_json(done)
    else:
        for _, outcomes in groupby(done.outcomes, key=lambda each: (each.kind, each.subject)):
            _say_paper(done, list(outcomes))
        _say_elsewhere(done)
        say_lettering(done.tally)
    for subject in done.paperless:
        say_docgen_error(UsageError("no-paper", {"value": str(subject)}))


def say_export_json(done: Export) -> None:
    """Print an export as one object."""
    outputs = [as_object(outcome) for outcome in done.outcomes]
    files = {standing.value: done.tally.standings[standing] for standing in Standing}
    say_json({"folder": str(done.order.out), "files": files, "outputs": outputs})


def failure_lines(failed: Iterable[Outcome]) -> Iterator[str]:
    """Yield what was not made and why; papers that failed for one reason share a line."""
    groups: dict[tuple[str, str, str], list[Outcome]] = {}
    for outcome in failed:
        groups.setdefault((outcome.kind, outcome.error, outcome.hint), []).append(outcome)
    for (kind, error, hint), outcomes in groups.items():
        formats = words.BETWEEN.join(dict.fromkeys(each.format.value for each in outcomes))
        line = words.not_made(outcomes[0].subject, LABELS.get(kind, kind), formats, error)
        yield words.times(line, len(outcomes)) if len({each.subject for each in outcomes}) > 1 else line
        if hint:
            yield f"{INDENT}{hint}"


def _say_paper(done: Export, outcomes: list[Outcome]) -> None:
    written = [each for each in outcomes if each.path]
    for outcome in written:
        click.echo(shown(done.order.out / outcome.path))
    for line in _remarks(finding for each in written for finding in each.findings):
        click.echo(f"{INDENT}{line}")
    refused = [each for each in outcomes if not each.path]
    for line in failure_lines(refused):
        click.echo(line, err=True)
    for line in _remarks(finding for each in refused for finding in each.findings):
        click.echo(f"{INDENT}{line}", err=True)


def _remarks(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield each remark once, though it is made of every format: gaps in short, other findings in full."""
    seen = list({(each.code, str(each.place), str(each.values)): each for each in findings}.values())
    for finding in seen:
        if finding.code in GAPS:
            yield words.missing_text(str(finding.place), str(finding.values["value"]))
    yield from finding_lines(finding for finding in seen if finding.code not in GAPS | REMARKS)


def _say_elsewhere(done: Export) -> None:
    found = counts(done.findings)
    if found.get(Level.ERROR) or found.get(Level.WARN):
        click.echo(words.elsewhere(found), err=True)
