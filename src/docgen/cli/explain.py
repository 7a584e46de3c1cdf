"""Takes a paper and one of its figures, gives on the terminal the records behind the figure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import click

from docgen.cli.call import Call, on_option, pass_call
from docgen.cli.grammar import JSON, TEXT, Command, one_of
from docgen.cli.lines import INDENT, aligned, folded, say_json, table
from docgen.documents import kind_named
from docgen.generation import Explained, FigurePlace, Trace, TracedRecord, explain, figures_of, subject_named
from docgen.view import Way
from docgen.vocabulary import commands as words
from docgen.vocabulary import explaining as said

MOST_PARTS = 12
PLUS = " + "


@click.command("explain", cls=Command, help=said.EXPLAIN_HELP)
@click.argument("kind", metavar="KIND")
@click.argument("subject", metavar="SUBJECT")
@click.argument("figure", metavar="[FIGURE]", required=False, default="")
@on_option
@click.option("--format", "format", type=one_of(TEXT, JSON), default=TEXT, help=words.FORMAT_OPTION)
@pass_call
def explain_figure(call: Call, kind: str, subject: str, figure: str, on: date, format: str) -> None:
    """Explain one figure, or list those of the paper."""
    call.json = format == JSON
    of_kind, about = kind_named(kind), subject_named(call.workspace, subject)
    if not figure:
        _list(figures_of(call.workspace, of_kind, about, on), json=call.json)
        return
    explained = explain(call.workspace, of_kind, about, figure, on)
    if call.json:
        say_json(as_object(explained))
        return
    for line in lines(explained):
        click.echo(line)


def as_object(explained: Explained) -> dict[str, Any]:
    """Return an explained figure as plain data."""
    return {
        "kind": explained.kind.name,
        "subject": str(explained.subject),
        "path": explained.path,
        **_traced(explained.trace),
    }


def lines(explained: Explained) -> Iterator[str]:
    """Yield the figure, how it came about, and its records by unit."""
    trace = explained.trace
    yield said.headline(explained.kind.label, str(explained.subject), explained.path, trace.text)
    yield from folded(origin(trace))
    handed = handed_up(trace)
    shares = trace.shares
    records = trace.all_records
    for unit in dict.fromkeys((*handed, *(each.unit for each in records))):
        own = [each for each in records if each.unit == unit]
        yield ""
        yield said.unit_line(unit, words.BETWEEN.join(handed.get(unit, ())), len(own))
        yield from (INDENT + line for line in _record_lines(own, shares))


def origin(trace: Trace) -> str:
    """Say how a figure came about."""
    first, *others = trace.parts or (trace,)
    if trace.way is Way.SHARE:
        return said.share_line(first.text, others[0].text)
    if trace.way is Way.MEAN:
        return said.mean_line(first.text, others[0].text)
    if not trace.all_records:
        return said.without_records_line()
    if trace.way is Way.SUM and others:
        parts = [part.text for part in trace.parts]
        shown = parts if len(parts) <= MOST_PARTS else [*parts[: MOST_PARTS - 1], said.MORE, parts[-1]]
        return said.sum_line(f"{PLUS.join(shown)} = {trace.text}")
    if trace.way is Way.COUNT:
        return said.count_line(len(trace.records))
    return said.stated_line(len(trace.all_records))


def handed_up(trace: Trace) -> dict[str, list[str]]:
    """Return the figures that units handed up, by unit."""
    if trace.unit:
        return {trace.unit: [trace.text]}
    found: dict[str, list[str]] = {}
    for part in trace.parts:
        for unit, texts in handed_up(part).items():
            found.setdefault(unit, []).extend(texts)
    return found


def _record_lines(records: list[TracedRecord], shares: dict[str, int | float]) -> Iterator[str]:
    if not records:
        yield said.NOBODY
        return
    yield from aligned(
        (
            each.day.isoformat() if each.day else "",
            each.id,
            each.title,
            f"{each.place.file}:{each.place.line}",
            str(shares[each.id]) if each.id in shares and shares[each.id] != 1 else "",
        )
        for each in records
    )


def _list(places: tuple[FigurePlace, ...], *, json: bool) -> None:
    if json:
        shown = [{"path": each.path, "text": each.figure.text, "sources": len(each.figure.sources)} for each in places]
        say_json({"figures": shown})
        return
    if not places:
        click.echo(said.NO_FIGURES)
        return
    for line in table(
        said.FIGURE_COLUMNS, [(each.path, each.figure.text, len(each.figure.sources)) for each in places]
    ):
        click.echo(line)


def _traced(trace: Trace) -> dict[str, Any]:
    return {
        "value": trace.value,
        "text": trace.text,
        "way": trace.way.value,
        "unit": trace.unit or None,
        "citation": trace.citation or None,
        "records": [_record(each) for each in trace.records],
        "parts": [_traced(each) for each in trace.parts],
    }


def _record(record: TracedRecord) -> dict[str, Any]:
    return {
        "id": record.id,
        "unit": record.unit,
        "date": record.day.isoformat() if record.day else None,
        "title": record.title,
        "file": record.place.file,
        "line": record.place.line,
    }
