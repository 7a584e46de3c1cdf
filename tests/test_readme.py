"""Takes README.md, proves that it tells the truth: its commands are run, its tables and links compared."""

from __future__ import annotations

import contextlib
import importlib
import io
import re
import shlex
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import click
import pytest

from docgen.cli.main import COMMANDS, program, run
from docgen.documents import KINDS
from docgen.errors import EngineMissing
from docgen.renderers.pdf import load_engine
from docgen.version import __version__

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PROMPT, NOTE, ANY = "$ ", "   # 退出码 ", "…"
FILE = re.compile(r"^# 文件：(\S+)$", re.MULTILINE)
CHANGE = re.compile(r"@@ (\S+) @@\n")
LINK = re.compile(r"\]\(([^)\s]+)\)")
PASSWORD = "maque-chacha-407"


@dataclass(frozen=True)
class Block:
    """A fenced block, and the line of README.md on which its text begins."""

    language: str
    text: str
    line: int


@dataclass(frozen=True)
class Step:
    """A command as README.md shows it: what it prints, and how it ends."""

    command: str
    code: int
    shown: str
    line: int


def blocks() -> list[Block]:
    found = FENCE.finditer(README)
    return [Block(each[1], each[2], README[: each.start(2)].count("\n") + 1) for each in found]


def steps(block: Block) -> Iterator[Step]:
    lines = block.text.splitlines()
    starts = [index for index, line in enumerate(lines) if line.startswith(PROMPT)]
    assert starts[:1] == [0], f"README.md:{block.line}: a console block begins with a command"
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        command, _, code = lines[start].removeprefix(PROMPT).partition(NOTE)
        yield Step(command, int(code or 0), "\n".join(lines[start + 1 : end]), block.line + start)


def all_steps() -> list[Step]:
    return [step for block in blocks() if block.language == "console" for step in steps(block)]


def pattern(shown: str) -> re.Pattern[str]:
    """Read shown output: … alone stands for any lines, within a line for any text."""
    lines = [
        r"(?:.*\n)*?" if line == ANY else rf"{re.escape(line).replace(ANY, '.*?')}[ ]*\n" for line in shown.split("\n")
    ]
    return re.compile("".join(lines))


def table_below(heading: str) -> list[list[str]]:
    """The cells of the first table below a heading, without its head; code marks taken off."""
    section = README.split(f"\n{heading}\n", 1)[1].split("\n## ", 1)[0]
    rows = [line.strip("|").split(" | ") for line in section.splitlines() if line.startswith("|")]
    assert len(rows) > 2
    return [[cell.strip().strip("`") for cell in row] for row in rows[2:]]


def command_lines() -> Iterator[tuple[str, click.Command]]:
    """Every command that does something, as it is typed after `docgen`."""
    for name in COMMANDS:
        command = program.get_command(click.Context(program), name)
        assert command is not None
        yield from below(name, command)


