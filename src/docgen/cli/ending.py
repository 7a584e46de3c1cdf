"""Takes what ended a command line early, gives its line, its hint and its exit code.

Exit codes: 0 done · 1 error findings, a job failed or was refused · 2 wrong usage or unreadable input · 3 a fault of
docgen · 130 interrupted.
"""

from __future__ import annotations

import os
import sys
import traceback
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli.call import PROGRAM
from docgen.cli.grammar import WrongUsage
from docgen.cli.lines import say_docgen_error, say_error, say_json_error
from docgen.errors import DocgenError, Fault, UnreadableFile, UsageError, WorkspaceError
from docgen.vocabulary import commands as words

if TYPE_CHECKING:
    from docgen.cli.call import Call

DONE, FAILED, MISUSED, FAULTY, INTERRUPTED = 0, 1, 2, 3, 130
# All options begin alike, so those that are meant must be more alike than that.
LIKENESS = 0.7


def ended(call: Call, by: BaseException) -> int:
    """Say what ended a call and return its exit code; what docgen did not foresee is its own fault."""
    match by:
        case click.ClickException():
            say_error(*_said(by))
            return MISUSED
        case click.Abort() | KeyboardInterrupt():
            said = words.COMMAND_WORDS["export-interrupted"]
            say_error(said.what, said.hint if call.resumes else "")
            return INTERRUPTED
        case BrokenPipeError():
            return _pipe_closed()
    if call.debug:
        traceback.print_exception(by)
    error = by if isinstance(by, DocgenError) else Fault("fault", {"reason": _told(by)})
    if call.json:
        say_json_error(error)
    say_docgen_error(error, words.debug_hint() if isinstance(error, Fault) and not call.debug else "")
    return exit_code(error)


def exit_code(error: DocgenError) -> int:
    """Return the exit code of an error."""
    match error:
        case UsageError() | WorkspaceError() | UnreadableFile():
            return MISUSED
        case Fault():
            return FAULTY
    return FAILED


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
    if isinstance(parameter, click.Option):
        return parameter.opts[-1]
    return parameter.make_metavar(click.Context(click.Command(PROGRAM)))


def _pipe_closed() -> int:
    """Let what still waits to be printed go nowhere: whoever read it has read enough."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


def _told(fault: BaseException) -> str:
    frames = traceback.extract_tb(fault.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno} " if frames else ""
    return f"{where}{type(fault).__name__}: {fault}"
