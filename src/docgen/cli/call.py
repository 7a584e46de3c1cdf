"""Takes the options before the command, gives the call: which workspace, and how to answer."""

from __future__ import annotations

import os
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

import click

from docgen.cli.grammar import DAY
from docgen.vocabulary import commands as words

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.workspace import Workspace

PROGRAM = "docgen"
DEBUG_VARIABLE = "DOCGEN_DEBUG"


class Call:
    """One call of docgen on the command line.

    `json` is set by a command that answers in JSON, `resumes` by one that goes on where it was interrupted.
    """

    def __init__(self) -> None:
        self.directory: Path | None = None
        self.debug = os.environ.get(DEBUG_VARIABLE, "") not in {"", "0"}
        self.json = False
        self.resumes = False

    @property
    def program(self) -> str:
        """How docgen was called, to be said in what comes next."""
        return PROGRAM if self.directory is None else f"{PROGRAM} -C {self.directory}"

    @property
    def root(self) -> Path:
        """The folder of the workspace; raise WorkspaceError where there is none."""
        from pathlib import Path

        from docgen.workspace import find

        return find(self.directory or Path.cwd())

    @property
    def today(self) -> date:
        """The day on which docgen is called."""
        return today()

    @property
    def now(self) -> datetime:
        """The moment at which docgen is called, with the zone of this computer."""
        return datetime.now().astimezone()

    @cached_property
    def workspace(self) -> Workspace:
        """The workspace, opened."""
        from docgen.workspace import open_workspace

        return open_workspace(self.root)


def today() -> date:
    """Return the day by the clock of this computer."""
    return datetime.now().astimezone().date()


def _today() -> date:
    # Looked up when a command runs, so that one place decides which day it is.
    return today()


pass_call = click.make_pass_decorator(Call, ensure=True)
on_option = click.option("--on", type=DAY, default=_today, help=words.ON_OPTION)
