"""Takes templates by kind or file, gives on the terminal what is wrong in them, and copies with comments."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
from msgspec import Struct

from docgen.cli.call import Call
from docgen.cli.grammar import JSON, SARIF, TEXT
from docgen.cli.lines import counts, finding_lines, say_json, shown
from docgen.cli.sarif import sarif
from docgen.documents import KINDS, DocumentKind, kind_named
from docgen.errors import UsageError
from docgen.findings import Finding, Level, worst
from docgen.formats import Format
from docgen.inspection.comments import Remark, with_comments
from docgen.outputs import write_whole
from docgen.stationery import Stationery
from docgen.stationery.checking import UNREADABLE, check_template
from docgen.vocabulary import as_json, hint, message
from docgen.vocabulary import commands as words
from docgen.vocabulary import templates as said
from docgen.vocabulary.linting import COMMENTED

FORMATS = {f".{format}": format for format in Format if format is not Format.PDF}
MISUSED = 2


class Chosen(Struct, frozen=True):
    """One template that is to be checked."""

    kind: DocumentKind
    path: Path

    @property
    def format(self) -> Format:
        """What its name ends with."""
        return FORMATS[self.path.suffix.lower()]


def check_all(
    call: Call, stationery: Stationery, asked: tuple[str, ...], kind: str, *, format: str, comments: bool
) -> int:
    """Check templates and say what is wrong; return 2 where one cannot be read, 1 where one has errors, else 0."""
    call.json = format != TEXT
    chosen = list(dict.fromkeys(each for word in asked for each in _meant(stationery, word, kind)))
    chosen = chosen if asked else _default(stationery)
    found = {each: _checked(stationery, each) for each in chosen}
    findings = [finding for each in found.values() for finding in each]
    copies = [copy for each, told in found.items() if comments and (copy := _commented(each, told))]
    match format:
        case _ if format == JSON:
            say_json({"findings": [as_json(finding) for finding in findings]})
        case _ if format == SARIF:
            say_json(sarif(findings))
        case _:
            _say(findings, len(chosen), copies)
    if any(finding.code in UNREADABLE for finding in findings):
        return MISUSED
    return int(worst(findings) is Level.ERROR)


def _say(findings: list[Finding], templates: int, copies: list[Path]) -> None:
    for line in finding_lines(findings):
        click.echo(line)
    for copy in copies:
        click.echo(said.commented(shown(copy)))
    click.echo(said.checked_templates(templates) + words.summary(counts(findings)))


def _default(stationery: Stationery) -> list[Chosen]:
    """Return the workspace's own templates; the built-in ones where it has none."""
    own = [Chosen(kind, path) for kind in KINDS for path in stationery.own_files(kind.name)]
    return own or [each for kind in KINDS for each in _of_kind(stationery, kind)]


def _of_kind(stationery: Stationery, kind: DocumentKind) -> list[Chosen]:
    paths = dict.fromkeys(stationery.path(kind.name, format) for format in kind.formats)
    return [Chosen(kind, path) for path in paths]


def _meant(stationery: Stationery, word: str, kind: str) -> Iterator[Chosen]:
    """Yield what a word on the command line means: a file, or the templates that a kind uses."""
    path = Path(word)
    if not path.suffix and not path.is_file():
        yield from _of_kind(stationery, kind_named(word))
        return
    if not path.is_file():
        raise UsageError("template-file-missing", {"value": word})
    if path.suffix.lower() not in FORMATS:
        raise UsageError("template-format-foreign", {"value": word})
    names = {name: each for each in KINDS for name in (each.name, each.label)}
    found = kind_named(kind) if kind else names.get(path.stem) or names.get(path.resolve().parent.name)
    if found is None:
        raise UsageError("template-kind-unclear", {"value": word})
    yield Chosen(found, path)


def _checked(stationery: Stationery, chosen: Chosen) -> list[Finding]:
    template = stationery.loose(chosen.path, chosen.format)
    return check_template(chosen.kind, template, Path(shown(chosen.path)).as_posix())


def _commented(chosen: Chosen, findings: list[Finding]) -> Path | None:
    """Write a copy with the errors and warnings as comments beside a Word template; None where there is nothing to say."""
    told = [each for each in findings if each.level is not Level.INFO and each.code not in UNREADABLE]
    if chosen.format is not Format.DOCX or not told:
        return None
    remarks = [
        Remark(each.place.part, each.place.paragraph, "\n".join(text for text in (message(each), hint(each)) if text))
        for each in told
    ]
    copy = chosen.path.with_name(f"{chosen.path.stem}{COMMENTED}{chosen.path.suffix}")
    write_whole(copy, with_comments(chosen.path.read_bytes(), remarks))
    return copy
