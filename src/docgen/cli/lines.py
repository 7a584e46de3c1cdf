"""Takes findings, errors, tables and plain objects, gives lines on the terminal."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from docgen.chinese import to_width
from docgen.cli.grammar import padded
from docgen.errors import DocgenError
from docgen.findings import Finding, Level, Place, in_order
from docgen.vocabulary import WORDS, as_json, place_text
from docgen.vocabulary import commands as words

INDENT = "  "
DEEPER = INDENT * 3
UTF8 = {"utf-8", "utf8", "utf_8"}
COLUMNS_VARIABLE = "COLUMNS"
# What a line may be broken between: a word without blanks, or one character, with the marks that belong to it.
PIECE = re.compile("[（「『“《【]*(?:[!-~]+|.)[，。、；：？！）」』”》】…]*")


def say_error(what: str, hint: str = "") -> None:
    """Print an error in one line, and what to do in the next."""
    click.echo(words.failure(what), err=True)
    if hint:
        click.echo(f"{INDENT}{hint}", err=True)


def say_docgen_error(error: DocgenError, hint: str = "") -> None:
    """Print an error of docgen's own tree with the findings that it carries."""
    said = WORDS[error.code]
    say_error(said.say_what(error.values), said.say_hint(error.values))
    if hint:
        click.echo(f"{INDENT}{hint}", err=True)
    for line in finding_lines(error.findings):
        click.echo(line, err=True)


def say_json(answer: dict[str, Any]) -> None:
    """Print one object; characters are escaped where the console cannot show them all."""
    plain = (sys.stdout.encoding or "").lower() in UTF8
    click.echo(json.dumps(answer, ensure_ascii=not plain, indent=1))


def say_json_error(error: DocgenError) -> None:
    """Print an error as the first of the findings that it carries."""
    said = WORDS[error.code]
    own = dict.fromkeys(as_json(Finding("key-empty", Level.ERROR, Place("")))) | {
        "code": error.code,
        "level": Level.ERROR.value,
        "value": error.values.get("value"),
        "message": said.say_what(error.values),
        "hint": said.say_hint(error.values) or None,
    }
    say_json({"findings": [own, *(as_json(each) for each in error.findings)]})


def finding_lines(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield findings by file, files with errors first, in a file the errors first: place and message, then the hint."""
    files: dict[str, list[Finding]] = {}
    for finding in in_order(findings):
        files.setdefault(finding.place.file, []).append(finding)
    for file in sorted(files, key=lambda file: min(map(_weight, files[file]))):
        for finding in sorted(files[file], key=_weight):
            yield from _lines(finding)


def finding_head(finding: Finding, indent: str = "", mark: str = "") -> Iterator[str]:
    """Yield where a finding is and what it says, on one line if the screen is wide enough."""
    what = WORDS[finding.code].say_what(finding.values)
    value = str(finding.values.get("value", "")).strip()
    written = (
        f"  ({value})" if value and "\n" not in value and value not in what and len(value) <= to_width(what) else ""
    )
    place = " ".join(text for text in (str(finding.place), place_text(finding.place)) if text)
    place = f"{place}  " if place else ""
    said = words.failure(what) if finding.level is Level.ERROR else words.lesser(finding.level, what)
    yield from folded(f"{place}{said}{written}{mark}", indent, DEEPER)


def finding_notes(finding: Finding) -> list[str]:
    """Return what to do about a finding and what it rests on."""
    basis = words.basis_text(finding.basis) if finding.basis else ""
    return [text for text in (WORDS[finding.code].say_hint(finding.values), basis) if text]


def note_lines(notes: Iterable[str]) -> Iterator[str]:
    """Yield notes below a finding."""
    for note in notes:
        yield from folded(note, DEEPER, DEEPER)


def screen() -> int:
    """Return how many columns a line may fill; 0 where lines go into a file or another program."""
    if COLUMNS_VARIABLE in os.environ or sys.stdout.isatty():
        return shutil.get_terminal_size().columns
    return 0


def folded(text: str, first: str = "", rest: str = "") -> Iterator[str]:
    """Yield a text in lines that fit the screen, never broken within a word or before a closing mark."""
    columns = screen()
    if not columns or to_width(first + text) <= columns:
        yield f"{first}{text}".rstrip()
        return
    line, filled = first, to_width(first)
    for piece in PIECE.findall(text):
        width = to_width(piece)
        if filled + width > columns and line.strip():
            yield line.rstrip()
            line, filled, piece = rest, to_width(rest), piece.lstrip()  # noqa: PLW2901 - a line begins with no blank
            width = to_width(piece)
        line += piece
        filled += width
    yield line.rstrip()


def counts(findings: Iterable[Finding]) -> dict[Level, int]:
    """Count findings by level."""
    return dict(Counter(finding.level for finding in findings))


def shown(path: Path) -> str:
    """Return a path as short as it can be typed from here."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Yield a table with columns by display width; numbers stand at the right."""
    yield from aligned((head, *rows))


def aligned(rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Yield rows of a table without a head."""
    cells = [[str(cell) for cell in row] for row in rows]
    widths = [max(map(to_width, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        yield (INDENT.join(_cell(text, width) for text, width in zip(row, widths, strict=True))).rstrip()


def _cell(text: str, width: int) -> str:
    return " " * (width - to_width(text)) + text if text.isdigit() else padded(text, width)


def _weight(finding: Finding) -> int:
    return list(Level).index(finding.level)


def _lines(finding: Finding) -> Iterator[str]:
    yield from finding_head(finding)
    yield from note_lines(finding_notes(finding))
