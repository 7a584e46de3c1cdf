"""Takes parts of a workspace and a day, gives on the terminal what is wrong in them and how to mend it."""

from __future__ import annotations

import unicodedata
from datetime import date

import click

from docgen.cli.asked import targets
from docgen.cli.call import Call, on_option, pass_call
from docgen.cli.grammar import JSON, TEXT, Command, each, one_of
from docgen.cli.grouping import grouped_lines, rule_counts
from docgen.cli.lines import counts, folded, say_json
from docgen.findings import Finding, Level, worst
from docgen.generation import Checked
from docgen.generation import check as check_records
from docgen.vocabulary import as_json, checks
from docgen.vocabulary import commands as words

SCREENFUL = 24


@click.command("check", cls=Command, help=words.CHECK_HELP)
@click.argument("parts", metavar="[SUBJECT|PATH]...", nargs=-1)
@on_option
@click.option("--rule", "rules", metavar="RULE", multiple=True, callback=each, help=words.RULE_OPTION)
@click.option("--level", type=one_of(*Level), default=Level.INFO.value, help=words.LEVEL_OPTION)
@click.option("--format", "format", type=one_of(TEXT, JSON), default=TEXT, help=words.FORMAT_OPTION)
@pass_call
def check(call: Call, parts: tuple[str, ...], on: date, rules: tuple[str, ...], level: str, format: str) -> int:
    """Say what is wrong; errors make the exit code 1."""
    call.json = format == JSON
    # Who types Chinese may leave F4 in its full-width form.
    wanted = [unicodedata.normalize("NFKC", rule) for rule in rules]
    checked = check_records(call.workspace, targets(call.workspace, parts), on=on, rules=wanted)
    order = list(Level)
    shown = [each for each in checked.findings if order.index(each.level) <= order.index(Level(level))]
    if call.json:
        say_json({"findings": [as_json(each) for each in shown]})
    else:
        _say(call, checked, shown)
    return int(worst(checked.findings) is Level.ERROR)


def _say(call: Call, checked: Checked, shown: list[Finding]) -> None:
    lines = list(grouped_lines(call.workspace, checked, shown))
    for line in lines:
        click.echo(line)
    seen, all_found = counts(shown), counts(checked.findings)
    hidden = {level: number for level, number in all_found.items() if level not in seen}
    for line in folded(checks.summary_of_level(seen, hidden)):
        click.echo(line)
    if len(lines) > SCREENFUL:
        for line in folded(checks.by_rule(*rule_counts(shown))):
            click.echo(line)
