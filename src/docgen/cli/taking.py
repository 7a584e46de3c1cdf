"""Takes what is about to be written into a workspace, gives the word of who sits at the terminal."""

from __future__ import annotations

import sys

import click

from docgen.vocabulary import intake as words


def confirmed(yes: bool) -> bool:
    """Ask on a terminal whether to write; elsewhere only what was said beforehand counts."""
    if yes:
        return True
    if sys.stdin.isatty() and click.confirm(words.ASK_WRITE):
        return True
    click.echo(words.NOT_WRITTEN)
    return False
