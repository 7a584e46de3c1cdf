"""Takes how papers ended, gives what is to be said of their fonts: once for a command, however many papers there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from docgen.cli.lines import INDENT, folded
from docgen.export import Tally
from docgen.findings import Finding
from docgen.vocabulary import fonts as words

SUBSTITUTED, BORROWED = "font-substituted", "glyph-borrowed"
MISSING = frozenset({"glyph-missing", "glyph-missing-word"})
REMARKS = frozenset({SUBSTITUTED, BORROWED, *MISSING})
"""What is no matter of a single paper, and is told at the end."""


def say_lettering(tally: Tally) -> None:
    """Print what is to be said of the fonts of some papers, beside the list of files."""
    for line in lettering_lines(tally):
        for part in folded(line, rest=INDENT):
            click.echo(part, err=True)


def lettering_lines(tally: Tally) -> Iterator[str]:
    """Yield a line for the substitutes, one for the characters drawn by others, one for those not drawn."""
    substituted, papers = _found(tally, {SUBSTITUTED})
    if substituted:
        yield words.stood_in(
            dict.fromkeys((str(each.values["value"]), str(each.values["by"])) for each in substituted), papers
        )
    borrowed, papers = _found(tally, {BORROWED})
    if borrowed:
        yield words.helped_out(_by_helper(borrowed).items(), papers)
    absent, papers = _found(tally, MISSING)
    if absent:
        yield words.unseen("".join(sorted({str(each.values["value"]) for each in absent})), papers)


def _found(tally: Tally, codes: Iterable[str]) -> tuple[list[Finding], int]:
    """Return the remarks of some codes, and in how many papers they are."""
    wanted = frozenset(codes)
    papers = sum(count for met, count in tally.lettered.items() if met & wanted)
    return [each for each in tally.lettering.values() if each.code in wanted], papers


def _by_helper(borrowed: Iterable[Finding]) -> dict[str, str]:
    """Gather characters by who drew them; a character that several drew goes to each."""
    helpers: dict[str, set[str]] = {}
    for each in borrowed:
        helpers.setdefault(str(each.values["by"]), set()).update(str(each.values["value"]))
    by_chars: dict[str, str] = {}
    for helper, chars in helpers.items():
        text = "".join(sorted(chars))
        by_chars[text] = f"{by_chars[text]}{words.BETWEEN}{helper}" if text in by_chars else helper
    return by_chars
