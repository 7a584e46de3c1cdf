"""Takes subjects and files, gives what `docgen watch` prints while somebody saves, until Ctrl-C."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any, Self

import pytest

Docgen = Callable[..., Any]
RECORD = "支部/一支部/记录/2020/01/2020-01-10-支委会.yaml"
PAPER = "一支部-2020-01-10-会议纪要.docx"
PATIENCE = 60


class Watched:
    """A running `docgen watch`, read line by line with a deadline."""

    def __init__(self, workspace: Path, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "docgen", "watch", *arguments, "--kind", "minutes", "--on", "2020-01-15"],
            cwd=workspace, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        )  # fmt: skip
        self._lines: Queue[str] = Queue()
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))

    def line(self) -> str:
        return self._lines.get(timeout=PATIENCE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self._reader.join()
        self.process.communicate()

    def interrupt(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@pytest.fixture
def own_templates(workspace: Path) -> Path:
    """The folder of the workspace's own minutes, there before anybody looks."""
    folder = workspace / "templates" / "minutes"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def watched(workspace: Path, meeting: str) -> Iterator[Watched]:
    with Watched(workspace, meeting) as running:
        yield running


def change(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


pytestmark = pytest.mark.skipif(os.name == "nt", reason="a process is interrupted by a signal")


def test_each_save_is_a_line_and_a_typo_is_told_with_its_place(watched: Watched, workspace: Path) -> None:
    assert watched.line().startswith("一支部/2020/01/2020-01-10-支委会：存盘就重新生成，材料放在 output。")
    assert re.fullmatch(rf"\d\d:\d\d:\d\d  生成 {PAPER}", watched.line())

    change(workspace / RECORD, "主持人: ", "主持: ")
    assert re.fullmatch(r"\d\d:\d\d:\d\d  2020-01-10-支委会\.yaml 已存盘，没有生成材料", watched.line())
    assert watched.line() == "一支部（1 处错误）"
    assert watched.line().strip() == "2020年1月"
    assert re.search(rf"{RECORD}:\d+:1  错误：「会议」里没有「主持」这个栏目。", watched.line())
    assert watched.line().strip() == "是不是「主持人」？"

    change(workspace / RECORD, "主持: ", "主持人: ")
    assert watched.line().endswith(f"2020-01-10-支委会.yaml 已存盘，生成 {PAPER}")


def test_ctrl_c_is_the_way_to_end_and_no_failure(watched: Watched) -> None:
    watched.line()
    watched.line()

    assert watched.interrupt() == 0
    assert (watched.line(), watched.line()) == ("", "不再留意存盘。材料都已写完。")


def test_what_a_paper_lacks_stands_in_the_line_of_its_round(workspace: Path) -> None:
    change(workspace / RECORD, "    事由: 出差\n", "")
    with Watched(workspace, RECORD, "--kind", "meeting-record") as running:
        running.line()
        said = running.line()

    assert re.search(r"；待补充 1 处：事由（2020-01-10-支委会\.yaml:\d+）$", said)


def test_a_template_that_cannot_be_filled_is_told_and_watching_goes_on(own_templates: Path, watched: Watched) -> None:
    watched.line()
    watched.line()
    (own_templates / "minutes.docx").write_bytes(b"no archive")

    assert watched.line().endswith("minutes.docx 已存盘，没有生成材料")
    assert "未生成：一支部/2020/01/2020-01-10-支委会 会议纪要（docx）：" in watched.line()

    (own_templates / "minutes.docx").unlink()
    while not (said := watched.line()).endswith(f"生成 {PAPER}"):
        assert said.startswith("  ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("二支部/2020",), "没有单位「二支部」"),
        (("没有.yaml",), "“没有.yaml”不是本工作区里的文件或文件夹"),
        (("一支部/2020/01/2020-01-10-支委会", "--kind", "minuts"), "没有名为“minuts”的文种"),
        (("一支部",), "一支部"),
    ],
)
def test_what_cannot_be_meant_is_a_wrong_usage_at_once(docgen: Docgen, arguments: tuple[str, ...], said: str) -> None:
    answer = docgen("watch", *arguments)

    assert answer.code == 2
    assert said in answer.err
