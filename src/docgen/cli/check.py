"""Takes parts of a workspace, gives on the terminal what is wrong in them and how to mend it."""

from __future__ import annotations

import click

from docgen.cli.asked import targets
from docgen.cli.call import Call, pass_call
from docgen.cli.grammar import Command, one_of
from docgen.cli.lines import counts, finding_lines, say_json
from docgen.findings import Level, worst
from docgen.generation import check as check_records
from docgen.vocabulary import as_json
from docgen.vocabulary import commands as words

TEXT, JSON = "text", "json"


@click.command("check", cls=Command, help=words.CHECK_HELP)
@click.argument("parts", metavar="[SUBJECT|PATH]...", nargs=-1)
@click.option("--format", "format", type=one_of(TEXT, JSON), default=TEXT, help=words.FORMAT_OPTION)
@click.option("--level", type=one_of(*Level), default=Level.INFO.value, help=words.LEVEL_OPTION)
@pass_call
def check(call: Call, parts: tuple[str, ...], format: str, level: str) -> int:
    """Say what reading finds; errors make the exit code 1, shown or not."""
    call.json = format == JSON
    findings = check_records(call.workspace, targets(call.workspace, parts))
    order = list(Level)
    seen = [each for each in findings if order.index(each.level) <= order.index(Level(level))]
    if call.json:
        say_json({"findings": [as_json(each) for each in seen]})
    else:
        for line in finding_lines(seen):
            click.echo(line)
        click.echo(words.summary(counts(seen)))
    return int(worst(findings) is Level.ERROR)
