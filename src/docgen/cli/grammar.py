"""Takes click's commands, options and help, gives them in Chinese; a group loads a command when it is asked for.

Help loads this module and no more of docgen than its words: what reads an argument is loaded with the first one.
"""

from __future__ import annotations

import gc
import importlib
import re
from collections.abc import Callable, Iterable, Mapping
from types import ModuleType
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import click

from docgen.chinese import to_width
from docgen.formats import Format
from docgen.vocabulary import commands as words

if TYPE_CHECKING:
    from datetime import date

    from docgen.model.period import Period

T = TypeVar("T")
TEXT, JSON, SARIF = "text", "json", "sarif"
"""How results can be told: the values of --format."""
GAP = 2
WIDTH = 80
MOST_JOBS = 64
SHORT_HELP = {"help_option_names": ["-h", "--help"]}
SEPARATORS = re.compile("[,，、\\s]+")


def each(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of an option that may be given several times, or once with commas."""
    return tuple(word for value in values for word in SEPARATORS.split(value) if word)


class Help(click.HelpFormatter):
    """Writes help with Chinese headings and columns measured by display width.

    Its lines are written as they are; so the screen is not asked how wide it is.
    """

    def __init__(self, indent_increment: int = GAP, width: int | None = WIDTH, max_width: int | None = None) -> None:
        super().__init__(indent_increment, width or WIDTH, max_width)

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the usage line."""
        super().write_usage(prog, args, words.HEADINGS[prefix or "Usage: "])

    def write_heading(self, heading: str) -> None:
        """Write a heading."""
        super().write_heading(words.HEADINGS.get(heading, heading))

    def write_text(self, text: str) -> None:
        """Write paragraphs as they are broken."""
        self.write("".join(f"{' ' * self.current_indent}{line}".rstrip() + "\n" for line in text.splitlines()))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = GAP) -> None:
        """Write a list of terms and what they mean."""
        listed = list(rows)
        widest = min(max(to_width(term) for term, _ in listed), col_max)
        for term, meaning in listed:
            self.write(f"{' ' * self.current_indent}{padded(term, widest + col_spacing)}{meaning}".rstrip() + "\n")


class Context(click.Context):
    """A click context whose help is Chinese."""

    formatter_class = Help


class Command(click.Command):
    """A command whose help option and whose complaint about too many arguments are Chinese."""

    context_class = Context

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"options_metavar": words.OPTIONS_METAVAR, "context_settings": SHORT_HELP} | kwargs)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return --help with its Chinese words."""
        return _in_chinese(super().get_help_option(ctx))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; what is left over is a wrong usage."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if ctx.args:
            ctx.fail(words.arguments_extra(" ".join(ctx.args)))
        return rest


class Group(click.Group):
    """A group of commands that are named by their modules, so that help loads none of them.

    `modules` maps a command's name to (module and attribute, help).
    """

    context_class = Context
    command_class = Command

    def __init__(self, *args: Any, modules: Mapping[str, tuple[str, str]] | None = None, **kwargs: Any) -> None:
        metavars = {"options_metavar": words.OPTIONS_METAVAR, "subcommand_metavar": words.COMMAND_METAVAR}
        super().__init__(*args, **metavars | {"context_settings": SHORT_HELP} | kwargs)
        self.modules = dict(modules or {})

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return --help with its Chinese words."""
        return _in_chinese(super().get_help_option(ctx))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options before the command; without any word the help is the answer."""
        if not args:
            click.echo(ctx.get_help())
            ctx.exit()
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands in the order of use."""
        return [*self.modules, *self.commands]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, its module imported."""
        if cmd_name not in self.modules:
            return super().get_command(ctx, cmd_name)
        module, _, attribute = self.modules[cmd_name][0].partition(":")
        command: click.Command = getattr(_loaded(module), attribute)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is meant; an unknown one is a wrong usage with the nearest names."""
        name = args[0]
        if self.get_command(ctx, name) is None:
            from difflib import get_close_matches

            near = words.BETWEEN.join(get_close_matches(name, self.list_commands(ctx), 3, 0.4))
            raise WrongUsage(*words.command_unknown(name, near), ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands and the first line of their help."""
        rows = [(name, self._help(ctx, name).partition("\n")[0]) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def _help(self, ctx: click.Context, name: str) -> str:
        if name in self.modules:
            return self.modules[name][1]
        command = super().get_command(ctx, name)
        return (command.help or "") if command is not None else ""


class WrongUsage(click.UsageError):
    """A wrong usage that says what is wrong and what to do, both in Chinese."""

    def __init__(self, what: str, hint: str = "", ctx: click.Context | None = None) -> None:
        super().__init__(what, ctx)
        self.hint = hint


class Parsed(click.ParamType, Generic[T]):  # type: ignore[type-arg]  # generic from click 8.4 on
    """An argument's type that is a function from text; ValueError says that the text is none."""

    def __init__(self, name: str, parse: Callable[[str], T], wrong: Callable[[str], str]) -> None:
        self.name = name
        self.parse = parse
        self.wrong = wrong

    def get_metavar(self, *_: Any, **__: Any) -> str:
        """Return the name as it is."""
        return self.name

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the value of a text."""
        if not isinstance(value, str):
            return value
        try:
            return self.parse(value)
        except ValueError:
            self.fail(self.wrong(value), param, ctx)


def one_of(*choices: str) -> Parsed[str]:
    """Return the type of a text that is one of some."""
    return Parsed(
        "|".join(choices), lambda text: choices[choices.index(text)], lambda text: words.choice_wrong(text, choices)
    )


def _formats(text: str) -> tuple[Format, ...]:
    return tuple(dict.fromkeys(Format(each.lower()) for each in SEPARATORS.split(text) if each))


def _jobs(text: str) -> int:
    count = int(text)
    if not 1 <= count <= MOST_JOBS:
        raise ValueError(text)
    return count


def _day(text: str) -> date:
    from docgen.chinese import parse_date

    return parse_date(text)


def _period(text: str) -> Period:
    from docgen.model.period import Period

    return Period.parse(text)


def _year(text: str) -> int:
    period = _period(text)
    if period.quarter or period.month:
        raise ValueError(text)
    return period.year


PERIOD = Parsed("PERIOD", _period, words.period_wrong)
DAY = Parsed("DATE", _day, words.day_wrong)
YEAR = Parsed("YEAR", _year, words.year_wrong)
FORMATS = Parsed("FORMATS", _formats, words.formats_wrong)
JOBS = Parsed("N", _jobs, words.jobs_wrong)


def padded(text: str, width: int) -> str:
    """Return text with blanks up to a display width, and at least the gap between columns."""
    return text + " " * max(width - to_width(text), 0)


def _loaded(module: str) -> ModuleType:
    """Import a module and all that it needs; none of that is ever garbage, so the collector of cycles may pass it over."""
    was_collecting = gc.isenabled()
    gc.disable()
    try:
        return importlib.import_module(module)
    finally:
        gc.freeze()
        if was_collecting:
            gc.enable()


def _in_chinese(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = words.HELP_OPTION
    return option
