"""Takes command lines, gives their help, their exit codes and what they say when something is wrong."""

from __future__ import annotations

import importlib
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from docgen.cli import main as cli
from docgen.cli.ending import exit_code
from docgen.cli.grammar import Command, Group
from docgen.errors import EngineMissing, Fault, OutputError, TemplateError, UsageError, WorkspaceError

Docgen = Callable[..., Any]
HAN = re.compile("[\u4e00-\u9fff]")
HEAVY = ("rich", "docx", "docxtpl", "weasyprint", "openpyxl", "PIL", "pydantic", "lxml", "jinja2", "yaml", "watchfiles")


def walk(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command with the words that lead to it."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None, name
            yield from walk(below, (*path, name))


def test_every_command_and_every_option_is_explained_in_chinese() -> None:
    commands = list(walk(cli.program))
    assert len(commands) >= 12

    silent = [path for path, command in commands if not HAN.search(command.help or "")]
    options = [each for _, command in commands for each in command.params if isinstance(each, click.Option)]

    assert silent == []
    assert [each.opts for each in options if not HAN.search(each.help or "")] == []


def test_the_help_of_every_command_has_no_english_sentence() -> None:
    for path, command in walk(cli.program):
        context = type(command).context_class(command, info_name="docgen", **command.context_settings)
        text = command.get_help(context)

        assert text.startswith("用法："), path
        assert not re.search("Usage|Options|Commands|Show this|default:|required", text), path


def test_every_command_is_listed_with_the_first_line_of_its_own_help() -> None:
    for name, (module, text) in cli.COMMANDS.items():
        path, _, attribute = module.partition(":")
        command = getattr(importlib.import_module(path), attribute)

        assert command.name == name
        assert command.help == text
        assert isinstance(command, Command | Group)


def test_help_loads_no_engine() -> None:
    probe = "import sys; from docgen.cli.main import run; run(['--help']); print([n for n in %r if n in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", probe % (HEAVY,)], capture_output=True, text=True, encoding="utf-8", check=True
    )

    assert "export" in done.stdout
    assert done.stdout.splitlines()[-1] == "[]"


def test_without_any_word_the_help_is_the_answer(docgen: Docgen) -> None:
    for arguments in ((), ("templates",), ("-C", ".")):
        answer = docgen(*arguments)

        assert answer.code == 0
        assert answer.out.startswith("用法：docgen")


def test_the_version_is_told(docgen: Docgen) -> None:
    assert re.fullmatch(r"docgen \d+\.\d+\.\d+\n", docgen("--version").out)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek"], "没有命令“chek”。\n  是不是：check"),
        (["check", "--levl", "error"], "没有选项 --levl。\n  是不是：--level？"),
        (["check", "--level", "hard"], "--level：“hard”不在可选之列；可以写：error、warn、info。"),
        (["check", "--level"], "选项 --level 的用法不对"),
        (["export"], "缺少 PERIOD。"),
        (["export", "二〇二〇"], "PERIOD：“二〇二〇”不是期间；写成 2020、2020-Q1 或 2020-03。"),
        (["export", "2020", "--jobs", "0"], "--jobs：“0”不是进程数"),
        (["export", "2020", "--to", "doc"], "--to：“doc”不是格式"),
        (["kinds", "会议"], "多写了：会议。"),
        (["-C", "无此文件夹", "check"], "没有文件夹“无此文件夹”。"),
    ],
)
def test_a_wrong_usage_is_one_chinese_line_a_hint_and_exit_code_2(
    docgen: Docgen, arguments: list[str], said: str
) -> None:
    answer = docgen(*arguments)

    assert answer.code == 2
    assert answer.out == ""
    assert answer.err.startswith(f"错误：{said}")
    assert answer.err.count("\n") == 2


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UsageError("no-paper"), 2),
        (WorkspaceError("settings-unreadable"), 2),
        (TemplateError("template-missing"), 1),
        (EngineMissing("pdf-engine-missing"), 1),
        (OutputError("output-unwritable"), 1),
        (Fault("fault"), 3),
    ],
)
def test_each_error_has_its_exit_code(error: Any, code: int) -> None:
    assert exit_code(error) == code


def test_without_a_workspace_the_way_to_one_is_told(docgen: Docgen, tmp_path: Path) -> None:
    answer = docgen("-C", str(tmp_path), "check")

    assert answer.code == 2
    assert "没有找到 docgen.yaml" in answer.err
    assert "docgen init" in answer.err


def test_settings_that_cannot_be_read_are_told_with_their_places(docgen: Docgen, workspace: Path) -> None:
    (workspace / "docgen.yaml").write_text("单位: 甲\n简报们: 1\n", encoding="utf-8")

    answer = docgen("check")

    assert answer.code == 2
    assert "docgen.yaml:2:1  错误：" in answer.err


def test_an_unexpected_exception_is_one_line_and_exit_code_3(docgen: Docgen, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("docgen.cli.kinds.table", fail)
    answer = docgen("kinds")

    assert answer.code == 3
    assert answer.err.startswith("错误：docgen 内部出错：")
    assert "RuntimeError: boom" in answer.err
    assert "--debug" in answer.err
    assert "Traceback" not in answer.err
    assert "Traceback" in docgen("--debug", "kinds").err


def test_an_interruption_ends_with_a_sentence(docgen: Docgen, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("docgen.cli.kinds.table", interrupt)
    answer = docgen("kinds")

    assert answer.code == 130
    assert answer.err.strip() == "错误：已中断，没有做完。"


@pytest.mark.parametrize("encoding", ["cp936", "ascii"])
def test_a_console_that_cannot_show_a_character_stops_nothing(workspace: Path, encoding: str) -> None:
    text = (workspace / "docgen.yaml").read_text(encoding="utf-8")
    (workspace / "docgen.yaml").write_text(f"{text}\n䶮: 1\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}

    done = subprocess.run(
        [sys.executable, "-m", "docgen", "-C", str(workspace), "check", "--format", "json"],
        capture_output=True, env=environment, check=False,
    )  # fmt: skip

    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert done.stderr


def test_an_answer_in_json_is_whole_on_a_console_that_cannot_show_it(workspace: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "cp936", "PYTHONUTF8": "0"}

    done = subprocess.run(
        [sys.executable, "-m", "docgen", "-C", str(workspace), "kinds", "--format", "json"],
        capture_output=True, env=environment, check=True,
    )  # fmt: skip

    assert done.stdout.isascii()
    assert b"\\u4f1a\\u8bae" in done.stdout