def below(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    """A command, or all that are below a group of commands."""
    if isinstance(command, click.Group):
        for word, each in command.commands.items():
            yield from below(f"{name} {word}", each)
    else:
        yield name, command


class Reader:
    """Somebody who does what README.md says, in a folder where the sample workspace lies, on a day of 2026."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.monkeypatch = monkeypatch
        # README shows whole lines; where this variable is set they are folded to a screen.
        monkeypatch.delenv("COLUMNS", raising=False)
        monkeypatch.setattr("watchfiles.watch", nobody_saves)
        monkeypatch.setattr("uvicorn.Server.run", nobody_stays)
        # Whatever else listens on this machine.
        monkeypatch.setattr("socket.socket.bind", lambda *_: None)
        monkeypatch.setattr("click.termui.hidden_prompt_func", lambda _: PASSWORD)
        self.go(root)

    def go(self, folder: Path) -> None:
        self.monkeypatch.chdir(folder)

    def do(self, block: Block) -> None:
        match block.language:
            case "console":
                for step in steps(block):
                    self.type(step)
            case "yaml":
                self.write(block)
            case "diff":
                self.change(block)
            case "python":
                self.execute(block)

    def type(self, step: Step) -> None:
        name, *arguments = shlex.split(step.command)
        if name == "cd":
            self.go(Path(arguments[0]))
            return
        assert name == "docgen", f"README.md:{step.line}: {name}"
        if "pdf" in step.command and not can_make_pdf():
            return
        with self.monkeypatch.context() as here:
            if "user" in arguments:
                here.setattr("sys.stdin", Keyboard())
            code, printed = call(arguments)
        said = f"README.md:{step.line}: $ {step.command}\n{printed}"
        assert code == step.code, said
        seen = not step.shown or bool(pattern(step.shown).fullmatch(printed))
        assert seen, said

    def write(self, block: Block) -> None:
        named = FILE.search(block.text)
        assert named is not None, f"README.md:{block.line}: a yaml block names its file"
        path = Path(named[1])
        assert path.is_file(), f"README.md:{block.line}: {path} is not there yet"
        path.write_text(block.text, encoding="utf-8")

    def change(self, block: Block) -> None:
        named = CHANGE.match(block.text)
        assert named is not None, f"README.md:{block.line}: a diff block names its file"
        path, lines = Path(named[1]), block.text.splitlines(keepends=True)[1:]
        before, after = ("".join(line[1:] for line in lines if line[0] in marks) for marks in (" -", " +"))
        text = path.read_text(encoding="utf-8")
        assert text.count(before) == 1, f"README.md:{block.line}: {before!r}"
        path.write_text(text.replace(before, after), encoding="utf-8")

    def execute(self, block: Block) -> None:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(block.text, f"README.md:{block.line}", "exec"), {})  # noqa: S102 - README's own example


class Keyboard(io.StringIO):
    """Where passwords are typed: at a terminal, by a person."""

    def isatty(self) -> bool:
        return True


def call(arguments: list[str]) -> tuple[int, str]:
    """Run docgen as on a terminal that shows both of its streams; give its exit code and what it printed."""
    screen = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True, newline="\n")
    with contextlib.redirect_stdout(screen), contextlib.redirect_stderr(screen):
        code = run(arguments)
    screen.seek(0)
    return code, screen.read()


def nobody_saves(*_: object, **__: object) -> Iterator[set[object]]:
    """Listen for saves as `docgen watch` does, until whoever looks at what it made the first time presses Ctrl-C."""
    yield set()
    raise KeyboardInterrupt


def nobody_stays(*_: object, **__: object) -> None:
    """Serve as `docgen serve` does, until whoever saw that it listens presses Ctrl-C."""
    raise KeyboardInterrupt


def can_make_pdf() -> bool:
    try:
        load_engine()
    except EngineMissing:
        return False
    return True


@pytest.fixture
def reader(tmp_path: Path, samples: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    class Then(datetime):
        @classmethod
        def now(cls, tz: object = None) -> Then:
            return cls(2026, 3, 12, tzinfo=UTC)

    monkeypatch.setattr(importlib.import_module("docgen.cli.call"), "datetime", Then)
    shutil.copytree(samples, tmp_path / "samples", ignore=shutil.ignore_patterns(".docgen", "output"))
    return Reader(tmp_path, monkeypatch)


@pytest.mark.slow
def test_whoever_follows_the_readme_sees_what_it_shows(reader: Reader) -> None:
    languages = [block.language for block in blocks()]
    assert {"console", "yaml", "diff", "python"} <= set(languages)

    for block in blocks():
        reader.do(block)


def test_every_command_has_an_example_that_is_run() -> None:
    typed = {step.command for step in all_steps()}
    assert typed
    known = [name for name, _ in command_lines()]
    assert len(known) >= len(COMMANDS)

    assert [name for name in known if not any(f" {name}" in command for command in typed)] == []


def test_every_option_that_is_named_exists() -> None:
    prose = FENCE.sub("", README)
    named = set(re.findall(r"`(--[a-z-]+)", prose)) | set(re.findall(r"docgen [^`\n]*?(--[a-z-]+)", README))
    assert named
    known = {name for _, command in command_lines() for each in command.params for name in each.opts}
    known |= {"--help"} | {name for each in program.params for name in each.opts}

    assert named <= known


def test_the_table_of_kinds_is_the_catalogue() -> None:
    catalogue = [
        [kind.label, kind.name, "、".join(dict.fromkeys(paper.scope.value for paper in kind.papers)), " ".join(kind.formats)]
        for kind in KINDS
    ]  # fmt: skip

    assert table_below("## 文种") == catalogue


@pytest.mark.parametrize(("name", "text"), [("README.md", README), ("CHANGELOG.md", CHANGELOG)])
def test_every_link_leads_somewhere(name: str, text: str) -> None:
    links = LINK.findall(text)
    assert links
    slugs = {slug(heading) for heading in re.findall(r"^#+ (.+)$", FENCE.sub("", text), re.MULTILINE)}

    inside = [urlsplit(link) for link in links if not urlsplit(link).scheme]
    assert [link.path for link in inside if link.path and not (ROOT / link.path).is_file()] == [], name
    assert [link.fragment for link in inside if link.fragment and link.fragment not in slugs] == [], name


def slug(heading: str) -> str:
    """The anchor that a heading gets: lower case, hyphens for blanks, no punctuation."""
    return re.sub(r"[^\w-]", "", heading.lower().replace(" ", "-"))


def test_the_version_is_this_one() -> None:
    wheels = re.findall(r"docgen-([\d.]+)-py3-none-any\.whl", README)
    assert wheels

    assert set(wheels) == {__version__}
    assert re.findall(r"^## \[([\d.]+)\]", CHANGELOG, re.MULTILINE)[0] == __version__


def test_every_file_that_is_named_in_the_tree_is_there() -> None:
    named = set(re.findall(r"`((?:src|tests|scripts|docs|samples)/[\w./-]+)`", README))
    assert named

    assert [path for path in named if not (ROOT / path).exists()] == []


def test_shown_output_may_leave_lines_and_words_out() -> None:
    shown = pattern("一\n…\n用时 … 秒")

    assert shown.fullmatch("一\n二\n三\n用时 0.1 秒\n")
    assert shown.fullmatch("一\n用时 0.1 秒\n")
    assert not shown.fullmatch("一\n用时 0.1 秒\n四\n")
