"""Takes the arguments of a process, gives the exit code of their command; `ending` has the codes of what went wrong."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from docgen.cli.call import PROGRAM, Call
from docgen.cli.grammar import Group, WrongUsage
from docgen.version import __version__
from docgen.vocabulary import commands as words
from docgen.vocabulary import explaining, exports, fonts, intake
from docgen.vocabulary.accounts import USER_HELP
from docgen.vocabulary.linting import LINT_HELP
from docgen.vocabulary.serving import SERVE_HELP
from docgen.vocabulary.watching import WATCH_HELP

if TYPE_CHECKING:
    from pathlib import Path

DONE = 0
NO_PLUGINS = ("PYDANTIC_DISABLE_PLUGINS", "__all__")
"""Keeps pydantic from reading, at every start, what each installed package says of itself; docgen uses none of them."""
COMMANDS = {
    "init": ("docgen.cli.init:init", words.INIT_HELP),
    "new": ("docgen.cli.new:new", words.NEW_HELP),
    "kinds": ("docgen.cli.kinds:kinds", words.KINDS_HELP),
    "check": ("docgen.cli.check:check", words.CHECK_HELP),
    "lint": ("docgen.cli.lint:lint", LINT_HELP),
    "calendar": ("docgen.cli.calendar:calendar", words.CALENDAR_HELP),
    "render": ("docgen.cli.render:render", words.RENDER_HELP),
    "explain": ("docgen.cli.explain:explain_figure", explaining.EXPLAIN_HELP),
    "watch": ("docgen.cli.watch:watch", WATCH_HELP),
    "bulletin": ("docgen.cli.bulletin:bulletin", words.BULLETIN_HELP),
    "export": ("docgen.cli.export:export", words.EXPORT_HELP),
    "status": ("docgen.cli.status:status", exports.STATUS_HELP),
    "import": ("docgen.cli.importing:import_records", intake.IMPORT_HELP),
    "collect": ("docgen.cli.collect:collect", intake.COLLECT_HELP),
    "serve": ("docgen.cli.serve:serve", SERVE_HELP),
    "schema": ("docgen.cli.schema:schema", words.SCHEMA_HELP),
    "fonts": ("docgen.cli.fonts:fonts", fonts.FONTS_HELP),
    "templates": ("docgen.cli.templates:templates", words.TEMPLATES_HELP),
    "user": ("docgen.cli.user:user", USER_HELP),
}


def _folder(context: click.Context, _: click.Parameter, text: str | None) -> Path | None:
    """Return the folder that a text names; what is none is a wrong usage."""
    if text is None:
        return None
    from pathlib import Path

    folder = Path(text)
    if not folder.is_dir():
        raise WrongUsage(words.folder_missing(str(folder)), ctx=context)
    return folder


def _version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    """Print the version and end."""
    if wanted:
        click.echo(f"{PROGRAM} {__version__}")
        context.exit()


@click.group(PROGRAM, cls=Group, modules=COMMANDS, help=words.PROGRAM_HELP, invoke_without_command=True)
@click.option("-C", "directory", metavar="DIR", callback=_folder, help=words.DIRECTORY_OPTION)
@click.option("--debug", is_flag=True, help=words.DEBUG_OPTION)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help=words.VERSION_OPTION
)
@click.pass_context
def program(context: click.Context, directory: Path | None, debug: bool) -> None:
    """Remember the options that stand before the command."""
    call = context.ensure_object(Call)
    call.directory = directory
    call.debug = call.debug or debug
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code."""
    call = Call()
    try:
        code = program.main(list(arguments), prog_name=PROGRAM, obj=call, standalone_mode=False)
        return code if isinstance(code, int) else DONE
    except (Exception, KeyboardInterrupt) as fault:  # noqa: BLE001 - the last line of defence: all that goes wrong ends here
        from docgen.cli.ending import ended

        return ended(call, fault)


def main() -> None:
    """Run the process's own command line; characters that a console cannot show never stop it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    os.environ.setdefault(*NO_PLUGINS)
    sys.exit(run(sys.argv[1:]))
