"""Takes the arguments of a process, gives the exit code of their command; every error ends here.

Exit codes: 0 done · 1 error findings, a job failed or was refused · 2 wrong usage or unreadable input · 3 a fault of
docgen · 130 interrupted.
"""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

import click

from docgen.cli.call import PROGRAM, Call
from docgen.cli.grammar import Group, WrongUsage
from docgen.cli.lines import say_docgen_error, say_error, say_json_error
from docgen.errors import DocgenError, Fault, UnreadableFile, UsageError, WorkspaceError
from docgen.version import __version__
from docgen.vocabulary import commands as words
from docgen.vocabulary import exports, fonts
from docgen.vocabulary.linting import LINT_HELP
from docgen.vocabulary.watching import WATCH_HELP

DONE, FAILED, MISUSED, FAULTY, INTERRUPTED = 0, 1, 2, 3, 130
# All options begin alike, so those that are meant must be more alike than that.
LIKENESS = 0.7
COMMANDS = {
    "init": ("docgen.cli.init:init", words.INIT_HELP),
    "new": ("docgen.cli.new:new", words.NEW_HELP),
    "kinds": ("docgen.cli.kinds:kinds", words.KINDS_HELP),
    "check": ("docgen.cli.check:check", words.CHECK_HELP),
    "lint": ("docgen.cli.lint:lint", LINT_HELP),
    "calendar": ("docgen.cli.calendar:calendar", words.CALENDAR_HELP),
    "render": ("docgen.cli.render:render", words.RENDER_HELP),
    "watch": ("docgen.cli.watch:watch", WATCH_HELP),
    "bulletin": ("docgen.cli.bulletin:bulletin", words.BULLETIN_HELP),
    "export": ("docgen.cli.export:export", words.EXPORT_HELP),
    "status": ("docgen.cli.status:status", exports.STATUS_HELP),
    "schema": ("docgen.cli.schema:schema", words.SCHEMA_HELP),
    "fonts": ("docgen.cli.fonts:fonts", fonts.FONTS_HELP),
    "templates": ("docgen.cli.templates:templates", words.TEMPLATES_HELP),
}


def _version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    """Print the version and end."""
    if wanted:
        click.echo(f"{PROGRAM} {__version__}")
        context.exit()


@click.group(PROGRAM, cls=Group, modules=COMMANDS, help=words.PROGRAM_HELP, invoke_without_command=True)
@click.option("-C", "directory", metavar="DIR", type=click.Path(path_type=Path), help=words.DIRECTORY_OPTION)
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
    if directory is not None and not directory.is_dir():
        raise WrongUsage(words.folder_missing(str(directory)), ctx=context)
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code."""
    call = Call()
    try:
        code = program.main(list(arguments), prog_name=PROGRAM, obj=call, standalone_mode=False)
        return code if isinstance(code, int) else DONE
    except click.ClickException as misuse:
        say_error(*_said(misuse))
        return MISUSED
    except (click.Abort, KeyboardInterrupt):
        said = words.COMMAND_WORDS["export-interrupted"]
        say_error(said.what, said.hint if call.resumes else "")
        return INTERRUPTED
    except BrokenPipeError:
        return _pipe_closed()
    except DocgenError as error:
        return _ended(call, error)
    except Exception as fault:  # noqa: BLE001 - the last line of defence: one line, and the exit code says whose fault
        return _ended(call, Fault("fault", {"reason": _told(fault)}))


def main() -> None:
    """Run the process's own command line; characters that a console cannot show never stop it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    sys.exit(run(sys.argv[1:]))


def exit_code(error: DocgenError) -> int:
    """Return the exit code of an error."""
    match error:
        case UsageError() | WorkspaceError() | UnreadableFile():
            return MISUSED
        case Fault():
            return FAULTY
    return FAILED


def _ended(call: Call, error: DocgenError) -> int:
    """Say an error and return its exit code."""
    if call.debug:
        traceback.print_exc()
    if call.json:
        say_json_error(error)
    say_docgen_error(error, words.debug_hint() if isinstance(error, Fault) and not call.debug else "")
    return exit_code(error)


def _said(misuse: click.ClickException) -> tuple[str, str]:
    """Return what click complains of, and what to do, in Chinese."""
    context = getattr(misuse, "ctx", None)
    usage = words.help_of(context.command_path if context is not None else PROGRAM)
    match misuse:
        case WrongUsage():
            return misuse.message, misuse.hint or usage
        case click.NoSuchOption():
            known = [name for each in context.command.params for name in each.opts] if context is not None else []
            near = words.BETWEEN.join(get_close_matches(misuse.option_name, known, 3, LIKENESS))
            what, hint = words.option_unknown(misuse.option_name, near)
            return what, hint or usage
        case click.MissingParameter():
            return words.argument_missing(_name(misuse.param)), usage
        case click.BadParameter():
            return words.value_wrong(_name(misuse.param), misuse.message), usage
        case click.BadOptionUsage():
            return words.value_missing(misuse.option_name), usage
    return misuse.message, usage


def _name(parameter: click.Parameter | None) -> str:
    if parameter is None:
        return ""
    return parameter.opts[-1] if isinstance(parameter, click.Option) else parameter.make_metavar(click.Context(program))


def _pipe_closed() -> int:
    """Let what still waits to be printed go nowhere: whoever read it has read enough."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


def _told(fault: Exception) -> str:
    frames = traceback.extract_tb(fault.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno} " if frames else ""
    return f"{where}{type(fault).__name__}: {fault}"
